import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { bitStatistics } from './bit-statistics.experiment.js';
import { FakeBitsBoard, type FakeBitsOptions } from './testing/fake-bits-board.js';
import { runOn, type RunUnderTest } from './testing/run-on.js';

async function run(
  one: FakeBitsOptions['one'],
  params: Record<string, unknown> = {},
): Promise<RunUnderTest & { fake: FakeBitsBoard }> {
  const clock = new VirtualClock();
  const fake = new FakeBitsBoard(clock, { rows: 4, cols: 16, one });
  return { ...(await runOn(bitStatistics, fake.board, { clock, params: { bits: 400_000, ...params } })), fake };
}

describe('bit statistics', () => {
  it('find what a cell remembers, within cells and at the right lag of the stream', async () => {
    // Each outcome is that of the shot before with 0.6: r_k = 0.2^k within a cell.
    const { outcome, tables, plots, notes, progress } = await run(({ before }) => (before === 1 ? 0.6 : 0.4));
    expect(outcome).toMatchObject({ status: 'finished', safe: true });
    const { results } = outcome;
    // 98 turns of 4096 bits; σ of r: 0.0016.
    expect(results).toMatchObject({ bits: 401_408, cells: 64, shotsOfCell: 6272, stuckCells: 0 });
    expect(Math.abs((results['cellsOneAfterOne'] as number) - 0.6)).toBeLessThan(0.006);
    expect(Math.abs((results['cellsOneAfterZero'] as number) - 0.4)).toBeLessThan(0.006);
    expect(results['cellsLargest']).toMatchObject({ lag: 1, r: expect.closeTo(0.2, 1) as number });
    expect(results['streamLargest']).toMatchObject({ lag: 16 });
    const [interval] = [results['cellsOneAfterOneInterval'] as [number, number]];
    expect(interval[0]).toBeLessThan(0.6);
    expect(interval[1]).toBeGreaterThan(0.595);
    const lags = tables.get('autocorrelation')!;
    expect(lags).toHaveLength(256);
    expect(Math.abs((lags[1]!['cells'] as number) - 0.04)).toBeLessThan(0.01);
    expect(Math.abs(lags[0]!['stream'] as number)).toBeLessThan(0.01);
    expect(progress['bits']).toEqual({ done: 401_408, total: 401_408 });
    expect(notes[0]).toMatch(/^PSEUDO-RANDOM: NOT ENTROPY \(/);
    expect([...plots].sort()).toEqual([
      'allan-deviation',
      'autocorrelation-cells',
      'autocorrelation-stream',
      'bias',
      'cell-entropy',
      'cell-map',
      'entropy-map',
    ]);
  });

  it('name the cells that are worth least', async () => {
    const { outcome, tables } = await run(({ row, col }) => {
      if (row === 2 && col === 5) return 0;
      return row === 1 && col === 3 ? 0.8 : 0.5;
    });
    const worst = outcome.results['worstCells'] as { row: number; col: number; minEntropy: number }[];
    expect(worst[0]).toMatchObject({ row: 2, col: 5, p: 0, minEntropy: 0 });
    expect(worst[1]).toMatchObject({ row: 1, col: 3 });
    // −log₂(0.8 + 2.576 √(0.16/6271)), and 4σ of p about it.
    expect(Math.abs(worst[1]!.minEntropy + Math.log2(0.8 + 0.013))).toBeLessThan(0.04);
    expect(outcome.results).toMatchObject({ stuckCells: 1 });
    expect(tables.get('cells')).toHaveLength(64);
    expect(outcome.results['cellMinEntropyMedian']).toBeGreaterThan(0.9);
  });

  it('show a drift in the Allan deviation, and none where there is none', async () => {
    const ratio = async (drift: number): Promise<number> => {
      const { tables } = await run(({ timeS }) => 0.45 + drift * timeS, { bits: 1 << 20 });
      const last = tables.get('allan')!.at(-1)!;
      return (last['deviation'] as number) / (last['white'] as number);
    };
    expect(await ratio(0)).toBeLessThan(3);
    // A million bits take 43 ms here: 0.45 to 0.55.
    expect(await ratio(2.3)).toBeGreaterThan(10);
  });

  it('take rows, refuse others, and pass on what the board is to do', async () => {
    const { outcome, fake, tables } = await run(() => 0.5, { rows: '1,3', controller: true, pulseWidth: 2e-9 });
    expect(outcome.status).toBe('finished');
    expect(fake.opened[0]).toMatchObject({ rowMask: 0b1010n, controller: true });
    expect(fake.drive.pulseWidthS).toBe(2e-9);
    expect([...new Set(tables.get('cells')!.map(({ row }) => row))]).toEqual([1, 3]);
    for (const [params, message] of [
      [{ rows: '4' }, /numbers and ranges from 0 to 3/],
      [{ tile: 1 }, /parameter tile must be an integer from 0 to 0, got 1/],
    ] as const) {
      const { outcome: failed } = await run(() => 0.5, params);
      expect(failed).toMatchObject({ status: 'failed', safe: true });
      expect(failed.error?.message).toMatch(message);
    }
  });

  it('stop at once when asked to', async () => {
    const stop = new AbortController();
    const clock = new VirtualClock();
    const fake = new FakeBitsBoard(clock, { rows: 4, cols: 16, one: () => 0.5 });
    const { outcome } = await runOn(bitStatistics, fake.board, {
      clock,
      params: { bits: 1 << 22 },
      signal: stop.signal,
      onEvent: (event) => {
        if (event.type === 'progress' && event.done > 1e5) stop.abort();
      },
    });
    expect(outcome).toMatchObject({ status: 'aborted', safe: true });
  });
});
