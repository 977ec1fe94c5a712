import type { StsCounts } from './counts.js';
import { chiSquareOf, notApplicable, type Outcome, warned } from './outcome.js';
import type { StsConstants } from './options.js';

/** Probabilities of the seven classes as published; the first is 1/96 = .010417 in truth. */
const PUBLISHED: readonly number[] = [0.01047, 0.03125, 0.125, 0.5, 0.25, 0.0625, 0.020833];

/**
 * Linear complexity: how long a shift register makes each block of M bits? T = (−1)^M(L − μ) + 2/9 in seven classes, χ² [SP 800-22 2.10].
 * @param blockBits M
 */
export function linearComplexity(counts: StsCounts, blockBits: number, constants: StsConstants): Outcome {
  const blocks = Math.floor(counts.length / blockBits);
  if (blocks === 0) return notApplicable(`no block of ${blockBits} bits`);
  const classes = new Array<number>(PUBLISHED.length).fill(0);
  for (const complexity of counts.complexities(blockBits, blocks)) classes[classOf(complexity, blockBits)]!++;
  const test = chiSquareOf(classes, constants === 'published' ? PUBLISHED : complexityClasses(blockBits));
  return { p: test.p, ...warned(test), details: { chiSquare: test.chiSquare, classes } };
}

/** Class of a complexity: T ≤ −2.5, −1.5, −.5, .5, 1.5, 2.5, or above. */
export function classOf(complexity: number, blockBits: number): number {
  const sign = blockBits % 2 === 0 ? 1 : -1;
  const mean = blockBits / 2 + (9 - sign) / 36 - (blockBits / 3 + 2 / 9) / 2 ** blockBits;
  const t = sign * (complexity - mean) + 2 / 9;
  return Math.min(6, Math.max(0, Math.ceil(t + 2.5)));
}

/** Exact probabilities of the classes, from those of each complexity: 2^{min(2M − 2L, 2L − 1) − M}, and 2^{−M} for 0 (R. A. Rueppel, 1986). */
export function complexityClasses(blockBits: number): number[] {
  const classes = new Array<number>(PUBLISHED.length).fill(0);
  for (let complexity = 0; complexity <= blockBits; complexity++)
    classes[classOf(complexity, blockBits)]! +=
      complexity === 0
        ? 2 ** -blockBits
        : 2 ** (Math.min(2 * blockBits - 2 * complexity, 2 * complexity - 1) - blockBits);
  return classes;
}
