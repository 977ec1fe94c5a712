import { checkNumber } from '../../base/index.js';

/**
 * Spreads packed bits to one bit a byte; the first bit stands in the least significant place, as in raw streams of a board.
 * @param bytes packed bits
 * @param bits how many of them, from the first on; default: all
 * @param out where to; at least `bits` long. Default: a new array
 * @returns the 0s and 1s: `out`, or its beginning
 * @throws RangeError for more bits than there are, or an `out` that is too short
 */
export function unpackLsbFirst<B extends ArrayBufferLike = ArrayBuffer>(
  bytes: Uint8Array,
  bits: number = bytes.length * 8,
  out?: Uint8Array<B>,
): Uint8Array<B> {
  return unpack(bytes, bits, out, 0);
}

/** As {@link unpackLsbFirst}, with the first bit in the most significant place, as SP 800-22 and FIPS 140-2 read files. */
export function unpackMsbFirst<B extends ArrayBufferLike = ArrayBuffer>(
  bytes: Uint8Array,
  bits: number = bytes.length * 8,
  out?: Uint8Array<B>,
): Uint8Array<B> {
  return unpack(bytes, bits, out, 7);
}

/**
 * Packs one bit a byte (the lowest of each) to bytes with the first bit in the most significant place; a last byte that is not full ends in
 * zeros.
 */
export function packMsbFirst(bits: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((bits.length + 7) >> 3);
  for (let i = 0; i < bits.length; i++) bytes[i >> 3] = bytes[i >> 3]! | ((bits[i]! & 1) << (~i & 7));
  return bytes;
}

/** @param flip exclusive-or of a bit's number in its byte and its place there */
function unpack<B extends ArrayBufferLike>(
  bytes: Uint8Array,
  bits: number,
  out: Uint8Array<B> | undefined,
  flip: 0 | 7,
): Uint8Array<B> {
  checkNumber('bits', bits, { min: 0, max: bytes.length * 8, integer: true });
  const to = out ?? (new Uint8Array(bits) as Uint8Array<B>);
  checkNumber('out.length', to.length, { min: bits });
  for (let i = 0; i < bits; i++) to[i] = (bytes[i >> 3]! >> ((i & 7) ^ flip)) & 1;
  return to.length === bits ? to : to.subarray(0, bits);
}
