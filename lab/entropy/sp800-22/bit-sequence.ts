import { checkNumber, checkOneOf } from '../../../base/index.js';

/** Most bits of one stream: 2³⁰, which the last row of the universal test's table reaches. */
export const MOST_BITS = 2 ** 30;

/** Bits in a row, eight to a byte, the first in the most significant place. What the last byte holds beyond `length` is not looked at. */
export interface BitSequence {
  readonly bytes: Uint8Array;
  /** Number of bits. */
  readonly length: number;
}

/** Where the first bit of a byte stands: in its most significant place, or in its least significant one as in raw files of a board. */
export type BitOrder = 'msb' | 'lsb';

/** REVERSED[b] is b with its bits in the opposite order. */
const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let mirrored = 0;
  for (let k = 0; k < 8; k++) mirrored |= ((byte >> k) & 1) << (7 - k);
  return mirrored;
});

/**
 * Takes packed bytes as a sequence; bytes in the order `msb` are not copied.
 * @param length number of bits; default: all
 * @throws RangeError for more bits than there are
 */
export function bitsFromBytes(bytes: Uint8Array, order: BitOrder = 'msb', length = bytes.length * 8): BitSequence {
  checkOneOf('order', order, ['msb', 'lsb']);
  checkNumber('length', length, { min: 0, max: bytes.length * 8, integer: true });
  if (order === 'msb') return { bytes, length };
  return { bytes: shared(Math.ceil(length / 8)).map((_, i) => REVERSED[bytes[i]!]!), length };
}

/**
 * Packs one bit a byte.
 * @throws RangeError for a byte that is neither 0 nor 1
 */
export function bitsFromSamples(samples: Uint8Array): BitSequence {
  const bytes = shared(Math.ceil(samples.length / 8));
  for (let i = 0; i < samples.length; i++) {
    const bit = samples[i]!;
    if (bit > 1) throw new RangeError(`samples[${i}] must be 0 or 1, got ${bit}`);
    bytes[i >> 3] = bytes[i >> 3]! | (bit << (~i & 7));
  }
  return { bytes, length: samples.length };
}

/**
 * Packs digits 0 and 1 of ASCII text; blanks and ends of lines are passed over.
 * @throws RangeError for any other character, with its place
 */
export function bitsFromAscii(text: Uint8Array | string): BitSequence {
  const codes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const bytes = shared(Math.ceil(codes.length / 8));
  let length = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) continue;
    if (code !== 0x30 && code !== 0x31)
      throw new RangeError(`text[${i}] must be 0, 1 or white space, got character ${code}`);
    bytes[length >> 3] = bytes[length >> 3]! | ((code & 1) << (~length & 7));
    length++;
  }
  return { bytes: bytes.subarray(0, Math.ceil(length / 8)), length };
}

/**
 * A part of a sequence. One that begins at a byte is not copied.
 * @throws RangeError for a part that is not inside
 */
export function sliceBits({ bytes, length: whole }: BitSequence, from: number, length: number): BitSequence {
  checkNumber('from', from, { min: 0, max: whole, integer: true });
  checkNumber('length', length, { min: 0, max: whole - from, integer: true });
  const first = Math.floor(from / 8);
  const size = Math.ceil(length / 8);
  const shift = from % 8;
  if (shift === 0) return { bytes: bytes.subarray(first, first + size), length };
  const part = shared(size);
  for (let i = 0; i < size; i++) part[i] = (bytes[first + i]! << shift) | ((bytes[first + i + 1] ?? 0) >> (8 - shift));
  return { bytes: part, length };
}

/** Memory that worker threads share. */
function shared(size: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(size));
}
