import type { HealthAlarm } from './health-alarm.js';
import { CELL_WINDOW, type HealthLimits } from './health-limits.js';
import { CELL, type HealthMemory } from './kernel/health-memory.js';
import { severityOf } from './window-tests.js';

/** Where bits of a raw stream come from: 64 shots of a row, each shot all columns, then the next row (see `orderOf` in bit-record.ts). */
export interface CellLayout {
  readonly rows: number;
  readonly columns: number;
  /** Samples of the stream before the first that is tested; default 0. */
  readonly start?: number;
}

/** Shots of a row before the next row's turn, on every board. */
const SHOTS = 64;

/**
 * Repetition count and monobit of every cell by itself: a cell that died is one bit of 64 in the stream of a 64-column board, and no test of the
 * interleaved stream need see it.
 */
export class CellHealth {
  readonly #memory: HealthMemory;
  readonly #layout: CellLayout;
  readonly #limits: HealthLimits;
  /** Words of the turn so far, row whose turn it is, turns of the whole array in this window. */
  #fill = 0;
  #row = 0;
  #passes = 0;
  /** Words before the next pass over the array begins. */
  #skip: number;

  constructor(memory: HealthMemory, layout: CellLayout, limits: HealthLimits) {
    this.#memory = memory;
    this.#layout = layout;
    this.#limits = limits;
    const pass = SHOTS * layout.rows * layout.columns;
    this.#skip = ((pass - ((layout.start ?? 0) % pass)) % pass) / 64;
  }

  /** Cells are followed where a shot is whole words of the stream that is tested. */
  static canFollow(layout: CellLayout | undefined): layout is CellLayout {
    if (layout === undefined) return false;
    const { rows, columns, start = 0 } = layout;
    return rows > 0 && columns > 0 && columns % 64 === 0 && start % 64 === 0;
  }

  /** Takes `n` words at byte `words`; `before` samples came earlier. */
  push(words: number, n: number, before: number, alarms: HealthAlarm[]): void {
    const { bytes, at } = this.#memory;
    const turnWords = this.#layout.columns;
    const skip = Math.min(n, this.#skip);
    this.#skip -= skip;
    for (let i = skip; i < n;) {
      const take = Math.min(n - i, turnWords - this.#fill);
      bytes.copyWithin(at.turn + this.#fill * 8, words + i * 8, words + (i + take) * 8);
      this.#fill += take;
      i += take;
      if (this.#fill === turnWords) this.#turn(before + i * 64, alarms);
    }
  }

  #turn(end: number, alarms: HealthAlarm[]): void {
    const { kernels, at, i32 } = this.#memory;
    const { rows, columns } = this.#layout;
    const states = at.cells + this.#row * columns * CELL.size * 4;
    const worst = kernels.cells(at.turn, columns / 64, at.scratch, states);
    const run = i32[states / 4 + worst * CELL.size + CELL.longest]!;
    const limits = this.#limits.cellRepetition;
    const severity = severityOf(run, limits);
    if (severity !== undefined)
      alarms.push({
        test: 'cellRepetition',
        severity,
        index: end - 1,
        from: end - SHOTS * columns,
        value: run,
        limit: limits[severity],
        text: `${run} equal samples in a row of the cell in row ${this.#row}, column ${worst}`,
      });
    this.#fill = 0;
    this.#row = (this.#row + 1) % rows;
    if (this.#row !== 0 || ++this.#passes < CELL_WINDOW / SHOTS) return;
    this.#passes = 0;
    this.#monobit(end, alarms);
  }

  #monobit(end: number, alarms: HealthAlarm[]): void {
    const { at, i32 } = this.#memory;
    const { rows, columns } = this.#layout;
    let most = 0;
    let cell = 0;
    for (let c = 0; c < rows * columns; c++) {
      const place = at.cells / 4 + c * CELL.size + CELL.ones;
      const ones = i32[place]!;
      i32[place] = 0;
      const count = Math.max(ones, CELL_WINDOW - ones);
      if (count <= most) continue;
      most = count;
      cell = c;
    }
    const limits = this.#limits.cellMonobit;
    const severity = severityOf(most, limits);
    if (severity === undefined) return;
    alarms.push({
      test: 'cellMonobit',
      severity,
      index: end - 1,
      from: end - CELL_WINDOW * rows * columns,
      value: most,
      limit: limits[severity],
      text: `${most} equal samples of ${CELL_WINDOW} of the cell in row ${Math.floor(cell / columns)}, column ${cell % columns}`,
    });
  }
}
