import { LIMITS } from '../limits.js';
import { checkField } from '../refusal.js';

/** Data bytes of a block when the host has no wish. */
export const DEFAULT_BLOCK_BYTES = 4096;

/** The wanted size of a block, in whole items. @throws Refusal OUT_OF_RANGE */
export function blockBytes(wanted: number, itemBytes = 1): number {
  if (wanted === 0) return Math.max(itemBytes, DEFAULT_BLOCK_BYTES - (DEFAULT_BLOCK_BYTES % itemBytes));
  checkField('block_bytes', wanted, itemBytes, LIMITS.maxBlockBytes);
  return wanted - (wanted % itemBytes);
}
