import { checkNumber } from '../../../../base/check.js';

/** Longest input or output of a conditioning function that is taken, bits. */
export const MOST_CONDITIONED_BITS = 2 ** 32;

/** Sizes of a conditioning function, and what goes into one of its outputs; all in bits. */
export interface ConditioningSizes {
  /** Input of one output. */
  readonly nIn: number;
  /** One output. */
  readonly nOut: number;
  /** Narrowest internal width of the function, as 256 for SHA-256. */
  readonly nw: number;
  /** Min-entropy of the input, from an assessment: above 0, not above `nIn`. */
  readonly hIn: number;
}

/** What {@link outputEntropy} finds. */
export interface OutputEntropy {
  /** Min-entropy of one output, bits. */
  readonly hOut: number;
  /** n − hOut with n = min(nOut, nw, nIn), to full relative precision where hOut itself rounds to n; bits. */
  readonly deficit: number;
}

const log2p1 = (x: number): number => Math.log1p(x) / Math.LN2;

/**
 * Min-entropy of the output of a conditioning function (SP 800-90B, 3.1.5.1.2):
 * P_h = 2^−h_in, P_l = (1 − P_h)/(2^n_in − 1), n = min(n_out, n_w), ψ = 2^(n_in−n) P_l + P_h,
 * ω = (2^(n_in−n) + √(2n 2^(n_in−n) ln 2)) P_l, h_out = −log₂ max(ψ, ω).
 *
 * With c = (1 − P_h)/(1 − 2^−n_in): ψ = 2^−n c + 2^−h_in and ω = 2^−n c (1 + √(2n ln 2) 2^((n−n_in)/2)). No power of two that could overflow is
 * left, so that doubles do for functions of any size.
 *
 * @throws TypeError for what is no number; RangeError for sizes that are no whole numbers from 1, or hIn outside 0 (not included) to nIn
 */
export function outputEntropy(sizes: ConditioningSizes): OutputEntropy {
  const bits = { min: 1, max: MOST_CONDITIONED_BITS, integer: true };
  const nIn = checkNumber('nIn', sizes.nIn, bits);
  const nOut = checkNumber('nOut', sizes.nOut, bits);
  const nw = Math.min(checkNumber('nw', sizes.nw, bits), nIn);
  const hIn = checkNumber('hIn', sizes.hIn, { min: 0, max: nIn });
  if (hIn === 0) throw new RangeError(`hIn must be above 0 and not above nIn = ${nIn}, got 0`);
  const n = Math.min(nOut, nw);
  const all = -Math.expm1(-nIn * Math.LN2);
  const notHigh = -Math.expm1(-hIn * Math.LN2);
  // c − 1 = −2^−h_in (1 − 2^(h_in−n_in))/(1 − 2^−n_in), and log₂ of the factor of ω that is not c.
  const cLess1 = (2 ** -hIn * Math.expm1((hIn - nIn) * Math.LN2)) / all;
  const widen = log2p1(Math.sqrt(2 * n * Math.LN2) * 2 ** ((n - nIn) / 2));
  // How far log₂ ψ and log₂ ω lie above −n: exact where both are all but n.
  const psiExcess = log2p1(Math.max(-1, cLess1 + 2 ** (n - hIn)));
  const omegaExcess = log2p1(Math.max(-1, cLess1)) + widen;
  // ψ and ω are probabilities: 1 at most.
  const deficit = Math.min(Math.max(0, psiExcess, omegaExcess), n);
  // With little entropy in the input the sums of logarithms are the exact form.
  const log2c = Math.log2(notHigh / all);
  const [larger, smaller] = log2c - n > -hIn ? [log2c - n, -hIn] : [-hIn, log2c - n];
  const log2Psi = larger + log2p1(2 ** (smaller - larger));
  const log2Omega = log2c - n + widen;
  const hOut = deficit < n / 2 ? n - deficit : -Math.max(log2Psi, log2Omega);
  return { hOut: Math.min(Math.max(hOut, 0), n, hIn), deficit };
}
