/** Quantile of the normal distribution for the upper end of a 99 % two-sided interval, which SP 800-90B prints as 2.576. */
export const Z_99 = 2.5758293035489008;

/** What an estimator says of a sequence. */
export interface Estimate {
  /** Bits a symbol; null if there is no result. */
  readonly minEntropy: number | null;
  /** Why there is none. */
  readonly reason?: string;
  /** What it was computed from, by the names of the standard. */
  readonly details: Readonly<Record<string, number | null>>;
}

/** An estimate that came to nothing. */
export function noEstimate(reason: string, details: Estimate['details'] = {}): Estimate {
  return { minEntropy: null, reason, details };
}

/** −log₂ p, and 0 rather than −0. */
export function minEntropyOf(p: number): number {
  return p >= 1 ? 0 : -Math.log2(p);
}

/** The end of the confidence interval of a probability that was seen as `p` in `n` trials: min(1, p + Z √(p (1 − p)/(n − 1))). */
export function upperBound(p: number, n: number, z: number): number {
  return Math.min(1, p + z * Math.sqrt((p * (1 - p)) / (n - 1)));
}
