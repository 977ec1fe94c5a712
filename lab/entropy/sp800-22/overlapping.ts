import type { StsCounts } from './counts.js';
import { chiSquareOf, classCounts, notApplicable, type Outcome, warned } from './outcome.js';
import type { StsConstants } from './options.js';

/** Bits of a block. */
const BLOCK = 1032;
/** Classes of a block by the occurrences in it: 0 … 4, 5 or more. */
const CLASSES = 6;

/** Overlapping template matching with `bits` ones: χ² over occurrences in blocks of 1032 bits [SP 800-22 2.8]. */
export function overlapping(counts: StsCounts, bits: number, constants: StsConstants): Outcome {
  const blocks = Math.floor(counts.length / BLOCK);
  if (blocks === 0) return notApplicable(`needs a block of ${BLOCK} bits, got ${counts.length}`);
  const classes = classCounts(counts.onesTemplates(bits, BLOCK, blocks), 0, CLASSES);
  const test = chiSquareOf(classes, constants === 'published' ? publishedOverlaps(bits) : exactOverlaps(bits));
  return { p: test.p, ...warned(test), details: { chiSquare: test.chiSquare, classes } };
}

/**
 * The standard's probabilities of 0 … 4, ≥ 5 occurrences, a compound Poisson distribution: with η = (M − m + 1)/2^{m+1}, π₀ = e^{−η},
 * π_u = Σ_{l=1}^{u} e^{−η} 2^{−u} η^l/l! C(u−1, l−1) [3.8].
 */
export function publishedOverlaps(bits: number): number[] {
  const eta = (BLOCK - bits + 1) / 2 ** (bits + 1);
  const classes = [Math.exp(-eta)];
  for (let u = 1; u < CLASSES - 1; u++) {
    let term = Math.exp(-eta) * 2 ** -u * eta;
    let sum = 0;
    for (let l = 1; l <= u; l++) {
      sum += term;
      term *= (eta * (u - l)) / (l * (l + 1));
    }
    classes.push(sum);
  }
  return [...classes, 1 - classes.reduce((a, b) => a + b)];
}

/** The true ones, bit by bit: the state is the run of ones that has just been seen (`bits` for that many or more) and the occurrences so far. */
export function exactOverlaps(bits: number): number[] {
  let state = new Float64Array((bits + 1) * CLASSES);
  state[0] = 1;
  for (let n = 0; n < BLOCK; n++) {
    const next = new Float64Array(state.length);
    for (let run = 0; run <= bits; run++)
      for (let seen = 0; seen < CLASSES; seen++) {
        const half = state[run * CLASSES + seen]! / 2;
        const longer = Math.min(run + 1, bits);
        const more = Math.min(seen + Number(longer === bits), CLASSES - 1);
        next[seen]! += half;
        next[longer * CLASSES + more]! += half;
      }
    state = next;
  }
  return Array.from({ length: CLASSES }, (_, seen) => {
    let sum = 0;
    for (let run = 0; run <= bits; run++) sum += state[run * CLASSES + seen]!;
    return sum;
  });
}
