import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { minEntropySweep } from './min-entropy-sweep.experiment.js';
import { FakeBitsBoard } from './testing/fake-bits-board.js';
import { runOn } from './testing/run-on.js';

async function sweep(params: Record<string, unknown>, cols = 16) {
  const clock = new VirtualClock();
  // Biased at 2 ns, remembering at 3 ns, fair at others.
  const fake = new FakeBitsBoard(clock, {
    rows: 2,
    cols,
    one: ({ pulseWidthS, before }) => {
      if (pulseWidthS === 2e-9) return 0.75;
      return pulseWidthS === 3e-9 ? 0.1 + 0.8 * before : 0.5;
    },
  });
  return { ...(await runOn(minEntropySweep, fake.board, { clock, params: { bits: 20_000, ...params } })), fake };
}

describe('the sweep of min-entropy', () => {
  it('assesses every pulse and depth by all estimators, and says which is least', async () => {
    const { outcome, tables, plots, fake, notes } = await sweep({ widths: '2ns,3ns,10ns', xorStages: '0,2' });
    expect(outcome).toMatchObject({ status: 'finished', safe: true, results: { points: 6, leftOut: 0 } });
    const points = tables.get('points')!;
    expect(points.map(({ width_s: w, xor_stages: x }) => [w, x])).toEqual([
      [2e-9, 0],
      [2e-9, 2],
      [3e-9, 0],
      [3e-9, 2],
      [10e-9, 0],
      [10e-9, 2],
    ]);
    const [biased, folded, remembering, , fair] = points as Record<string, number>[];
    // No estimator may find more than −log₂ 0.75 = 0.415, but for its confidence term; XOR of four leaves p = ½ − 8 (¼)⁴ = 0.469.
    expect(biased!['p']).toBeCloseTo(0.75, 1);
    expect(biased!['mcv']).toBeLessThan(0.42);
    expect(biased!['mcv']).toBeGreaterThan(0.38);
    expect(biased!['min_entropy']).toBeLessThanOrEqual(biased!['mcv']!);
    expect(Math.abs(folded!['p']! - 0.469)).toBeLessThan(0.016);
    expect(folded!['mcv']).toBeGreaterThan(0.85);
    expect(folded!['min_entropy_per_raw_bit']).toBeCloseTo(folded!['min_entropy']! / 4, 12);
    // The same cell is sixteen bits back: 90 % of bits are guessed, −log₂ 0.9 = 0.152.
    expect(remembering!['limited_by']).toBe('lag');
    expect(Math.abs(remembering!['lag']! - 0.145)).toBeLessThan(0.02);
    expect(remembering!['mcv']).toBeGreaterThan(0.9);
    expect(fair!['min_entropy']).toBeGreaterThan(0.6);
    expect(fake.opened.map(({ xorStages }) => xorStages)).toEqual([0, 2, 0, 2, 0, 2]);
    expect([...plots].sort()).toEqual(['estimators', 'min-entropy', 'min-entropy-per-raw-bit', 'share-of-ones']);
    expect(notes.join(' ')).toMatch(/temperature cannot be set/);
    expect(outcome.results['worstRaw']).toMatchObject({ widthS: 3e-9, limitedBy: 'lag' });
  });

  it('leaves out what the board cannot do, and says so', async () => {
    const { outcome, notes } = await sweep({ widths: '0.1ns,10ns', xorStages: '0-3' }, 4);
    // One pulse of two, three depths of four: 4 columns fold twice.
    expect(outcome.results).toMatchObject({ points: 3, leftOut: 5 });
    expect(notes.join(' ')).toMatch(/5 points are beyond/);
    for (const [params, message] of [
      [{ widths: '0.1ns' }, /gives none of these pulses/],
      [{ widths: 'wide' }, /parameter widths must be quantities/],
      [{ xorStages: '4' }, /parameter xorStages must be all, or numbers and ranges from 0 to 3/],
    ] as const) {
      const { outcome: failed } = await sweep(params);
      expect(failed.status).toBe('failed');
      expect(failed.error?.message).toMatch(message);
    }
  });
});
