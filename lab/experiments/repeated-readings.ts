/** Means of repeated readings of the same cells, with what repetition tells of their error. */
export class RepeatedReadings {
  readonly #mean: Float64Array;
  readonly #squares: Float64Array;
  #count = 0;

  /** @param cells how many are read each time */
  constructor(cells: number) {
    this.#mean = new Float64Array(cells);
    this.#squares = new Float64Array(cells);
  }

  /** Adds one reading of every cell. A cell that could not be read once has no mean: it stays what that reading was. */
  add(values: ArrayLike<number>): void {
    this.#count += 1;
    for (let cell = 0; cell < this.#mean.length; cell += 1) {
      const value = values[cell]!;
      const mean = this.#mean[cell]!;
      if (!Number.isFinite(mean)) continue;
      // Welford's update (B. P. Welford, Technometrics 4 (1962) 419): no cancellation, however small the scatter.
      const next = Number.isFinite(value) ? mean + (value - mean) / this.#count : value;
      this.#squares[cell]! += Number.isFinite(value) ? (value - mean) * (value - next) : NaN;
      this.#mean[cell] = next;
    }
  }

  get mean(): Float64Array {
    return this.#mean.slice();
  }

  /** Standard deviation of one reading of each cell; NaN from a single reading. */
  get standardDeviation(): Float64Array {
    return this.#squares.map((sum) => (this.#count < 2 ? NaN : Math.sqrt(sum / (this.#count - 1))));
  }

  /** Standard error of each mean: the standard deviation over √n. NaN from a single reading. */
  get standardError(): Float64Array {
    return this.standardDeviation.map((value) => value / Math.sqrt(this.#count));
  }
}
