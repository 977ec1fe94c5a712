import {
  A_PER_M_PER_UT,
  Retention,
  type ArrayUnit,
  type KeepingBoard,
  type Surroundings,
} from '../array-unit/index.js';
import { type BoardScenario } from '../scenarios/index.js';

/** Rows that are closed together are brought up to now no more often than this, s: their states live milliseconds and more. */
const TOGETHER_STEP_S = 20e-6;

/** What lies on the array besides its lines. */
export interface ArraySurroundings {
  /** Board time since power-up, s. */
  readonly seconds: number;
  readonly coilUt: number;
  readonly kelvin: number;
  /** Voltage of ROWBUS between pulses, V. */
  readonly readV: number;
}

/**
 * The rows and columns that are on, and what becomes of the cells' states meanwhile: the same keeping as the behavioural board's, with the
 * read voltage on the rows that are closed for as long as the array is enabled. Pulses are too short to matter for it.
 */
export class ArrayLines implements KeepingBoard {
  /** Within the array's geometry, rising. */
  rows: readonly number[] = [];
  columns: readonly number[] = [];
  /** Changes of either so far. */
  version = 0;
  readonly #unit: ArrayUnit;
  readonly #scenario: BoardScenario;
  readonly #about: ArraySurroundings;
  readonly #retention: Retention;
  #enabled = false;
  /** From when several rows together have carried the read voltage, s. */
  #togetherSince = 0;

  constructor(unit: ArrayUnit, scenario: BoardScenario, about: ArraySurroundings) {
    this.#unit = unit;
    this.#scenario = scenario;
    this.#about = about;
    this.#retention = new Retention(this);
  }

  get seconds(): number {
    return this.#about.seconds;
  }

  get units(): readonly ArrayUnit[] {
    return [this.#unit];
  }

  /** Field of coil and drift together, A/m. */
  get fieldAPerM(): number {
    const { coilUt, seconds } = this.#about;
    return coilUt * A_PER_M_PER_UT + this.#scenario.drift.fieldAPerMPerS * seconds;
  }

  get surroundings(): Surroundings {
    const { kelvin, readV } = this.#about;
    return { fieldAPerM: this.fieldAPerM, kelvin, biasV: this.#enabled ? readV : 0 };
  }

  /** The row switches have moved. */
  close(rows: readonly number[]): void {
    this.live(0);
    this.rows = rows.filter((row) => row < this.#unit.cells.rows);
    this.#togetherSince = this.seconds;
    this.version++;
    if (this.rows.length === 1) this.live();
    // What they went through while they were open must not wait until they have been closed for a while.
    else for (const row of this.rows) this.#retention.accessAll(this.#unit, row, 1);
  }

  /** The column enables have moved. */
  enableColumns(columns: readonly number[]): void {
    this.columns = columns.filter((col) => col < this.#unit.cells.cols);
    this.version++;
  }

  /** ARRAY_EN and the interlock together. */
  enable(on: boolean): void {
    this.around(() => (this.#enabled = on));
  }

  /** Something changes that the cells are kept under. */
  around(change: () => void): void {
    this.live(0);
    this.#retention.settle();
    change();
    this.#retention.refresh();
  }

  /** Takes note of a field or temperature that has changed by itself; to be called now and then. */
  refresh(): void {
    this.#retention.refresh();
  }

  /** Brings the cells of the rows that are closed up to now. @param leastS time for which it is not worth while with several rows */
  live(leastS = TOGETHER_STEP_S): void {
    const { rows } = this;
    if (rows.length === 1) {
      this.#retention.select(this.#unit, rows[0]!);
      return;
    }
    if (rows.length === 0) return;
    const { seconds, surroundings } = this;
    const drivenS = seconds - this.#togetherSince;
    if (!(drivenS > leastS)) return;
    this.#togetherSince = seconds;
    for (const row of rows) {
      if (surroundings.biasV !== 0) this.#retention.read(this.#unit, row, 1, drivenS, surroundings.biasV);
      this.#retention.accessAll(this.#unit, row, 1);
    }
  }

  /** Power-up: no row is closed, board time starts at 0. To be called while `seconds` is still the old one's. */
  settle(): void {
    this.live(0);
    this.#retention.settle();
  }

  powerUp(): void {
    this.rows = this.columns = [];
    this.#enabled = false;
    this.#togetherSince = 0;
    this.version++;
    this.#retention.restart();
  }
}
