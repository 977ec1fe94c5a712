import { erfc } from '../../../base/index.js';
import type { StsCounts } from './counts.js';
import { notApplicable, type Outcome } from './outcome.js';
import { spectrumFits } from './spectrum-plan.js';

/**
 * Discrete Fourier transform: are 95 % of the spectral lines below √(n ln 20)? N₁ of the lines 0 … ⌊n/2⌋ − 1 are, d = (N₁ − .95n/2)/√(n·.95·.05/4),
 * p = erfc(|d|/√2) [SP 800-22 2.6].
 */
export function spectral(counts: StsCounts): Outcome {
  const n = counts.length;
  if (!spectrumFits(n)) return notApplicable(`the spectrum of ${n} bits does not fit the 4 GiB that a kernel can have`);
  const below = linesBelow(counts);
  if (below === undefined) return notApplicable(`no memory here for the spectrum of ${n} bits`);
  const deviation = (below - (0.95 * n) / 2) / Math.sqrt((n * 0.95 * 0.05) / 4);
  return { p: erfc(Math.abs(deviation) / Math.SQRT2), details: { below, deviation } };
}

/** Undefined where the system has no memory left: the other tests need much less and go on. */
function linesBelow(counts: StsCounts): number | undefined {
  try {
    // ln 20 with the digits of the standard's program.
    return counts.linesBelow(2.995732274 * counts.length);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
