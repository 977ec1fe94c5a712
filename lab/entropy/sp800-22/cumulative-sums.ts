import { normalCdf } from '../../../base/index.js';
import type { StsCounts } from './counts.js';
import type { Outcome } from './outcome.js';

/** p-values of the walk forward and backward. */
export interface BothWays {
  readonly forward: number;
  readonly reverse: number;
}

/** Cumulative sums: does the walk of ±1 steps go too far, or not far enough? [SP 800-22 2.13] */
export function cumulativeSums(counts: StsCounts): Outcome<BothWays> {
  const { lowest, highest, end } = counts.walk();
  const forward = Math.max(highest, -lowest);
  const reverse = Math.max(highest - end, end - lowest);
  return {
    p: { forward: excursionTail(forward, counts.length), reverse: excursionTail(reverse, counts.length) },
    details: { forward, reverse },
  };
}

/**
 * P(max |S| ≥ z) of a walk of n steps: 1 − Σ [Φ((4k+1)z/√n) − Φ((4k−1)z/√n)] + Σ [Φ((4k+3)z/√n) − Φ((4k+1)z/√n)]. The bounds of the sums are
 * quotients of whole numbers, each rounded towards 0 as the standard's own program does.
 */
function excursionTail(z: number, n: number): number {
  const quotient = Math.trunc(n / z);
  const last = Math.trunc((quotient - 1) / 4);
  const phi = (k: number): number => normalCdf((k * z) / Math.sqrt(n));
  let p = 1;
  for (let k = Math.trunc((-quotient + 1) / 4); k <= last; k++) p -= phi(4 * k + 1) - phi(4 * k - 1);
  for (let k = Math.trunc((-quotient - 3) / 4); k <= last; k++) p += phi(4 * k + 3) - phi(4 * k + 1);
  // Rounding can leave a tail of nothing below 0.
  return Math.min(1, Math.max(0, p));
}
