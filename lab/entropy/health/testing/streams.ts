import { RandomStream } from '../../../../base/index.js';

/** Pseudo-random bytes for tests. */
export function randomBytes(seed: number, length: number): Uint8Array {
  const random = RandomStream.from(seed);
  const words = new Uint32Array(Math.ceil(length / 4)).map(() => random.nextU32());
  return new Uint8Array(words.buffer).slice(0, length);
}

/** Packs bits, the first in the least significant place; a last byte that is not whole is filled with zeros. */
export function pack(bits: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, i) => (bytes[i >> 3]! |= bit << (i & 7)));
  return bytes;
}
