import { RandomStream } from '../../../../base/index.js';
import { loadBzip2, type CompressedLength } from './bzip2-length.js';
import { PermutationKernel } from './permutation-kernel.js';
import { PrefixCounters, writeOutcomes } from './permutation-counters.js';

/** What the rounds of a permutation test share. */
export interface PermutationSetup {
  readonly samples: Uint8Array;
  /** The nineteen statistics of the samples in their own order. */
  readonly unpermuted: Float64Array;
  /** How each statistic of each round compares, in memory that threads share: every thread sees what is decided already. */
  readonly outcomes: Uint8Array<SharedArrayBuffer>;
  readonly seed: number | bigint;
}

/** What a thread keeps between rounds. */
interface Bench {
  readonly kernel: PermutationKernel;
  readonly counters: PrefixCounters;
  readonly bzip2: CompressedLength;
}
const benches = new WeakMap<PermutationSetup, Promise<Bench>>();

/**
 * One round: shuffles the samples and compares the statistics that are not decided. Each round starts from the samples' own order with a stream of its
 * own; the standard shuffles on from round to round, which gives the same distribution, and this way rounds do not depend on each other.
 */
export async function permutationUnit(setup: PermutationSetup, round: number): Promise<void> {
  let bench = benches.get(setup);
  if (bench === undefined) {
    bench = openBench(setup);
    benches.set(setup, bench);
  }
  const { kernel, counters, bzip2 } = await bench;
  counters.advance();
  if (counters.allDecided) return;
  kernel.reset();
  kernel.shuffle(RandomStream.from(setup.seed, 'iid permutation', round).snapshot().state);
  const found = kernel.measure((place) => !counters.decided(place), bzip2);
  writeOutcomes(setup.outcomes, round, found, setup.unpermuted);
}

async function openBench({ samples, outcomes }: PermutationSetup): Promise<Bench> {
  return {
    kernel: new PermutationKernel(samples),
    counters: new PrefixCounters(outcomes),
    bzip2: await loadBzip2(),
  };
}
