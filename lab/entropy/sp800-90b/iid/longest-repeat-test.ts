import { countTuples } from '../kernels/tuple-kernel.js';
import type { Sequence } from '../samples.js';

/** Probability of a repeat as long as the longest that is seen, below which the test fails. */
export const LONGEST_REPEAT_ALPHA = 0.001;

/** What the longest repeated substring says. */
export interface LongestRepeatResult {
  /** Probability that two samples are equal, Σ p_i². */
  readonly pcol: number;
  /** Length of the longest substring that occurs twice, overlaps allowed. */
  readonly w: number;
  /** Probability of one so long among independent samples, 1 − (1 − pcol^w)^N for N pairs of places; 0 below what a double holds. */
  readonly p: number;
  /** log₁₀ of it. */
  readonly log10P: number;
  readonly passed: boolean;
}

/** The test of the longest repeated substring (SP 800-90B, 5.2.5), for two samples or more. */
export function longestRepeatTest({ symbols, alphabet }: Sequence): LongestRepeatResult {
  const { length } = symbols;
  const counts = new Float64Array(alphabet);
  for (const symbol of symbols) counts[symbol] = counts[symbol]! + 1;
  const pcol = counts.reduce((sum, count) => sum + (count / length) ** 2, 0);
  const { longest: w } = countTuples(symbols, alphabet);
  return { pcol, w, ...repeatProbability(pcol, w, length) };
}

/** Probability that a substring of `w` independent samples repeats among `length`, in logarithms: repeats of thousands of samples occur. */
export function repeatProbability(
  pcol: number,
  w: number,
  length: number,
): Pick<LongestRepeatResult, 'p' | 'log10P' | 'passed'> {
  const pairs = ((length - w + 1) * (length - w)) / 2;
  const lnOne = w * Math.log(pcol);
  const lnNone = pairs * Math.log1p(-Math.exp(lnOne));
  const p = -Math.expm1(lnNone);
  // So small a probability is that of one pair times the number of pairs.
  const log10P = (p < 1e-12 ? Math.log(pairs) + lnOne : Math.log(p)) / Math.LN10;
  return { p, log10P, passed: p >= LONGEST_REPEAT_ALPHA };
}
