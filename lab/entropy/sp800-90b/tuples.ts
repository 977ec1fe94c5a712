import { type Estimate, minEntropyOf, noEstimate, upperBound, Z_99 } from './estimate.js';
import type { Tell } from './kernels/predictor-kernel.js';
import { countTuples, type TupleCounts } from './kernels/tuple-kernel.js';
import type { Sequence } from './samples.js';

/** Options of {@link tupleEstimates}. */
export interface TupleOptions {
  /** Quantile of the bound. */
  readonly z?: number;
  /** Least count of a tuple that the t-tuple estimate takes; the LRS estimate takes the lengths beyond. */
  readonly cutoff?: number;
  readonly tell?: Tell | undefined;
}

/** t-tuple estimate (SP 800-90B 6.3.5) and longest repeated substring estimate (6.3.6): both come from the same counts. */
export function tupleEstimates(
  { symbols, alphabet }: Sequence,
  { z = Z_99, cutoff = 35, tell }: TupleOptions = {},
): { readonly tTuple: Estimate; readonly lrs: Estimate } {
  if (symbols.length < 2) {
    const none = noEstimate('it needs 2 symbols at least');
    return { tTuple: none, lrs: none };
  }
  const counts = countTuples(symbols, alphabet, tell);
  let t = 0;
  while (t < counts.longest && counts.most[t + 1]! >= cutoff) t++;
  return { tTuple: tTupleOf(counts, t, symbols.length, cutoff, z), lrs: lrsOf(counts, t + 1, symbols.length, z) };
}

function tTupleOf({ most }: TupleCounts, t: number, length: number, cutoff: number, z: number): Estimate {
  if (t === 0) return noEstimate(`no symbol occurs ${cutoff} times`, { t });
  let p = 0;
  for (let i = 1; i <= t; i++) p = Math.max(p, rootOf(most[i]! / (length - i + 1), i));
  const bound = upperBound(p, length, z);
  return { minEntropy: minEntropyOf(bound), details: { t, p, bound } };
}

function lrsOf({ longest: v, pairs }: TupleCounts, u: number, length: number, z: number): Estimate {
  if (v < u) return noEstimate(`no substring of ${u} symbols is repeated`, { u, v });
  let p = 0;
  for (let i = u; i <= v; i++) p = Math.max(p, rootOf(pairs[i]! / (((length - i) * (length - i + 1)) / 2), i));
  const bound = upperBound(p, length, z);
  return { minEntropy: minEntropyOf(bound), details: { u, v, p, bound } };
}

/** The i-th root of a probability. */
function rootOf(p: number, i: number): number {
  return i === 1 ? p : Math.exp(Math.log(p) / i);
}
