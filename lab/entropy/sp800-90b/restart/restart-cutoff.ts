import { checkNumber } from '../../../../base/check.js';
import { lnGamma } from '../../../../base/gamma-functions.js';

/** Restarts of a restart test, and samples of each. */
export const RESTARTS = 1000;

/** False-alarm probability of one row or column, of 2000: together 1 % (SP 800-90B, 3.1.4.3, prints 0.01/2000). */
export const RESTART_ROW_ALPHA = -Math.expm1(Math.log1p(-0.01) / (2 * RESTARTS));

/**
 * Cutoff of the sanity check: the smallest c that no symbol of a row of `samples` exceeds, but with probability α at most.
 *
 * The row is taken from the worst distribution of min-entropy H: ⌊1/p⌋ symbols of probability p = 2^−H and one with the rest. (The binomial distribution
 * of SP 800-90B's text looks at one symbol only; NIST's tool simulates five million rows of this distribution instead.) Here the probability is computed:
 * samples! [x^samples] (Σ_{j≤c} (px)^j/j!)^⌊1/p⌋ Σ_{j≤c} (ρx)^j/j! with ρ = 1 − p⌊1/p⌋. Poisson weights keep the polynomials in range.
 *
 * @param minEntropy H, bits a sample, above 0 and not above 8
 * @param alpha false-alarm probability of a row
 * @param samples of a row
 * @throws RangeError
 */
export function restartCutoff(
  minEntropy: number,
  alpha: number = RESTART_ROW_ALPHA,
  samples: number = RESTARTS,
): number {
  checkNumber('minEntropy', minEntropy, { min: Number.MIN_VALUE, max: 8 });
  checkNumber('alpha', alpha, { min: 1e-9, max: 0.5 });
  checkNumber('samples', samples, { min: 1, max: 1e5, integer: true });
  let [low, high] = [0, samples];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (probabilityAtMost(middle, minEntropy, samples) >= 1 - alpha) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Probability that no symbol of a row of the worst distribution occurs more than `count` times. */
export function probabilityAtMost(count: number, minEntropy: number, samples: number = RESTARTS): number {
  const p = 2 ** -minEntropy;
  // 2^−H of a whole 2^H is exact; of log₂ 3 and its like the product may miss 1 by a rounding, and 1/p a whole number.
  const alike = Math.floor(1 / p + 1e-12);
  const rest = Math.max(0, 1 - p * alike);
  const all = power(poissonWeights(p * samples, count, samples), alike, samples);
  const row = multiply(all, poissonWeights(rest < 1e-12 ? 0 : rest * samples, count, samples), samples);
  return row[samples]! / poisson(samples, samples);
}

/** Poisson probabilities of 0 … `count` for a mean, none beyond `most`. */
function poissonWeights(mean: number, count: number, most: number): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: Math.min(count, most) + 1 }, (_, j) => poisson(j, mean));
}

function poisson(j: number, mean: number): number {
  if (mean === 0) return j === 0 ? 1 : 0;
  return Math.exp(j * Math.log(mean) - mean - lnGamma(j + 1));
}

/** Coefficients of a polynomial's power, as far as degree `most`. */
function power(base: Float64Array<ArrayBuffer>, exponent: number, most: number): Float64Array<ArrayBuffer> {
  let result = Float64Array.of(1);
  let square = base;
  for (let left = exponent; left > 0; left >>= 1) {
    if ((left & 1) === 1) result = multiply(result, square, most);
    if (left > 1) square = multiply(square, square, most);
  }
  return result;
}

function multiply(a: Float64Array, b: Float64Array, most: number): Float64Array<ArrayBuffer> {
  const product = new Float64Array(Math.min(a.length + b.length - 2, most) + 1);
  for (let i = 0; i < a.length; i++) {
    const factor = a[i]!;
    // Weights that are nothing beside the rest: most of a squared polynomial.
    if (factor < 1e-40) continue;
    const end = Math.min(b.length, product.length - i);
    for (let j = 0; j < end; j++) product[i + j] = product[i + j]! + factor * b[j]!;
  }
  return product;
}
