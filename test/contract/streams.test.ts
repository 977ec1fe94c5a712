/** Calls and streams: deadline and cancel, credit, pauses, losses, ends. */
import { expect, it } from 'vitest';
import {
  BlockFlag,
  FrameType,
  UNLIMITED_CREDIT,
  encodeFrame,
  encodeRequest,
  spindrift,
  u64ToNumber,
  type DataBlock,
  type Reply,
  type RequestFields,
} from '../../proto/index.js';
import { onEveryBoard } from './bench.js';
import type { RawClient } from './raw-client.js';

const { BoardKind, Overflow, Status } = spindrift.v1;
const BLOCK = 64;

type BitFields = NonNullable<RequestFields['openBits']>;
async function openBits(raw: RawClient, fields: BitFields = {}, deadlineMs = 0): Promise<number> {
  const configHash = await raw.arm();
  const id = raw.request({ configHash, deadlineMs, body: 'openBits', openBits: { blockBytes: BLOCK, ...fields } });
  await raw.opened(id);
  return id;
}
const grant = (raw: RawClient, streamId: number, blocks: number): void =>
  raw.notify({ body: 'streamCredit', streamCredit: { streamId, blocks } });
const stats = (reply: Reply) => {
  if (reply.body !== 'streamStats') throw new Error(`no stats: status ${reply.status} ${reply.detail}`);
  const { blocks, bytes, dropped, items } = reply.streamStats;
  return {
    blocks: u64ToNumber(blocks),
    bytes: u64ToNumber(bytes),
    dropped: u64ToNumber(dropped),
    items: u64ToNumber(items),
    pauses: reply.streamStats.pauses,
  };
};
const numbers = (blocks: readonly DataBlock[]): number[] => blocks.map((block) => block.seq);

onEveryBoard('streams', (set) => {
  it('nothing comes without credit, and exactly what was granted with it', async () => {
    const raw = await (await set()).raw();
    const id = await openBits(raw);
    await raw.sync();
    expect(raw.blocks.length).toBe(0);
    let granted = 0;
    for (const blocks of [1, 1, 3, 7]) {
      grant(raw, id, blocks);
      granted += blocks;
      await raw.blocksOf(granted);
      await raw.sync();
      expect(raw.blocks.length).toBe(granted);
    }
    expect(numbers(raw.blocks)).toEqual(Array.from({ length: granted }, (_, k) => k));
    expect(raw.blocks.every((block) => block.streamId === id && block.data.length === BLOCK)).toBe(true);
  });

  it('grants add up', async () => {
    const raw = await (await set()).raw();
    const id = await openBits(raw);
    for (let k = 0; k < 5; k++) grant(raw, id, 2);
    await raw.blocksOf(10);
    await raw.sync();
    expect(raw.blocks.length).toBe(10);
  });

  it('a lossless generator stands still without credit: the next block says PAUSED and none is missing', async () => {
    const bench = await set();
    const raw = await bench.raw();
    const id = await openBits(raw, { totalBits: 4 * BLOCK * 8 });
    grant(raw, id, 2);
    await raw.blocksOf(2);
    await bench.board.pass(0.2);
    expect(raw.blocks.length).toBe(2);
    grant(raw, id, 2);
    const final = stats(await raw.final(id));
    expect(numbers(raw.blocks)).toEqual([0, 1, 2, 3]);
    expect(raw.blocks[2]!.flags & BlockFlag.PAUSED).toBe(BlockFlag.PAUSED);
    expect(raw.blocks[3]!.flags & BlockFlag.PAUSED).toBe(0);
    expect(raw.blocks.every((block) => (block.flags & BlockFlag.GAP) === 0)).toBe(true);
    expect(final).toMatchObject({ blocks: 4, bytes: 4 * BLOCK, dropped: 0 });
    expect(final.pauses).toBeGreaterThanOrEqual(1);
  });

  it('a window of one block works: stop and wait', async () => {
    const raw = await (await set()).raw();
    const id = await openBits(raw, { totalBits: 6 * BLOCK * 8 });
    for (let k = 1; k <= 6; k++) {
      grant(raw, id, 1);
      expect((await raw.blocksOf(k)).length).toBe(k);
    }
    expect(stats(await raw.final(id))).toMatchObject({ blocks: 6, bytes: 6 * BLOCK });
  });

  it('total_bits ends with END on the last block, its unused bits counted in tail, then the final frame', async () => {
    const raw = await (await set()).raw();
    const id = await openBits(raw, { totalBits: BLOCK * 8 + 13 });
    grant(raw, id, 5);
    expect(stats(await raw.final(id))).toMatchObject({ blocks: 2, bytes: BLOCK + 2, dropped: 0 });
    const last = raw.blocks[1]!;
    expect([last.flags & BlockFlag.END, last.data.length, last.tail]).toEqual([BlockFlag.END, 2, 3]);
    expect(last.data[1]! >> 5).toBe(0);
  });

  it('times of blocks never go back, and every block of a stand-in is marked NOT_ENTROPY', async () => {
    const bench = await set();
    const raw = await bench.raw(false);
    const greeting = await raw.hello();
    if (greeting.body !== 'helloReply') throw new Error('no hello');
    const id = await openBits(raw, { totalBits: 20 * BLOCK * 8 });
    grant(raw, id, 20);
    await raw.final(id);
    const real = greeting.helloReply.identity?.kind === BoardKind.BOARD_KIND_REAL;
    expect(raw.blocks.length).toBe(20);
    for (const [k, block] of raw.blocks.entries()) {
      expect((block.flags & BlockFlag.NOT_ENTROPY) !== 0).toBe(!real);
      expect(block.timeUs).toBeGreaterThanOrEqual(raw.blocks[Math.max(0, k - 1)]!.timeUs);
    }
  });

  it('a lossy stream that nobody reads drops blocks and counts every one', async () => {
    const bench = await set();
    const raw = await bench.raw();
    const id = await openBits(raw, { overflow: Overflow.OVERFLOW_DROP });
    grant(raw, id, 1);
    await raw.blocksOf(1);
    await bench.board.pass(0.1);
    grant(raw, id, 40);
    await raw.blocksOf(41);
    raw.notify({ body: 'streamClose', streamClose: { streamId: id } });
    const final = stats(await raw.final(id));
    let missing = 0;
    for (const [k, block] of raw.blocks.entries()) {
      const gap = block.seq - (k === 0 ? 0 : raw.blocks[k - 1]!.seq + 1);
      expect((block.flags & BlockFlag.GAP) !== 0).toBe(gap > 0);
      missing += gap;
    }
    expect(missing).toBeGreaterThan(0);
    expect(final.dropped).toBeGreaterThanOrEqual(missing);
    expect(final.blocks).toBe(raw.blocks.length + final.dropped);
  });

  it('unlimited credit keeps a lossy stream coming until it is closed in good order', async () => {
    const raw = await (await set()).raw();
    const id = await openBits(raw, { overflow: Overflow.OVERFLOW_DROP });
    grant(raw, id, UNLIMITED_CREDIT);
    await raw.blocksOf(50);
    raw.notify({ body: 'streamClose', streamClose: { streamId: id } });
    const final = await raw.final(id);
    expect(final.status).toBe(Status.STATUS_OK);
    const last = raw.blocks.at(-1)!;
    expect(last.flags & BlockFlag.END).toBe(BlockFlag.END);
    expect(stats(final).blocks).toBe(last.seq + 1);
  });

  it('Cancel ends a stream CANCELLED; Cancel, credit and close for ids that are not open are ignored', async () => {
    const raw = await (await set()).raw();
    const id = await openBits(raw);
    grant(raw, id, 3);
    raw.notify({ body: 'cancel', cancel: { targetId: id } });
    expect((await raw.final(id)).status).toBe(Status.STATUS_CANCELLED);
    const count = raw.blocks.length;
    for (const target of [id, 123_456]) {
      raw.notify({ body: 'cancel', cancel: { targetId: target } });
      raw.notify({ body: 'streamClose', streamClose: { streamId: target } });
      grant(raw, target, 5);
      raw.block({ streamId: target }, new Uint8Array(8));
    }
    await raw.sync();
    expect(raw.blocks.length).toBe(count);
    expect(raw.replies.filter((reply) => reply.id === id && reply.end).length).toBe(1);
  });

  it('the board keeps the deadline of a call itself', async () => {
    const bench = await set();
    const raw = await bench.raw();
    const id = await openBits(raw, {}, 300);
    await bench.board.pass(0.2);
    expect(raw.replies.some((reply) => reply.id === id && reply.end)).toBe(false);
    await bench.board.pass(0.2);
    expect((await raw.final(id)).status).toBe(Status.STATUS_DEADLINE_EXCEEDED);
    expect((await raw.sync()).state).toBe(spindrift.v1.BoardState.BOARD_STATE_ARMED);
  });

  it('an id that is in use is refused, whatever the verb', async () => {
    const raw = await (await set()).raw();
    const watch = raw.request({ body: 'openTelemetry', openTelemetry: { periodMs: 60_000 } });
    await raw.find((reply) => reply.id === watch);
    raw.bytes(encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest({ id: watch, body: 'arm', arm: {} })));
    const refused = await raw.find((reply) => reply.id === watch && reply.end);
    expect(refused.status).not.toBe(Status.STATUS_OK);
    expect((await raw.sync()).state).toBe(spindrift.v1.BoardState.BOARD_STATE_SAFE);
  });

  it('upward blocks beyond the grant or out of order end their stream, and nothing else', async () => {
    const bench = await set();
    for (const seq of [1, 0]) {
      const raw = await bench.raw();
      const configHash = await raw.arm();
      const window = { tile: 0, rowFirst: 0, rows: 4, colFirst: 0, cols: 4 };
      const id = raw.request({ configHash, body: 'openMultiply', openMultiply: { plan: { window, inputBits: 1 } } });
      await raw.opened(id);
      const granted = await raw.find((reply) => reply.id === id && reply.body === 'streamCredit');
      const credit = granted.body === 'streamCredit' ? granted.streamCredit.blocks : 0;
      expect(credit).toBeGreaterThan(0);
      // No downward credit: the board cannot work on any, so no further grant comes.
      const count = seq === 1 ? 1 : credit + 1;
      for (let k = 0; k < count; k++) raw.block({ streamId: id, seq: seq + k }, new Uint8Array(4));
      const { status } = await raw.final(id);
      expect([Status.STATUS_DATA_LOSS, Status.STATUS_RESOURCE_EXHAUSTED, Status.STATUS_INVALID_ARGUMENT]).toContain(
        status,
      );
      await raw.sync();
      await raw.close();
      await bench.board.pass(0.1);
    }
  });
});
