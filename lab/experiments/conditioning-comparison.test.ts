import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { conditioningComparison } from './conditioning-comparison.experiment.js';
import { ESTIMATORS } from '../entropy/sp800-90b/index.js';
import { comparisonTable, type Judged } from './bits/judged-bits.js';
import { counterBits, rawBitsFor, treat, TREATMENTS } from './bits/treatments.js';
import { FakeBitsBoard } from './testing/fake-bits-board.js';
import { runOn } from './testing/run-on.js';

describe('the comparison of treatments', () => {
  it('flags a counter raw and debiased, and cannot flag its hash', async () => {
    const clock = new VirtualClock();
    const fake = new FakeBitsBoard(clock, { rows: 2, cols: 16, one: () => 0.6 });
    const params = { bits: 60_000 };
    const { outcome, tables, notes, plots } = await runOn(conditioningComparison, fake.board, { clock, params });
    expect(outcome).toMatchObject({ status: 'finished', safe: true });
    const judged = tables.get('judged') as unknown as Record<string, number>[];
    const of = (source: string, treatment: string): Record<string, number> =>
      judged.find(
        (row) =>
          (row as Record<string, unknown>)['source'] === source &&
          (row as Record<string, unknown>)['treatment'] === treatment,
      )!;
    expect(judged).toHaveLength(8);
    const share = (source: string, treatment: string): number => {
      const { p_values: all, p_values_below: low } = of(source, treatment);
      return low! / all!;
    };
    // A biased coin: raw it fails, von Neumann and SHA-256 mend it; of some 150 p-values 1.5 are low by chance, 12 never.
    expect(share('board', 'raw')).toBeGreaterThan(0.5);
    for (const treatment of ['von-neumann', 'sha-256']) expect(share('board', treatment)).toBeLessThan(0.08);
    expect(of('board', 'raw')['mcv']).toBeLessThan(0.75);
    expect(share('counter', 'raw')).toBeGreaterThan(0.9);
    expect(of('counter', 'raw')['min_entropy']).toBeLessThan(0.1);
    // No entropy at all, and nothing that a test of the output could tell.
    expect(share('counter', 'sha-256')).toBeLessThan(0.08);
    expect(of('counter', 'sha-256')['min_entropy']).toBeGreaterThan(0.6);
    expect(notes.join(' ')).toMatch(/Tests of conditioned bits say nothing of a source/);
    expect(plots).toContain('p-values');
    expect(tables.get('p-values')!.length).toBe(judged.reduce((sum, row) => sum + row['p_values']!, 0));
  });
});

describe('the table in Markdown', () => {
  const estimators = Object.fromEntries(ESTIMATORS.map((id) => [id, id === 'tTuple' ? 0.25 : null]));
  const assessment = { estimators, minEntropy: 0.25, limitedBy: { sequence: 'literal', estimator: 'tTuple' } };
  const judged = { source: 'board', treatment: 'raw', bits: 20_000, ones: 9_000, assessment, pValues: [] };

  it('has words, and the mark of a board that is not real', () => {
    const text = comparisonTable([judged as unknown as Judged], { kind: 'simulated', uri: 'sim:typical' });
    expect(text).toMatch(/^PSEUDO-RANDOM: NOT ENTROPY \(board sim:typical is simulated\)\n\n\|/);
    expect(text).toContain('| least by | t-tuple |');
    expect(text).toContain('| most common value | – |');
    expect(comparisonTable([judged as unknown as Judged], { kind: 'real', uri: 'usb:1' })).not.toContain('PSEUDO');
  });
});

describe('treatments', () => {
  const plan = { columns: 16, minEntropy: 0.8 };

  it('leave as many bits as are wanted', () => {
    for (const treatment of TREATMENTS) {
      if (treatment === 'von-neumann') continue;
      const raw = rawBitsFor(20_000, treatment, plan);
      expect(treat(counterBits(raw), treatment, plan).bits, treatment).toBeGreaterThanOrEqual(20_000);
    }
  });

  it('pair what they say they pair', () => {
    // Two shots of 16 columns: von Neumann keeps the first of each pair that differs.
    const shots = Uint8Array.of(0b1010_1010, 0xff, 0b0000_1111, 0xff);
    const { bytes } = treat({ bytes: shots, bits: 32 }, 'von-neumann', plan);
    // Columns 0, 2, 5, 7 differ; fewer than a byte are not given out.
    expect(bytes).toHaveLength(0);
    const twice = new Uint8Array([...shots, ...shots]);
    expect([...treat({ bytes: twice, bits: 64 }, 'von-neumann', plan).bytes]).toEqual([0b1100_1100]);
  });

  it('hash each stretch of (256 + 64)/H bits by itself', () => {
    const bytes = counterBits(400 * 3).bytes;
    expect(treat({ bytes, bits: 1200 }, 'sha-256', plan).bits).toBe(768);
  });
});
