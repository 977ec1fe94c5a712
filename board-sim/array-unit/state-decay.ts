import { type RandomStream } from '../../base/index.js';
import { type CellArray } from '../array/index.js';
import { flipProbability } from '../device/index.js';
import { type EscapeTable } from './escape-table.js';

/**
 * Lets the cells of an array lose their states by themselves. Each cell is an exact two-state process: candidates for a change
 * come to a row at the constant rate of its hazard, each belongs to a cell in proportion to that cell's larger rate, and
 * happens with the share that the cell's rate in its present state has of it. A row waits for an exponentially distributed
 * amount of hazard, so that looking at it costs one multiplication, draws nothing, and how often it is looked at changes nothing.
 * A row whose hazard is larger than its cells are many is drawn cell by cell from the probabilities of both states instead.
 */
export class StateDecay {
  /** Changes of state so far. */
  changes = 0;
  readonly #cells: CellArray;
  readonly #dice: RandomStream;
  /** Board time up to which each row has lived, s. */
  readonly #livedS: Float64Array;
  /** Hazard left to the next candidate of each row. */
  readonly #wait: Float64Array;

  constructor(cells: CellArray, dice: RandomStream) {
    this.#cells = cells;
    this.#dice = dice;
    this.#livedS = new Float64Array(cells.rows);
    this.#wait = Float64Array.from({ length: cells.rows }, () => this.#exponential());
  }

  /** Board time starts anew. */
  restartClock(): void {
    this.#livedS.fill(0);
  }

  /** Lets a row live up to a board time; nothing happens where it has got so far already. */
  until(row: number, seconds: number, table: EscapeTable): void {
    const passed = seconds - this.#livedS[row]!;
    if (passed > 0) this.live(row, passed, table);
  }

  /** Lets a row live for a time. */
  live(row: number, seconds: number, table: EscapeTable): void {
    this.#livedS[row]! += seconds;
    const hazard = table.rowHazard[row]! * seconds;
    if (hazard > this.#cells.cols) {
      this.#mix(row, seconds, table);
      return;
    }
    this.#wait[row]! -= hazard;
    while (this.#wait[row]! <= 0) {
      this.#wait[row]! += this.#exponential();
      this.#candidate(row, table);
    }
  }

  #candidate(row: number, { fromP, fromAP, rowHazard }: EscapeTable): void {
    const { state, cols } = this.#cells;
    let left = this.#dice.uniform() * rowHazard[row]!;
    for (let cell = row * cols; cell < (row + 1) * cols; cell++) {
      const larger = Math.max(fromP[cell]!, fromAP[cell]!);
      if (left >= larger) {
        left -= larger;
        continue;
      }
      // What is left is uniform up to the larger rate.
      if (left < (state[cell] === 0 ? fromP : fromAP)[cell]!) {
        state[cell]! ^= 1;
        this.changes++;
      }
      return;
    }
  }

  #mix(row: number, seconds: number, { fromP, fromAP }: EscapeTable): void {
    const { state, cols } = this.#cells;
    for (let cell = row * cols; cell < (row + 1) * cols; cell++) {
      const flip = flipProbability({ fromP: fromP[cell]!, fromAP: fromAP[cell]! }, seconds);
      if (this.#dice.uniform() >= (state[cell] === 0 ? flip.fromP : flip.fromAP)) continue;
      state[cell]! ^= 1;
      this.changes++;
    }
  }

  #exponential(): number {
    return -Math.log1p(-this.#dice.uniform());
  }
}
