import { checkNumber, checkOneOf, chiSquareTail } from '../../../base/index.js';

/** What is counted: bytes, or bits with the most significant one of each byte first. */
export type EntMode = 'byte' | 'bit';

/** Statistics of a file as J. Walker's ENT gives them. */
export interface EntAssessment {
  readonly mode: EntMode;
  /** Number of bytes, or of bits. */
  readonly samples: number;
  /** Shannon entropy of the counts, bits a sample: an upper end, never min-entropy. */
  readonly entropy: number;
  /** Most of it: 8 or 1. */
  readonly bitsPerSample: number;
  /** χ² of the counts against equal ones. */
  readonly chiSquare: number;
  readonly degrees: number;
  /** Probability that fair samples give as large a χ². Both very small and very large ones are suspect. */
  readonly chiSquareP: number;
  /** 127.5 or .5 of fair samples. */
  readonly mean: number;
  /** 4 times the share of points inside a quarter circle, coordinates of three bytes each; null with fewer than six bytes. */
  readonly monteCarloPi: number | null;
  /** Relative deviation of that from π. */
  readonly monteCarloError: number | null;
  /** Correlation of each sample with the next, around the end; null where all samples are equal. */
  readonly serialCorrelation: number | null;
}

/** Bytes of a coordinate. */
const COORDINATE = 3;

/** Computes the statistics. @param bytes one or more @throws RangeError for none, or another mode */
export function assessEnt(bytes: Uint8Array, mode: EntMode = 'byte'): EntAssessment {
  checkOneOf('mode', mode, ['byte', 'bit']);
  checkNumber('bytes.length', bytes.length, { min: 1 });
  const counts = mode === 'byte' ? byteCounts(bytes) : bitCounts(bytes);
  const samples = counts.reduce((sum, count) => sum + count, 0);
  const expected = samples / counts.length;
  let [entropy, chiSquare, sum, squares] = [0, 0, 0, 0];
  counts.forEach((count, value) => {
    const share = count / samples;
    if (count > 0) entropy -= share * Math.log2(share);
    chiSquare += (count - expected) ** 2 / expected;
    sum += count * value;
    squares += count * value * value;
  });
  const spread = samples * squares - sum * sum;
  const products = mode === 'byte' ? byteProducts(bytes) : bitProducts(bytes);
  const pi = monteCarloPi(bytes);
  return {
    mode,
    samples,
    entropy,
    bitsPerSample: mode === 'byte' ? 8 : 1,
    chiSquare,
    degrees: counts.length - 1,
    chiSquareP: chiSquareTail(chiSquare, counts.length - 1),
    mean: sum / samples,
    monteCarloPi: pi,
    monteCarloError: pi === null ? null : Math.abs(pi - Math.PI) / Math.PI,
    serialCorrelation: spread === 0 ? null : (samples * products - sum * sum) / spread,
  };
}

function byteCounts(bytes: Uint8Array): number[] {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte]!++;
  return counts;
}

function bitCounts(bytes: Uint8Array): number[] {
  let ones = 0;
  for (const byte of bytes) ones += ONES[byte]!;
  return [8 * bytes.length - ones, ones];
}

/** Ones of each byte. */
const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

function byteProducts(bytes: Uint8Array): number {
  let last = bytes.at(-1)!;
  let products = 0;
  for (const byte of bytes) {
    products += last * byte;
    last = byte;
  }
  return products;
}

/** Ones that follow a one: within a byte, and from the last bit of one to the first of the next. */
function bitProducts(bytes: Uint8Array): number {
  let last = bytes.at(-1)!;
  let products = 0;
  for (const byte of bytes) {
    products += ONES[byte & (byte >> 1)]! + (last & 1 & (byte >> 7));
    last = byte;
  }
  return products;
}

function monteCarloPi(bytes: Uint8Array): number | null {
  const points = Math.floor(bytes.length / (2 * COORDINATE));
  if (points === 0) return null;
  const radius = 256 ** COORDINATE - 1;
  let inside = 0;
  for (let point = 0; point < points; point++) {
    const at = point * 2 * COORDINATE;
    const x = (bytes[at]! * 256 + bytes[at + 1]!) * 256 + bytes[at + 2]!;
    const y = (bytes[at + 3]! * 256 + bytes[at + 4]!) * 256 + bytes[at + 5]!;
    if (x * x + y * y <= radius * radius) inside++;
  }
  return (4 * inside) / points;
}
