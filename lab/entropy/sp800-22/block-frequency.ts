import { chiSquareTail } from '../../../base/index.js';
import type { StsCounts } from './counts.js';
import { notApplicable, type Outcome } from './outcome.js';

/**
 * Frequency within a block: χ² = 4M Σ(π − ½)² over N = ⌊n/M⌋ blocks, with N degrees of freedom [SP 800-22 2.2].
 * @param blockBits M
 */
export function blockFrequency(counts: StsCounts, blockBits: number): Outcome {
  const blocks = Math.floor(counts.length / blockBits);
  if (blocks === 0) return notApplicable(`no block of ${blockBits} bits`);
  let chiSquare = 0;
  for (const ones of counts.onesOfBlocks(blockBits, blocks)) chiSquare += 4 * blockBits * (ones / blockBits - 0.5) ** 2;
  return { p: chiSquareTail(chiSquare, blocks), details: { chiSquare, blocks } };
}
