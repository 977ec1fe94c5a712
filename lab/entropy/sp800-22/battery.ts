import { approximateEntropy } from './approximate-entropy.js';
import { blockFrequency } from './block-frequency.js';
import type { StsCounts } from './counts.js';
import { type BothWays, cumulativeSums } from './cumulative-sums.js';
import { frequency } from './frequency.js';
import { linearComplexity } from './linear-complexity.js';
import { longestRun } from './longest-run.js';
import { nonOverlapping } from './non-overlapping.js';
import type { StsParameters } from './options.js';
import type { Outcome } from './outcome.js';
import { overlapping } from './overlapping.js';
import { randomExcursionsVariant } from './random-excursions-variant.js';
import { randomExcursions } from './random-excursions.js';
import { rank } from './rank.js';
import { runs } from './runs.js';
import { serial } from './serial.js';
import { spectral } from './spectral.js';
import type { StsTestId } from './test-names.js';
import { universal } from './universal.js';

/** p-values by what they belong to: a template or a state. */
export type NamedValues = Readonly<Record<string, number>>;

/** The shape of each test's p-values. */
export interface StsShapes {
  readonly frequency: number;
  readonly blockFrequency: number;
  readonly cusum: BothWays;
  readonly runs: number;
  readonly longestRun: number;
  readonly rank: number;
  readonly dft: number;
  readonly nonOverlapping: NamedValues;
  readonly overlapping: number;
  readonly universal: number;
  readonly approximateEntropy: number;
  readonly randomExcursions: NamedValues;
  readonly randomExcursionsVariant: NamedValues;
  readonly serial: readonly [number, number];
  readonly linearComplexity: number;
}

type Battery = { readonly [T in StsTestId]: (counts: StsCounts, parameters: StsParameters) => Outcome<StsShapes[T]> };

/** The fifteen tests. */
export const STS_BATTERY: Battery = {
  frequency,
  blockFrequency: (counts, { blockFrequencyBits }) => blockFrequency(counts, blockFrequencyBits),
  cusum: cumulativeSums,
  runs,
  longestRun: (counts, { constants }) => longestRun(counts, constants),
  rank,
  dft: spectral,
  nonOverlapping: (counts, { nonOverlappingBits }) => nonOverlapping(counts, nonOverlappingBits),
  overlapping: (counts, { overlappingBits, constants }) => overlapping(counts, overlappingBits, constants),
  universal,
  approximateEntropy: (counts, { approximateEntropyBits }) => approximateEntropy(counts, approximateEntropyBits),
  randomExcursions,
  randomExcursionsVariant,
  serial: (counts, { serialBits }) => serial(counts, serialBits),
  linearComplexity: (counts, { linearComplexityBits, constants }) =>
    linearComplexity(counts, linearComplexityBits, constants),
};
