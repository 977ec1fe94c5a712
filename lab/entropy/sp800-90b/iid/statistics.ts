/** Lags of periodicity and covariance. */
export const PERMUTATION_LAGS = [1, 2, 8, 16, 32] as const;

/** The nineteen counted statistics of the permutation test, in the order of SP 800-90B, 5.1.1 to 5.1.11. */
export const PERMUTATION_STATISTICS = [
  'excursion',
  'directionalRuns',
  'longestDirectionalRun',
  'increasesDecreases',
  'medianRuns',
  'longestMedianRun',
  'averageCollision',
  'maximumCollision',
  'periodicity1',
  'periodicity2',
  'periodicity8',
  'periodicity16',
  'periodicity32',
  'covariance1',
  'covariance2',
  'covariance8',
  'covariance16',
  'covariance32',
  'compression',
] as const;

/** One of {@link PERMUTATION_STATISTICS}. */
export type PermutationStatistic = (typeof PERMUTATION_STATISTICS)[number];

/** Places of statistics in a row of nineteen. */
export const PLACE = Object.fromEntries(PERMUTATION_STATISTICS.map((name, place) => [name, place])) as Readonly<
  Record<PermutationStatistic, number>
>;
