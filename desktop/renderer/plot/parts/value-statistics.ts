import type { Numbers } from '../../../../base/axes/index.js';
import { summaryOf, type Summary } from '../xy/model.js';

/** A summary with the middle and the scatter of the values; NaN where there are too few. */
export interface ValueStatistics extends Summary {
  readonly median: number;
  /** Of single values, n − 1 in the denominator. */
  readonly deviation: number;
}

/** Statistics of all finite values. */
export function statisticsOf(values: Numbers): ValueStatistics {
  const summary = summaryOf([values]);
  const sorted = Float64Array.from(values as ArrayLike<number>)
    .filter(Number.isFinite)
    .sort();
  const { n, mean } = summary;
  const middle = n >> 1;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    ...summary,
    median: n === 0 ? NaN : n % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2,
    deviation: n < 2 ? NaN : Math.sqrt(squares / (n - 1)),
  };
}
