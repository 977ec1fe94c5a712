import { erfc } from '../../../base/index.js';
import type { StsCounts } from './counts.js';
import type { Outcome } from './outcome.js';

/** Frequency (monobit): are there as many ones as zeros? p = erfc(|Σ±1| / √(2n)) [SP 800-22 2.1]. */
export function frequency(counts: StsCounts): Outcome {
  const sum = 2 * counts.ones() - counts.length;
  return { p: erfc(Math.abs(sum) / Math.sqrt(2 * counts.length)), details: { sum } };
}
