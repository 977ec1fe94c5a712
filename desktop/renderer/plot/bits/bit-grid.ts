/** Bits of an array over time: one row a block, one column a cell. */

/** Order of the bits in a byte. */
export type BitOrder = 'lsb' | 'msb';

/** A ring of rows of fixed size; the oldest row makes room for the newest. */
export class BitGrid {
  /** One byte a bit, row by row of the ring. */
  readonly #bits: Uint8Array;
  readonly #ones: Uint32Array;
  #rows = 0;
  #next = 0;
  #pending = 0;
  /** Rows that ever came, whole ones. */
  total = 0;

  /**
   * @param columns cells
   * @param capacity rows that are kept
   */
  constructor(
    readonly columns: number,
    readonly capacity: number,
  ) {
    this.#bits = new Uint8Array(columns * capacity);
    this.#ones = new Uint32Array(columns);
  }

  /** Rows kept now, whole ones. */
  get rows(): number {
    return this.#rows;
  }

  /** Appends bits as they come; a row is shown when it is whole. @param bits how many of the bytes' bits count; default all */
  push(bytes: Uint8Array, order: BitOrder = 'lsb', bits = 8 * bytes.length): void {
    for (let i = 0; i < bits; i += 1) {
      const shift = order === 'lsb' ? i & 7 : 7 - (i & 7);
      this.#put((bytes[i >> 3]! >> shift) & 1);
    }
  }

  #put(bit: number): void {
    const at = this.#next * this.columns + this.#pending;
    // The row that is overwritten leaves the sums at its first bit.
    if (this.#pending === 0 && this.#rows === this.capacity) {
      for (let c = 0; c < this.columns; c += 1) this.#ones[c]! -= this.#bits[at + c]!;
      this.#rows -= 1;
    }
    this.#bits[at] = bit;
    this.#pending += 1;
    if (this.#pending < this.columns) return;
    const row = this.#next * this.columns;
    for (let c = 0; c < this.columns; c += 1) this.#ones[c]! += this.#bits[row + c]!;
    this.#pending = 0;
    this.#next = (this.#next + 1) % this.capacity;
    this.#rows += 1;
    this.total += 1;
  }

  /** A kept row; 0 is the oldest. A view that holds until the next push. */
  row(index: number): Uint8Array {
    const first = (this.#next - this.#rows + this.capacity) % this.capacity;
    const at = ((first + index) % this.capacity) * this.columns;
    return this.#bits.subarray(at, at + this.columns);
  }

  /** Share of ones of each cell over the kept rows; NaN without a row. */
  columnShares(): Float64Array {
    return Float64Array.from(this.#ones, (ones) => ones / this.#rows);
  }

  /** Share of ones of each kept row, the oldest first. */
  rowShares(): Float64Array {
    return Float64Array.from({ length: this.#rows }, (_, i) => {
      let ones = 0;
      for (const bit of this.row(i)) ones += bit;
      return ones / this.columns;
    });
  }

  /** Share of ones of all kept bits; NaN without a row. */
  share(): number {
    let ones = 0;
    for (const of of this.#ones) ones += of;
    return ones / (this.#rows * this.columns);
  }
}
