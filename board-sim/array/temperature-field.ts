import { checkNumber } from '../../base/index.js';
import { type CellArray } from './cell-array.js';

/** How heat flows in an array: a sheet of cells on a substrate, insulated at its rim. Modelling choices of a package, not data of one. */
export interface ThermalSheet {
  /** From a cell to each of its neighbours, W/K. */
  readonly lateralWPerK: number;
  /** From a cell down to the substrate, W/K. */
  readonly verticalWPerK: number;
  /** Change of the substrate's temperature from row to row and from column to column, K; the middle of the array keeps its own. */
  readonly rowGradientK: number;
  readonly colGradientK: number;
}

/**
 * Steady temperatures of an array's cells. Cells at T obey
 *
 *     verticalWPerK·(T − T_substrate) + lateralWPerK·Σ_neighbours (T − T_neighbour) = P
 *
 * Cosines diagonalise it (no heat crosses the rim), so that the solution for any powers is a transform, a division and a transform back: exact,
 * O(rows·cols·(rows + cols)), nothing to iterate. A local rise decays along a line by e over √(lateral/vertical) cells, about.
 */
export class TemperatureField {
  readonly rows: number;
  readonly cols: number;
  readonly #sheet: ThermalSheet;
  readonly #rowModes: Float64Array;
  readonly #colModes: Float64Array;

  constructor(rows: number, cols: number, sheet: ThermalSheet) {
    this.rows = checkNumber('rows', rows, { min: 1, integer: true });
    this.cols = checkNumber('cols', cols, { min: 1, integer: true });
    checkNumber('lateralWPerK', sheet.lateralWPerK, { min: 0 });
    checkNumber('verticalWPerK', sheet.verticalWPerK, { min: Number.MIN_VALUE });
    this.#sheet = sheet;
    this.#rowModes = cosines(rows);
    this.#colModes = cosines(cols);
  }

  /** Rise above the substrate, K. @param powerW of each cell, row-major */
  rise(powerW: ArrayLike<number>): Float64Array {
    const { rows, cols } = this;
    if (powerW.length !== rows * cols)
      throw new RangeError(`powerW must have ${rows} × ${cols} values, got ${powerW.length}`);
    const { lateralWPerK, verticalWPerK } = this.#sheet;
    const modes = transform(Float64Array.from(powerW), rows, cols, this.#rowModes, this.#colModes, false);
    for (let p = 0; p < rows; p++)
      for (let q = 0; q < cols; q++) {
        const spread = 4 - 2 * Math.cos((Math.PI * p) / rows) - 2 * Math.cos((Math.PI * q) / cols);
        modes[p * cols + q]! /= verticalWPerK + lateralWPerK * spread;
      }
    return transform(modes, rows, cols, this.#rowModes, this.#colModes, true);
  }

  /** Temperatures, °C. @param substrateC in the middle of the array @param powerW of each cell; absent = no heat */
  temperatures(substrateC: number, powerW?: ArrayLike<number>): Float64Array {
    const { rows, cols } = this;
    const { rowGradientK, colGradientK } = this.#sheet;
    const field = powerW === undefined ? new Float64Array(rows * cols) : this.rise(powerW);
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < cols; c++)
        field[r * cols + c]! += substrateC + rowGradientK * (r - (rows - 1) / 2) + colGradientK * (c - (cols - 1) / 2);
    return field;
  }
}

/**
 * Mean Joule power of every cell while rows are driven, watt: V²G times the share of time. Wires are taken as lossless.
 * @param rowV rms voltage of each row, volt
 * @param share of the time that the rows are driven
 */
export function drivenPower(cells: CellArray, rowV: ArrayLike<number>, share: number): Float64Array {
  checkNumber('share', share, { min: 0, max: 1 });
  return Float64Array.from({ length: cells.rows * cells.cols }, (_, cell) => {
    const v = rowV[Math.floor(cell / cells.cols)]!;
    return share * v * v * cells.conductance(cell, cells.state[cell]!, v);
  });
}

/** Orthonormal cosines of an axis, [mode][place]. */
function cosines(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => {
    const [mode, place] = [Math.floor(k / n), k % n];
    return Math.sqrt((mode === 0 ? 1 : 2) / n) * Math.cos((Math.PI * mode * (place + 0.5)) / n);
  });
}

/** R·X·Cᵀ with the modes of both axes, or Rᵀ·X·C on the way back. */
function transform(
  x: Float64Array,
  rows: number,
  cols: number,
  rowModes: Float64Array,
  colModes: Float64Array,
  back: boolean,
): Float64Array {
  const half = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++)
    for (let k = 0; k < rows; k++) {
      const weight = back ? rowModes[k * rows + r]! : rowModes[r * rows + k]!;
      for (let c = 0; c < cols; c++) half[r * cols + c]! += weight * x[k * cols + c]!;
    }
  const out = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      let sum = 0;
      for (let k = 0; k < cols; k++)
        sum += half[r * cols + k]! * (back ? colModes[k * cols + c]! : colModes[c * cols + k]!);
      out[r * cols + c] = sum;
    }
  return out;
}
