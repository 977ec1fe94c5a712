import { checkNumber } from '../../../base/index.js';

/**
 * A quantile of latencies of which some are only known to be longer than all others (null): the smallest value that at least the share `q` of them do
 * not exceed; null where that would be one of the unknown.
 * @param q above 0, at most 1
 */
export function latencyQuantile(latencies: readonly (number | null)[], q: number): number | null {
  checkNumber('q', q, { min: Number.MIN_VALUE, max: 1 });
  const sorted = latencies.map((value) => value ?? Infinity).sort((a, b) => a - b);
  const value = sorted[Math.ceil(q * sorted.length - 1e-9) - 1] ?? Infinity;
  return value === Infinity ? null : value;
}
