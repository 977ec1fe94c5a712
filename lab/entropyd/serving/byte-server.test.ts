import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { settle } from '../testing/fake-source.js';
import { ByteServer, type ServerLimits, type ServerNote } from './byte-server.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-serve-'));
});
afterAll(() => rm(folder, { recursive: true }));

const LIMITS: ServerLimits = {
  clients: 300,
  waiting: 2,
  stallS: 30,
  chunkBytes: 64,
  bytesPerSecond: 0,
  clientBytesPerSecond: 0,
};

/** 32-bit words that count up, so that a byte tells which one it is. */
class Counter {
  at = 0;
  most = Infinity;
  take(count: number): Buffer | undefined {
    const n = Math.min(count, this.most - this.at) & ~3;
    if (n <= 0) return undefined;
    const piece = Buffer.alloc(n);
    for (let k = 0; k < n; k += 4) piece.writeUInt32BE((this.at + k) / 4, k);
    this.at += n;
    return piece;
  }
}

const open: { server: Server; sockets: Socket[] }[] = [];
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

let number = 0;
async function serve(limits: Partial<ServerLimits> = {}) {
  const supply = new Counter();
  const clock = new VirtualClock();
  const notes: ServerNote[] = [];
  const bytes = new ByteServer({ supply, clock, limits: { ...LIMITS, ...limits }, onNote: (n) => notes.push(n) });
  const server = bytes.listener('unix');
  const path = join(folder, `${++number}.sock`);
  server.listen({ path });
  await once(server, 'listening');
  const sockets: Socket[] = [];
  open.push({ server, sockets });
  const client = async () => {
    const socket = connect({ path });
    sockets.push(socket);
    const got: Buffer[] = [];
    let ended = false;
    socket.on('error', () => undefined);
    socket.on('close', () => (ended = true));
    await once(socket, 'connect');
    await settle(3);
    return {
      socket,
      read: () => socket.on('data', (piece: Buffer) => got.push(piece)),
      bytes: () => Buffer.concat(got),
      ended: () => ended,
    };
  };
  return { bytes, supply, clock, notes, client, path };
}

async function until(ready: () => boolean): Promise<void> {
  while (!ready()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('the server of bytes', () => {
  it('200 clients at once get distinct bytes, and shares that differ by a chunk at most', async () => {
    const { bytes, supply, client } = await serve();
    supply.most = 0;
    bytes.open();
    const clients = await Promise.all(Array.from({ length: 200 }, client));
    await until(() => bytes.clients === 200);
    for (const one of clients) one.read();
    // In pieces that are no multiples of anything.
    const total = 200 * 64 * 50 + 64 * 37;
    while (supply.at < total) {
      supply.most = Math.min(total, supply.most + 8 * 997);
      bytes.pump();
    }
    await until(() => clients.reduce((sum, one) => sum + one.bytes().length, 0) === total);
    const shares = clients.map((one) => one.bytes().length);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(64);
    const seen = new Set<number>();
    for (const one of clients) {
      const got = one.bytes();
      for (let k = 0; k < got.length; k += 4) seen.add(got.readUInt32BE(k));
    }
    expect(seen.size).toBe(total / 4);
  });

  it('holds a bounded amount for a client that never reads, while another gets all it wants', async () => {
    const { bytes, supply, client } = await serve();
    bytes.open();
    supply.most = 0;
    await client();
    const reader = await client();
    reader.read();
    supply.most = 32 * 1024 * 1024;
    bytes.pump();
    await until(() => supply.at === supply.most);
    // The system's buffer of a Unix socket, and what this process holds of it.
    await until(() => reader.bytes().length > supply.most - 2 * 1024 * 1024);
    await until(() => supply.at - reader.bytes().length < 1024 * 1024);
    expect(bytes.clients).toBe(2);
  });

  it('closed, ends new connections at once; at an alarm, those there are', async () => {
    const { bytes, supply, client, notes } = await serve();
    const early = await client();
    early.read();
    await until(early.ended);
    expect([early.bytes().length, notes.map(({ kind }) => kind)]).toEqual([0, ['refused']]);
    bytes.open();
    const one = await client();
    one.read();
    await until(() => one.bytes().length > 1000);
    bytes.close();
    const given = supply.at;
    await until(one.ended);
    bytes.pump();
    expect(supply.at).toBe(given);
    expect(bytes.clients).toBe(0);
    const late = await client();
    late.read();
    await until(late.ended);
    expect(late.bytes().length).toBe(0);
  });

  it('keeps the rates, of a client and of all', async () => {
    const { bytes, clock, client } = await serve({ clientBytesPerSecond: 1000, bytesPerSecond: 1500 });
    bytes.open();
    const one = await client();
    one.read();
    const pass = async (seconds: number) => {
      for (let k = 0; k < seconds * 50; k++) {
        clock.advance(0.02);
        await settle(2);
      }
    };
    await pass(10);
    const alone = one.bytes().length;
    // A second's worth may have been saved up.
    expect(alone).toBeGreaterThan(9_000);
    expect(alone).toBeLessThanOrEqual(11_000);
    const two = await client();
    two.read();
    const before = one.bytes().length + two.bytes().length;
    await pass(10);
    const both = one.bytes().length + two.bytes().length - before;
    expect(both).toBeGreaterThan(13_000);
    expect(both).toBeLessThanOrEqual(16_600);
  });

  it('lets more connections wait for a place than it has, and no more than it may', async () => {
    const { bytes, supply, client, notes } = await serve({ clients: 1, waiting: 1 });
    supply.most = 0;
    bytes.open();
    const one = await client();
    const two = await client();
    const three = await client();
    three.read();
    two.read();
    await until(three.ended);
    expect([bytes.clients, bytes.waiting, two.ended()]).toEqual([1, 1, false]);
    one.socket.destroy();
    await until(() => bytes.waiting === 0);
    supply.most = 100;
    bytes.pump();
    await until(() => two.bytes().length === 100);
    expect(notes.map(({ kind }) => kind)).toEqual(['connected', 'refused', 'left', 'connected']);
  });

  it('drops a client that has read nothing for 30 s only when somebody waits for its place', async () => {
    const { bytes, clock, client, notes } = await serve({ clients: 1, waiting: 1 });
    bytes.open();
    const idle = await client();
    clock.advance(3600);
    await settle();
    expect([bytes.clients, notes.length]).toEqual([1, 1]);
    const next = await client();
    next.read();
    await until(() => next.bytes().length > 1000);
    expect(notes.map(({ kind }) => kind)).toEqual(['connected', 'dropped', 'connected']);
    // One that has just been served is not dropped.
    next.socket.pause();
    await settle();
    const third = await client();
    third.read();
    clock.advance(15);
    await settle();
    expect([bytes.clients, bytes.waiting]).toEqual([1, 1]);
    idle.read();
    await until(idle.ended);
  });
});
