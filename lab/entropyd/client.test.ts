import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { connectEntropy, type EntropyClient } from './client.js';
import { settle } from './testing/fake-source.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-client-'));
});
afterAll(() => rm(folder, { recursive: true }));

const servers: { server: Server; sockets: Socket[] }[] = [];
afterEach(() => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

let number = 0;
/** A server that does what the test says. */
async function peer(): Promise<{ path: string; accepted: Promise<Socket> }> {
  const path = join(folder, `${++number}.sock`);
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.on('error', () => undefined))).listen({ path });
  servers.push({ server, sockets });
  await once(server, 'listening');
  return { path, accepted: once(server, 'connection').then(([socket]) => socket as Socket) };
}

async function connected(clock?: VirtualClock): Promise<{ client: EntropyClient; socket: Socket }> {
  const { path, accepted } = await peer();
  const client = await connectEntropy({ path }, clock === undefined ? {} : { clock });
  return { client, socket: await accepted };
}

describe('the client of the entropy daemon', () => {
  it('reads so many bytes, in order, each once, whatever the pieces', async () => {
    const { client, socket } = await connected();
    const reads = [client.read(3), client.read(5), client.read(1)];
    for (const piece of [[1], [2, 3, 4, 5], [6, 7, 8, 9, 10]]) {
      socket.write(Uint8Array.from(piece));
      await settle(5);
    }
    expect((await Promise.all(reads)).map((bytes) => [...bytes])).toEqual([[1, 2, 3], [4, 5, 6, 7, 8], [9]]);
    expect([...(await client.read(1))]).toEqual([10]);
    client.close();
  });

  it('serves a read beside a loop in its turn', async () => {
    const { client, socket } = await connected();
    const piece = client[Symbol.asyncIterator]().next();
    const read = client.read(2);
    await settle(5);
    socket.write(Uint8Array.of(1));
    expect([...((await piece).value ?? [])]).toEqual([1]);
    socket.write(Uint8Array.of(2, 3));
    expect([...(await read)]).toEqual([2, 3]);
    client.close();
  });

  it('iterates over what comes, and closes when the loop is left', async () => {
    const { client, socket } = await connected();
    const closed = once(socket, 'close');
    socket.resume();
    socket.write(Uint8Array.of(1, 2));
    const got: number[] = [];
    for await (const piece of client) {
      got.push(...piece);
      if (got.length === 2) socket.write(Uint8Array.of(3));
      else break;
    }
    expect(got).toEqual([1, 2, 3]);
    expect(client.connected).toBe(false);
    await closed;
  });

  it('gives an error, and no bytes of its own, when the daemon ends', async () => {
    const { client, socket } = await connected();
    const read = client.read(32);
    socket.end(Uint8Array.of(1, 2));
    await expect(read).rejects.toMatchObject({ name: 'EntropyClosedError', code: 'BOARD_LOST' });
    await expect(client.read(32)).rejects.toMatchObject({ name: 'EntropyClosedError' });
    // What had come before the end was made before it.
    expect([...(await client.read(2))]).toEqual([1, 2]);
  });

  it('waits no longer than it may, and keeps what came', async () => {
    const clock = new VirtualClock();
    const { client, socket } = await connected(clock);
    // What came with the first byte is there when that is.
    socket.write(Uint8Array.of(0, 1, 2, 3));
    expect([...(await client.read(1))]).toEqual([0]);
    const read = client.read(4, { timeoutS: 5 });
    const outcome = expect(read).rejects.toMatchObject({
      name: 'EntropyTimeoutError',
      message: expect.stringContaining('gave 3 of 4 bytes in 5 s') as string,
    });
    while (clock.pending === 0) await new Promise((resolve) => setImmediate(resolve));
    clock.advance(5);
    await outcome;
    socket.write(Uint8Array.of(4));
    expect([...(await client.read(4))]).toEqual([1, 2, 3, 4]);
    expect(clock.pending).toBe(0);
    client.close();
  });

  it('can be told to stop waiting, and goes on with the next read', async () => {
    const { client, socket } = await connected();
    const stop = new AbortController();
    const read = client.read(4, { signal: stop.signal });
    stop.abort();
    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
    socket.write(Uint8Array.of(9));
    expect([...(await client.read(1))]).toEqual([9]);
    client.close();
    await expect(client.read(1)).rejects.toMatchObject({ name: 'EntropyClosedError' });
  });

  it('says that nobody listens', async () => {
    await expect(connectEntropy({ path: join(folder, 'none.sock') })).rejects.toMatchObject({
      name: 'EntropyUnavailableError',
      code: 'BOARD_NOT_FOUND',
    });
    await expect(
      connectEntropy({ path: join(folder, 'none.sock') }, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('knows what a count can be', async () => {
    const { client } = await connected();
    expect(() => client.read(0)).toThrow(/count must be an integer from 1 to 1073741824, got 0/);
    expect(() => client.read('1' as unknown as number)).toThrow(TypeError);
    client.close();
  });
});
