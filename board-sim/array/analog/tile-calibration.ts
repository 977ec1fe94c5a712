import { checkNumber } from '../../../base/index.js';
import { checkLength } from './row-dacs.js';

/**
 * What a calibration may use: measurements that a board can make. Codes are those of one conversion of every column, noise included. The
 * `cell` range has more gain than that of products, so that a single cell is many codes.
 */
export interface CalibrationBench {
  readonly rows: number;
  readonly cols: number;
  /** Codes with a known conductance switched to each column instead of the array, output units. */
  readLoad(range: BenchRange, load: number): ArrayLike<number>;
  /** Codes with one row driven at full scale in the `cell` range, all others held at the virtual ground. */
  readRow(row: number): ArrayLike<number>;
}
/** Ranges of a bench: the one of products and the one of single cells. */
export type BenchRange = 'product' | 'cell';

/** Straight line of a column: code = offset + codesPerUnit·y. */
export interface ColumnLine {
  readonly offset: Float64Array;
  readonly codesPerUnit: Float64Array;
}

/** What a calibration has found. */
export interface TileCalibration {
  /** Of the range of products. */
  readonly line: ColumnLine;
  /** [rows][cols] as it is: what each row at full scale sends into each column, output units. Wires are part of it. */
  readonly matrix: Float64Array;
  /** Standard uncertainty of an entry of `matrix`, from the scatter of its repeats, the mean over all; output units. */
  readonly sigma: number;
}

/** How to calibrate. */
export interface CalibrationOptions {
  /** Two known loads for each range, output units, as far apart as the range allows. */
  readonly loads: Readonly<Record<BenchRange, readonly [number, number]>>;
  /** Conversions averaged for each value. */
  readonly averages: number;
}

/**
 * Calibrates a tile: offset and gain of each column from two known loads in both ranges, then every cell, one row at a time. Since the array
 * with its wires is linear, the rows read one by one add up to any product.
 * @throws RangeError for equal loads or no averages; Error when a column does not tell the loads apart
 */
export function calibrateTile(bench: CalibrationBench, options: CalibrationOptions): TileCalibration {
  const averages = checkNumber('averages', options.averages, { min: 1, integer: true });
  const lines = {
    product: columnLine(bench, 'product', options.loads.product, averages),
    cell: columnLine(bench, 'cell', options.loads.cell, averages),
  };
  const matrix = new Float64Array(bench.rows * bench.cols);
  let variance = 0;
  for (let row = 0; row < bench.rows; row++) {
    const { mean, varianceOfMean } = average(bench.cols, averages, () => bench.readRow(row));
    for (let col = 0; col < bench.cols; col++) {
      const perUnit = lines.cell.codesPerUnit[col]!;
      matrix[row * bench.cols + col] = (mean[col]! - lines.cell.offset[col]!) / perUnit;
      variance += varianceOfMean[col]! / perUnit ** 2;
    }
  }
  return { line: lines.product, matrix, sigma: Math.sqrt(variance / matrix.length) };
}

/**
 * Products as a perfect tile with the wanted matrix would give them, but for what a calibration cannot know: noise of the product itself, bends
 * of the converters, and what has changed since. Codes are straightened by the column's line, and the known error of the cells is taken off
 * digitally with the same inputs, which costs as many multiplications as the product.
 *
 * @param wanted [rows][cols], output units for an input of full scale
 * @param inputs rows values for each vector, in units of the full scale
 * @param codes cols values for each vector, of the range of products
 * @returns output units
 */
export function correctProducts(
  calibration: TileCalibration,
  wanted: ArrayLike<number>,
  inputs: ArrayLike<number>,
  codes: ArrayLike<number>,
): Float64Array {
  const { line, matrix } = calibration;
  const cols = line.offset.length;
  const rows = matrix.length / cols;
  checkLength('wanted', wanted, rows * cols);
  const vectors = inputs.length / rows;
  checkLength('codes', codes, vectors * cols);
  const out = straighten(line, codes);
  for (let v = 0; v < vectors; v++)
    for (let r = 0; r < rows; r++) {
      const x = inputs[v * rows + r]!;
      for (let c = 0; c < cols; c++) out[v * cols + c]! -= (matrix[r * cols + c]! - wanted[r * cols + c]!) * x;
    }
  return out;
}

/** Outputs from codes by the lines of the columns alone. */
export function straighten(line: ColumnLine, codes: ArrayLike<number>): Float64Array {
  const cols = line.offset.length;
  return Float64Array.from(codes, (code, k) => (code - line.offset[k % cols]!) / line.codesPerUnit[k % cols]!);
}

function columnLine(
  bench: CalibrationBench,
  range: BenchRange,
  [low, high]: readonly [number, number],
  averages: number,
): ColumnLine {
  if (low === high) throw new RangeError(`loads.${range} must be two different loads, got ${low} twice`);
  const atLow = average(bench.cols, averages, () => bench.readLoad(range, low)).mean;
  const atHigh = average(bench.cols, averages, () => bench.readLoad(range, high)).mean;
  const codesPerUnit = atLow.map((code, col) => (atHigh[col]! - code) / (high - low));
  const dead = codesPerUnit.findIndex((slope) => !(slope > 0));
  if (dead >= 0) throw new Error(`column ${dead} does not tell the loads of the ${range} range apart`);
  return { offset: atLow.map((code, col) => code - codesPerUnit[col]! * low), codesPerUnit };
}

function average(
  cols: number,
  averages: number,
  read: () => ArrayLike<number>,
): { mean: Float64Array; varianceOfMean: Float64Array } {
  const sums = new Float64Array(cols);
  const squares = new Float64Array(cols);
  for (let k = 0; k < averages; k++) {
    const codes = read();
    for (let col = 0; col < cols; col++) {
      sums[col]! += codes[col]!;
      squares[col]! += codes[col]! ** 2;
    }
  }
  const mean = sums.map((sum) => sum / averages);
  const varianceOfMean = squares.map(
    (square, col) => Math.max(0, square / averages - mean[col]! ** 2) / Math.max(1, averages - 1),
  );
  return { mean, varianceOfMean };
}
