import { checkNumber } from '../../../base/index.js';

/** Bits of a 32-bit word that are set. */
export function popCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * A series of bits in 32-bit words, the first in the least significant place, so that 32 of them are compared at once. Bits beyond the end are 0.
 */
export class PackedBits {
  readonly words: Uint32Array;
  readonly length: number;

  /** @param words at least as many as the bits need; bits beyond `length` must be 0 */
  constructor(words: Uint32Array, length: number) {
    this.length = checkNumber('length', length, { min: 0, max: words.length * 32, integer: true });
    this.words = words;
  }

  /** Takes bytes of bits, the first in the least significant place: the raw stream of a board. */
  static fromBytes(bytes: Uint8Array, bits = bytes.length * 8): PackedBits {
    checkNumber('bits', bits, { min: 0, max: bytes.length * 8, integer: true });
    const words = new Uint32Array(Math.ceil(bits / 32));
    for (let k = 0; k < Math.ceil(bits / 8); k++) words[k >> 2]! |= bytes[k]! << (8 * (k & 3));
    if ((bits & 31) !== 0) words[words.length - 1]! &= 2 ** (bits & 31) - 1;
    return new PackedBits(words, bits);
  }

  /** Takes bits one by one. */
  static fromBits(bits: ArrayLike<number>): PackedBits {
    const words = new Uint32Array(Math.ceil(bits.length / 32));
    for (let k = 0; k < bits.length; k++) if (bits[k] !== 0) words[k >> 5]! |= 1 << (k & 31);
    return new PackedBits(words, bits.length);
  }

  /** Bit k. */
  at(k: number): number {
    return (this.words[k >> 5]! >>> (k & 31)) & 1;
  }

  /** Ones from bit `from` to before bit `to`. */
  ones(from = 0, to = this.length): number {
    let count = 0;
    let k = from;
    for (; k < to && (k & 31) !== 0; k++) count += this.at(k);
    for (; k + 32 <= to; k += 32) count += popCount(this.words[k >> 5]!);
    for (; k < to; k++) count += this.at(k);
    return count;
  }

  /** Pairs of bits `lag` apart that differ, of length − lag pairs. */
  disagreements(lag: number): number {
    const pairs = this.length - lag;
    if (pairs <= 0) return 0;
    const { words } = this;
    const skip = lag >> 5;
    const shift = lag & 31;
    const whole = pairs >> 5;
    let count = 0;
    // A shift of 32 is one of 0 in JavaScript.
    if (shift === 0) for (let k = 0; k < whole; k++) count += popCount(words[k]! ^ words[k + skip]!);
    else
      for (let k = 0; k < whole; k++)
        count += popCount(words[k]! ^ ((words[k + skip]! >>> shift) | (words[k + skip + 1]! << (32 - shift))));
    for (let k = whole * 32; k < pairs; k++) count += this.at(k) ^ this.at(k + lag);
    return count;
  }
}
