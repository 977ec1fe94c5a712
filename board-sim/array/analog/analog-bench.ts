import { analogMatrix, type AnalogMatrix } from './analog-matrix.js';
import { AnalogTile } from './analog-tile.js';
import { type ColumnAdcs } from './column-adcs.js';
import { RowDacs } from './row-dacs.js';
import { type BenchRange, type CalibrationBench } from './tile-calibration.js';

/** What a simulated bench is made of. */
export interface AnalogBenchOptions {
  readonly matrix: AnalogMatrix;
  readonly dacs: RowDacs;
  /** The columns' converters in both ranges: gain and offset of an amplifier differ from range to range. */
  readonly adcs: Readonly<Record<BenchRange, ColumnAdcs>>;
  readonly seed: readonly [number, number];
}

/**
 * A simulated tile as a calibration sees it: the same matrix, row and column converters that multiply, and nothing of what was drawn for them.
 * Every reading has noise of its own.
 */
export class AnalogBench implements CalibrationBench {
  readonly rows: number;
  readonly cols: number;
  readonly #cells: AnalogTile;
  readonly #loads: Readonly<Record<BenchRange, AnalogTile>>;
  readonly #fullScale: number;
  #readings = 0;

  constructor({ matrix, dacs, adcs, seed }: AnalogBenchOptions) {
    this.rows = matrix.rows;
    this.cols = matrix.cols;
    this.#fullScale = dacs.spec.fullScale;
    this.#cells = new AnalogTile({ matrix, dacs, adcs: adcs.cell, seed: [seed[0] ^ 1, seed[1]] });
    // A load is a resistor from a reference voltage: it passes no row converter.
    const unit = analogMatrix(1, matrix.cols, new Float32Array(matrix.cols).fill(1));
    const source = new RowDacs(1, { bits: 12, fullScale: 1, signed: true });
    const loadTile = (range: BenchRange, lane: number): AnalogTile =>
      new AnalogTile({ matrix: unit, dacs: source, adcs: adcs[range], seed: [seed[0] ^ lane, seed[1]] });
    this.#loads = { product: loadTile('product', 2), cell: loadTile('cell', 4) };
  }

  readLoad(range: BenchRange, load: number): Int16Array {
    const tile = this.#loads[range];
    tile.setMatrix(analogMatrix(1, this.cols, new Float32Array(this.cols).fill(load)));
    return this.#read(tile, Float32Array.of(1));
  }

  readRow(row: number): Int16Array {
    const inputs = new Float32Array(this.rows);
    inputs[row] = this.#fullScale;
    return this.#read(this.#cells, inputs);
  }

  #read(tile: AnalogTile, inputs: Float32Array): Int16Array {
    const codes = new Int16Array(this.cols);
    tile.multiply(inputs, this.#readings++, codes);
    return codes;
  }
}
