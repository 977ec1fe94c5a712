import { expect, it } from 'vitest';
import { chiSquareQuantile } from './chi-square-quantile.js';
import { chiSquareTail } from './gamma-functions.js';

it.each([
  // Tables of the distribution, as in Abramowitz and Stegun, table 26.8.
  [0.05, 1, 3.84146],
  [0.95, 10, 3.9403],
  [0.025, 10, 20.4832],
  [0.01, 100, 135.807],
  [0.5, 2, 2 * Math.LN2],
])('the χ² with a tail of %d at %d degrees is %d', (tail, degrees, expected) => {
  expect(chiSquareQuantile(tail, degrees) / expected).toBeCloseTo(1, 5);
});

it('is undone by the tail, also between whole degrees', () => {
  for (const degrees of [1.1, 3.3, 41.5, 2000])
    for (const tail of [1e-6, 0.025, 0.5, 0.975]) {
      expect(chiSquareTail(chiSquareQuantile(tail, degrees), degrees) / tail).toBeCloseTo(1, 9);
    }
});

it('knows no other probabilities', () => {
  for (const tail of [0, 1, -0.1, NaN]) expect(() => chiSquareQuantile(tail, 3)).toThrow(RangeError);
  expect(() => chiSquareQuantile(0.5, 0)).toThrow(/degrees/);
});
