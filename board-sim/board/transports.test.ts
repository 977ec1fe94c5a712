import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  FrameParser,
  FrameType,
  HOST_RECEIVES,
  decodeReply,
  encodeFrame,
  encodeRequest,
  toU64,
  type Reply,
} from '../../proto/index.js';
import { createSimulatedBoard } from './simulated-board.js';
import { serveTcp, type ServeAddress } from './serve-tcp.js';
import { TestHost } from './testing/test-host.js';

const helloFrame = encodeFrame(
  FrameType.CONTROL_TO_DEVICE,
  encodeRequest({ id: 1, body: 'hello', hello: { protocolMajor: 1, nonce: 9 } }),
);

/** Connects, says Hello, resolves with the first answer and a promise of the end. */
function greet(address: ServeAddress): Promise<{ reply: Reply; ended: Promise<void>; end: () => void }> {
  return new Promise((resolve, reject) => {
    const socket = 'path' in address ? connect(address.path) : connect(address.port, address.host ?? '127.0.0.1');
    const ended = new Promise<void>((over) => socket.on('close', () => over()));
    const parser = new FrameParser({
      accept: HOST_RECEIVES,
      onFrame: (_type, payload) => resolve({ reply: decodeReply(payload.slice()), ended, end: () => socket.end() }),
    });
    socket.on('data', (bytes) => parser.push(bytes));
    socket.on('error', reject);
    socket.write(helloFrame);
    void ended.then(() => reject(new Error('closed')));
  });
}

describe('serveTcp', () => {
  it('serves one host at a time, over TCP', async () => {
    const board = createSimulatedBoard({ rows: 4, cols: 4 });
    const served = await serveTcp(board, { port: 0 });
    const { hostname, port } = new URL(served.uri);
    const address = { host: hostname, port: Number(port) };
    const first = await greet(address);
    expect(first.reply.body).toBe('helloReply');
    await expect(greet(address)).rejects.toThrow();
    first.end();
    await first.ended;
    const second = await greet(address);
    expect(second.reply.body).toBe('helloReply');
    await served.close();
    await second.ended;
  });

  it('serves over a Unix socket', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spindrift-'));
    const address = { path: join(folder, 'board.sock') };
    const served = await serveTcp(createSimulatedBoard({ rows: 4, cols: 4 }), address);
    expect(served.uri).toBe(`unix:${address.path}`);
    const { reply, ended } = await greet(address);
    expect(reply.body).toBe('helloReply');
    await served.close();
    await ended;
    rmSync(folder, { recursive: true });
  });

  it('closes the connection when the board does', async () => {
    const board = createSimulatedBoard({ rows: 4, cols: 4, faults: { closeAfterFrames: 0 } });
    const served = await serveTcp(board, { port: 0 });
    const { hostname, port } = new URL(served.uri);
    await expect(greet({ host: hostname, port: Number(port) })).rejects.toThrow('closed');
    await served.close();
  });
});

describe('faults of the link', () => {
  it('close it after a number of frames', async () => {
    const host = new TestHost({ faults: { closeAfterFrames: 5 } }).arm();
    const id = host.send('openBits', { totalBits: toU64(4096 * 8 * 10) });
    host.credit(id, 10);
    await Promise.resolve();
    expect(host.hungUp).toMatch(/closes/);
    expect(host.blocks).toHaveLength(2); // Hello, arm, StreamOpened went before
    expect(host.board.core.safety.armed).toBe(false);
  });

  it('silence the board', () => {
    const host = new TestHost({ faults: { silentAfterFrames: 2 } }).arm();
    host.send('getState', {});
    host.clock.advance(5);
    expect(host.replies).toHaveLength(2);
  });

  it('lose chosen blocks', () => {
    const host = new TestHost({ faults: { dropBlocks: [1, 3] } }).arm();
    const id = host.send('openBits', { totalBits: toU64(4096 * 8 * 5) });
    host.credit(id, 10);
    expect(host.blocksOf(id).map((block) => block.seq)).toEqual([0, 2, 4]);
  });
});
