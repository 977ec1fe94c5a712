import { type Estimate, minEntropyOf, noEstimate, Z_99 } from './estimate.js';
import { decreasingRoot } from './decreasing-root.js';
import type { Sequence } from './samples.js';

/** Bits of a block. */
const BLOCK = 6;
const BLOCKS = 1 << BLOCK;
/** Factor of the standard deviation for blocks of six bits, from the standard. */
const SIGMA_FACTOR = 0.5907;

/** Parameters of {@link compression}. */
export interface CompressionOptions {
  /** Quantile of the bound. */
  readonly z?: number;
  /** d: blocks that only fill the dictionary. */
  readonly dictionaryBlocks?: number;
}

/** Compression estimate of a bit string (SP 800-90B 6.3.4): Maurer's universal statistic over blocks of six bits. */
export function compression({ symbols }: Sequence, options: CompressionOptions = {}): Estimate {
  const { z = Z_99, dictionaryBlocks: d = 1000 } = options;
  const blocks = Math.floor(symbols.length / BLOCK);
  const tested = blocks - d;
  if (tested < 2) return noEstimate(`it needs more than ${BLOCK * (d + 1)} bits`);
  const logs = new Logarithms(blocks);
  const last = new Int32Array(BLOCKS);
  const sum = new KahanSum();
  const squares = new KahanSum();
  for (let i = 1, at = 0; i <= blocks; i++) {
    let block = 0;
    for (let k = 0; k < BLOCK; k++) block = 2 * block + symbols[at++]!;
    if (i > d) {
      const log = logs.of(i - last[block]!);
      sum.add(log);
      squares.add(log * log);
    }
    last[block] = i;
  }
  const mean = sum.value / tested;
  const sigma = SIGMA_FACTOR * Math.sqrt(Math.max(0, squares.value / (tested - 1) - mean * mean));
  const bound = mean - (z * sigma) / Math.sqrt(tested);
  const expected = (p: number): number =>
    partOf(p, d, blocks, logs) + (BLOCKS - 1) * partOf((1 - p) / (BLOCKS - 1), d, blocks, logs);
  const p = expected(1 / BLOCKS) > bound ? decreasingRoot(expected, bound, 1 / BLOCKS, 1) : 1 / BLOCKS;
  const minEntropy = minEntropyOf(p) / BLOCK;
  return { minEntropy, details: { blocks, mean, sigma, bound, p } };
}

/**
 * G of the standard, as one sum: z/v · Σ_{u ≥ 2} w(u) log₂u (1 − z)^{u−1}, w(u) = z (N − max(u, d)) up to N, and 1 more from u = d + 1 on.
 * It stops when what is left cannot change the sum.
 */
function partOf(z: number, d: number, blocks: number, logs: Logarithms): number {
  const keep = 1 - z;
  const most = logs.of(blocks) * (blocks + 1);
  let power = keep;
  let sum = 0;
  for (let u = 2; u <= blocks; u++) {
    const weight = u <= d ? z * (blocks - d) : z * (blocks - u) + 1;
    sum += weight * logs.of(u) * power;
    power *= keep;
    if ((u & 63) === 0 && power * most < sum * z * 1e-18) break;
  }
  return (z * sum) / (blocks - d);
}

/** log₂ of whole numbers, each computed once. */
class Logarithms {
  readonly #values: Float64Array;
  #known = 1;

  constructor(most: number) {
    this.#values = new Float64Array(most + 1);
  }

  of(u: number): number {
    while (this.#known < u) this.#values[++this.#known] = Math.log2(this.#known);
    return this.#values[u]!;
  }
}

/** Sum whose error does not grow with the number of terms (W. Kahan, Commun. ACM 8 (1965) 40). */
class KahanSum {
  value = 0;
  #lost = 0;

  add(term: number): void {
    const wanted = term - this.#lost;
    const next = this.value + wanted;
    this.#lost = next - this.value - wanted;
    this.value = next;
  }
}
