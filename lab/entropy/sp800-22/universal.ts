import { erfc } from '../../../base/index.js';
import type { StsCounts } from './counts.js';
import { notApplicable, type Outcome } from './outcome.js';

/** Fewest bits for a block length, expected value and variance of its test statistic [SP 800-22 2.9.7, table of 2.9.4]. */
const TABLE: readonly {
  readonly bits: number;
  readonly leastBits: number;
  readonly mean: number;
  readonly variance: number;
}[] = [
  { bits: 16, leastBits: 1_059_061_760, mean: 15.167379, variance: 3.421 },
  { bits: 15, leastBits: 496_435_200, mean: 14.167488, variance: 3.419 },
  { bits: 14, leastBits: 231_669_760, mean: 13.167693, variance: 3.416 },
  { bits: 13, leastBits: 107_560_960, mean: 12.16807, variance: 3.41 },
  { bits: 12, leastBits: 49_643_520, mean: 11.168765, variance: 3.401 },
  { bits: 11, leastBits: 22_753_280, mean: 10.170032, variance: 3.384 },
  { bits: 10, leastBits: 10_342_400, mean: 9.1723243, variance: 3.356 },
  { bits: 9, leastBits: 4_654_080, mean: 8.1764248, variance: 3.311 },
  { bits: 8, leastBits: 2_068_480, mean: 7.1836656, variance: 3.238 },
  { bits: 7, leastBits: 904_960, mean: 6.1962507, variance: 3.125 },
  { bits: 6, leastBits: 387_840, mean: 5.2177052, variance: 2.954 },
];

/**
 * Maurer's universal test: how far back was each block of L bits last seen? p = erfc(|f − μ| / (√2 σ)), σ = c√(v/K), c = .7 − .8/L +
 * (4 + 32/L)K^{−3/L}/15 over K blocks after 10·2^L initial ones [SP 800-22 2.9].
 */
export function universal(counts: StsCounts): Outcome {
  const row = TABLE.find(({ leastBits }) => counts.length >= leastBits);
  if (row === undefined) return notApplicable(`needs 387840 bits, got ${counts.length}`);
  const { bits, mean, variance } = row;
  const initial = 10 * 2 ** bits;
  const blocks = Math.floor(counts.length / bits) - initial;
  const f = meanLogDistance(counts, bits, initial);
  const c = 0.7 - 0.8 / bits + ((4 + 32 / bits) * blocks ** (-3 / bits)) / 15;
  const sigma = c * Math.sqrt(variance / blocks);
  return { p: universalTail(f, mean, sigma), details: { f, sigma, blockBits: bits, initial, blocks } };
}

/** f: mean of log₂ of the distance to the same block before, over the blocks after the `initial` ones. */
export function meanLogDistance(counts: StsCounts, bits: number, initial: number): number {
  const distances = counts.distances(bits, initial);
  let [sum, blocks] = [0, 0];
  distances.forEach((count, distance) => {
    if (count === 0) return;
    sum += count * Math.log2(distance);
    blocks += count;
  });
  return sum / blocks;
}

/** erfc(|f − μ| / (√2 σ)). */
export function universalTail(f: number, mean: number, sigma: number): number {
  return erfc(Math.abs(f - mean) / (Math.SQRT2 * sigma));
}
