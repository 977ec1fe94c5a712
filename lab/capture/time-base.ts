import { PagedFile, PAGE_BYTES, type PageSource } from './paged-file.js';

/** Where a sample stands in time. */
export interface Mark {
  /** Number of the sample in its files, from 0. */
  readonly sample: number;
  /** Number of the sample as its source counted: lost ones included. */
  readonly position: number;
  /** Seconds of the computer's clock since the capture began. */
  readonly hostS: number;
  /** Seconds of the board's clock since the board's boot. */
  readonly boardS: number;
}

/** Which clock: the computer's since the capture began, or the board's since its boot. */
export type TimeAxis = 'host' | 'board';

/** Four doubles a mark: sample, position, host seconds, board seconds. */
const FIELDS = 4;
export const MARK_BYTES = 8 * FIELDS;
const MARKS_A_PAGE = PAGE_BYTES / MARK_BYTES;
const AXIS_FIELD = { host: 2, board: 3 } as const;

/** A mark as its file holds it. */
export function encodeMark({ sample, position, hostS, boardS }: Mark): Uint8Array {
  return new Uint8Array(new Float64Array([sample, position, hostS, boardS]).buffer);
}

/**
 * The times of samples, by marks in a file: between two marks time runs evenly over the positions. Nothing of it is kept in memory but a few
 * pages, so a capture of any length costs the same.
 */
export class TimeBase {
  readonly #file: PagedFile;
  readonly #periodS: number;

  /** @param rateHz samples a second of host time, for what no later mark places; null: taken from the marks before */
  constructor(source: PageSource, rateHz: number | null) {
    this.#file = new PagedFile(source);
    this.#periodS = rateHz === null ? 0 : 1 / rateHz;
  }

  /** Marks that are there. */
  get marks(): number {
    return Math.floor(this.#file.size / MARK_BYTES);
  }

  #field(mark: number, field: number): number {
    const bytes = this.#file.page(Math.floor(mark / MARKS_A_PAGE));
    const at = (mark % MARKS_A_PAGE) * MARK_BYTES + field * 8;
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getFloat64(at, true);
  }

  /** The mark of a number. */
  mark(index: number): Mark {
    const [sample, position, hostS, boardS] = [0, 1, 2, 3].map((field) => this.#field(index, field));
    return { sample: sample!, position: position!, hostS: hostS!, boardS: boardS! };
  }

  /** The last mark whose field is at most `value`, or below it where `strictly`; −1 where there is none. */
  #last(field: number, value: number, strictly = false): number {
    let low = -1;
    let high = this.marks - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const found = this.#field(middle, field);
      if (found < value || (!strictly && found === value)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Seconds and positions between mark `index` and its sample's successor, as a slope; of the nominal rate where nothing tells. */
  #slope(index: number, field: number): number {
    const marks = this.marks;
    // The newest stretch goes on as the one before it did.
    const from = index + 1 < marks ? index : index - 1;
    if (from < 0 || from + 1 >= marks) return this.#periodS;
    const positions = this.#field(from + 1, 1) - this.#field(from, 1);
    return positions > 0 ? (this.#field(from + 1, field) - this.#field(from, field)) / positions : this.#periodS;
  }

  /** Time of a sample, s; NaN while there is no mark at all. */
  timeOf(sample: number, axis: TimeAxis): number {
    const index = Math.max(0, this.#last(0, sample));
    if (this.marks === 0) return NaN;
    const field = AXIS_FIELD[axis];
    return this.#field(index, field) + (sample - this.#field(index, 0)) * this.#slope(index, field);
  }

  /** The first sample at or after a time, at most `length`. */
  sampleAt(timeS: number, axis: TimeAxis, length: number): number {
    const field = AXIS_FIELD[axis];
    const index = this.#last(field, timeS, true);
    if (index < 0) return Math.min(length, this.marks === 0 ? length : this.#field(0, 0));
    const slope = this.#slope(index, field);
    const first = this.#field(index, 0);
    const last = index + 1 < this.marks ? this.#field(index + 1, 0) : length;
    const behind = timeS - this.#field(index, field);
    const within = slope > 0 ? first + Math.ceil(behind / slope - 1e-9) : behind > 0 ? last : first;
    return Math.min(within, last, length);
  }

  /** Position of a sample: its number, lost ones counted. */
  positionOf(sample: number): number {
    const index = this.#last(0, sample);
    return index < 0 ? sample : this.#field(index, 1) + sample - this.#field(index, 0);
  }

  /** Samples from this one on whose positions follow each other for certain: up to the next mark. */
  evenFor(sample: number): number {
    const index = this.#last(0, sample);
    return index + 1 < this.marks ? this.#field(index + 1, 0) - sample : Infinity;
  }

  /** Samples lost just before the samples from `from` (excluded) to `to` (excluded): inside the stretch, and where it happened how often. */
  losses(from: number, to: number): { readonly samples: number; readonly gaps: number } {
    if (to <= from + 1 || this.marks === 0) return { samples: 0, gaps: 0 };
    const samples = this.positionOf(to - 1) - this.positionOf(from) - (to - 1 - from);
    if (samples === 0) return { samples: 0, gaps: 0 };
    let gaps = 0;
    const last = this.#last(0, to - 1);
    for (let k = Math.max(0, this.#last(0, from)) + 1; k <= last; k += 1) {
      const before = this.#field(k - 1, 1) - this.#field(k - 1, 0);
      if (this.#field(k, 1) - this.#field(k, 0) > before) gaps += 1;
    }
    return { samples, gaps };
  }

  /** Times and positions of the samples from `from` on, one after the other, as {@link TimeBase.timeOf} gives them, without a search each. */
  walk(from: number): TimeWalk {
    const marks = this.marks;
    let index = Math.max(0, this.#last(0, from));
    let sample = from - 1;
    let here = marks === 0 ? undefined : this.mark(index);
    let nextSample = index + 1 < marks ? this.#field(index + 1, 0) : Infinity;
    const slopes = (): readonly [number, number] => [
      this.#slope(index, AXIS_FIELD.board),
      this.#slope(index, AXIS_FIELD.host),
    ];
    let [boardSlope, hostSlope] = marks === 0 ? [NaN, NaN] : slopes();
    const walk = {
      boardS: NaN,
      hostS: NaN,
      position: NaN,
      next: (): void => {
        sample += 1;
        while (sample >= nextSample) {
          index += 1;
          here = this.mark(index);
          nextSample = index + 1 < marks ? this.#field(index + 1, 0) : Infinity;
          [boardSlope, hostSlope] = slopes();
        }
        if (here === undefined) return;
        walk.boardS = here.boardS + (sample - here.sample) * boardSlope;
        walk.hostS = here.hostS + (sample - here.sample) * hostSlope;
        walk.position = here.position + (sample - here.sample);
      },
    };
    return walk;
  }
}

/** Where {@link TimeBase.walk} stands: at the sample before the first until `next` is called. */
export interface TimeWalk {
  readonly boardS: number;
  readonly hostS: number;
  readonly position: number;
  next(): void;
}
