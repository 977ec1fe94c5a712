import type { StsCounts } from './counts.js';
import { chiSquareOf, notApplicable, type Outcome, warned } from './outcome.js';

const BITS = 32 * 32;

/** Probabilities of rank 32, 31 and less of a random 32 × 32 matrix of bits: .28879, .57758, .13364. */
export const RANK_CLASSES: readonly number[] = [
  rankProbability(32),
  rankProbability(31),
  1 - rankProbability(32) - rankProbability(31),
];

/** Binary matrix rank: χ² over ranks 32, 31 and less [SP 800-22 2.5]. */
export function rank(counts: StsCounts): Outcome {
  const matrices = Math.floor(counts.length / BITS);
  if (matrices === 0) return notApplicable(`needs ${BITS} bits for a matrix, got ${counts.length}`);
  const ranks = counts.ranks(matrices);
  const test = chiSquareOf(ranks, RANK_CLASSES);
  return { p: test.p, ...warned(test), details: { chiSquare: test.chiSquare, ranks: [...ranks] } };
}

/** 2^{r(64−r)−1024} Π_{i<r} (1 − 2^{i−32})²/(1 − 2^{i−r}) [SP 800-22 3.5]. */
function rankProbability(r: number): number {
  let product = 2 ** (r * (64 - r) - BITS);
  for (let i = 0; i < r; i++) product *= (1 - 2 ** (i - 32)) ** 2 / (1 - 2 ** (i - r));
  return product;
}
