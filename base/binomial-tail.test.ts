import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialLimit, binomialUpperTail, criticalBinomial } from './binomial-tail.js';

/** P(X ≥ m) for p = 1/2 in whole numbers: the sum of the coefficients over 2^n, to 60 binary places. */
function exactHalf(m: number, n: number): number {
  let coefficient = 1n;
  let sum = 0n;
  for (let k = 0; k <= n; k++) {
    if (k >= m) sum += coefficient;
    coefficient = (coefficient * BigInt(n - k)) / BigInt(k + 1);
  }
  // Scaled so that small tails keep their digits.
  const shift = BigInt(n) - 1000n;
  const scaled = shift > 0n ? sum >> (shift > 60n ? shift - 60n : 0n) : sum;
  const power = shift > 0n ? Number(shift > 60n ? shift - 60n : 0n) - n : -n;
  return Number(scaled) * 2 ** Math.max(power, -1074);
}

describe('the upper tail of a binomial distribution', () => {
  it('equals the sum in whole numbers for a fair coin, far into the tail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const m = Math.round(share * n);
        const exact = exactHalf(m, n);
        expect(Math.abs(binomialUpperTail(m, n, 0.5) - exact)).toBeLessThanOrEqual(1e-10 * exact);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is complementary to that of the failures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, p, share) => {
          const m = Math.round(share * n);
          expect(binomialUpperTail(m, n, p) + binomialUpperTail(n - m + 1, n, 1 - p)).toBeCloseTo(1, 10);
        },
      ),
      { seed: 2, numRuns: 200 },
    );
  });

  it('has its ends', () => {
    expect([binomialUpperTail(0, 5, 0.3), binomialUpperTail(6, 5, 0.3), binomialUpperTail(3, 5, 0)]).toEqual([1, 0, 0]);
    expect([binomialUpperTail(3, 5, 1), binomialUpperTail(5, 5, 1)]).toEqual([1, 1]);
    expect(binomialUpperTail(5, 5, 0.5)).toBeCloseTo(1 / 32, 14);
    // 2^-1000 is no zero.
    expect(binomialUpperTail(1000, 1000, 0.5) / 2 ** -1000).toBeCloseTo(1, 9);
    expect(() => binomialUpperTail(1, 5, 1.1)).toThrow(/p must be/);
  });
});

describe('the limit of a count', () => {
  it('is the first whose tail is small enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 80 }),
        (n, p, a) => {
          const limit = binomialLimit(n, p, a);
          expect(binomialUpperTail(limit, n, p)).toBeLessThanOrEqual(2 ** -a * (1 + 1e-9));
          expect(binomialUpperTail(limit - 1, n, p)).toBeGreaterThan(2 ** -a);
          expect(criticalBinomial(n, p, a)).toBe(limit - 1);
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });

  it('is right where the tail is exactly the level', () => {
    for (const a of [20, 30, 60]) expect(binomialLimit(a, 0.5, a)).toBe(a);
  });

  it('is out of reach where no count is rare enough', () => {
    expect(binomialLimit(10, 0.5, 20)).toBe(11);
  });
});
