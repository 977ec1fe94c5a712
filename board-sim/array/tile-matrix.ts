import { type CellArray } from './cell-array.js';
import { type ArrayWindow } from './array-window.js';
import { type WireSolver } from './iterative-matrix.js';
import { at, type Wires } from './wires.js';

/** Columns are worked on in blocks of this many. */
export const COLUMN_BLOCK = 32;

/**
 * A window of an array as the multiplier kernel wants it: the effective matrix and the read-noise variance of each cell as 16-bit codes, so
 * that sums over rows are exact and never leave 16 bits. The step of the weights is the largest column sum / 65535, about 0.1 % of one
 * parallel cell at 64 rows: a fixed rounding error of 0.03 % rms, against a cell spread of some per cent.
 */
export interface TileMatrix {
  readonly rows: number;
  readonly cols: number;
  /** Columns of a stored row: cols rounded up to whole blocks; the rest are zero. */
  readonly stride: number;
  /** [rows][stride], steps of `stepUs`. */
  readonly weights: Uint16Array;
  /** Microsiemens for one step of `weights`. */
  readonly stepUs: number;
  /** [rows][stride], steps of `varianceStep`. */
  readonly variances: Uint16Array;
  /** Microsiemens² for one step of `variances`. */
  readonly varianceStep: number;
  /** [stride / 32][rows]: sums of the 32 weights of a row in a block of columns. */
  readonly rowTotals: Int32Array;
}

/** A window solved for its wires. Lists are row-major, rows × cols. */
export interface SolvedWindow {
  /** Conductances of the cells, siemens. */
  readonly conductances: Float64Array;
  /** Effective matrix, microsiemens. */
  readonly effectiveUs: Float64Array;
  /** Variance of each cell's read noise as its column sees it, for a unit of input, microsiemens². */
  readonly variances: Float64Array;
}

/**
 * Solves the wiring of a window. Columns outside the window are off and rows outside it open: they carry nothing. Rows inside it that an input
 * does not drive are held at the virtual ground by their drivers.
 *
 * Read noise: the fluctuation of a cell reaches its column weakened by the same factor as its mean current, to first order in the wire
 * loss; correlations between columns, of the order of κ = N²·R_wire/R_min, are left out.
 */
export function solveWindow(
  cells: CellArray,
  window: ArrayWindow,
  readV: number,
  wires: Wires,
  solver: WireSolver,
): SolvedWindow {
  const { rows, cols } = window;
  const conductances = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      const cell = (window.rowFirst + r) * cells.cols + window.colFirst + c;
      conductances[r * cols + c] = cells.conductance(cell, cells.state[cell]!, readV);
    }
  const effectiveUs = solver.solve(conductances, rows, cols, windowWires(cells, window, wires));
  const variances = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      const cell = (window.rowFirst + r) * cells.cols + window.colFirst + c;
      effectiveUs[r * cols + c]! *= 1e6;
      variances[r * cols + c] = (cells.readNoise[cell]! * effectiveUs[r * cols + c]!) ** 2;
    }
  return { conductances, effectiveUs, variances };
}

/** The wires as a window sees them: columns run from row 0 down to their virtual ground, so a window that ends early still has the wire below. */
export function windowWires(cells: CellArray, window: ArrayWindow, wires: Wires): Wires {
  const below = (cells.rows - window.rowFirst - window.rows) * wires.colOhm;
  const before = window.colFirst * wires.rowOhm;
  return {
    rowOhm: wires.rowOhm,
    colOhm: wires.colOhm,
    driveOhm: Float64Array.from({ length: window.rows }, (_, r) => at(wires.driveOhm, window.rowFirst + r) + before),
    senseOhm: Float64Array.from({ length: window.cols }, (_, c) => at(wires.senseOhm, window.colFirst + c) + below),
  };
}

/** Solves the wiring of a window and codes the result for the bit-serial kernel. */
export function buildTileMatrix(
  cells: CellArray,
  window: ArrayWindow,
  readV: number,
  wires: Wires,
  solver: WireSolver,
): TileMatrix {
  const { effectiveUs, variances } = solveWindow(cells, window, readV, wires, solver);
  return codeMatrix(effectiveUs, variances, window.rows, window.cols);
}

/** Codes a matrix in microsiemens and its variances in microsiemens², both row-major rows × cols. */
export function codeMatrix(effective: Float64Array, variances: Float64Array, rows: number, cols: number): TileMatrix {
  const stride = Math.ceil(cols / COLUMN_BLOCK) * COLUMN_BLOCK;
  const [weights, stepUs] = toCodes(effective, rows, cols, stride);
  const [varianceCodes, varianceStep] = toCodes(variances, rows, cols, stride);
  const rowTotals = new Int32Array((stride / COLUMN_BLOCK) * rows);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < stride; c++) rowTotals[Math.floor(c / COLUMN_BLOCK) * rows + r]! += weights[r * stride + c]!;
  return { rows, cols, stride, weights, stepUs, variances: varianceCodes, varianceStep, rowTotals };
}

function toCodes(values: Float64Array, rows: number, cols: number, stride: number): [Uint16Array, number] {
  let largest = 0;
  for (let c = 0; c < cols; c++) {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += values[r * cols + c]!;
    largest = Math.max(largest, sum);
  }
  // Half a step for each row may be rounded up: leave room for it, so that no column sum passes 65535.
  const step = largest / (65535 - rows) || 1;
  const codes = new Uint16Array(rows * stride);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) codes[r * stride + c] = Math.round(Math.max(0, values[r * cols + c]!) / step);
  return [codes, step];
}
