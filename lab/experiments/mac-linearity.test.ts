import { describe, expect, it } from 'vitest';
import { openBoard, type Board } from '../../firmware-host/host/index.js';
import { macLinearity } from './mac-linearity.experiment.js';
import { runOn } from './testing/run-on.js';

async function run(uri: string, params: Record<string, unknown>) {
  const board: Board = await openBoard(uri, { inThread: true });
  try {
    return await runOn(macLinearity, board, { params });
  } finally {
    await board.close();
  }
}

describe('products of the array', () => {
  it('fit the exact ones, pair by pair', async () => {
    const { outcome, tables, progress, plots } = await run('sim:typical?seed=3&rows=16&cols=8', {
      patterns: 4,
      vectors: 16,
    });
    expect(outcome).toMatchObject({ status: 'finished', safe: true });
    const { pairs, products, fullRange, effectiveBits, residualUnits } = outcome.results as Record<string, number>;
    expect([pairs, products, fullRange]).toEqual([4, 4 * 64, 2 * 16 * 15]);
    expect(tables.get('products')).toHaveLength(4 * 64);
    // Far better than a board whose products say nothing, which leave as much as the products themselves scatter: √(16 · 77 · 2/3) = 29 units.
    expect(residualUnits).toBeLessThan(15);
    expect(effectiveBits).toBeGreaterThan(3);
    const ideal = tables.get('products')!.map((row) => row['ideal'] as number);
    expect(ideal).toEqual([...ideal].sort((a, b) => a - b));
    expect(new Set(tables.get('pairs')!.map((row) => Math.sign(row['gain_codes'] as number))).size).toBe(1);
    expect(progress['vectors']).toEqual({ done: 64, total: 64 });
    expect([...plots].sort()).toEqual(['bends', 'gains', 'measured-against-ideal', 'residuals']);
  });

  it('give the same numbers for the same seed, and better ones on a better array', async () => {
    const params = { patterns: 2, vectors: 16, seed: 5 };
    const residuals: number[] = [];
    for (const uri of [
      'sim:typical?seed=3&rows=16&cols=8',
      'sim:typical?seed=3&rows=16&cols=8',
      'sim:ideal?rows=16&cols=8',
    ])
      residuals.push(Number((await run(uri, params)).outcome.results['residualUnits']));
    expect(residuals[0]).toBe(residuals[1]);
    expect(residuals[2]).toBeLessThan(residuals[0]!);
  });
});
