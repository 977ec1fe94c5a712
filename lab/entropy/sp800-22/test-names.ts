/** Names of the fifteen tests, in the order of the standard's program. */
export const STS_TESTS = [
  'frequency',
  'blockFrequency',
  'cusum',
  'runs',
  'longestRun',
  'rank',
  'dft',
  'nonOverlapping',
  'overlapping',
  'universal',
  'approximateEntropy',
  'randomExcursions',
  'randomExcursionsVariant',
  'serial',
  'linearComplexity',
] as const;

/** One of {@link STS_TESTS}. */
export type StsTestId = (typeof STS_TESTS)[number];
