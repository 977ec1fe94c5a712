/** From raw bits to bytes that may be used: health tests, debiasing, conditioning, generators, and the tap that joins them. */
export { assessedSource, readAssessment, type AssessedSource, type StoredAssessment } from '../assessment.js';
export { Conditioner, CONDITIONERS, rawBitsPerDigest, type ConditionerName } from '../condition/conditioner.js';
export { Debias, debiasedCredit, type DebiasKind } from '../debias/debias.js';
export { CtrDrbg } from '../drbg/ctr-drbg.js';
export { type Drbg, type DrbgOptions } from '../drbg/drbg.js';
export { HmacDrbg } from '../drbg/hmac-drbg.js';
export { BitHealth, type BitHealthOptions } from '../health/bit-health.js';
export { proportionCutoff, repetitionCutoff, type AlphaExponents, type AptFormula } from '../health/cutoffs.js';
export { type HealthAlarm, type HealthTestName } from '../health/health-alarm.js';
export { SampleHealth, type SampleHealthFindings } from '../health/sample-health.js';
export { collectTap, type CollectedTap, type CollectTapOptions } from './collect-tap.js';
export { openTap, type EntropyTap, type OpenTapOptions } from './open-tap.js';
export { TapCore } from './tap-core.js';
export { type TapRecord } from './tap-record.js';
export {
  TAP_MODES,
  type TapAssessment,
  type TapBlockInfo,
  type TapCounters,
  type TapEvent,
  type TapMode,
  type TapOptions,
  type TapState,
} from './tap-types.js';
