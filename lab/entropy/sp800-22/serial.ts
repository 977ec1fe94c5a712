import { chiSquareTail } from '../../../base/index.js';
import type { StsCounts } from './counts.js';
import { shorterPatterns } from './pattern-counts.js';
import { notApplicable, type Outcome } from './outcome.js';

/**
 * Serial: do all patterns of m bits occur equally often? ψ²_m = (2^m/n)Σc² − n around the end; ∇ψ² = ψ²_m − ψ²_{m−1} with 2^{m−1} degrees of
 * freedom, ∇²ψ² = ψ²_m − 2ψ²_{m−1} + ψ²_{m−2} with 2^{m−2} [SP 800-22 2.11].
 * @param bits m
 */
export function serial(counts: StsCounts, bits: number): Outcome<readonly [number, number]> {
  const n = counts.length;
  if (n < 2 ** bits) return notApplicable(`there are more patterns of ${bits} bits than the ${n} bits that were given`);
  const patterns = counts.patterns(bits);
  const shorter = shorterPatterns(patterns);
  const psi = [patterns, shorter, shorterPatterns(shorter)].map((c) => psiSquared(c, n)) as [number, number, number];
  // Equal counts give 0, from which rounding can take away.
  const first = Math.max(0, psi[0] - psi[1]);
  const second = Math.max(0, psi[0] - 2 * psi[1] + psi[2]);
  return {
    p: [chiSquareTail(first, 2 ** (bits - 1)), chiSquareTail(second, 2 ** (bits - 2))],
    ...(bits < Math.floor(Math.log2(n)) - 2
      ? {}
      : { warning: `the standard wants patterns shorter than ⌊log₂n⌋ − 2 bits` }),
    details: { psiSquared: psi, first, second },
  };
}

/** The only pattern of no bits stands n times, which gives 0. */
function psiSquared(patterns: Uint32Array, n: number): number {
  let sum = 0;
  for (const count of patterns) sum += count * count;
  return (patterns.length / n) * sum - n;
}
