import type { Clock } from './clock.js';
import { checkNumber } from './check.js';
import { RingBuffer } from './ring-buffer.js';

/** How far a job is. */
export interface Progress {
  readonly done: number;
  /** What there is to do in all; absent while unknown. */
  readonly total?: number;
  readonly unit: string;
  /** done / total, 0 to 1. */
  readonly fraction?: number;
  readonly elapsedS: number;
  /** Units a second over the recent window; absent until something was done in a time that can be measured. */
  readonly ratePerS?: number;
  /** Seconds left at that rate. */
  readonly etaS?: number;
}

export interface ProgressOptions {
  readonly unit: string;
  readonly total?: number;
  readonly clock: Clock;
  /** Seconds of the past that the rate is taken from; default 20. */
  readonly windowS?: number;
  /** When the work began, by the clock; default now. */
  readonly startS?: number;
  /** What had been done before it began, as when a job is resumed; default 0. */
  readonly startDone?: number;
}

interface Mark {
  readonly timeS: number;
  readonly done: number;
}

/** Marks that the window is divided into: enough for a steady rate, few enough to cost nothing. */
const MARKS = 64;

/**
 * Follows a job and estimates the time left from its recent rate, so that a slow start (or a warm cache) does not spoil the estimate for
 * ever. Time comes from the injected clock.
 */
export class ProgressTracker {
  readonly #clock: Clock;
  readonly #unit: string;
  readonly #windowS: number;
  readonly #marks = new RingBuffer<Mark>(MARKS);
  readonly #startS: number;
  #total: number | undefined;
  #done = 0;

  constructor(options: ProgressOptions) {
    this.#clock = options.clock;
    this.#unit = options.unit;
    this.#total = options.total === undefined ? undefined : checkNumber('total', options.total, { min: 0 });
    this.#windowS = checkNumber('windowS', options.windowS ?? 20, { min: 0 });
    this.#startS = checkNumber('startS', options.startS ?? this.#clock.now());
    const done = checkNumber('startDone', options.startDone ?? 0, { min: 0 });
    this.#marks.push({ timeS: this.#startS, done });
  }

  /** Says how much is done by now, and the total where it has become known or has changed. */
  update(done: number, total?: number): Progress {
    this.#done = checkNumber('done', done, { min: 0 });
    if (total !== undefined) this.#total = checkNumber('total', total, { min: 0 });
    const timeS = this.#clock.now();
    if (done < this.#marks.at(-1)!.done) this.#marks.clear(); // A job that starts over has a new rate.
    const last = this.#marks.at(-1);
    if (last === undefined || timeS - last.timeS >= this.#windowS / MARKS) this.#marks.push({ timeS, done });
    return this.snapshot();
  }

  /** How far the job is now. */
  snapshot(): Progress {
    const now = this.#clock.now();
    const ratePerS = this.#rate(now);
    const total = this.#total;
    const left = total === undefined ? undefined : Math.max(0, total - this.#done);
    const etaS = left === 0 ? 0 : left === undefined || ratePerS === undefined ? undefined : left / ratePerS;
    return {
      done: this.#done,
      unit: this.#unit,
      elapsedS: now - this.#startS,
      ...(total === undefined ? {} : { total, fraction: total === 0 ? 1 : Math.min(1, this.#done / total) }),
      ...(ratePerS === undefined ? {} : { ratePerS }),
      ...(etaS === undefined ? {} : { etaS }),
    };
  }

  #rate(now: number): number | undefined {
    // The oldest mark inside the window; the newest outside it when nothing moved for that long.
    let from: Mark | undefined;
    for (const mark of this.#marks) {
      if (from === undefined || mark.timeS <= now - this.#windowS) from = mark;
    }
    if (from === undefined || now <= from.timeS || this.#done <= from.done) return undefined;
    return (this.#done - from.done) / (now - from.timeS);
  }
}
