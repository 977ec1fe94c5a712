import { type Estimate, minEntropyOf, noEstimate, upperBound, Z_99 } from './estimate.js';
import type { Sequence } from './samples.js';

/** Most common value estimate (SP 800-90B 6.3.1). @param z quantile of the bound */
export function mostCommonValue({ symbols }: Sequence, { z = Z_99 }: { readonly z?: number } = {}): Estimate {
  const { length } = symbols;
  if (length < 2) return noEstimate('it needs 2 symbols at least');
  const counts = new Uint32Array(256);
  for (let i = 0; i < length; i++) counts[symbols[i]!] = counts[symbols[i]!]! + 1;
  const mode = Math.max(...counts);
  const p = mode / length;
  const bound = upperBound(p, length, z);
  return { minEntropy: minEntropyOf(bound), details: { mode, p, bound } };
}
