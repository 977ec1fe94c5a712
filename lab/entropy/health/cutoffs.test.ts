import { describe, expect, it } from 'vitest';
import {
  lagLimit,
  monobitLimit,
  predictorLimits,
  proportionCutoff,
  repetitionCutoff,
  transitionLimit,
} from './cutoffs.js';

/** Cutoffs from 50-digit arithmetic; the corrected ones of 8-bit samples at 2^-30 and 2^-60 equal jitterentropy's. `a/b`: text/corrected. */
const BINARY_H = [0.2, 0.4, 0.5, 0.6, 0.8, 0.9, 1];
const BINARY: Readonly<Record<number, { rct: readonly number[]; apt: readonly string[] }>> = {
  20: { rct: [101, 51, 41, 35, 26, 24, 21], apt: ['941', '840/841', '793', '748', '664', '625/626', '589/590'] },
  30: { rct: [151, 76, 61, 51, 39, 35, 31], apt: ['952', '856', '810', '766', '683', '645', '609'] },
  40: { rct: [201, 101, 81, 68, 51, 46, 41], apt: ['961/962', '869', '824', '780/781', '699', '661/662', '625/626'] },
  60: { rct: [301, 151, 121, 101, 76, 68, 61], apt: ['976', '890', '847', '805', '725/726', '688', '652/653'] },
};
const WIDE_H = [1, 2, 4, 6, 7, 8];
const WIDE: Readonly<Record<number, { rct: readonly number[]; apt: readonly string[] }>> = {
  20: { rct: [21, 11, 6, 5, 4, 4], apt: ['311', '177/178', '62/63', '25/26', '18', '13/14'] },
  30: { rct: [31, 16, 9, 6, 6, 5], apt: ['325', '190/191', '71', '31/32', '22/23', '16/17'] },
  40: { rct: [41, 21, 11, 8, 7, 6], apt: ['336/337', '201/202', '78/79', '35/36', '26/27', '19/20'] },
  60: { rct: [61, 31, 16, 11, 10, 9], apt: ['355', '220/221', '91/92', '44/45', '32/33', '25/26'] },
};

const both = (cell: string): [number, number] => {
  const [text, corrected] = cell.split('/');
  return [Number(text), Number(corrected ?? text)];
};

describe('the cutoffs of the two approved tests', () => {
  for (const [bits, heads, rows] of [
    [1, BINARY_H, BINARY],
    [8, WIDE_H, WIDE],
  ] as const)
    for (const [exponent, { rct, apt }] of Object.entries(rows))
      it(`${bits}-bit samples at 2^-${exponent}`, () => {
        const a = Number(exponent);
        expect(heads.map((h) => repetitionCutoff(a, h, bits))).toEqual(rct);
        expect(
          heads.map((h) => [proportionCutoff(a, h, bits), proportionCutoff(a, h, bits, { formula: 'corrected' })]),
        ).toEqual(apt.map(both));
      });

  it('are never beyond the window, where a test could not fail', () => {
    expect(proportionCutoff(60, 0.05)).toBe(1024);
    expect(proportionCutoff(60, 0.1, 8)).toBe(512);
  });

  it('take a claim that is above 0 and not above the width', () => {
    expect(() => repetitionCutoff(30, 0)).toThrow(/minEntropy must be above 0/);
    expect(() => proportionCutoff(30, 1.01)).toThrow(/minEntropy/);
    expect(() => proportionCutoff(0, 1)).toThrow(/exponent/);
  });
});

describe('the limits of the other tests', () => {
  it('monobit: 16,384 and 65,536 samples at 2^-30 and 2^-40', () => {
    const at = (window: number): number[][] =>
      [1, 0.9, 0.8, 0.5].map((h) => [monobitLimit(30, h, window), monobitLimit(40, h, window)]);
    expect(at(16384)).toEqual([
      [8585, 8650],
      [9171, 9236],
      [9798, 9862],
      [11940, 11999],
    ]);
    expect(at(65536)).toEqual([
      [33552, 33683],
      [35902, 36032],
      [38415, 38544],
      [47052, 47171],
    ]);
  });

  const z = (count: number, window: number): number => (2 * count - window) / Math.sqrt(window);

  it('transition and lag: as the normal distribution has them for fair bits', () => {
    const n = 2 ** 20;
    for (const [a, expected] of [
      [30, 6.12],
      [40, 7.14],
      [60, 8.85],
    ] as const)
      expect(Math.abs(z(transitionLimit(a, 1, n), n) - expected)).toBeLessThan(0.02);
    expect(Math.abs(z(lagLimit(30, 1, n, 128), n) - 6.85)).toBeLessThan(0.02);
    expect(Math.abs(z(lagLimit(40, 1, n, 128), n) - 7.78)).toBeLessThan(0.02);
  });

  it('lag predictor: jitterentropy’s runs, and one above its totals (it fails at the critical value itself)', () => {
    const guesses = 131072 - 8;
    const found = [1, 2, 3].map((osr) =>
      [22, 44].map((a) => {
        const { total, run } = predictorLimits(a, 1 / osr, guesses);
        return [total - 1, run];
      }),
    );
    expect(found).toEqual([
      [
        [66443, 38],
        [66876, 60],
      ],
      [
        [93504, 75],
        [93896, 119],
      ],
      [
        [104761, 111],
        [105108, 177],
      ],
    ]);
  });
});
