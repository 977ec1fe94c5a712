import { checkNumber } from './check.js';
import { lnGamma } from './gamma-functions.js';

/**
 * Upper tail of a binomial distribution, P(X ≥ m) for X ~ Bin(n, p): the term at m by log-gamma, the others by their ratios
 * P(k+1)/P(k) = (n−k)/(k+1) · p/(1−p), summed from m upward. Never as 1 − P(X < m), which is 0 long before the tail is. Below the mean the lower
 * tail is the small one, and is summed downward instead.
 * @param m least number of successes
 * @param n trials, 0 … 2^31
 * @param p probability of a success, 0 … 1
 * @throws RangeError for values out of range
 */
export function binomialUpperTail(m: number, n: number, p: number): number {
  checkNumber('n', n, { min: 0, max: 2 ** 31, integer: true });
  checkNumber('m', m, { integer: true });
  checkNumber('p', p, { min: 0, max: 1 });
  if (m <= 0) return 1;
  if (m > n) return 0;
  if (p === 0 || p === 1) return p;
  return m > n * p ? sumFrom(m, n, p) : 1 - sumFrom(n - m + 1, n, 1 - p);
}

/** Terms from m upward; m must lie above the mean. */
function sumFrom(m: number, n: number, p: number): number {
  const first = Math.exp(lnChoose(n, m) + m * Math.log(p) + (n - m) * Math.log1p(-p));
  const odds = p / (1 - p);
  let sum = 0;
  let term = 1;
  for (let k = m; k <= n && term > sum * 1e-18; k++) {
    sum += term;
    term *= ((n - k) / (k + 1)) * odds;
  }
  return first * sum;
}

/**
 * Smallest C with P(X ≥ C) ≤ 2^−exponent for X ~ Bin(n, p); n + 1 if even n successes are likelier than that.
 * @param exponent a of the level 2^−a, 1 … 1000; passed as an exponent because 1 − 2^−60 is 1 in a double
 * @throws RangeError for values out of range
 */
export function binomialLimit(n: number, p: number, exponent: number): number {
  checkNumber('exponent', exponent, { min: 1, max: 1000 });
  // A tail that is a power of two exactly must not miss the level by rounding.
  const level = 2 ** -exponent * (1 + 1e-10);
  // The tail falls with C, so halving finds the first that is small enough.
  let low = 0;
  let high = n + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialUpperTail(middle, n, p) <= level) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Spreadsheets' CRITBINOM at 1 − 2^−exponent: the smallest x with P(X ≤ x) ≥ 1 − 2^−exponent, that is P(X ≥ x + 1) ≤ 2^−exponent. */
export function criticalBinomial(n: number, p: number, exponent: number): number {
  return binomialLimit(n, p, exponent) - 1;
}

/**
 * Logarithm of the binomial coefficient: log-gamma loses its absolute error of about 1e-16·n·ln n; small enough beside a limit that is a count.
 */
function lnChoose(n: number, k: number): number {
  return lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
}
