import { describe, expect, it } from 'vitest';
import { BlockFlag, BlockFormat, decodeDataBlock, newDataFrame, type DataBlock } from '../data-block.js';
import { FRAME_HEADER_BYTES } from '../frame.js';
import { UNLIMITED_CREDIT } from '../version.js';
import { BlockReader, BlockWriter } from './block-numbers.js';
import { BoardTime } from './board-time.js';
import { CreditWindow, GrantPolicy } from './credit.js';

function read(frame: Uint8Array): DataBlock {
  const block = decodeDataBlock(frame.subarray(FRAME_HEADER_BYTES));
  if (!block) throw new Error('no block');
  return block;
}

describe('credit', () => {
  it('adds grants and never goes below zero', () => {
    const credit = new CreditWindow();
    expect(credit.take()).toBe(false);
    credit.grant(2);
    credit.grant(1);
    expect([credit.take(), credit.take(), credit.take(), credit.take()]).toEqual([true, true, true, false]);
    expect(credit.available).toBe(0);
  });
  it('has an unlimited form', () => {
    const credit = new CreditWindow();
    credit.grant(UNLIMITED_CREDIT);
    for (let k = 0; k < 100; k++) expect(credit.take()).toBe(true);
    expect(credit.available).toBe(Infinity);
  });
  it('is granted again when half the window was consumed, and grants exactly what was consumed', () => {
    for (const window of [1, 2, 3, 8, 17]) {
      const policy = new GrantPolicy(window);
      const credit = new CreditWindow();
      credit.grant(window);
      let sent = 0;
      for (let k = 0; k < 1000; k++) {
        expect(credit.take()).toBe(true);
        sent++;
        const more = policy.consumed();
        if (more) credit.grant(more);
        expect(credit.available).toBeLessThanOrEqual(window);
      }
      expect(sent).toBe(1000);
    }
  });
  it('refuses a window of nothing', () => {
    for (const window of [0, -1, 1.5, Number.NaN]) expect(() => new GrantPolicy(window)).toThrow(RangeError);
  });
});

describe('block numbers', () => {
  it('mark gaps and pauses on the next block and count them exactly', () => {
    const writer = new BlockWriter({ streamId: 5, format: BlockFormat.BITS_LSB, flags: BlockFlag.NOT_ENTROPY });
    const reader = new BlockReader();
    const next = (flags = 0): DataBlock => read(writer.seal(newDataFrame(4), 1, flags));
    const first = next();
    expect([first.seq, first.flags]).toEqual([0, BlockFlag.NOT_ENTROPY]);
    expect(reader.accept(first)).toBe(0);
    writer.drop();
    writer.drop();
    writer.pause();
    writer.pause();
    const second = next();
    expect([second.seq, second.flags]).toEqual([3, BlockFlag.NOT_ENTROPY | BlockFlag.GAP | BlockFlag.PAUSED]);
    expect(reader.accept(second)).toBe(2);
    expect(reader.accept(second)).toBe(-1);
    const last = next(BlockFlag.END);
    expect(last.flags).toBe(BlockFlag.NOT_ENTROPY | BlockFlag.END);
    expect(reader.accept(last)).toBe(0);
    expect(reader.accept(next())).toBe(-1);
    expect([writer.blocks, writer.dropped, writer.pauses, writer.bytes]).toEqual([6, 2, 1, 16]);
    expect([reader.blocks, reader.missing, reader.bytes, reader.ended]).toEqual([3, 2, 12, true]);
  });
});

describe('BoardTime', () => {
  it('follows a clock through its wraps, a little backwards too', () => {
    const time = new BoardTime();
    const truth = [0, 10, 4_294_967_290, 4_294_967_300, 4_294_967_295, 8_589_934_000, 8_589_935_000];
    const seen: number[] = [];
    for (const t of truth) {
      if (t === 4_294_967_290 || t === 8_589_934_000) time.observe(t - 1000);
      seen.push(time.unwrap(t % 4_294_967_296));
    }
    expect(seen).toEqual(truth);
  });
});
