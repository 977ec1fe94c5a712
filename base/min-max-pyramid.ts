import { AggregateList, EMPTY_AGGREGATE, type Aggregate } from './aggregate.js';
import { checkNumber } from './check.js';
import { SampleStore } from './sample-store.js';

export interface MinMaxPyramidOptions {
  /** Samples in a bin of the lowest level; default 64. */
  readonly leafSize?: number;
  /** Bins that a bin of the next level merges; default 4. */
  readonly factor?: number;
  /** Reads raw sample `index` where the samples are kept elsewhere (on disk); without it the pyramid keeps them itself. */
  readonly sampleAt?: (index: number) => number;
}

/**
 * Aggregates of any range of a long record in logarithmic time: whole bins of the highest levels that fit, raw samples at the two edges.
 * Built as samples arrive. A NaN is a gap: it takes its place in the record and has no part in any statistic.
 *
 * @example
 * const pyramid = new MinMaxPyramid();
 * pyramid.push(power);
 * const { min, max } = pyramid.window(0, pyramid.length);
 */
export class MinMaxPyramid {
  readonly #leafSize: number;
  readonly #factor: number;
  readonly #levels: AggregateList[] = [];
  readonly #store: SampleStore | undefined;
  readonly #sampleAt: (index: number) => number;
  /** The leaf that is being filled; it joins the lowest level when it is full. */
  readonly #open = new AggregateList();
  #length = 0;

  constructor(options: MinMaxPyramidOptions = {}) {
    this.#leafSize = checkNumber('leafSize', options.leafSize ?? 64, { min: 1, integer: true });
    this.#factor = checkNumber('factor', options.factor ?? 4, { min: 2, integer: true });
    this.#open.appendEmpty();
    const store = options.sampleAt === undefined ? new SampleStore() : undefined;
    this.#store = store;
    this.#sampleAt = options.sampleAt ?? ((index): number => store!.at(index));
  }

  /** Samples pushed so far, gaps included. */
  get length(): number {
    return this.#length;
  }

  /** Samples in a bin of the lowest level. */
  get leafSize(): number {
    return this.#leafSize;
  }

  /** Memory of the aggregates, bytes; without the samples. */
  get bytes(): number {
    return this.#levels.reduce((sum, level) => sum + level.bytes, this.#open.bytes);
  }

  /** Appends one sample; NaN is a gap. */
  push(value: number): void {
    this.#store?.push(value);
    this.#open.addSample(0, value);
    this.#length += 1;
    if (this.#length % this.#leafSize === 0) this.#closeLeaf();
  }

  /** Appends many samples, leaf by leaf. */
  pushAll(values: ArrayLike<number>): void {
    for (let at = 0; at < values.length;) {
      const to = Math.min(values.length, at + this.#leafSize - (this.#length % this.#leafSize));
      if (this.#store !== undefined) for (let i = at; i < to; i += 1) this.#store.push(values[i]!);
      this.#open.addSamples(0, values, at, to);
      this.#length += to - at;
      at = to;
      if (this.#length % this.#leafSize === 0) this.#closeLeaf();
    }
  }

  #closeLeaf(): void {
    this.#level(0).merge(this.#level(0).appendEmpty(), this.#open, 0);
    this.#open.truncate(0);
    this.#open.appendEmpty();
    for (let k = 0; this.#level(k).length % this.#factor === 0; k += 1) {
      const below = this.#level(k);
      const above = this.#level(k + 1);
      const index = above.appendEmpty();
      for (let child = below.length - this.#factor; child < below.length; child += 1) above.merge(index, below, child);
    }
  }

  #level(k: number): AggregateList {
    return (this.#levels[k] ??= new AggregateList());
  }

  /**
   * The exact aggregate of samples `from` (included) to `to` (excluded).
   * @throws RangeError for a range outside the record
   */
  window(from: number, to: number): Aggregate {
    checkNumber('from', from, { min: 0, max: this.#length, integer: true });
    checkNumber('to', to, { min: from, max: this.#length, integer: true });
    const result = new AggregateList();
    result.appendEmpty();
    let at = from;
    while (at < to) {
      const level = this.#highestLevel(at, to);
      if (level < 0) {
        result.addSample(0, this.#sampleAt(at));
        at += 1;
      } else {
        const span = this.#leafSize * this.#factor ** level;
        result.merge(0, this.#levels[level]!, at / span);
        at += span;
      }
    }
    return result.length === 0 ? EMPTY_AGGREGATE : result.get(0);
  }

  /** The highest level that has a whole bin beginning at `at` and ending by `to`; −1 when only raw samples do. */
  #highestLevel(at: number, to: number): number {
    let best = -1;
    let span = this.#leafSize;
    for (let k = 0; k < this.#levels.length; k += 1, span *= this.#factor) {
      if (at % span !== 0 || at + span > to) break;
      best = k;
    }
    return best;
  }

  /** The range in `count` bins of nearly equal size, in order: what a plot of that many pixels needs. */
  bins(from: number, to: number, count: number): Aggregate[] {
    checkNumber('count', count, { min: 1, integer: true });
    const edge = (i: number): number => from + Math.floor(((to - from) * i) / count);
    return Array.from({ length: count }, (_, i) => this.window(edge(i), edge(i + 1)));
  }
}
