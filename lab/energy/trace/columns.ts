/** Columns of a table whose neighbouring rows are merged when it is full. */

/** One number a row. */
export class FoldingColumn {
  readonly data: Float64Array;
  readonly #merge: (a: number, b: number) => number;

  constructor(
    capacity: number,
    merge: (a: number, b: number) => number,
    readonly initial: number,
  ) {
    this.data = new Float64Array(capacity).fill(initial);
    this.#merge = merge;
  }

  /** Merges rows 2i and 2i + 1 into row i. */
  fold(): void {
    const { data } = this;
    const half = data.length / 2;
    for (let i = 0; i < half; i += 1) data[i] = this.#merge(data[2 * i]!, data[2 * i + 1]!);
    data.fill(this.initial, half);
  }
}

/** Merges of a {@link FoldingColumn}: keep the first, or the last, of two rows. */
export const first = (a: number): number => a;
export const last = (_: number, b: number): number => b;

/** One compensated sum a row (see CompensatedSum), so that folding and adding up again lose nothing that matters. */
export class FoldingSums {
  readonly #sums: Float64Array;
  readonly #rests: Float64Array;

  constructor(capacity: number) {
    this.#sums = new Float64Array(capacity);
    this.#rests = new Float64Array(capacity);
  }

  add(row: number, term: number): void {
    const sum = this.#sums[row]!;
    const next = sum + term;
    this.#rests[row]! += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    this.#sums[row] = next;
  }

  /** The sum of a row, and what rounding left out of it: both are terms of any larger sum. */
  parts(row: number): readonly [sum: number, rest: number] {
    return [this.#sums[row]!, this.#rests[row]!];
  }

  value(row: number): number {
    return this.#sums[row]! + this.#rests[row]!;
  }

  fold(): void {
    const half = this.#sums.length / 2;
    for (let i = 0; i < half; i += 1) {
      const [sum, rest] = this.parts(2 * i + 1);
      this.#sums[i] = this.#sums[2 * i]!;
      this.#rests[i] = this.#rests[2 * i]! + rest;
      this.add(i, sum);
    }
    this.#sums.fill(0, half);
    this.#rests.fill(0, half);
  }
}
