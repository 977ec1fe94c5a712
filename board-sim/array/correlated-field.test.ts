import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { CellArray, type CellArrayOptions } from './cell-array.js';
import { type CellCorrelation, type CellSpread } from './cell-model.js';
import { correlatedField, fieldCorrelation } from './correlated-field.js';

const spread: CellSpread = {
  resistanceP: 0.03,
  tmr: 0.03,
  hk: 0.02,
  vcmaSlope: 0.01,
  strayFieldAPerM: 60,
  readNoise: 0.003,
  readNoiseSpread: 0.2,
};
const base: CellArrayOptions = {
  rows: 64,
  cols: 64,
  seed: 7,
  tile: 1,
  nominal: { resistanceP: 50e3, tmr: 1.2, tmrHalfVoltage: 0.5, hkAPerM: 50e3, vcmaSlopeAPerMPerV: -60e3 },
  spread,
};
const correlated = (correlation: CellCorrelation, changes: Partial<CellArrayOptions> = {}): CellArray =>
  new CellArray({ ...base, ...changes, spread: { ...spread, correlation } });

/** FNV-1a over the bytes of all lists. */
function hashOf(cells: CellArray): number {
  const { resistanceP, tmr, hk, vcmaSlope, strayField, readNoise, condition, state } = cells;
  let hash = 0x811c9dc5;
  for (const list of [resistanceP, tmr, hk, vcmaSlope, strayField, readNoise, condition, state])
    for (const byte of new Uint8Array(list.buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

describe('a correlated field', () => {
  it.each([
    ['exponential', 3, 8, 12],
    ['exponential', 30, 12, 8],
    ['gaussian', 2, 10, 10],
    ['gaussian', 6, 8, 12],
  ] as const)('has unit variance and the covariance of its kernel: %s, length %d', (kernel, length, rows, cols) => {
    // 4000 fields. An estimated covariance of two standard normals with correlation ρ has σ = √((1 + ρ²)/4000) ≤ 0.022; 4.5σ for each of
    // 13 pairs, false alarm 1e-4.
    const trials = 4000;
    const pairs = [0, 1, 2, 4, 7].flatMap((dr) => [0, 1, 3].map((dc) => [dr, dc] as const)).filter(([dr]) => dr < rows);
    const sums = new Float64Array(pairs.length);
    for (let k = 0; k < trials; k++) {
      const field = correlatedField(rows, cols, kernel, length, RandomStream.from(1, kernel, length, k));
      pairs.forEach(([dr, dc], p) => (sums[p]! += (field[cols * 0 + 2]! * field[dr * cols + 2 + dc]!) / trials));
    }
    pairs.forEach(([dr, dc], p) => {
      const expected = fieldCorrelation(kernel, length, dr) * fieldCorrelation(kernel, length, dc);
      expect(Math.abs(sums[p]! - expected)).toBeLessThan(4.5 * Math.sqrt((1 + expected ** 2) / trials));
    });
  });

  it('is finite for lengths beyond the array, where the kernel is singular', () => {
    for (const kernel of ['exponential', 'gaussian'] as const) {
      const field = correlatedField(64, 64, kernel, 1000, RandomStream.from(2));
      expect(field.every(Number.isFinite)).toBe(true);
      expect(Math.max(...field) - Math.min(...field)).toBeLessThan(1.5);
    }
    expect(() => correlatedField(2, 2, 'gaussian', 0, RandomStream.from(1))).toThrow(/lengthCells/);
  });
});

describe('cells with correlated parameters', () => {
  it('are drawn as ever when nothing is correlated', () => {
    expect(hashOf(new CellArray(base))).toBe(683395661);
    const none: CellCorrelation = { globalShare: 0, fieldShare: 0, fieldLengthCells: 5, fieldKernel: 'gaussian' };
    expect(hashOf(correlated(none))).toBe(683395661);
  });

  it('are the same for the same seed, other for another parameter, tile or seed', () => {
    const half: CellCorrelation = {
      globalShare: 0.2,
      fieldShare: 0.5,
      fieldLengthCells: 8,
      fieldKernel: 'exponential',
    };
    const hash = hashOf(correlated(half));
    expect(hashOf(correlated(half))).toBe(hash);
    expect(hashOf(correlated(half, { tile: 2 }))).not.toBe(hash);
    expect(hashOf(correlated(half, { seed: 8 }))).not.toBe(hash);
    const { resistanceP, strayField } = correlated(half);
    expect(Math.log(resistanceP[0]! / 50e3) / 0.03).not.toBeCloseTo(strayField[0]! / 60, 2);
  });

  it('share their variance as asked', () => {
    // 3000 arrays of 6 × 6: variances and covariances have σ ≤ √(2/3000) = 0.026; 4.5σ.
    const shares: CellCorrelation = {
      globalShare: 0.3,
      fieldShare: 0.45,
      fieldLengthCells: 2,
      fieldKernel: 'gaussian',
    };
    const trials = 3000;
    const at = [0, 1, 12, 35]; // the cell itself, its neighbour, two rows down, the far corner
    const sums = [0, 0, 0, 0];
    for (let seed = 0; seed < trials; seed++) {
      const { strayField } = correlated(shares, { seed, rows: 6, cols: 6 });
      at.forEach((cell, k) => (sums[k]! += (strayField[0]! * strayField[cell]!) / 3600 / trials));
    }
    const expected = at.map((cell) => {
      const [dr, dc] = [Math.floor(cell / 6), cell % 6];
      const field = fieldCorrelation('gaussian', 2, dr) * fieldCorrelation('gaussian', 2, dc);
      return 0.3 + 0.45 * field + (cell === 0 ? 0.25 : 0);
    });
    sums.forEach((sum, k) => expect(Math.abs(sum - expected[k]!)).toBeLessThan(4.5 * 0.026));
  });

  it('refuse shares that are more than all', () => {
    const wrong: CellCorrelation = { globalShare: 0.6, fieldShare: 0.5, fieldLengthCells: 2, fieldKernel: 'gaussian' };
    expect(() => correlated(wrong)).toThrow(/fieldShare must be a finite number from 0 to 0.4, got 0.5/);
  });
});
