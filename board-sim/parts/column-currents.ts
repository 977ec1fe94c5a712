import { type ArrayUnit } from '../array-unit/index.js';
import { TileCache, WireSolver, type TileMatrix } from '../array/index.js';

/** Conductance of a column as its amplifier sees it, and the variance of its cells' noise. */
export interface ColumnLoad {
  /** Microsiemens. */
  readonly us: number;
  /** Microsiemens². */
  readonly varianceUs2: number;
}

/** A row read by itself: what each of its cells shows in either state through the wires, microsiemens. */
export interface RowConductances {
  readonly usP: Float64Array;
  readonly usAP: Float64Array;
}

interface KeptRow extends RowConductances {
  readonly microvolts: number;
  readonly version: number;
}

/** Counters: the rows and columns that are on, or the states of the cells, have changed when one of these has. */
export interface ArrayVersion {
  readonly lines: number;
  readonly toggles: number;
  readonly changes: number;
}

/** What a solution was made for. */
interface SolvedFor extends ArrayVersion {
  readonly cells: number;
  readonly readV: number;
  readonly first: number;
  readonly cols: number;
}

const NOTHING: ColumnLoad = { us: 0, varianceUs2: 0 };

/**
 * What the columns carry. A row by itself sees each column's one cell through its wires, as the behavioural board reads its maps; rows
 * together are solved with their wiring, over all rows and the columns that are on, as it multiplies.
 */
export class ColumnCurrents {
  readonly #unit: ArrayUnit;
  readonly #rows: (KeptRow | undefined)[];
  #tiles: TileCache | undefined;
  #matrix: TileMatrix | undefined;
  #for: SolvedFor | undefined;
  #loads: (ColumnLoad | undefined)[] = [];

  constructor(unit: ArrayUnit) {
    this.#unit = unit;
    this.#rows = new Array<KeptRow | undefined>(unit.cells.rows).fill(undefined);
  }

  /** What the cells of a row show at a read voltage. */
  row(row: number, readV: number): RowConductances {
    const { cells } = this.#unit;
    const microvolts = Math.round(Math.abs(readV) * 1e6);
    const kept = this.#rows[row];
    if (kept?.microvolts === microvolts && kept.version === cells.version) return kept;
    const { gP, gAP } = this.#unit.electricsAt(readV);
    const seen = (g: Float64Array): Float64Array =>
      Float64Array.from({ length: cells.cols }, (_, col) => {
        const siemens = g[row * cells.cols + col]!;
        return siemens === 0 ? 0 : 1e6 / (1 / siemens + this.#unit.seriesOhm(row, col));
      });
    const made = { microvolts, version: cells.version, usP: seen(gP), usAP: seen(gAP) };
    this.#rows[row] = made;
    return made;
  }

  /** What a column carries now. */
  load(
    col: number,
    rows: readonly number[],
    columns: readonly number[],
    readV: number,
    version: ArrayVersion,
  ): ColumnLoad {
    const { cells } = this.#unit;
    if (col >= cells.cols || rows.length === 0 || !columns.includes(col)) return NOTHING;
    if (rows.length === 1) {
      const cell = rows[0]! * cells.cols + col;
      const { usP, usAP } = this.row(rows[0]!, readV);
      const us = cells.state[cell] === 0 ? usP[col]! : usAP[col]!;
      return { us, varianceUs2: (cells.readNoise[cell]! * us) ** 2 };
    }
    return this.#solve(rows, columns, readV, version)[col] ?? NOTHING;
  }

  #solve(
    rows: readonly number[],
    columns: readonly number[],
    readV: number,
    { lines, toggles, changes }: ArrayVersion,
  ): readonly (ColumnLoad | undefined)[] {
    const { cells } = this.#unit;
    const first = columns[0]!;
    const cols = columns[columns.length - 1]! - first + 1;
    const was = this.#for;
    const same =
      was !== undefined &&
      was.toggles === toggles &&
      was.changes === changes &&
      was.cells === cells.version &&
      was.readV === readV &&
      was.first === first &&
      was.cols === cols;
    if (same && was.lines === lines) return this.#loads;
    if (!same || this.#matrix === undefined) {
      this.#tiles ??= new TileCache(new WireSolver(cells.rows, cells.cols));
      const window = { rowFirst: 0, rows: cells.rows, colFirst: first, cols };
      this.#matrix = this.#tiles.get(this.#unit.tile, cells, window, Math.abs(readV), this.#unit.wires);
    }
    this.#for = { lines, toggles, changes, cells: cells.version, readV, first, cols };
    const { weights, variances, stride, stepUs, varianceStep } = this.#matrix;
    this.#loads = [];
    for (const col of columns) {
      let sum = 0;
      let variance = 0;
      for (const row of rows) {
        const at = row * stride + col - first;
        sum += weights[at]!;
        variance += variances[at]!;
      }
      this.#loads[col] = { us: sum * stepUs, varianceUs2: variance * varianceStep };
    }
    return this.#loads;
  }
}
