import { type Estimate, minEntropyOf, noEstimate, Z_99 } from './estimate.js';
import type { Sequence } from './samples.js';

/**
 * Collision estimate of a bit string (SP 800-90B 6.3.2): mean time until a symbol repeats. What the standard searches for is the root of
 * X′ = 2 + 2p(1 − p).
 * @param z quantile of the bound
 */
export function collision({ symbols }: Sequence, { z = Z_99 }: { readonly z?: number } = {}): Estimate {
  const { length } = symbols;
  let collisions = 0;
  let squares = 0;
  let i = 0;
  while (i < length - 1) {
    const equal = symbols[i] === symbols[i + 1];
    if (!equal && i >= length - 2) break;
    const time = equal ? 2 : 3;
    squares += time * time;
    collisions++;
    i += time;
  }
  if (collisions < 2) return noEstimate('it needs two collisions at least');
  const mean = i / collisions;
  // Sums of whole numbers: equal times make exactly 0.
  const sigma = Math.sqrt(Math.max(0, squares - i * mean) / (collisions - 1));
  const bound = Math.max(2, mean - (z * sigma) / Math.sqrt(collisions));
  const p = bound < 2.5 ? 0.5 + Math.sqrt(1.25 - bound / 2) : 0.5;
  return { minEntropy: minEntropyOf(p), details: { collisions, mean, sigma, bound, p } };
}
