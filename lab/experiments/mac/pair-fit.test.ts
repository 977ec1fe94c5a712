import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { bendsOf, effectiveBits, fitPair } from './pair-fit.js';

describe('the line of a pair of columns', () => {
  it('finds gain and offset, and leaves nothing of a perfect pair', () => {
    const ideal = [-3, 0, 1, 5];
    const fit = fitPair({ ideal, codes: ideal.map((x) => 2.5 * x + 7) })!;
    expect(fit.gain).toBeCloseTo(2.5, 12);
    expect(fit.offset).toBeCloseTo(7, 12);
    expect(fit.residual).toBeCloseTo(0, 12);
    for (const [i, value] of fit.measured.entries()) expect(value).toBeCloseTo(ideal[i]!, 12);
  });

  it('is none where nothing differs', () => {
    expect(fitPair({ ideal: [2, 2], codes: [5, 6] })).toBeUndefined();
    expect(fitPair({ ideal: [1, 2], codes: [5, 5] })).toBeUndefined();
  });
});

it('a perfect converter of b bits has b effective bits', () => {
  const random = RandomStream.from(1, 'mac');
  const ideal = Array.from({ length: 20_000 }, () => 256 * random.uniform());
  const fit = fitPair({ ideal, codes: ideal.map(Math.round) })!;
  // The error of the estimate is 0.7 % of the residual, 0.01 bit; six times that.
  expect(Math.abs(effectiveBits(256, fit.residual) - 8)).toBeLessThan(0.06);
});

it('shows where a pair bends', () => {
  const ideal = [-2, -1, 0, 1, 2];
  expect(bendsOf(ideal, [-1, 0, 0, 1, 2], [-2, 0, 2])).toEqual([
    { ideal: -1, residual: 1, count: 2 },
    { ideal: 1, residual: 0, count: 3 },
  ]);
});
