import { addNumbers, addPair, addSquare, multiplyPairs } from './double-double.js';

/** What can be known of a set of samples by merging: every field of a union follows exactly from the fields of its parts. */
export interface Aggregate {
  /** Smallest and largest sample; +Infinity and −Infinity when there is none. */
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  /** What rounding left of `sum`: the two together are the sum to about 106 bits, whatever the order and grouping of samples was. */
  readonly sumLow: number;
  readonly sumSquares: number;
  /** The same of `sumSquares`. */
  readonly sumSquaresLow: number;
  /** Samples that exist; gaps (NaN) are not among them. */
  readonly count: number;
}

/** The aggregate of nothing. */
export const EMPTY_AGGREGATE: Aggregate = {
  min: Infinity,
  max: -Infinity,
  sum: 0,
  sumLow: 0,
  sumSquares: 0,
  sumSquaresLow: 0,
  count: 0,
};

/** Mean of an aggregate; NaN when it is empty. */
export function meanOf(aggregate: Aggregate): number {
  return aggregate.sum / aggregate.count;
}

/** Root mean square of an aggregate; NaN when it is empty. */
export function rmsOf(aggregate: Aggregate): number {
  return Math.sqrt(aggregate.sumSquares / aggregate.count);
}

/**
 * Standard deviation of the samples about their mean, with n − 1 (a sample's); NaN below two samples. Taken from sums of 106 bits, it keeps
 * twelve digits where the mean is up to 1e9 times as large.
 */
export function standardDeviationOf({ sum, sumLow, sumSquares, sumSquaresLow, count }: Aggregate): number {
  if (count < 2) return NaN;
  // n·Σx² − (Σx)², both to 106 bits, before anything cancels.
  const [high, low] = multiplyPairs(sumSquares, sumSquaresLow, count, 0);
  const [squareHigh, squareLow] = multiplyPairs(sum, sumLow, sum, sumLow);
  const difference = new Float64Array([high, low]);
  addPair(difference, 0, -squareHigh, -squareLow);
  const scatter = difference[0]! + difference[1]!;
  return Math.sqrt(Math.max(0, scatter) / count / (count - 1));
}

/** Numbers of one aggregate in an {@link AggregateList}, and where they stand. */
const FIELDS = 7;
const SUM = 2;
const SQUARES = 4;
const COUNT = 6;

/** A growing list of aggregates in one array, so that a million of them cost 56 MB and no objects. */
export class AggregateList {
  #data = new Float64Array(FIELDS * 64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Memory that the list holds, bytes. */
  get bytes(): number {
    return this.#data.byteLength;
  }

  get(index: number): Aggregate {
    const at = index * FIELDS;
    const data = this.#data;
    return {
      min: data[at]!,
      max: data[at + 1]!,
      sum: data[at + SUM]!,
      sumLow: data[at + SUM + 1]!,
      sumSquares: data[at + SQUARES]!,
      sumSquaresLow: data[at + SQUARES + 1]!,
      count: data[at + COUNT]!,
    };
  }

  /** Appends an empty aggregate and returns its index. */
  appendEmpty(): number {
    const at = this.#length * FIELDS;
    if (at === this.#data.length) {
      // By half, not by two: what stands ready unused is the larger part of a long record's memory otherwise.
      const grown = new Float64Array(FIELDS * Math.ceil(this.#length * 1.5));
      grown.set(this.#data);
      this.#data = grown;
    }
    const data = this.#data;
    data.fill(0, at, at + FIELDS);
    data[at] = Infinity;
    data[at + 1] = -Infinity;
    this.#length += 1;
    return this.#length - 1;
  }

  /** Adds one sample; NaN is a gap and changes nothing. */
  addSample(index: number, value: number): void {
    if (Number.isNaN(value)) return;
    const at = index * FIELDS;
    const data = this.#data;
    if (value < data[at]!) data[at] = value;
    if (value > data[at + 1]!) data[at + 1] = value;
    addPair(data, at + SUM, value, 0);
    addSquare(data, at + SQUARES, value);
    data[at + COUNT]! += 1;
  }

  /** Adds samples `from` to `to` of an array, as {@link AggregateList.addSample} adds one. */
  addSamples(index: number, values: ArrayLike<number>, from: number, to: number): void {
    const at = index * FIELDS;
    const data = this.#data;
    let [min, max] = [data[at]!, data[at + 1]!];
    for (let i = from; i < to; i += 1) {
      const value = values[i]!;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    data[at] = min;
    data[at + 1] = max;
    data[at + COUNT]! += addNumbers(data, at + SUM, at + SQUARES, values, from, to);
  }

  /** Merges aggregate `from` of another list (or of this one) into aggregate `into`. */
  merge(into: number, list: AggregateList, from: number): void {
    const a = into * FIELDS;
    const b = from * FIELDS;
    const data = this.#data;
    const other = list.#data;
    data[a] = Math.min(data[a]!, other[b]!);
    data[a + 1] = Math.max(data[a + 1]!, other[b + 1]!);
    addPair(data, a + SUM, other[b + SUM]!, other[b + SUM + 1]!);
    addPair(data, a + SQUARES, other[b + SQUARES]!, other[b + SQUARES + 1]!);
    data[a + COUNT]! += other[b + COUNT]!;
  }

  /** Forgets everything from `length` on. */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, length);
  }

  /** Replaces an aggregate by another of this list. */
  copyWithin(to: number, from: number): void {
    this.#data.copyWithin(to * FIELDS, from * FIELDS, (from + 1) * FIELDS);
  }
}
