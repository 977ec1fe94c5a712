/** Tests of the assumption that samples are independent and identically distributed. */
export { assessIid, IID_FALSE_ALARM, type IidAssessment } from './assess-iid.js';
export { CHI_SQUARE_ALPHA, type ChiSquareResult } from './chi-square.js';
export { LONGEST_REPEAT_ALPHA, type LongestRepeatResult } from './longest-repeat-test.js';
export { LEAST_COUNT, type PermutationCounts } from './permutation-counters.js';
export {
  PERMUTATION_ROUNDS,
  permutationTest,
  type PermutationFinding,
  type PermutationOptions,
  type PermutationResult,
} from './permutation-test.js';
export { PERMUTATION_STATISTICS, PERMUTATION_TITLES, type PermutationStatistic } from './statistics.js';
