import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { BoardLostError, BoardNotFoundError } from '../../../base/index.js';
import { serveOnPort, type DeviceEndpoint, type SendBytes } from '../../../proto/index.js';
import { settle } from '../testing/fake-device.js';
import { InProcessTransport } from './in-process.js';
import { PortTransport } from './port.js';
import { SocketTransport } from './socket.js';
import type { Transport } from './transport.js';

/** Gives every byte back, plus one. */
class PlusOne implements DeviceEndpoint {
  closed = 0;
  drains = 0;
  hangUp: ((reason: string) => void) | undefined;
  send: SendBytes = () => true;
  receive(bytes: Uint8Array): void {
    this.send(Uint8Array.from(bytes, (b) => b + 1));
  }
  onSend(fn: SendBytes): void {
    this.send = fn;
  }
  onHangUp(fn: (reason: string) => void): void {
    this.hangUp = fn;
  }
  drained(): void {
    this.drains++;
  }
  close(): void {
    this.closed++;
  }
}

interface Heard {
  bytes: number[];
  drains: number;
  closes: (Error | undefined)[];
}
async function open(transport: Transport, signal?: AbortSignal): Promise<Heard> {
  const heard: Heard = { bytes: [], drains: 0, closes: [] };
  await transport.open(
    {
      onData: (bytes) => heard.bytes.push(...bytes),
      onDrain: () => heard.drains++,
      onClose: (error) => heard.closes.push(error),
    },
    signal,
  );
  return heard;
}
async function until(check: () => boolean): Promise<void> {
  while (!check()) await settle(1);
}

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});
const aborted = (): AbortSignal => {
  const controller = new AbortController();
  controller.abort();
  return controller.signal;
};

describe('in-process', () => {
  it('carries bytes both ways, in order, never inside the call that sends them', async () => {
    const device = new PlusOne();
    const transport = new InProcessTransport(device, 'x');
    const heard = await open(transport);
    transport.send(Uint8Array.of(1));
    transport.send(Uint8Array.of(2, 3));
    expect(heard.bytes).toEqual([]);
    await settle();
    expect(heard.bytes).toEqual([2, 3, 4]);
    await transport.close();
    await transport.close();
    expect(device.closed).toBe(1);
    transport.send(Uint8Array.of(9));
    await settle();
    expect(heard).toMatchObject({ bytes: [2, 3, 4], closes: [] });
  });
  it('asks for a pause when much is queued, both ways, and says when it has drained', async () => {
    const device = new PlusOne();
    const transport = new InProcessTransport(device);
    let answers = 0;
    const held: boolean[] = [];
    await transport.open({ onData: () => answers++, onDrain: () => held.push(false), onClose: () => undefined });
    const megabyte = (): Uint8Array => new Uint8Array(1 << 20);
    expect([transport.send(megabyte()), transport.send(megabyte())]).toEqual([true, false]);
    await settle();
    expect(held).toEqual([false]);
    expect(answers).toBe(2);
    expect(device.drains).toBe(1);
    await transport.close();
  });
  it('tells when the board hangs up', async () => {
    const device = new PlusOne();
    const heard = await open(new InProcessTransport(device, 'x'));
    device.hangUp?.('it is tired');
    device.hangUp?.('again');
    expect(heard.closes.length).toBe(1);
    expect(heard.closes[0]).toBeInstanceOf(BoardLostError);
    expect(heard.closes[0]?.message).toMatch(/x: the board closed the link: it is tired/);
  });
  it('does not open when aborted', async () => {
    await expect(open(new InProcessTransport(new PlusOne()), aborted())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('port', () => {
  function pair(): { device: PlusOne; transport: PortTransport } {
    const { port1, port2 } = new MessageChannel();
    const device = new PlusOne();
    serveOnPort(device, {
      postMessage: (message, transfer) => port2.postMessage(message, transfer),
      on: (event, listener) => port2.on(event, listener),
    });
    const transport = new PortTransport({ name: 'port', start: () => port1, stop: async () => port1.close() });
    cleanups.push(() => port1.close());
    return { device, transport };
  }
  it('transfers whole buffers and copies slices, so that pools stay ours', async () => {
    const { device, transport } = pair();
    const heard = await open(transport);
    const own = Uint8Array.of(1, 2);
    const pool = Uint8Array.of(10, 20, 30, 40);
    transport.send(own);
    transport.send(pool.subarray(1, 3));
    await until(() => heard.bytes.length === 4);
    expect(heard.bytes).toEqual([2, 3, 21, 31]);
    expect(own.length).toBe(0);
    expect(pool).toEqual(Uint8Array.of(10, 20, 30, 40));
    await transport.close();
    await until(() => device.closed > 0);
    expect(device.closed).toBe(1);
    expect(heard.closes).toEqual([]);
  });
  it('bounds what the other side has not read', async () => {
    const { transport } = pair();
    const heard: Heard = { bytes: [], drains: 0, closes: [] };
    let answered = 0;
    await transport.open({
      onData: (b) => (answered += b.length),
      onDrain: () => heard.drains++,
      onClose: () => undefined,
    });
    let sent = 0;
    while (transport.send(new Uint8Array(65_548))) sent++;
    expect(sent).toBe(31);
    await until(() => heard.drains > 0);
    await until(() => answered === 32 * 65_548);
    expect(transport.send(new Uint8Array(10))).toBe(true);
    await transport.close();
  });
  it('tells when the other side ends', async () => {
    const { port1, port2 } = new MessageChannel();
    const transport = new PortTransport({ name: 'sim:x', start: () => port1, stop: async () => undefined });
    const heard = await open(transport);
    port2.close();
    await until(() => heard.closes.length > 0);
    expect(heard.closes).toEqual([expect.any(BoardLostError)]);
  });
});

describe('socket', () => {
  function serve(listen: (server: Server) => void, onSocket: (socket: Socket) => void): Promise<Server> {
    return new Promise((resolve) => {
      const sockets = new Set<Socket>();
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined);
        onSocket(socket);
      });
      cleanups.push(() => {
        for (const socket of sockets) socket.destroy();
        return new Promise((done) => server.close(done));
      });
      server.on('listening', () => resolve(server));
      listen(server);
    });
  }
  const portOf = (server: Server): number => (server.address() as { port: number }).port;
  const echo = (socket: Socket): void => void socket.on('data', (bytes) => socket.write(bytes));

  it('carries bytes over TCP and over a Unix socket', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spindrift-'));
    cleanups.push(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'board.sock');
    const tcp = await serve((server) => server.listen(0, '127.0.0.1'), echo);
    await serve((server) => server.listen(path), echo);
    for (const transport of [
      new SocketTransport({ host: '127.0.0.1', port: portOf(tcp) }),
      new SocketTransport({ path }),
    ]) {
      const heard = await open(transport);
      transport.send(Uint8Array.of(1, 2, 3));
      await until(() => heard.bytes.length === 3);
      expect(heard.bytes).toEqual([1, 2, 3]);
      await transport.close();
      await transport.close();
      expect(heard.closes).toEqual([]);
    }
  });
  it('names what does not answer and what to do', async () => {
    const server = await serve((s) => s.listen(0, '127.0.0.1'), echo);
    const port = portOf(server);
    await cleanups.pop()?.();
    const error: unknown = await open(new SocketTransport({ host: '127.0.0.1', port })).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(BoardNotFoundError);
    expect(String(error)).toMatch(new RegExp(`no board answers at tcp://127.0.0.1:${port}: .*ECONNREFUSED`));
    await expect(open(new SocketTransport({ path: '/nowhere/board.sock' }))).rejects.toMatchObject({
      code: 'BOARD_NOT_FOUND',
      nextStep: /path of the socket/,
    });
  });
  it('tells when the peer closes', async () => {
    const server = await serve(
      (s) => s.listen(0, '127.0.0.1'),
      (socket) => socket.end(),
    );
    const heard = await open(new SocketTransport({ host: '127.0.0.1', port: portOf(server) }));
    await until(() => heard.closes.length > 0);
    expect(heard.closes).toEqual([expect.any(BoardLostError)]);
  });
  it('asks for a pause when the peer does not read, and close() does not wait for it', async () => {
    const server = await serve(
      (s) => s.listen(0, '127.0.0.1'),
      (socket) => socket.pause(),
    );
    const transport = new SocketTransport({ host: '127.0.0.1', port: portOf(server) });
    await open(transport);
    let more = true;
    for (let k = 0; k < 1000 && more; k++) more = transport.send(new Uint8Array(65_536));
    expect(more).toBe(false);
    await transport.close();
  });
  it('does not open when aborted', async () => {
    const transport = new SocketTransport({ host: '127.0.0.1', port: 1 });
    await expect(open(transport, aborted())).rejects.toMatchObject({ name: 'AbortError' });
  });
});
