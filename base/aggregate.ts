/** What can be known of a set of samples by merging: every field of a union follows exactly from the fields of its parts. */
export interface Aggregate {
  /** Smallest and largest sample; +Infinity and −Infinity when there is none. */
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  readonly sumSquares: number;
  /** Samples that exist; gaps (NaN) are not among them. */
  readonly count: number;
}

/** The aggregate of nothing. */
export const EMPTY_AGGREGATE: Aggregate = { min: Infinity, max: -Infinity, sum: 0, sumSquares: 0, count: 0 };

/** Mean of an aggregate; NaN when it is empty. */
export function meanOf(aggregate: Aggregate): number {
  return aggregate.sum / aggregate.count;
}

/** Root mean square of an aggregate; NaN when it is empty. */
export function rmsOf(aggregate: Aggregate): number {
  return Math.sqrt(aggregate.sumSquares / aggregate.count);
}

/** Numbers of one aggregate in an {@link AggregateList}. */
const FIELDS = 5;

/** A growing list of aggregates in one array, so that a million of them cost 40 MB and no objects. */
export class AggregateList {
  #data = new Float64Array(FIELDS * 64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get(index: number): Aggregate {
    const at = index * FIELDS;
    const data = this.#data;
    return { min: data[at]!, max: data[at + 1]!, sum: data[at + 2]!, sumSquares: data[at + 3]!, count: data[at + 4]! };
  }

  /** Appends an empty aggregate and returns its index. */
  appendEmpty(): number {
    const at = this.#length * FIELDS;
    if (at === this.#data.length) {
      const grown = new Float64Array(2 * at);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data.set([Infinity, -Infinity, 0, 0, 0], at);
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
    data[at + 2]! += value;
    data[at + 3]! += value * value;
    data[at + 4]! += 1;
  }

  /** Merges aggregate `from` of another list (or of this one) into aggregate `into`. */
  merge(into: number, list: AggregateList, from: number): void {
    const a = into * FIELDS;
    const b = from * FIELDS;
    const data = this.#data;
    const other = list.#data;
    data[a] = Math.min(data[a]!, other[b]!);
    data[a + 1] = Math.max(data[a + 1]!, other[b + 1]!);
    data[a + 2]! += other[b + 2]!;
    data[a + 3]! += other[b + 3]!;
    data[a + 4]! += other[b + 4]!;
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
