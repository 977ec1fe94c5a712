import { type ArrayWindow } from '../array-window.js';
import { type CellArray } from '../cell-array.js';
import { solveWindow } from '../tile-matrix.js';
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
}

/**
 * The effective matrix of an array's present states, and the read-noise variance of each cell: output units are microsiemens at the read
 * bias. Cells are linear at the read bias (`biasGain` says what that leaves out with inputs of many levels).
 */
export function cellMatrix(cells: CellArray, options: CellMatrixOptions): AnalogMatrix {
  const { readV, wires, solver } = options;
  const window = options.window ?? { rowFirst: 0, rows: cells.rows, colFirst: 0, cols: cells.cols };
  const { effectiveUs, variances } = solveWindow(cells, window, readV, wires, solver);
  return analogMatrix(window.rows, window.cols, effectiveUs, variances);
}
