import { decreasingRoot } from './decreasing-root.js';
import { type Estimate, minEntropyOf, upperBound } from './estimate.js';
import type { Tally } from './kernels/predictor-kernel.js';

/** ln of the probability that no longer run than the one seen occurs. */
const LN_SEEN = Math.log(0.99);
/** Steps of the fixed-point iteration at most, as many as the reference tool makes. */
const MOST_STEPS = 66;

/**
 * Min-entropy from how well a predictor did (the common last steps of SP 800-90B 6.3.7 to 6.3.10): from all right predictions, and from the
 * longest row of them.
 * @param predictions N
 * @param alphabet k: no guess is worse than 1/k
 */
export function predictionEstimate(tally: Tally, predictions: number, alphabet: number, z: number): Estimate {
  const { correct, longestRun } = tally;
  const p = correct / predictions;
  const pGlobal = correct === 0 ? 1 - 0.01 ** (1 / predictions) : upperBound(p, predictions, z);
  const r = longestRun + 1;
  const least = Math.max(pGlobal, 1 / alphabet);
  const f = (at: number): number => lnNoLongerRun(at, r, predictions);
  const pLocal = least < 1 && f(least) > LN_SEEN ? decreasingRoot(f, LN_SEEN, least, 1) : null;
  return {
    minEntropy: minEntropyOf(Math.max(least, pLocal ?? 0)),
    details: { correct, predictions, r, pGlobal, pLocal },
  };
}

/**
 * ln of the probability of no row of r right predictions in n, each right with probability p (W. Feller, An Introduction to Probability
 * Theory, XIII.7): ln((1 − p x)/((r + 1 − r x) q x^{n+1})), x the root near 1 of x = 1 + q p^r x^{r+1}. Written in e = x − 1, which may be
 * far below the spacing of doubles at 1.
 */
export function lnNoLongerRun(p: number, r: number, n: number): number {
  const q = 1 - p;
  if (q <= 0) return -Infinity;
  const lnStart = Math.log(q) + r * Math.log(p);
  let e = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = Math.exp(lnStart + (r + 1) * Math.log1p(e));
    if (next - e <= 1e-17 * (1 + next) && next - e <= 1e-16 * next) {
      e = next;
      break;
    }
    e = next;
  }
  const [upper, lower] = [q - p * e, (1 - r * e) * q];
  return upper > 0 && lower > 0 ? Math.log(upper / lower) - (n + 1) * Math.log1p(e) : -Infinity;
}
