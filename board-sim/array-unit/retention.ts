import { type ArrayUnit } from './array-unit.js';
import { type Surroundings } from './escape-table.js';

/** Steps in which field and temperature are told apart, and how far they may stray: half a per cent and 4 % of a rate. */
const FIELD_STEP = 20;
const KELVIN_STEP = 0.5;
const STRAY = 0.6;

/** What the board says of itself to its cells' keeping. */
export interface KeepingBoard {
  /** Board time since boot, s. */
  readonly seconds: number;
  /** What all cells are in; bias: what lies on the row that is selected. */
  readonly surroundings: Surroundings;
  /** Arrays made so far. */
  readonly units: Iterable<ArrayUnit>;
}

/**
 * The states of all cells over board time. A row is brought up to the present whenever something looks at it or changes it,
 * and every row before the surroundings change; the time in between counts at the surroundings in force.
 *
 * The row switches stay as the last access to single rows left them, so the static bias lies on that row alone, from then to
 * the next access; multiplying and programming leave no row selected. While a row is read the read voltage lies on it instead.
 */
export class Retention {
  readonly #board: KeepingBoard;
  #inForce: Surroundings;
  #selected: { readonly unit: ArrayUnit; readonly row: number } | undefined;

  constructor(board: KeepingBoard) {
    this.#board = board;
    this.#inForce = rounded(board.surroundings);
  }

  /** A row is accessed by itself: it is now as it is, and selected. */
  select(unit: ArrayUnit, row: number): void {
    this.refresh();
    const before = this.#selected;
    if (before?.unit !== unit || before.row !== row) {
      this.#catchUp(before);
      this.#selected = { unit, row };
      unit.decay.until(row, this.#board.seconds, unit.escapesIn(this.#unbiased()));
    } else this.#catchUp(before);
  }

  /** Several rows are accessed together; none is selected afterwards. */
  accessAll(unit: ArrayUnit, rowFirst: number, rows: number): void {
    this.refresh();
    this.#catchUp(this.#selected);
    this.#selected = undefined;
    const table = unit.escapesIn(this.#unbiased());
    for (let row = rowFirst; row < rowFirst + rows; row++) unit.decay.until(row, this.#board.seconds, table);
  }

  /** Rows spend a part of the time that is about to pass at a read voltage. */
  read(unit: ArrayUnit, rowFirst: number, rows: number, seconds: number, readV: number): void {
    if (!(seconds > 0)) return;
    const table = unit.escapesIn({ ...this.#inForce, biasV: readV });
    for (let row = rowFirst; row < rowFirst + rows; row++) unit.decay.live(row, seconds, table);
  }

  /** Takes note of the surroundings; where they have changed, every cell first lives up to now in the old ones. */
  refresh(): void {
    const { surroundings } = this.#board;
    const now = this.#inForce;
    if (
      Math.abs(surroundings.fieldAPerM - now.fieldAPerM) <= STRAY * FIELD_STEP &&
      Math.abs(surroundings.kelvin - now.kelvin) <= STRAY * KELVIN_STEP &&
      surroundings.biasV === now.biasV
    )
      return;
    this.settle();
    this.#inForce = rounded(surroundings);
  }

  /** Brings every cell up to now. To be called before the board's own settings change; `refresh` after it. */
  settle(): void {
    const { seconds } = this.#board;
    this.#catchUp(this.#selected);
    for (const unit of this.#board.units) {
      const table = unit.escapesIn(this.#unbiased());
      for (let row = 0; row < unit.cells.rows; row++) unit.decay.until(row, seconds, table);
    }
  }

  /** Power-up: no row is selected, board time starts at 0. */
  restart(): void {
    this.#selected = undefined;
    for (const unit of this.#board.units) unit.decay.restartClock();
  }

  #catchUp(place: { readonly unit: ArrayUnit; readonly row: number } | undefined): void {
    if (place !== undefined)
      place.unit.decay.until(place.row, this.#board.seconds, place.unit.escapesIn(this.#inForce));
  }

  #unbiased(): Surroundings {
    return this.#inForce.biasV === 0 ? this.#inForce : { ...this.#inForce, biasV: 0 };
  }
}

function rounded({ fieldAPerM, kelvin, biasV }: Surroundings): Surroundings {
  return {
    fieldAPerM: Math.round(fieldAPerM / FIELD_STEP) * FIELD_STEP,
    kelvin: Math.round(kelvin / KELVIN_STEP) * KELVIN_STEP,
    biasV,
  };
}
