import { checkNumber } from '../../../base/index.js';
import { FIPS_BLOCK_BYTES, FIPS_TESTS, fipsBlock, type FipsTestId, wordAt } from './block-tests.js';

/** What the tests say of a file. */
export interface FipsAssessment {
  /** Whole blocks that were tested. */
  readonly blocks: number;
  readonly passed: number;
  readonly failed: number;
  /** Blocks that failed each test; a block may fail several. */
  readonly failures: Readonly<Record<FipsTestId, number>>;
  /** Number of the first block that failed; null if none did. */
  readonly firstFailure: number | null;
  /** Bytes after the last whole block, not tested. */
  readonly unusedBytes: number;
}

/** Bytes between two calls of `onProgress`. */
const BLOCKS_A_TURN = 400;

/** How {@link assessFips} works. */
export interface FipsOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (blocks: number, total: number) => void;
}

/**
 * The block tests of FIPS 140-2 over bytes, as rng-tools' `rngtest` runs them: the first four bytes are only the word before the first block.
 * @param bytes at least 2,504, the first bit of each in the most significant place
 * @throws RangeError for fewer; the signal's reason
 */
export async function assessFips(bytes: Uint8Array, options: FipsOptions = {}): Promise<FipsAssessment> {
  checkNumber('bytes.length', bytes.length, { min: FIPS_BLOCK_BYTES + 4 });
  const blocks = Math.floor((bytes.length - 4) / FIPS_BLOCK_BYTES);
  const failures = Object.fromEntries(FIPS_TESTS.map((test) => [test, 0])) as Record<FipsTestId, number>;
  let before = wordAt(bytes, 0);
  let failed = 0;
  let firstFailure: number | null = null;
  for (let block = 0; block < blocks; block++) {
    if (block % BLOCKS_A_TURN === 0) {
      // Lets a Ctrl-C or a timer through.
      await new Promise<void>((resolve) => void setImmediate(resolve));
      options.signal?.throwIfAborted();
      options.onProgress?.(block, blocks);
    }
    const at = 4 + block * FIPS_BLOCK_BYTES;
    const found = fipsBlock(bytes.subarray(at, at + FIPS_BLOCK_BYTES), before);
    before = wordAt(bytes, at + FIPS_BLOCK_BYTES - 4);
    for (const test of found.failed) failures[test]++;
    if (found.failed.length > 0) {
      failed++;
      firstFailure ??= block;
    }
  }
  options.onProgress?.(blocks, blocks);
  const unusedBytes = bytes.length - 4 - blocks * FIPS_BLOCK_BYTES;
  return { blocks, passed: blocks - failed, failed, failures, firstFailure, unusedBytes };
}
