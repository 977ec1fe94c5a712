import { chiSquareTail } from '../../../base/index.js';
import type { StsCounts } from './counts.js';
import { shorterPatterns } from './pattern-counts.js';
import { notApplicable, type Outcome } from './outcome.js';

/**
 * Approximate entropy: does knowing m bits tell the next? [SP 800-22 2.12]
 * @param bits m
 */
export function approximateEntropy(counts: StsCounts, bits: number): Outcome {
  const n = counts.length;
  if (n < 2 ** (bits + 1))
    return notApplicable(`there are more patterns of ${bits + 1} bits than the ${n} bits that were given`);
  const { p, entropy, chiSquare } = entropyTail(counts, bits);
  return {
    p,
    ...(bits <= Math.floor(Math.log2(n)) - 5
      ? {}
      : { warning: 'the standard wants patterns of ⌊log₂n⌋ − 5 bits at most' }),
    details: { approximateEntropy: entropy, chiSquare },
  };
}

/** φ_m = Σπ ln π around the end, χ² = 2n(ln 2 − (φ_m − φ_{m+1})) with 2^m degrees of freedom, however few the bits. */
export function entropyTail(counts: StsCounts, bits: number): { p: number; entropy: number; chiSquare: number } {
  const n = counts.length;
  const longer = counts.patterns(bits + 1);
  const entropy = phi(shorterPatterns(longer), n) - phi(longer, n);
  const chiSquare = Math.max(0, 2 * n * (Math.LN2 - entropy));
  return { p: chiSquareTail(chiSquare, 2 ** bits), entropy, chiSquare };
}

function phi(patterns: Uint32Array, n: number): number {
  let sum = 0;
  for (const count of patterns) if (count > 0) sum += (count / n) * Math.log(count / n);
  return sum;
}
