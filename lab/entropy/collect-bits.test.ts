import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { BoardLostError, VirtualClock } from '../../base/index.js';
import { openBoard, type Board } from '../../firmware-host/host/index.js';
import type { BitRecord } from './bit-record.js';
import { collectBits, type ByteSink, type CollectedBits, type CollectOptions } from './collect-bits.js';
import { scriptedBoard } from './testing/scripted-board.js';

class MemorySink implements ByteSink {
  readonly first: BitRecord;
  readonly pieces: Uint8Array[] = [];
  last: BitRecord | undefined;
  constructor(first: BitRecord) {
    this.first = first;
  }
  async write(bytes: Uint8Array): Promise<boolean> {
    this.pieces.push(bytes);
    return true;
  }
  async close(record: BitRecord): Promise<void> {
    this.last = record;
  }
  get bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.pieces));
  }
}

async function collect(
  board: Parameters<typeof collectBits>[0],
  options: CollectOptions,
): Promise<CollectedBits & { readonly sink: MemorySink; readonly bytes: Uint8Array }> {
  let sink: MemorySink | undefined;
  const collected = await collectBits(board, options, async (record) => (sink = new MemorySink(record)));
  return { ...collected, sink: sink!, bytes: sink!.bytes };
}

let board: Board | undefined;
afterEach(async () => {
  await board?.close();
  board = undefined;
});
const open = async (uri: string): Promise<Board> => (board = await openBoard(uri, { inThread: true }));
const bit = (bytes: Uint8Array, k: number): number => (bytes[k >> 3]! >> (k & 7)) & 1;

describe('bits of a simulated board', () => {
  it('are those of its stream, bit for bit, and marked from before the first', async () => {
    const wanted = 20_000;
    const { record, error, bytes, sink } = await collect(await open('sim:typical?seed=3'), {
      bytes: wanted,
      mode: 'raw',
    });
    expect(error).toBeUndefined();
    const twin = await openBoard('sim:typical?seed=3', { inThread: true });
    await twin.arm();
    expect(bytes).toEqual(await twin.openBits({ totalBits: wanted * 8 }).readBits(wanted * 8));
    await twin.close();

    expect(sink.first).toMatchObject({ status: 'writing', notEntropy: true, mark: 'PSEUDO-RANDOM: NOT ENTROPY' });
    expect(sink.last).toBe(record);
    expect(record).toMatchObject({
      status: 'finished',
      notEntropy: true,
      mode: 'raw',
      bytes: wanted,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      board: { uri: 'sim:typical?seed=3', kind: 'simulated' },
      drive: { amplitudeV: 1.6 },
      gaps: { count: 0 },
      safe: true,
    });
    expect(record.temperature.end?.dieK).toBeGreaterThan(250);
    expect(record.blocks).toMatchObject({ firstSeq: 0, lastSeq: record.blocks.received - 1, lost: 0 });
    expect((await board!.getState()).state).toBe('safe');
  });

  it('lie in the order that the record states: dead cells of a broken board are where shots say they are', async () => {
    const device = await open('sim:broken?seed=2&rows=16&cols=16');
    const [rows, cols, shots, turns] = [16, 16, 64, 40];
    const { record, bytes } = await collect(device, { bytes: (rows * cols * shots * turns) / 8, mode: 'raw' });
    expect(record.order).toMatchObject({ rows, columns: cols });
    expect(record.order.cells).toContain(
      `bit k is column k mod ${cols}, shot k/${cols} mod ${shots} of the row k/${cols * shots} mod ${rows}`,
    );
    const ones = new Uint32Array(rows * cols);
    for (let k = 0; k < bytes.length * 8; k++) {
      const row = Math.floor(k / (cols * shots)) % rows;
      ones[row * cols + (k % cols)]! += bit(bytes, k);
    }
    const trials = shots * turns;
    const dead = [...ones].map((count) => count === 0 || count === trials);

    await device.arm();
    const each = 2000;
    const expected: boolean[] = [];
    for (let row = 0; row < rows; row++) {
      const stream = device.openShots({ rowMask: 1n << BigInt(row), shots: each });
      const pieces: Uint8Array[] = [];
      for await (const block of stream) pieces.push(block.bytes);
      const outcomes = new Uint8Array(Buffer.concat(pieces));
      for (let col = 0; col < cols; col++) {
        let count = 0;
        for (let shot = 0; shot < each; shot++) count += bit(outcomes, shot * cols + col);
        expected.push(count === 0 || count === each);
      }
    }
    expect(dead).toEqual(expected);
    const share = expected.filter(Boolean).length / expected.length;
    expect(share).toBeGreaterThan(0.1); // row 5 and column 9 at least
    expect(share).toBeLessThan(0.3);
  });

  it('can be folded or debiased, and say so', async () => {
    const device = await open('sim:ideal?rows=8&cols=16');
    const folded = await collect(device, { bytes: 512, mode: 'debiased', xorStages: 2 });
    expect(folded.record).toMatchObject({ mode: 'debiased', vonNeumann: false, xorStages: 2 });
    expect(folded.record.processing).toMatch(/XOR of 4 columns.*not vetted conditioning/);
    const pairs = await collect(device, { bytes: 512, mode: 'debiased', controller: true });
    expect(pairs.record).toMatchObject({ vonNeumann: true, controller: true, bytes: 512, status: 'finished' });
    expect(pairs.record.processing).toMatch(/von Neumann.*not vetted conditioning/);
  });

  it('keeps what arrived when it is stopped', async () => {
    const stop = new AbortController();
    const device = await open('sim:ideal?rows=64&cols=64');
    const { record, error, bytes } = await collect(device, {
      bytes: 1e9,
      mode: 'raw',
      signal: stop.signal,
      onProgress: (done) => {
        if (done > 50_000) stop.abort();
      },
    });
    expect(error).toBeUndefined();
    expect(record).toMatchObject({ status: 'interrupted', bytes: bytes.length, wantedBytes: 1e9, safe: true });
    expect(record.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(bytes.length).toBeGreaterThan(50_000);
  });

  it('takes no options that make no sense, and disturbs no board for them', async () => {
    const { fake, calls } = scriptedBoard([]);
    for (const options of [
      { bytes: 0, mode: 'raw' },
      { bytes: 1.5, mode: 'raw' },
      { bytes: 8, mode: 'raw', xorStages: 1 },
      { bytes: 8, mode: 'debiased', xorStages: 4 },
      { bytes: 8, mode: 'drbg' as 'raw' },
    ] as CollectOptions[])
      await expect(collect(fake, options)).rejects.toThrow(RangeError);
    expect(calls).toEqual([]);
  });
});

describe('a board by script', () => {
  const clock = new VirtualClock();

  it('has its losses, pauses and unhealthy blocks noted by the byte they come before', async () => {
    const { fake } = scriptedBoard([
      { bytes: Uint8Array.of(1, 2) },
      { bytes: Uint8Array.of(3), gap: 4, unhealthy: true },
      { bytes: Uint8Array.of(4, 5), paused: true, notEntropy: true },
    ]);
    const { record, bytes } = await collect(fake, { bytes: 5, mode: 'raw', clock });
    expect(bytes).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
    expect(record).toMatchObject({
      status: 'finished',
      blocks: { received: 3, firstSeq: 0, lastSeq: 6, lost: 4 },
      gaps: { count: 1, places: [{ atByte: 2, seq: 5, lostBlocks: 4 }] },
      unhealthy: { count: 1, places: [{ atByte: 2, seq: 5 }] },
      pauses: { count: 1, places: [{ atByte: 3, seq: 6 }] },
      started: clock.date().toISOString(),
    });
    // One block that says so is enough, whatever the board says of itself.
    expect(record).toMatchObject({ notEntropy: true, mark: 'PSEUDO-RANDOM: NOT ENTROPY', board: { kind: 'real' } });
  });

  it('has raw bits told about by the host’s tests, and gets every one of them all the same', async () => {
    const stuck = new Uint8Array(4096).fill(255);
    const { record, bytes } = await collect(scriptedBoard([{ bytes: stuck }]).fake, {
      bytes: 4096,
      mode: 'raw',
      clock,
    });
    expect(bytes).toEqual(stuck);
    // The run of 76 samples is the permanent cutoff at 2^-60 for 0.8 bit.
    expect(record.health).toMatchObject({ minEntropy: 0.8, testedBits: 32_768, byTest: { repetitionCount: 1 } });
    expect(record.health!.first[0]).toMatchObject({ test: 'repetitionCount', severity: 'permanent', index: 75 });
    const claimed = await collect(scriptedBoard([{ bytes: stuck }]).fake, {
      bytes: 8,
      mode: 'raw',
      minEntropy: 1,
      clock,
    });
    expect(claimed.record.health!.first[0]).toMatchObject({ limit: 61 });
    const debiased = await collect(scriptedBoard([{ bytes: stuck }]).fake, { bytes: 8, mode: 'debiased', clock });
    expect(debiased.record.health).toBeNull();
    await expect(collect(scriptedBoard([]).fake, { bytes: 8, mode: 'raw', minEntropy: 0, clock })).rejects.toThrow(
      RangeError,
    );
  });

  it('of silicon is not marked', async () => {
    const { fake } = scriptedBoard([{ bytes: Uint8Array.of(7) }]);
    const { record, sink } = await collect(fake, { bytes: 1, mode: 'raw', clock });
    expect([sink.first.notEntropy, record.notEntropy, record.mark]).toEqual([false, false, undefined]);
  });

  it('that is lost leaves what arrived, with the reason', async () => {
    const lost = new BoardLostError('the board is gone');
    const { fake } = scriptedBoard([{ bytes: Uint8Array.of(1, 2, 3) }], lost);
    const { record, error, bytes } = await collect(fake, { bytes: 9, mode: 'raw', clock });
    expect(error).toBe(lost);
    expect(bytes).toEqual(Uint8Array.of(1, 2, 3));
    expect(record).toMatchObject({ status: 'failed', bytes: 3, error: { code: 'BOARD_LOST' }, safe: false });
  });

  it('that ends its stream too early has failed', async () => {
    const { fake } = scriptedBoard([{ bytes: Uint8Array.of(1, 2, 3) }]);
    const { record, error } = await collect(fake, { bytes: 9, mode: 'raw', clock });
    expect(record).toMatchObject({ status: 'failed', bytes: 3, error: { code: 'DATA_LOSS' } });
    expect(error).toMatchObject({ message: 'the board ended the bit stream after 3 of 9 bytes' });
  });

  it('is made safe when the output fails, and the first failure is the one that is told', async () => {
    const { fake, calls } = scriptedBoard([{ bytes: Uint8Array.of(1) }]);
    const full = new Error('the disk is full');
    const { record, error } = await collectBits(fake, { bytes: 1, mode: 'raw', clock }, async () => ({
      write: () => Promise.reject(full),
      close: () => Promise.reject(new Error('and the name is gone')),
    }));
    expect(error).toBe(full);
    expect(record).toMatchObject({ status: 'failed', bytes: 0, error: { message: 'the disk is full' } });
    expect(calls).toEqual(['arm', 'getState', 'readTelemetry', 'openBits', 'readTelemetry', 'makeSafe']);
  });

  it('is made safe when the output cannot even be opened', async () => {
    const { fake, calls } = scriptedBoard([]);
    const cannot = new Error('read-only');
    await expect(collectBits(fake, { bytes: 1, mode: 'raw', clock }, () => Promise.reject(cannot))).rejects.toBe(
      cannot,
    );
    expect(calls.at(-1)).toBe('makeSafe');
  });

  it('is asked for no more when the reader leaves', async () => {
    const { fake } = scriptedBoard([
      { bytes: Uint8Array.of(1) },
      { bytes: Uint8Array.of(2) },
      { bytes: Uint8Array.of(3) },
    ]);
    let taken = 0;
    const { record, error } = await collectBits(fake, { bytes: 3, mode: 'raw', clock }, async () => ({
      write: async () => ++taken < 2,
      close: async () => undefined,
    }));
    expect(error).toBeUndefined();
    expect([taken, record.status, record.bytes]).toEqual([2, 'interrupted', 1]);
  });
});
