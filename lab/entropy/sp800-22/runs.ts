import { erfc } from '../../../base/index.js';
import type { StsCounts } from './counts.js';
import type { Outcome } from './outcome.js';

/**
 * Runs: does the sequence change too often, or too seldom? V = 1 + changes, p = erfc(|V − 2nπ(1−π)| / (2√(2n)π(1−π))). A sequence whose share of
 * ones is off by 2/√n or more fails without further look [SP 800-22 2.3].
 */
export function runs(counts: StsCounts): Outcome {
  const n = counts.length;
  const share = counts.ones() / n;
  const found = 1 + counts.changes();
  const details = { runs: found, share };
  if (Math.abs(share - 0.5) > 2 / Math.sqrt(n))
    return { p: 0, warning: 'fails because the frequency test does', details };
  const spread = share * (1 - share);
  return { p: erfc(Math.abs(found - 2 * n * spread) / (2 * Math.sqrt(2 * n) * spread)), details };
}
