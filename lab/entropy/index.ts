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
export { RAW_CLAIM, type RawHealth } from './raw-health.js';
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
export * from './ent/index.js';
export * from './fips140/index.js';
export * from './tap/index.js';
export * from './sp800-90b/conditioning/index.js';
export * from './sp800-90b/iid/index.js';
export * from './sp800-90b/restart/index.js';
export * from './statistics/index.js';
export * from './failures/index.js';
export * from './batteries/index.js';
