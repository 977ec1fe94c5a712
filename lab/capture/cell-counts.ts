import { checkNumber, DataError } from '../../base/index.js';
import { BitChannel } from './bit-channel.js';
import type { CaptureReading } from './capture-types.js';
import type { layoutSchema } from './channel.js';
import type { z } from 'zod';

export type CellLayout = z.infer<typeof layoutSchema>;

/** Outcomes by cell over a stretch of raw bits. Arrays run row by row in the layout's order. */
export interface CellCounts {
  readonly rows: readonly number[];
  readonly columns: number;
  /** Bits that were counted: from this one to before that. */
  readonly from: number;
  readonly to: number;
  /** Shots of each cell, and how many of them gave a one (antiparallel). */
  readonly shots: Uint32Array;
  readonly ones: Uint32Array;
  /** Shots of which the outcome before is known, and in how many the cell had changed. */
  readonly pairs: Uint32Array;
  readonly toggles: Uint32Array;
}

/** Most bits that are counted at once. */
export const MOST_CELL_BITS = 2 ** 26;

/**
 * Counts the outcomes of every cell in bits `from` to `to` (excluded) of a channel.
 * @param start position of the first bit of the stream: there the rotation of rows began
 * @throws DataError where nobody knows which cell a bit came from; RangeError
 */
export function cellCounts(capture: CaptureReading, channel: string, from: number, to: number, start = 0): CellCounts {
  const data = capture.data(channel);
  const layout = capture.index.layouts[channel];
  if (!(data instanceof BitChannel) || layout === undefined)
    throw new DataError(`nobody knows which cells the samples of ${channel} came from`, {
      nextStep: 'Capture raw bits, without debiasing on the board.',
    });
  checkNumber('from', from, { min: 0, max: data.length, integer: true });
  checkNumber('to', to, { min: from, max: Math.min(data.length, from + MOST_CELL_BITS), integer: true });
  const counter = new CellCounter(layout);
  const times = capture.times(channel);
  let sample = from;
  // Positions run on evenly from mark to mark; a page is cut where they jump.
  for (const { bytes, fromBit, toBit } of data.packed(from, to)) {
    for (let bit = fromBit; bit < toBit;) {
      const position = times.positionOf(sample) - start;
      const run = Math.min(toBit - bit, times.evenFor(sample));
      counter.count(bytes, bit, bit + run, position);
      bit += run;
      sample += run;
    }
  }
  const { shots, ones, pairs, toggles } = counter;
  return { rows: layout.rows, columns: layout.columns, from, to, shots, ones, pairs, toggles };
}

class CellCounter {
  readonly shots: Uint32Array;
  readonly ones: Uint32Array;
  readonly pairs: Uint32Array;
  readonly toggles: Uint32Array;
  readonly #layout: CellLayout;
  /** The outcome before, and whether it is known. */
  readonly #last: Int8Array;
  #next = -1;

  constructor(layout: CellLayout) {
    const cells = layout.rows.length * layout.columns;
    this.#layout = layout;
    this.shots = new Uint32Array(cells);
    this.ones = new Uint32Array(cells);
    this.pairs = new Uint32Array(cells);
    this.toggles = new Uint32Array(cells);
    this.#last = new Int8Array(cells).fill(-1);
  }

  count(bytes: Uint8Array, from: number, to: number, position: number): void {
    const { rows, columns, shotsATurn } = this.#layout;
    if (position !== this.#next) this.#last.fill(-1);
    this.#next = position + (to - from);
    const dwell = columns * shotsATurn;
    let inTurn = position % (dwell * rows.length);
    let row = Math.floor(inTurn / dwell);
    let col = inTurn % columns;
    inTurn %= dwell;
    for (let bit = from; bit < to; bit += 1) {
      const cell = row * columns + col;
      const value = (bytes[bit >> 3]! >> (bit & 7)) & 1;
      this.shots[cell]! += 1;
      this.ones[cell]! += value;
      const last = this.#last[cell]!;
      if (last >= 0) {
        this.pairs[cell]! += 1;
        this.toggles[cell]! += last ^ value;
      }
      this.#last[cell] = value;
      col += 1;
      inTurn += 1;
      if (col === columns) col = 0;
      if (inTurn === dwell) {
        inTurn = 0;
        row = row + 1 === rows.length ? 0 : row + 1;
      }
    }
  }
}
