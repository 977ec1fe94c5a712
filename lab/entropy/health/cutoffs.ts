import { binomialLimit, checkNumber, criticalBinomial } from '../../../base/index.js';

/** Windows of the adaptive proportion test (SP 800-90B 4.4.2): binary samples, and any others. */
export const APT_WINDOW = { binary: 1024, other: 512 } as const;

/** Which formula gives the cutoff of the adaptive proportion test. */
export const APT_FORMULAS = ['text', 'corrected'] as const;
/** One of {@link APT_FORMULAS}. */
export type AptFormula = (typeof APT_FORMULAS)[number];

/** Levels of false alarm, as exponents: probability 2^-exponent of each test. */
export interface AlphaExponents {
  readonly intermittent: number;
  readonly permanent: number;
}

/** At some 10 Mb/s a good source then trips the repetition count every 2.5 days, and for good practically never. */
export const DEFAULT_ALPHA: AlphaExponents = { intermittent: 40, permanent: 60 };

/** Range of an exponent that the tests take. */
const EXPONENT = { min: 1, max: 200 } as const;

/** @throws RangeError unless 0 < H ≤ bits */
export function checkMinEntropy(minEntropy: number, bits = 1): number {
  checkNumber('minEntropy', minEntropy, { min: 0, max: bits });
  if (minEntropy === 0) throw new RangeError(`minEntropy must be above 0 and at most ${bits}, got 0`);
  return minEntropy;
}

/**
 * Cutoff of the repetition count test, C = 1 + ⌈a/H⌉ for α = 2^-a (SP 800-90B 4.4.1). ⌈a/H⌉ in plain doubles is exact for all H in hundredths and
 * for H = 1/n.
 * @param minEntropy H claimed per sample, bit
 */
export function repetitionCutoff(exponent: number, minEntropy: number, bits = 1): number {
  checkNumber('exponent', exponent, EXPONENT);
  return 1 + Math.ceil(exponent / checkMinEntropy(minEntropy, bits));
}

/**
 * Cutoff of the adaptive proportion test (SP 800-90B 4.4.2). `text`: C = 1 + critbinom(W, 2^-H, 1-α); `corrected`, for the first sample of a window
 * has been seen for certain: C = 2 + critbinom(W-1, 2^-H, 1-α). Both at most W, because a higher one would be a test that cannot fail. They differ by
 * one at most in the tables of docs/entropy-tap.md.
 */
export function proportionCutoff(
  exponent: number,
  minEntropy: number,
  bits = 1,
  { window = aptWindow(bits), formula = 'text' }: { readonly window?: number; readonly formula?: AptFormula } = {},
): number {
  checkNumber('exponent', exponent, EXPONENT);
  checkNumber('window', window, { min: 2, max: 2 ** 20, integer: true });
  const p = 2 ** -checkMinEntropy(minEntropy, bits);
  return Math.min(
    window,
    formula === 'text' ? 1 + criticalBinomial(window, p, exponent) : 2 + criticalBinomial(window - 1, p, exponent),
  );
}

/** Window of the adaptive proportion test for samples of so many bits. */
export function aptWindow(bits: number): number {
  return bits === 1 ? APT_WINDOW.binary : APT_WINDOW.other;
}

/**
 * Limit of the more frequent value's count in a window of `window` binary samples of min-entropy H: the smallest C with P(Bin(N, 2^-H) ≥ C) ≤ α/2.
 * The claim alone is tested: a source that is fairer than it claims never trips it. With H = 1 a bias trips either way.
 */
export function monobitLimit(exponent: number, minEntropy: number, window: number): number {
  checkNumber('exponent', exponent, EXPONENT);
  return Math.min(window, binomialLimit(window, 2 ** -checkMinEntropy(minEntropy), exponent + 1));
}

/**
 * Limit of the number of changes, and of the number of non-changes, between neighbours in a window. Given its past a bit is guessed with probability
 * 2^-H at most, so neither "same as before" nor "other than before" may come true more often than Bin(N, 2^-H) allows: the smallest C with tail ≤ α/2.
 */
export function transitionLimit(exponent: number, minEntropy: number, window: number): number {
  return monobitLimit(exponent, minEntropy, window);
}

/**
 * Limit of the number of agreements, and of disagreements, with the bit so many places before, when `lags` lags are looked at: α is shared among them
 * and both sides (Bonferroni). In terms of r_k = Σ x_i x_(i+k)/N it is |r_k| = (2C - N)/N.
 */
export function lagLimit(exponent: number, minEntropy: number, window: number, lags: number): number {
  checkNumber('lags', lags, { min: 1, max: 65536, integer: true });
  return Math.min(window, binomialLimit(window, 2 ** -checkMinEntropy(minEntropy), exponent + 1 + Math.log2(lags)));
}

/**
 * Limits of the lag predictor over a window: hits in total, the smallest C with P(Bin(N, 2^-H) ≥ C) ≤ α; and hits in a row, the smallest r with
 * (N-r)(1-p)p^r + p^r ≤ α for p = 2^-H (at most so many runs of length r are expected to start).
 */
export function predictorLimits(
  exponent: number,
  minEntropy: number,
  window: number,
): { readonly total: number; readonly run: number } {
  checkNumber('exponent', exponent, EXPONENT);
  const p = 2 ** -checkMinEntropy(minEntropy);
  const level = 2 ** -exponent;
  let run = 1;
  while (run < window && (window - run) * (1 - p) * p ** run + p ** run > level) run++;
  return { total: Math.min(window, binomialLimit(window, p, exponent)), run };
}
