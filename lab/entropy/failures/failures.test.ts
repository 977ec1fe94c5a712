import { afterEach, describe, expect, it } from 'vitest';
import { openBoard, parseBoardUri, type Board } from '../../../firmware-host/host/index.js';
import { FAILURE_CASES, failureCasesOf, placeOf } from './failure-cases.js';
import { FirmwareTests } from './firmware-tests.js';
import { latencyQuantile } from './latency-quantile.js';
import { watchFailure, WATCHERS } from './watch-failure.js';

describe('the firmware’s tests', () => {
  const feed = (tests: FirmwareTests, bits: readonly number[]): number[] =>
    bits.flatMap((bit, k) => (tests.sample(0, Uint8Array.of(bit), k) ? [k] : []));

  it('tell of the 81st equal sample, and once', () => {
    const bits = [0, ...Array<number>(200).fill(1)];
    expect(feed(new FirmwareTests(1), bits)).toEqual([81]);
    expect(feed(new FirmwareTests(1), bits.slice(0, 81))).toEqual([]);
  });

  it('tell of the 824th of a window of 1024 that equals the first, and begin anew with the next', () => {
    // Of every 26 samples one is another: no run, and 824 at sample 856 of a window that begins with a 1.
    const bits = Array.from({ length: 3000 }, (_, k) => (k % 26 === 25 ? 0 : 1));
    const within = (window: number): number => {
      const first = bits[1024 * window]!;
      let equal = 0;
      for (let k = 1024 * window; ; k++) if (bits[k] === first && ++equal === 824) return k;
    };
    expect(feed(new FirmwareTests(1), bits)).toEqual([within(0), within(1), within(2)]);
    expect(within(0)).toBe(855);
  });

  it('follow each cell by itself', () => {
    const tests = new FirmwareTests(3);
    const reached = Array.from({ length: 81 }, (_, k) => tests.sample(0, Uint8Array.of(k & 1, 1, (k >> 1) & 1), k));
    expect(reached.indexOf(true)).toBe(80);
  });
});

it('a quantile of latencies knows that some are longer than all', () => {
  expect(latencyQuantile([5, 1, 3], 0.5)).toBe(3);
  expect(latencyQuantile([5, 1, null, 3, null], 0.5)).toBe(5);
  expect(latencyQuantile([5, 1, null, 3, null], 0.9)).toBeNull();
  expect(latencyQuantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
  expect(latencyQuantile([], 0.5)).toBeNull();
  expect(() => latencyQuantile([1], 0)).toThrow(RangeError);
});

describe('cases', () => {
  it('are faults that a board URI takes, at places of the array', () => {
    for (const { id, fault } of FAILURE_CASES) {
      for (const seed of [1, 2, 3]) {
        const place = placeOf(seed, 16, 64);
        expect(parseBoardUri(`sim:typical?rows=16&fault=${fault(place)}@7`), id).toMatchObject({ scheme: 'sim' });
      }
    }
    expect(placeOf(1, 16, 64)).toEqual(placeOf(1, 16, 64));
  });

  it('are found by name', () => {
    expect(failureCasesOf('failures', 'magnet, stuck-row').map(({ id }) => id)).toEqual(['magnet', 'stuck-row']);
    expect(failureCasesOf('failures', 'all')).toBe(FAILURE_CASES);
    expect(() => failureCasesOf('failures', 'fire')).toThrow(/parameter failures must be all, or some of stuck-cell/);
  });
});

describe('a board that fails while it is watched', () => {
  let board: Board | undefined;
  afterEach(async () => {
    await board?.close();
    board = undefined;
  });
  const watch = async (fault: string, limit = 1 << 18) => {
    const onset = 4 * 64 * 64 * 4;
    board = await openBoard(`sim:typical?seed=2&rows=4&fault=${fault}@${onset}`, { inThread: true });
    const { signal } = new AbortController();
    return watchFailure(board, { onset, limit, minEntropy: 0.8, controller: false, signal });
  };

  it('is seen by the tests that can see it, at the bit where they must', async () => {
    const { latency, falseAlarms } = await watch('stuck-row:1');
    expect(falseAlarms).toEqual([]);
    // Row 1 is the second of a turn: its 51st bit makes a run of 51 (H = 0.8 at 2^-40), less what the row before ended with.
    const start = 64 * 64;
    expect(latency.repetitionCount).toBeGreaterThan(start + 51 - 20);
    expect(latency.repetitionCount).toBeLessThanOrEqual(start + 51);
    // Each cell gives 64 equal samples in its first turn, which the board and the test of single cells notice at its end.
    expect(latency.cellRepetition).toBe(2 * start);
    expect(latency.board).toBe(2 * start);
    // 81 samples of a cell: in its second turn, four rows later.
    expect(latency.firmware).toBe(6 * start);
    expect(latency.lag).not.toBeUndefined();
    expect(Object.keys(latency)).toHaveLength(WATCHERS.length);
  });

  it('passes all tests of the stream with a single dead cell', async () => {
    const { latency, falseAlarms } = await watch('stuck-cell:1:40:p');
    expect(falseAlarms).toEqual([]);
    for (const test of ['repetitionCount', 'adaptiveProportion', 'monobit', 'transition', 'lag'] as const)
      expect(latency[test]).toBeNull();
    expect(latency.cellRepetition).toBe(2 * 64 * 64);
  });

  it('gives no alarm while it is well', async () => {
    const { latency, falseAlarms } = await watch('supply:1');
    expect(falseAlarms).toEqual([]);
    expect(Object.values(latency).every((bits) => bits === null)).toBe(true);
  });
});
