import { chiSquareTail, wilsonInterval, type Interval } from '../../../base/index.js';
import { autocorrelation } from '../statistics/autocorrelation.js';
import { PackedBits } from '../statistics/packed-bits.js';
import { transitions, type Transitions } from '../statistics/transitions.js';

/** Lags that are looked at. */
const LAGS = 128;
/** Stretches whose share of ones is told. */
const STRETCHES = 256;
/** Runs of this length and longer are counted together. */
const LONGEST = 48;

/** Runs of equal bits of one length. */
export interface RunCount {
  /** Bits; the last of a table stands for all that are as long or longer. */
  readonly length: number;
  readonly ones: number;
  readonly zeros: number;
  /** Of either kind, of so many fair independent bits. */
  readonly expected: number;
}

/** What the bits of a file look like. Figures of all bits, never of a part. */
export interface BitSummary {
  readonly bits: number;
  readonly ones: number;
  /** Share of ones with its 95 % interval (Wilson). */
  readonly share: number;
  readonly shareInterval: Interval;
  /** Share of ones of equally long stretches in their order; what is left over at the end is not in them. */
  readonly stretchBits: number;
  readonly stretches: readonly number[];
  /** Correlation coefficients at lags 1, 2, …; NaN where nothing varies. */
  readonly autocorrelation: readonly number[];
  /** Half of the 95 % band of independent bits: 1.96/√N. */
  readonly band: number;
  /** Lags outside the band, and how many of independent bits would be. */
  readonly outside: number;
  readonly expectedOutside: number;
  /** Bytes by value, the first bit least significant; χ² against equal counts. */
  readonly bytes: { readonly counts: readonly number[]; readonly chiSquare: number; readonly p: number };
  readonly runs: readonly RunCount[];
  readonly transitions: Transitions;
}

/** Counts the bits of a file. @param bytes at least one, the first bit of each in the least significant place */
export function summariseBits(bytes: Uint8Array): BitSummary {
  const packed = PackedBits.fromBytes(bytes);
  const bits = packed.length;
  const ones = packed.ones();
  const lags = autocorrelation([packed], Math.min(LAGS, Math.max(1, bits - 1))).map(({ r }) => r);
  const band = 1.96 / Math.sqrt(bits);
  const stretchBits = Math.max(1, Math.floor(bits / STRETCHES));
  return {
    bits,
    ones,
    share: ones / bits,
    shareInterval: wilsonInterval(ones, bits),
    stretchBits,
    stretches: Array.from(
      { length: Math.floor(bits / stretchBits) },
      (_, k) => packed.ones(k * stretchBits, (k + 1) * stretchBits) / stretchBits,
    ).slice(0, STRETCHES),
    autocorrelation: lags,
    band,
    outside: lags.filter((r) => Math.abs(r) > band).length,
    expectedOutside: 0.05 * lags.length,
    bytes: byteHistogram(bytes),
    runs: runCounts(packed),
    transitions: transitions([packed]),
  };
}

function byteHistogram(bytes: Uint8Array): BitSummary['bytes'] {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte]!++;
  const expected = bytes.length / 256;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return { counts, chiSquare, p: chiSquareTail(chiSquare, 255) };
}

/** Of n fair bits (n − k + 3)/2^(k+2) runs of ones of length k < n are expected, and as many of zeros. */
function runCounts(bits: PackedBits): RunCount[] {
  const n = bits.length;
  const counts = [new Array<number>(LONGEST + 1).fill(0), new Array<number>(LONGEST + 1).fill(0)] as const;
  let length = 0;
  let last = -1;
  const close = (): void => {
    if (last >= 0) counts[last as 0 | 1][Math.min(length, LONGEST)]!++;
  };
  for (let k = 0; k < n; k++) {
    const bit = bits.at(k);
    if (bit === last) {
      length++;
      continue;
    }
    close();
    last = bit;
    length = 1;
  }
  close();
  const longest = Math.max(...counts.map((each) => each.findLastIndex((count) => count > 0)), 1);
  return Array.from({ length: longest }, (_, k) => ({
    length: k + 1,
    ones: counts[1][k + 1]!,
    zeros: counts[0][k + 1]!,
    expected: k + 1 < LONGEST ? Math.max(0, (n - k + 2) / 2 ** (k + 3)) : n / 2 ** (LONGEST + 1),
  }));
}
