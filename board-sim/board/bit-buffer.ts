import { packBits } from './bit-folding.js';

/** Bits on their way into blocks: filled by bursts, one byte a bit, emptied in pieces of any size. */
export class BitBuffer {
  readonly bytes: Uint8Array;
  #from = 0;
  #count = 0;

  /** @param capacity most bits that one burst may leave */
  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  get available(): number {
    return this.#count - this.#from;
  }

  /** A burst has put `count` bits at the start of `bytes`; only when nothing is left. */
  filled(count: number): void {
    this.#from = 0;
    this.#count = count;
  }

  /** Drops what is left. */
  clear(): void {
    this.#from = this.#count = 0;
  }

  /** Packs up to `most` bits behind the `bitsBefore` bits already at `out[outAt]`. @returns how many */
  take(most: number, out: Uint8Array, outAt: number, bitsBefore: number): number {
    const count = Math.min(most, this.available);
    packBits(this.bytes, this.#from, count, out, outAt, bitsBefore);
    this.#from += count;
    return count;
  }
}
