import { tuplesWasm } from './gen/tuples.wasm.js';
import { Kernel } from './kernel.js';
import type { Tell } from './predictor-kernel.js';

/** The kernels of assembly/tuples.ts; what each does is documented there. */
interface TupleExports {
  suffixArray(text: number, length: number, alphabet: number, sa: number, arena: number): void;
  lcpArray(text: number, length: number, sa: number, scratch: number): number;
  countIntervals(lcp: number, length: number, most: number, pairs: number, scratch: number): void;
}

/** Repeated tuples of a sequence, by their length; entry 0 counts nothing. */
export interface TupleCounts {
  /** Length of the longest substring that occurs more than once; 0 if no symbol does. */
  readonly longest: number;
  /** Q: how often the most common tuple of each length up to `longest` occurs, overlaps included. */
  readonly most: Uint32Array;
  /** Σ c(c − 1)/2 over the distinct tuples of each length, c their counts: how many pairs of places hold the same tuple. */
  readonly pairs: Float64Array;
}

/** Counts repeated tuples of every length in linear time and 9¼ bytes a symbol, besides 12 for each length up to the longest. */
export function countTuples(symbols: Uint8Array, alphabet: number, tell?: Tell): TupleCounts {
  const { length } = symbols;
  const kernel = new Kernel<TupleExports>(tuplesWasm);
  const text = kernel.load(symbols, 0, 16);
  const sa = kernel.allocate(4 * length + 16);
  const scratch = kernel.allocate(4 * length + Math.ceil(length / 4) + 4096 + 4 * alphabet);
  kernel.exports.suffixArray(text, length, alphabet, sa, scratch);
  tell?.(0.6);
  const longest = kernel.exports.lcpArray(text, length, sa, scratch);
  tell?.(0.9);
  const [mostAt, pairsAt] = [kernel.allocate(4 * (longest + 2)), kernel.allocate(8 * (longest + 2))];
  kernel.exports.countIntervals(sa, length, mostAt, pairsAt, scratch);
  const most = kernel.words(mostAt, longest + 1);
  const pairs = kernel.doubles(pairsAt, longest + 1);
  // A prefix of a tuple occurs as often at least.
  for (let i = longest - 1; i >= 1; i--) {
    most[i] = Math.max(most[i]!, most[i + 1]!);
    pairs[i] = pairs[i]! + pairs[i + 1]!;
  }
  most[0] = pairs[0] = 0;
  tell?.(1);
  return { longest, most: most.slice(), pairs: pairs.slice() };
}
