import { checkNumber } from '../../../../base/check.js';
import { runUnits, type ParallelOptions } from '../../parallel/run-units.js';
import { loadBzip2 } from './bzip2-length.js';
import { outcomesFor, PrefixCounters, type PermutationCounts } from './permutation-counters.js';
import { PermutationKernel } from './permutation-kernel.js';
import { PERMUTATION_STATISTICS, type PermutationStatistic } from './statistics.js';

/** Rounds of the standard's test. */
export const PERMUTATION_ROUNDS = 10_000;

/** How a permutation test is done. */
export interface PermutationOptions extends ParallelOptions {
  /** Of the shuffles; default 1. The same seed gives the same counts with any number of workers. */
  readonly seed?: number | bigint;
  /** Default 10,000, as the standard has it; with fewer the limits mean something else. */
  readonly rounds?: number;
}

/** One statistic of a permutation test. */
export interface PermutationFinding extends PermutationCounts {
  /** Of the samples in their own order. */
  readonly value: number;
  /** Rounds that were counted: all, unless the statistic was decided before. */
  readonly rounds: number;
  readonly passed: boolean;
}

/** What a permutation test found. */
export interface PermutationResult {
  readonly passed: boolean;
  readonly seed: string;
  readonly rounds: number;
  readonly statistics: Readonly<Record<PermutationStatistic, PermutationFinding>>;
}

/**
 * The permutation test (SP 800-90B, 5.1): nineteen statistics of the samples are compared with those of the samples shuffled. A statistic fails if it is
 * among the six most extreme of 10,000 on either side: C0 + C1 ≤ 5 or C1 + C2 ≤ 5. It is counted until both sums exceed 5.
 *
 * A perfect source fails one in about 800 of the statistics, and so the whole test about 2 times in 100.
 * @param samples one a byte, at least two values among them; in shared memory they are not copied to the threads
 * @throws RangeError for too few rounds; the signal's reason
 */
export async function permutationTest(
  samples: Uint8Array,
  options: PermutationOptions = {},
): Promise<PermutationResult> {
  const { seed = 1, ...parallel } = options;
  const rounds = checkNumber('rounds', options.rounds ?? PERMUTATION_ROUNDS, { min: 1, max: 1e6, integer: true });
  const unpermuted = await measureStatistics(samples);
  const outcomes = outcomesFor(rounds);
  await runUnits('permutation', { samples, unpermuted, outcomes, seed }, rounds, parallel);
  const counters = new PrefixCounters(outcomes);
  counters.advance();
  const statistics = Object.fromEntries(
    PERMUTATION_STATISTICS.map((name, place) => {
      const counts = counters.countsOf(place);
      return [
        name,
        {
          value: unpermuted[place]!,
          ...counts,
          rounds: counts.c0 + counts.c1 + counts.c2,
          passed: counters.decided(place),
        },
      ];
    }),
  ) as Record<PermutationStatistic, PermutationFinding>;
  return { passed: counters.allDecided, seed: String(seed), rounds, statistics };
}

/** The nineteen statistics of samples in their own order, as {@link PERMUTATION_STATISTICS} lists them. */
export async function measureStatistics(samples: Uint8Array): Promise<Float64Array> {
  return new PermutationKernel(samples).measure(() => true, await loadBzip2());
}
