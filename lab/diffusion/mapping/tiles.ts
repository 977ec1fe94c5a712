import type { QuantisedMatrix } from '../network/quantise.js';
import { balancedTernary } from '../network/quantise.js';

/** Cell states as a board takes them. Bit 1 is antiparallel, the high resistance. */
export const PARALLEL = 0;
export const ANTIPARALLEL = 1;

/** Rows and columns of the array that a plan is made for. */
export interface ArraySize {
  readonly rows: number;
  readonly cols: number;
}

/** One programming of the array: a part of a matrix, from row and column 0 of the array on. */
export interface Tile {
  /** First row and number of rows of the matrix. */
  readonly rowFirst: number;
  readonly rows: number;
  /** First column (output) and number of columns of the matrix. */
  readonly outFirst: number;
  readonly outs: number;
  /** Physical columns in use: two for each ternary digit of each output. */
  readonly cols: number;
  /** Cell states, rows x cols, row-major. */
  readonly cells: Uint8Array;
}

/** A matrix spread over tiles; the partial sums of tiles with the same outputs are added after conversion. */
export interface LayerPlan {
  readonly rows: number;
  readonly outs: number;
  readonly trits: number;
  readonly scale: Float32Array;
  readonly tiles: readonly Tile[];
}

/**
 * Spreads a quantised matrix over tiles.
 *
 * Ternary digit k of output o stands on the pair of columns 2 (o trits + k): +1 is (parallel, antiparallel), -1 the
 * reverse, 0 two antiparallel cells, which draw the least current. Rows are split into equal parts, so that every
 * partial sum carries about the same noise.
 *
 * @throws RangeError when the array has too few columns for one output
 */
export function planLayer(matrix: QuantisedMatrix, trits: number, array: ArraySize): LayerPlan {
  const perTile = Math.floor(array.cols / (2 * trits));
  if (perTile < 1) {
    throw new RangeError(
      `an output of ${trits} ternary digits takes ${2 * trits} columns; the array has ${array.cols}`,
    );
  }
  const parts = Math.ceil(matrix.rows / array.rows);
  const groups = Math.ceil(matrix.cols / perTile);
  const tiles: Tile[] = [];
  for (let part = 0; part < parts; part++) {
    const rowFirst = Math.floor((part * matrix.rows) / parts);
    const rows = Math.floor(((part + 1) * matrix.rows) / parts) - rowFirst;
    for (let group = 0; group < groups; group++) {
      const outFirst = Math.floor((group * matrix.cols) / groups);
      const outs = Math.floor(((group + 1) * matrix.cols) / groups) - outFirst;
      tiles.push({
        rowFirst,
        rows,
        outFirst,
        outs,
        cols: 2 * trits * outs,
        cells: tileCells(matrix, trits, { rowFirst, rows, outFirst, outs }),
      });
    }
  }
  return { rows: matrix.rows, outs: matrix.cols, trits, scale: matrix.scale, tiles };
}

function tileCells(
  matrix: QuantisedMatrix,
  trits: number,
  part: Pick<Tile, 'rowFirst' | 'rows' | 'outFirst' | 'outs'>,
): Uint8Array {
  const cols = 2 * trits * part.outs;
  const cells = new Uint8Array(part.rows * cols).fill(ANTIPARALLEL);
  for (let r = 0; r < part.rows; r++) {
    for (let o = 0; o < part.outs; o++) {
      const level = matrix.levels[(part.rowFirst + r) * matrix.cols + part.outFirst + o] ?? 0;
      balancedTernary(level, trits).forEach((digit, k) => {
        const pair = r * cols + 2 * (o * trits + k);
        if (digit > 0) cells[pair] = PARALLEL;
        else if (digit < 0) cells[pair + 1] = PARALLEL;
      });
    }
  }
  return cells;
}

/** Whole numbers of a tile's layout that a cost estimate needs. */
export interface PlanCost {
  readonly tiles: number;
  readonly cells: number;
  /** Share of the array's cells that carry weights, over all programmings. */
  readonly utilisation: number;
}

/** Tiles and cells of a set of plans on an array. */
export function planCost(plans: Iterable<LayerPlan>, array: ArraySize): PlanCost {
  let tiles = 0;
  let cells = 0;
  for (const plan of plans) {
    for (const tile of plan.tiles) {
      tiles++;
      cells += tile.cells.length;
    }
  }
  return { tiles, cells, utilisation: tiles === 0 ? 0 : cells / (tiles * array.rows * array.cols) };
}
