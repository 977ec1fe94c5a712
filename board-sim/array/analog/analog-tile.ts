import { checkNumber } from '../../../base/index.js';
import { instantiateKernel } from '../kernel-module.js';
import { analogTileWasm } from './gen/analog-tile.wasm.js';
import { BLOCK_VECTORS, COLUMN_ARRAYS, FIELD, STRIP, layOutAnalog, type AnalogLayout } from './analog-memory.js';
import { type AnalogMatrix } from './analog-matrix.js';
import { type ColumnAdcs } from './column-adcs.js';
import { type RowDacs } from './row-dacs.js';

/** What makes an analog tile. */
export interface AnalogTileOptions {
  readonly matrix: AnalogMatrix;
  /** As many rows as the matrix. */
  readonly dacs: RowDacs;
  /** As many columns as the matrix. */
  readonly adcs: ColumnAdcs;
  /** Pairs of columns are subtracted after conversion: output j = code of column 2j minus code of column 2j + 1. */
  readonly pairs?: boolean;
  /** 64 bits of the noise: [low, high]. */
  readonly seed: readonly [number, number];
}

/** What a call did. */
export interface AnalogCounts {
  /** Inputs outside the rows' range. */
  readonly dacClipped: number;
  /** Conversions outside the columns' range. */
  readonly adcClipped: number;
}

/**
 * A tile with multi-level inputs: codes = ADC(W · DAC(x) + noise), in single precision.
 *
 * The noise of an output is exact: one normal number of the variance Σ_r σ²_rc v_r² + the column's own, v_r the voltage of row r. Sums of
 * independent normals being normal, this is what a draw for every cell, amplifier and converter would give, for a draw an output. With wires,
 * the matrix may carry what they take off (`localNoise`).
 * Correlations that wires make between columns are left out (see `docs/physics/array.md`).
 *
 * A normal is a function of the seed, the number of the vector and the column: results depend neither on how vectors are batched nor on the
 * thread. Weights are used for five vectors at a time; single vectors cost as much as five.
 */
export class AnalogTile {
  readonly rows: number;
  /** Outputs of a vector. */
  readonly outputs: number;
  readonly #layout: AnalogLayout;
  readonly #strips: number;
  readonly #pairs: boolean;
  readonly #multiply: (block: number) => void;
  readonly #i32: Int32Array;
  readonly #i16: Int16Array;
  readonly #f32: Float32Array;

  /** @throws RangeError when matrix and converters do not fit each other */
  constructor(options: AnalogTileOptions) {
    const { matrix, dacs, adcs, seed } = options;
    this.rows = checkNumber('matrix.rows', matrix.rows, { min: 1, max: 512, integer: true });
    checkNumber('matrix.cols', matrix.cols, { min: 1, max: 512, integer: true });
    checkNumber('dacs.rows', dacs.rows, { min: matrix.rows, max: matrix.rows });
    checkNumber('adcs.cols', adcs.cols, { min: matrix.cols, max: matrix.cols });
    this.#pairs = options.pairs ?? false;
    if (this.#pairs && matrix.cols % 2 !== 0)
      throw new RangeError(`matrix.cols must be even to form pairs, got ${matrix.cols}`);
    this.outputs = this.#pairs ? matrix.cols / 2 : matrix.cols;
    this.#strips = Math.ceil(matrix.cols / STRIP);
    const lists = adcs.thresholdLists;
    this.#layout = layOutAnalog({
      rows: this.rows,
      strips: this.#strips,
      dacCodes: dacs.codes,
      thresholdWords: lists.reduce((sum, list) => sum + list.length, 0),
    });
    const memory = new WebAssembly.Memory({ initial: Math.ceil(this.#layout.bytes / 65536) });
    this.#multiply = instantiateKernel(analogTileWasm, memory)['multiply'] as (block: number) => void;
    this.#i32 = new Int32Array(memory.buffer);
    this.#i16 = new Int16Array(memory.buffer);
    this.#f32 = new Float32Array(memory.buffer);
    for (const place of ['weights', 'variances', 'inputs', 'packed', 'sums', 'keys', 'table', 'outputs'] as const)
      this.#set(place, this.#layout[place]);
    this.#set('columns', this.#layout.columns);
    this.#set('constants', this.#layout.constants);
    this.#set('totals', this.#layout.totals);
    this.#set('rows', this.rows);
    this.#set('strips', this.#strips);
    this.#set('seedLo', seed[0]);
    this.#set('seedHi', seed[1]);
    this.#set('pairs', this.#pairs ? 1 : 0);
    this.#set('outStride', this.#outStride);
    this.#setDacs(dacs);
    this.#setAdcs(adcs);
    this.setMatrix(matrix);
  }

  /**
   * Puts another matrix of the same shape in place of the present one: cells were written, aged or warmed.
   * @throws RangeError for another shape
   */
  setMatrix(matrix: AnalogMatrix): void {
    checkNumber('matrix.rows', matrix.rows, { min: this.rows, max: this.rows });
    const cols = this.#pairs ? 2 * this.outputs : this.outputs;
    checkNumber('matrix.cols', matrix.cols, { min: cols, max: cols });
    this.#pack(matrix.weights, this.#layout.weights, cols);
    if (matrix.variances !== undefined) this.#pack(matrix.variances, this.#layout.variances, cols);
    this.#set('noisy', matrix.variances === undefined ? 0 : 1);
    const sharedVariance = matrix.variances && matrix.sharedVariance;
    this.#set('shared', sharedVariance === undefined ? 0 : this.#layout.shared);
    for (let place = 0; place < this.#strips * STRIP; place++)
      this.#f32[(this.#layout.shared >> 2) + place] = sharedVariance?.[columnAt(place, this.#pairs)] ?? 0;
  }

  /**
   * Multiplies whole vectors.
   * @param inputs rows values for each vector, in units of the matrix's input; a NaN counts as above the range
   * @param counter number of the first vector: what its noise is a function of
   * @param codes receives `outputs` codes for each vector
   * @throws RangeError for lists of the wrong length, or a counter that is no whole number
   */
  multiply(inputs: Float32Array, counter: number, codes: Int16Array): AnalogCounts {
    const vectors = inputs.length / this.rows;
    if (!Number.isInteger(vectors))
      throw new RangeError(`inputs must have a multiple of ${this.rows} values, got ${inputs.length}`);
    if (codes.length !== vectors * this.outputs)
      throw new RangeError(`codes must have ${vectors * this.outputs} values, got ${codes.length}`);
    checkNumber('counter', counter, { min: 0, max: Number.MAX_SAFE_INTEGER - vectors, integer: true });
    this.#set('dacClipped', 0);
    this.#set('adcClipped', 0);
    for (let first = 0; first < vectors; first += BLOCK_VECTORS) {
      const count = Math.min(BLOCK_VECTORS, vectors - first);
      this.#f32.set(inputs.subarray(first * this.rows, (first + count) * this.rows), this.#layout.inputs >> 2);
      this.#set('vectors', count);
      this.#set('counterLo', (counter + first) | 0);
      this.#set('counterHi', Math.floor((counter + first) / 0x1_0000_0000));
      this.#multiply(this.#layout.block);
      this.#deliver(count, codes, first * this.outputs);
    }
    return { dacClipped: this.#get('dacClipped'), adcClipped: this.#get('adcClipped') };
  }

  get #outStride(): number {
    return this.#pairs ? (this.#strips * STRIP) / 2 : this.#strips * STRIP;
  }

  #deliver(count: number, codes: Int16Array, to: number): void {
    const from = this.#layout.outputs >> 1;
    const stride = this.#outStride;
    if (stride === this.outputs) {
      codes.set(this.#i16.subarray(from, from + count * stride), to);
      return;
    }
    for (let v = 0; v < count; v++)
      codes.set(this.#i16.subarray(from + v * stride, from + v * stride + this.outputs), to + v * this.outputs);
  }

  #setDacs(dacs: RowDacs): void {
    this.#f32.set(dacs.table, this.#layout.table >> 2);
    this.#set('codes', dacs.codes);
    this.#setFloat('dacScale', 1 / dacs.step);
    this.#setFloat('dacLow', dacs.codeMin);
    this.#setFloat('dacHigh', dacs.codeMax);
  }

  #setAdcs(adcs: ColumnAdcs): void {
    const addresses: number[] = [];
    let next = this.#layout.thresholds;
    for (const list of adcs.thresholdLists) {
      addresses.push(next);
      this.#f32.set(list, next >> 2);
      next += list.length * 4;
    }
    for (let place = 0; place < this.#strips * STRIP; place++) {
      const col = columnAt(place, this.#pairs);
      const at = (this.#layout.columns >> 2) + Math.floor(place / STRIP) * COLUMN_ARRAYS * STRIP + (place % STRIP);
      const used = col < adcs.cols;
      const values = used ? [...adcs.polynomial(col), adcs.noiseVariance(col)] : [adcs.codeMin, 0, 0, 0, 0];
      values.forEach((value, k) => (this.#f32[at + k * STRIP] = value));
      this.#i32[at + 5 * STRIP] = addresses[used ? adcs.listOf(col) : 0] ?? 0;
    }
    this.#set('thresholds', addresses.length > 0 ? 1 : 0);
    this.#setFloat('adcLow', adcs.codeMin);
    this.#setFloat('adcHigh', adcs.codeMax);
  }

  #pack(values: Float32Array, to: number, cols: number): void {
    for (let place = 0; place < this.#strips * STRIP; place++) {
      const col = columnAt(place, this.#pairs);
      if (col >= cols) continue;
      let at = (to >> 2) + Math.floor(place / STRIP) * this.rows * STRIP + (place % STRIP);
      for (let r = 0; r < this.rows; r++, at += STRIP) this.#f32[at] = values[r * cols + col]!;
    }
  }

  #set(field: keyof typeof FIELD, value: number): void {
    this.#i32[(this.#layout.block + FIELD[field]) >> 2] = value;
  }

  #setFloat(field: keyof typeof FIELD, value: number): void {
    this.#f32[(this.#layout.block + FIELD[field]) >> 2] = value;
  }

  #get(field: keyof typeof FIELD): number {
    return this.#i32[(this.#layout.block + FIELD[field]) >> 2]!;
  }
}

/**
 * Which column of the matrix lies at a place of the strips: with pairs the four first columns of four pairs and then their second ones,
 * so that partners are four lanes apart.
 */
export function columnAt(place: number, pairs: boolean): number {
  if (!pairs) return place;
  const lane = place % STRIP;
  return place - lane + 2 * (lane % 4) + (lane >> 2);
}
