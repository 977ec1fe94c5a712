/** Bits of a board for study and use: collected without loss, with all that is known of them. */
export { BitFile, partOf, sidecarOf } from './bit-file.js';
export {
  BIT_MODES,
  NOT_ENTROPY_MARK,
  type BitCollectionMode,
  type BitPlace,
  type BitPlaces,
  type BitRecord,
  type BitTemperature,
} from './bit-record.js';
export { collectBits, type ByteSink, type CollectedBits, type CollectOptions } from './collect-bits.js';
export * from './sp800-22/index.js';
export {
  assessNonIid,
  ESTIMATOR_NAMES,
  type EstimatorId,
  ESTIMATORS,
  estimateMinEntropy,
  type MinEntropies,
  type NonIidAssessment,
  type NonIidOptions,
} from './sp800-90b/index.js';
/** Each estimator of SP 800-90B by itself. */
export * as sp80090b from './sp800-90b/index.js';
export { readAssessment, type AssessedSource, type StoredAssessment } from './assessment.js';
export { Conditioner, CONDITIONERS, rawBitsPerDigest, type ConditionerName } from './condition/conditioner.js';
export { Debias, debiasedCredit, type DebiasKind } from './debias/debias.js';
export { CtrDrbg } from './drbg/ctr-drbg.js';
export { type Drbg, type DrbgOptions } from './drbg/drbg.js';
export { HmacDrbg } from './drbg/hmac-drbg.js';
export { BitHealth, type BitHealthOptions } from './health/bit-health.js';
export { proportionCutoff, repetitionCutoff, type AlphaExponents, type AptFormula } from './health/cutoffs.js';
export { type HealthAlarm, type HealthTestName } from './health/health-alarm.js';
export { SampleHealth, type SampleHealthFindings } from './health/sample-health.js';
export { collectTap, type CollectedTap, type CollectTapOptions } from './tap/collect-tap.js';
export { openTap, type EntropyTap, type OpenTapOptions } from './tap/open-tap.js';
export { TapCore } from './tap/tap-core.js';
export { type TapRecord } from './tap/tap-record.js';
export {
  TAP_MODES,
  type TapAssessment,
  type TapBlockInfo,
  type TapCounters,
  type TapEvent,
  type TapMode,
  type TapOptions,
  type TapState,
} from './tap/tap-types.js';
export * from './ent/index.js';
export * from './fips140/index.js';
export * from './sp800-90b/conditioning/index.js';
export * from './sp800-90b/iid/index.js';
export * from './sp800-90b/restart/index.js';
