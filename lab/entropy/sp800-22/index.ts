/** The statistical test suite of NIST SP 800-22 rev. 1a, re-implemented from its formulas. */
export { assessSts, LEAST_BITS, type StsAssessment, type StsOptions, type StsOutcomes } from './assess-sts.js';
export { type NamedValues, type StsShapes } from './battery.js';
export { STS_TESTS, STS_TITLES, type StsTestId } from './test-names.js';
export {
  bitsFromAscii,
  bitsFromBytes,
  bitsFromSamples,
  MOST_BITS,
  sliceBits,
  type BitOrder,
  type BitSequence,
} from './bit-sequence.js';
export type { BothWays } from './cumulative-sums.js';
export { STS_DEFAULTS, STS_RANGES, type StsConstants, type StsParameters } from './options.js';
export type { Outcome } from './outcome.js';
export { pValues, stsTable, type PValue, type StsTable } from './p-values.js';
export { LEAST_STREAMS, type SecondLevelRow } from './second-level.js';
