/** What is left of min-entropy behind a conditioning function. */
export {
  conditionedEntropy,
  FULL_ENTROPY_MARGIN,
  samplesForFullEntropy,
  type ConditionedEntropy,
  type Conditioning,
} from './conditioned-entropy.js';
export { outputEntropy, type ConditioningSizes, type OutputEntropy } from './output-entropy.js';
