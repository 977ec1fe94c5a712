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

/** Names of the tests for people. */
export const STS_TITLES: Readonly<Record<StsTestId, string>> = {
  frequency: 'frequency',
  blockFrequency: 'frequency in blocks',
  cusum: 'cumulative sums',
  runs: 'runs',
  longestRun: 'longest run of ones',
  rank: 'matrix rank',
  dft: 'spectrum',
  nonOverlapping: 'non-overlapping templates',
  overlapping: 'overlapping templates',
  universal: 'universal',
  approximateEntropy: 'approximate entropy',
  randomExcursions: 'random excursions',
  randomExcursionsVariant: 'random excursions variant',
  serial: 'serial',
  linearComplexity: 'linear complexity',
};
