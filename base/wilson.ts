import { checkNumber } from './check.js';

/** A closed interval. */
export type Interval = readonly [low: number, high: number];

/** Quantile of the normal distribution that gives 95 % two-sided intervals. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson score interval of a proportion: centre (p̂ + z²/2n)/(1 + z²/n), half-width z √(p̂(1−p̂)/n + z²/4n²)/(1 + z²/n)
 * (E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209). Without a trial nothing is known: [0, 1].
 *
 * @param successes 0 … n
 * @param n number of trials
 * @param z quantile of the normal distribution; {@link Z_95} by default
 * @throws RangeError for numbers that are no counts, or more successes than trials
 */
export function wilsonInterval(successes: number, n: number, z = Z_95): Interval {
  checkNumber('n', n, { min: 0, integer: true });
  checkNumber('successes', successes, { min: 0, max: n, integer: true });
  if (n === 0) return [0, 1];
  const p = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  // The bounds at 0 and n successes are exactly 0 and 1; rounding must not say otherwise.
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === n ? 1 : Math.min(1, centre + half)];
}
