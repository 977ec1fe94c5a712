/** Estimators of min-entropy in the style of SP 800-90B. */
export { assessNonIid, estimateMinEntropy } from './assess-non-iid.js';
export {
  type MinEntropies,
  type NonIidAssessment,
  type NonIidOptions,
  type SequenceName,
  WANTED_SAMPLES,
} from './assessment.js';
export { collision } from './collision.js';
export { compression, type CompressionOptions } from './compression.js';
export { type Estimate, Z_99 } from './estimate.js';
export { ESTIMATOR_NAMES, type EstimatorId, ESTIMATORS } from './estimators.js';
export { markov } from './markov.js';
export { mostCommonValue } from './most-common-value.js';
export { type DictionaryOptions, lag, lz78y, multiMcw, multiMmc, type PredictorOptions } from './predictors.js';
export { bitString, literalSequence, MAX_SEQUENCE, type Sequence } from './samples.js';
export { tupleEstimates, type TupleOptions } from './tuples.js';
