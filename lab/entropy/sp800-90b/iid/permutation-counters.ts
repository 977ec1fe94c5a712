import { PERMUTATION_STATISTICS } from './statistics.js';

/** Both C0 + C1 and C1 + C2 must exceed this for a statistic to pass (SP 800-90B, 5.1). */
export const LEAST_COUNT = 5;

const STATISTICS = PERMUTATION_STATISTICS.length;

/** How a statistic T′ of shuffled samples compares with T; 0 stands for a comparison that was not made. */
const OUTCOME = { above: 1, equal: 2, below: 3 } as const;

/** Counts of one statistic. */
export interface PermutationCounts {
  /** Rounds with T′ above T. */
  readonly c0: number;
  /** Rounds with T′ equal to T. */
  readonly c1: number;
  /** Rounds with T′ below T. */
  readonly c2: number;
}

/** Room for the outcomes of so many rounds, in memory that threads share. */
export function outcomesFor(rounds: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(rounds * STATISTICS));
}

/** Notes how the statistics of a round compare; NaN was not measured. */
export function writeOutcomes(
  outcomes: Uint8Array<SharedArrayBuffer>,
  round: number,
  found: Float64Array,
  unpermuted: Float64Array,
): void {
  for (let place = 0; place < STATISTICS; place++) {
    const value = found[place]!;
    if (Number.isNaN(value)) continue;
    const own = unpermuted[place]!;
    const outcome = value > own ? OUTCOME.above : value === own ? OUTCOME.equal : OUTCOME.below;
    Atomics.store(outcomes, round * STATISTICS + place, outcome);
  }
}

/**
 * Counts outcomes in the order of their rounds, each statistic until it is decided: later rounds, which other threads may have finished meanwhile, never
 * count. Hence the counts depend on the seed alone, and whoever looks may skip what is decided here.
 */
export class PrefixCounters {
  readonly #outcomes: Uint8Array<SharedArrayBuffer>;
  readonly #rounds: number;
  readonly #next = new Int32Array(STATISTICS);
  readonly #counts = new Int32Array(3 * STATISTICS);
  #undecided: number = STATISTICS;

  constructor(outcomes: Uint8Array<SharedArrayBuffer>) {
    this.#outcomes = outcomes;
    this.#rounds = outcomes.length / STATISTICS;
  }

  /** Counts what has come in since. */
  advance(): void {
    for (let place = 0; place < STATISTICS; place++) {
      while (!this.decided(place) && this.#next[place]! < this.#rounds) {
        const outcome = Atomics.load(this.#outcomes, this.#next[place]! * STATISTICS + place);
        if (outcome === 0) break;
        const at = 3 * place + outcome - OUTCOME.above;
        this.#counts[at] = this.#counts[at]! + 1;
        this.#next[place] = this.#next[place]! + 1;
        if (this.decided(place)) this.#undecided--;
      }
    }
  }

  /** Whether both sums exceed the limit: whatever follows, the statistic passes. */
  decided(place: number): boolean {
    const { c0, c1, c2 } = this.countsOf(place);
    return c0 + c1 > LEAST_COUNT && c1 + c2 > LEAST_COUNT;
  }

  get allDecided(): boolean {
    return this.#undecided === 0;
  }

  countsOf(place: number): PermutationCounts {
    const [c0, c1, c2] = this.#counts.subarray(3 * place, 3 * place + 3) as unknown as [number, number, number];
    return { c0, c1, c2 };
  }
}
