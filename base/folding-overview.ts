import { AggregateList, type Aggregate } from './aggregate.js';
import { checkNumber } from './check.js';

/**
 * An overview of a record without end in constant memory: a fixed number of bins; when they are full, neighbours are merged and every bin
 * covers twice as many samples from then on. A NaN is a gap.
 */
export class FoldingOverview {
  readonly #capacity: number;
  readonly #bins = new AggregateList();
  #binSize = 1;
  #length = 0;

  /** @param capacity bins kept at most, an even number; default 10 000 */
  constructor(capacity = 10_000) {
    this.#capacity = checkNumber('capacity', capacity, { min: 2, integer: true });
    if (capacity % 2 !== 0) throw new RangeError(`capacity must be even, got ${capacity}`);
  }

  /** Samples seen, gaps included. */
  get length(): number {
    return this.#length;
  }

  /** Samples that one bin covers now (the last bin may hold fewer). */
  get binSize(): number {
    return this.#binSize;
  }

  /** Appends one sample; NaN is a gap. */
  push(value: number): void {
    if (this.#length === this.#capacity * this.#binSize) this.#fold();
    if (this.#length % this.#binSize === 0) this.#bins.appendEmpty();
    this.#bins.addSample(this.#bins.length - 1, value);
    this.#length += 1;
  }

  /** Appends many samples, bin by bin. */
  pushAll(values: ArrayLike<number>): void {
    for (let at = 0; at < values.length;) {
      if (this.#length === this.#capacity * this.#binSize) this.#fold();
      if (this.#length % this.#binSize === 0) this.#bins.appendEmpty();
      const to = Math.min(values.length, at + this.#binSize - (this.#length % this.#binSize));
      this.#bins.addSamples(this.#bins.length - 1, values, at, to);
      this.#length += to - at;
      at = to;
    }
  }

  #fold(): void {
    const half = this.#capacity / 2;
    for (let i = 0; i < half; i += 1) {
      this.#bins.copyWithin(i, 2 * i);
      this.#bins.merge(i, this.#bins, 2 * i + 1);
    }
    this.#bins.truncate(half);
    this.#binSize *= 2;
  }

  /** The bins in order, each of `binSize` samples but the last. */
  bins(): Aggregate[] {
    return Array.from({ length: this.#bins.length }, (_, i) => this.#bins.get(i));
  }
}
