import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { drawBinomial } from '../testing/binomial.js';
import { cellSpreadOf, spreadHistogram } from './cell-spread.js';

const draw = (cells: number, shots: number, sigma: number, seed: number): number[] => {
  const random = RandomStream.from(seed, 'spread');
  return Array.from({ length: cells }, () => drawBinomial(random, shots, 0.5 + sigma * random.gaussian()));
};

describe('the spread of cells', () => {
  it('is nothing but chance for cells that are alike: p-values are even', () => {
    const values = Array.from({ length: 400 }, (_, seed) => cellSpreadOf(draw(100, 64, 0, seed), 64)!.pValue);
    // Kolmogorov–Smirnov distance from the uniform distribution; 1.95/√n is passed once in a thousand.
    const distance = Math.max(...values.sort((a, b) => a - b).map((value, k) => Math.abs(value - (k + 0.5) / 400)));
    expect(distance).toBeLessThan(1.95 / Math.sqrt(400));
  });

  it('is found where it is, within its interval: 95 % of 300 arrays, false alarm below 1e-3', () => {
    let covered = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const spread = cellSpreadOf(draw(512, 256, 0.04, 1000 + seed), 256)!;
      expect(spread.pValue).toBeLessThan(1e-6);
      if (spread.sigmaLower <= 0.04 && 0.04 <= spread.sigmaUpper) covered += 1;
    }
    expect(covered / 300).toBeGreaterThan(0.9);
    expect(covered / 300).toBeLessThan(0.99);
  });

  it('agrees with a hand count', () => {
    // 2, 4, 6, 8 of 10: p = ½, s² = 0.2/3, χ² = 0.2·10/0.25 = 8.
    const spread = cellSpreadOf([2, 4, 6, 8], 10)!;
    expect(spread).toMatchObject({ cells: 4, shots: 10, p: 0.5, degrees: 3 });
    expect(spread.chiSquare).toBeCloseTo(8, 12);
    expect(spread.dispersion).toBeCloseTo(8 / 3, 12);
    expect(spread.sigmaP).toBeCloseTo(Math.sqrt((0.2 / 3 - 0.025) / 0.9), 12);
    expect(spread.sigmaLower).toBe(0);
  });

  it('says nothing where nothing can be said', () => {
    expect(cellSpreadOf([10, 10], 10)).toBeUndefined();
    expect(cellSpreadOf([0, 0], 10)).toBeUndefined();
    expect(cellSpreadOf([3], 10)).toBeUndefined();
    expect(cellSpreadOf([0, 1], 1)).toBeUndefined();
  });
});

describe('the histogram of cells', () => {
  it('counts every cell, and expects as many', () => {
    for (const shots of [8, 64, 1000]) {
      const counts = draw(512, shots, 0.02, shots);
      const bins = spreadHistogram(counts, { shots, p: 0.5 });
      expect(bins.length).toBeLessThanOrEqual(40);
      expect(bins.reduce((sum, { cells }) => sum + cells, 0)).toBe(512);
      expect(Math.abs(bins.reduce((sum, { expected }) => sum + expected, 0) - 512)).toBeLessThan(0.2);
      for (const { expected, lower, upper } of bins) {
        expect(lower).toBeLessThanOrEqual(expected);
        expect(upper).toBeGreaterThanOrEqual(expected);
      }
    }
  });

  it('has its bars where the counts are', () => {
    const bins = spreadHistogram([3, 3, 4], { shots: 4, p: 0.8 });
    expect(bins.find(({ p }) => p === 0.75)?.cells).toBe(2);
    expect(bins.find(({ p }) => p === 1)?.cells).toBe(1);
    expect(bins.find(({ p }) => p === 0.75)?.expected).toBeCloseTo(3 * 4 * 0.8 ** 3 * 0.2, 10);
  });
});
