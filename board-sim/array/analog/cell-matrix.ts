import { type ArrayWindow } from '../array-window.js';
import { type CellArray } from '../cell-array.js';
import { solveWindow, windowWires } from '../tile-matrix.js';
import { localNoise } from '../local-noise.js';
import { type WireSolver } from '../iterative-matrix.js';
import { type Wires } from '../wires.js';
import { analogMatrix, type AnalogMatrix } from './analog-matrix.js';

/** How an array is read as a matrix. */
export interface CellMatrixOptions {
  /** Read bias, volt; inputs are in units of it. */
  readonly readV: number;
  readonly wires: Wires;
  readonly solver: WireSolver;
  /** Default: the whole array. */
  readonly window?: ArrayWindow;
  /**
   * How the fluctuation of a cell reaches its column. `effective` (default): like its mean current, which overstates the variance by a few
   * per cent at κ = 0.1 and by a fifth at κ = 0.7. `local`: by the cell's own voltage and transfer factor, at the price of as many solves as
   * the array has lines (see `localNoise`).
   */
  readonly noise?: 'effective' | 'local';
}

/**
 * The effective matrix of an array's present states, and the read-noise variance of each cell: output units are microsiemens at the read
 * bias. Cells are linear at the read bias (`biasGain` says what that leaves out with inputs of many levels).
 */
export function cellMatrix(cells: CellArray, options: CellMatrixOptions): AnalogMatrix {
  const { readV, wires, solver } = options;
  const window = options.window ?? { rowFirst: 0, rows: cells.rows, colFirst: 0, cols: cells.cols };
  const solved = solveWindow(cells, window, readV, wires, solver);
  const { rows, cols } = window;
  if (options.noise !== 'local') return analogMatrix(rows, cols, solved.effectiveUs, solved.variances);
  const sigma = Float64Array.from({ length: rows * cols }, (_, k) => {
    const row = window.rowFirst + Math.floor(k / cols);
    return cells.readNoise[row * cells.cols + window.colFirst + (k % cols)]!;
  });
  const local = localNoise(solved.conductances, rows, cols, windowWires(cells, window, wires), sigma);
  const microsiemens = (list: Float64Array): Float64Array => list.map((value) => value * 1e12);
  return analogMatrix(rows, cols, solved.effectiveUs, microsiemens(local.variances), microsiemens(local.shared));
}
