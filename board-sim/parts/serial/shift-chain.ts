/** A chain of shift registers as a ring of bits: each clock takes one bit in at the near end and gives one out at the far end. */
export class ShiftChain {
  readonly length: number;
  readonly #bits: Uint8Array;
  /** Place of the bit that leaves next, which is where the next one goes. */
  #far = 0;

  constructor(length: number) {
    this.length = length;
    this.#bits = new Uint8Array(length);
  }

  /** Clocks `count` ≤ 32 bits of a word in, highest first. @returns what left meanwhile, likewise */
  shift(word: number, count: number): number {
    const bits = this.#bits;
    let far = this.#far;
    let out = 0;
    for (let k = count - 1; k >= 0; k--) {
      out = (out << 1) | bits[far]!;
      bits[far] = (word >>> k) & 1;
      if (++far === this.length) far = 0;
    }
    this.#far = far;
    return out >>> 0;
  }

  /** The bit at a place: 0 came in last, `length − 1` leaves next. */
  at(place: number): number {
    let index = this.#far - 1 - place;
    if (index < 0) index += this.length;
    return this.#bits[index]!;
  }

  /** Up to 32 bits as a number, the one at `from` lowest. */
  field(from: number, count: number): number {
    let value = 0;
    for (let k = count - 1; k >= 0; k--) value = (value << 1) | this.at(from + k);
    return value >>> 0;
  }

  /** Power-up: all bits 0. */
  clear(): void {
    this.#bits.fill(0);
    this.#far = 0;
  }
}
