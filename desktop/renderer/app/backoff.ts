/** Waits between attempts to reach the backend, seconds: short at first, doubling, never long enough to bore a person. */
export const BACKOFF = { firstS: 0.25, factor: 2, longestS: 5 } as const;

/**
 * How long to wait before an attempt.
 *
 * @param attempt attempts that failed so far, from 1
 * @returns seconds
 */
export function backoffS(attempt: number): number {
  return Math.min(BACKOFF.longestS, BACKOFF.firstS * BACKOFF.factor ** Math.max(0, attempt - 1));
}
