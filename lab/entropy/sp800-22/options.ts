import { checkNumber, checkOneOf } from '../../../base/index.js';

/**
 * Which class probabilities the tests compare with: `published` are those of the standard and its program, some of them rounded or approximate;
 * `exact` ones are computed. They differ for the longest run, overlapping templates and linear complexity.
 */
export type StsConstants = 'published' | 'exact';

/** Parameters of the tests; defaults are those of the standard's program for a million bits. */
export interface StsParameters {
  /** Block of the frequency test within blocks, bits. */
  readonly blockFrequencyBits: number;
  /** Length of the non-overlapping templates, bits. */
  readonly nonOverlappingBits: number;
  /** Length of the overlapping template, bits. */
  readonly overlappingBits: number;
  /** Pattern of the approximate entropy, bits. */
  readonly approximateEntropyBits: number;
  /** Pattern of the serial test, bits. */
  readonly serialBits: number;
  /** Block of the linear complexity, bits. */
  readonly linearComplexityBits: number;
  readonly constants: StsConstants;
}

/** M 128, m 9, m 9, m 10, m 16, M 500, published constants. */
export const STS_DEFAULTS: StsParameters = {
  blockFrequencyBits: 128,
  nonOverlappingBits: 9,
  overlappingBits: 9,
  approximateEntropyBits: 10,
  serialBits: 16,
  linearComplexityBits: 500,
  constants: 'published',
};

/** What each parameter may be; the lengths of patterns are bounded by the memory of their counters. */
export const STS_RANGES = {
  blockFrequencyBits: { min: 2, max: 2 ** 30 },
  nonOverlappingBits: { min: 2, max: 16 },
  overlappingBits: { min: 2, max: 32 },
  approximateEntropyBits: { min: 1, max: 23 },
  serialBits: { min: 2, max: 24 },
  linearComplexityBits: { min: 4, max: 100_000 },
} as const;

/** Completes parameters. @throws RangeError, TypeError for one outside {@link STS_RANGES} */
export function stsParameters(given: Partial<StsParameters> = {}): StsParameters {
  const all: StsParameters = { ...STS_DEFAULTS, ...given };
  for (const name of Object.keys(STS_RANGES) as (keyof typeof STS_RANGES)[])
    checkNumber(name, all[name], { ...STS_RANGES[name], integer: true });
  checkOneOf('constants', all.constants, ['published', 'exact']);
  return all;
}
