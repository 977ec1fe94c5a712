/** Bytes of a block: 20,000 bits, the first in the most significant place. */
export const FIPS_BLOCK_BYTES = 2500;

/** The tests of a block, in the order in which they are reported. */
export const FIPS_TESTS = ['monobit', 'poker', 'runs', 'longRun', 'continuous'] as const;
/** One of {@link FIPS_TESTS}. */
export type FipsTestId = (typeof FIPS_TESTS)[number];

/** Limits of FIPS 140-2 4.9.1 as of change notice 1 (2001-10-10); both ends pass. */
export const FIPS_LIMITS = {
  /** Ones in a block. */
  ones: [9726, 10_274],
  /** Sum of squared counts of the sixteen nibbles; χ² 2.16 … 46.17. */
  poker: [1_563_176, 1_576_928],
  /** Runs of 1, 2, 3, 4, 5, and 6 or more bits, of zeros and of ones alike. */
  runs: [
    [2315, 2685],
    [1114, 1386],
    [527, 723],
    [240, 384],
    [103, 209],
    [103, 209],
  ],
  /** Shortest run that fails. */
  longRun: 26,
} as const;

/** What was counted in a block. */
export interface FipsBlock {
  readonly failed: readonly FipsTestId[];
  readonly ones: number;
  /** Sum of squared counts of nibbles. */
  readonly poker: number;
  /** Runs of 1 … 6 or more zeros, then of ones. */
  readonly runs: readonly number[];
  readonly longestRun: number;
}

/**
 * The FIPS 140-2 tests of one block of 2,500 bytes. About 8 in 10,000 blocks of fair bits fail.
 * @param bytes the block
 * @param before the 32-bit word before it, little-endian, for the continuous test: no word may equal the one before
 */
export function fipsBlock(bytes: Uint8Array, before: number): FipsBlock {
  const nibbles = new Uint32Array(16);
  const runs = new Array<number>(12).fill(0);
  let [ones, longestRun, run, current] = [0, 0, 0, bytes[0]! >> 7];
  const endRun = (): void => {
    runs[6 * current + Math.min(run, 6) - 1]!++;
    longestRun = Math.max(longestRun, run);
  };
  for (const byte of bytes) {
    nibbles[byte >> 4]!++;
    nibbles[byte & 15]!++;
    for (let k = 7; k >= 0; k--) {
      const bit = (byte >> k) & 1;
      ones += bit;
      if (bit === current) run++;
      else {
        endRun();
        current = bit;
        run = 1;
      }
    }
  }
  endRun();
  const poker = nibbles.reduce((sum, count) => sum + count * count, 0);
  const outside = (value: number, [low, high]: readonly [number, number]): boolean => value < low || value > high;
  const fails: Readonly<Record<FipsTestId, boolean>> = {
    monobit: outside(ones, FIPS_LIMITS.ones),
    poker: outside(poker, FIPS_LIMITS.poker),
    runs: runs.some((count, i) => outside(count, FIPS_LIMITS.runs[i % 6]!)),
    longRun: longestRun >= FIPS_LIMITS.longRun,
    continuous: repeats(bytes, before),
  };
  return { failed: FIPS_TESTS.filter((test) => fails[test]), ones, poker, runs, longestRun };
}

function repeats(bytes: Uint8Array, before: number): boolean {
  let last = before;
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const word = wordAt(bytes, at);
    if (word === last) return true;
    last = word;
  }
  return false;
}

/** The little-endian 32-bit word at a place. */
export function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}
