import { copyBits } from '../../firmware-host/host/bits.js';

/** Joins pieces of a bit stream to whole bytes, the first bit in the least significant place. Pieces of whole bytes pass as they are. */
export class BitPacker {
  #rest = 0;
  #restBits = 0;

  /** Bits that do not fill a byte yet. */
  get pending(): number {
    return this.#restBits;
  }

  /** Takes the first `bits` bits of `bytes`; returns the bytes that are whole now. */
  push(bytes: Uint8Array, bits: number): Uint8Array {
    if (this.#restBits === 0 && (bits & 7) === 0) return bytes.subarray(0, bits >> 3);
    const total = this.#restBits + bits;
    const joined = new Uint8Array((total + 7) >> 3);
    joined[0] = this.#rest;
    copyBits(bytes, 0, joined, this.#restBits, bits);
    const whole = total >> 3;
    this.#restBits = total & 7;
    this.#rest = this.#restBits === 0 ? 0 : joined[whole]!;
    return joined.subarray(0, whole);
  }
}
