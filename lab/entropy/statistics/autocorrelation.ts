import { checkNumber } from '../../../base/index.js';
import type { PackedBits } from './packed-bits.js';

/** Autocorrelation at one lag. */
export interface LagCorrelation {
  readonly lag: number;
  /** Correlation coefficient, −1 to 1; NaN where nothing varies. */
  readonly r: number;
  /** Pairs that it is made of. */
  readonly pairs: number;
  /** Standard deviation of r if the bits are independent: 1/√pairs. */
  readonly sigma: number;
}

/**
 * Autocorrelation of one or several series, lags 1 to `maxLag`. Each series has its own mean, so that cells of different bias do not pass for
 * correlated bits. With x = ±1, mean m and variance s² = (1 − m²)n/(n − 1) of a series of n:
 *
 *   r_k = Σ [Σ (x_i − m)(x_{i+k} − m) + (n − k) s²/n] / Σ (n − k) s²
 *
 * where the outer sums go over the series. The second term takes off what the mean itself makes of independent bits: E (x_i − m)(x_j − m) = −σ²/n for
 * i ≠ j. Series without variance have no part in it.
 *
 * @throws RangeError for a lag below 1
 */
export function autocorrelation(series: readonly PackedBits[], maxLag: number): LagCorrelation[] {
  checkNumber('maxLag', maxLag, { min: 1, integer: true });
  const sums = Array.from({ length: maxLag }, () => ({ covariance: 0, variance: 0, pairs: 0 }));
  for (const bits of series) {
    const n = bits.length;
    const ones = bits.ones();
    if (ones === 0 || ones === n) continue;
    const m = (2 * ones) / n - 1;
    const variance = ((1 - m * m) * n) / (n - 1);
    // Ones among the first and last k bits, followed as k grows.
    let first = 0;
    let last = 0;
    for (let lag = 1; lag <= Math.min(maxLag, n - 1); lag++) {
      first += bits.at(lag - 1);
      last += bits.at(n - lag);
      const pairs = n - lag;
      const products = pairs - 2 * bits.disagreements(lag);
      const heads = 2 * (ones - last) - pairs;
      const tails = 2 * (ones - first) - pairs;
      const sum = sums[lag - 1]!;
      sum.covariance += products - m * (heads + tails) + pairs * m * m + (pairs * variance) / n;
      sum.variance += pairs * variance;
      sum.pairs += pairs;
    }
  }
  return sums.map(({ covariance, variance, pairs }, k) => ({
    lag: k + 1,
    r: variance === 0 ? NaN : covariance / variance,
    pairs,
    sigma: pairs === 0 ? NaN : 1 / Math.sqrt(pairs),
  }));
}
