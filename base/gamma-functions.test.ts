import { describe, expect, it } from 'vitest';
import { binomialProbability, chiSquareTail, gammaQ, lnGamma } from './gamma-functions.js';

/** Holds to a relative error. */
const near = (value: number, expected: number, relative: number): void =>
  expect(Math.abs(value / expected - 1), `${value} against ${expected}`).toBeLessThan(relative);

describe('gamma functions', () => {
  it('give factorials and half-integer values', () => {
    let factorial = 1;
    for (let n = 2; n <= 20; n += 1) {
      factorial *= n;
      near(lnGamma(n + 1), Math.log(factorial), 1e-13);
    }
    expect(lnGamma(2)).toBeCloseTo(0, 13);
    near(Math.exp(lnGamma(0.5)), Math.sqrt(Math.PI), 1e-13);
    near(Math.exp(lnGamma(0.1)), 9.513507698668732, 1e-13);
    near(lnGamma(1e5), 1e5 * Math.log(1e5) - 1e5 - 0.5 * Math.log(1e5 / (2 * Math.PI)) + 1 / 12e5, 1e-14);
  });

  it('have the closed forms of whole a: Q(n, x) is a Poisson sum', () => {
    for (const a of [1, 2, 5, 40]) {
      for (const x of [0.01, 0.9, 3, 12, 39, 41, 120]) {
        let term = Math.exp(-x);
        let sum = 0;
        for (let k = 0; k < a; k += 1) {
          sum += term;
          term *= x / (k + 1);
        }
        near(gammaQ(a, x), sum, 1e-11);
      }
    }
    expect(gammaQ(3, 0)).toBe(1);
  });

  it('give the tabled percentage points of χ²', () => {
    near(chiSquareTail(3.841458820694124, 1), 0.05, 1e-11);
    near(chiSquareTail(124.34211340400407, 100), 0.05, 1e-10);
    near(chiSquareTail(6.634896601021213, 1), 0.01, 1e-11);
    near(chiSquareTail(4000, 4000), 0.497026, 1e-5);
  });

  it('give binomial probabilities that add up', () => {
    expect(binomialProbability(2, 4, 0.5)).toBeCloseTo(0.375, 13);
    let sum = 0;
    for (let k = 0; k <= 1000; k += 1) sum += binomialProbability(k, 1000, 0.03);
    expect(sum).toBeCloseTo(1, 11);
    expect([binomialProbability(0, 5, 0), binomialProbability(5, 5, 1), binomialProbability(1, 5, 1)]).toEqual([
      1, 1, 0,
    ]);
  });

  it('refuse what has no value', () => {
    expect(() => lnGamma(0)).toThrow(RangeError);
    expect(() => gammaQ(-1, 1)).toThrow(RangeError);
    expect(() => gammaQ(1, -1)).toThrow(RangeError);
    expect(() => binomialProbability(3, 2, 0.5)).toThrow(RangeError);
  });
});
