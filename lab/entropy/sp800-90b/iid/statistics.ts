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

/** Names of the statistics for people. */
export const PERMUTATION_TITLES: Readonly<Record<PermutationStatistic, string>> = {
  excursion: 'excursion',
  directionalRuns: 'directional runs',
  longestDirectionalRun: 'longest directional run',
  increasesDecreases: 'increases or decreases',
  medianRuns: 'runs about the median',
  longestMedianRun: 'longest run about the median',
  averageCollision: 'average collision',
  maximumCollision: 'largest collision',
  periodicity1: 'periodicity, lag 1',
  periodicity2: 'periodicity, lag 2',
  periodicity8: 'periodicity, lag 8',
  periodicity16: 'periodicity, lag 16',
  periodicity32: 'periodicity, lag 32',
  covariance1: 'covariance, lag 1',
  covariance2: 'covariance, lag 2',
  covariance8: 'covariance, lag 8',
  covariance16: 'covariance, lag 16',
  covariance32: 'covariance, lag 32',
  compression: 'compression',
};

/** Places of statistics in a row of nineteen. */
export const PLACE = Object.fromEntries(PERMUTATION_STATISTICS.map((name, place) => [name, place])) as Readonly<
  Record<PermutationStatistic, number>
>;
