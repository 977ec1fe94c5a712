import { ADC_MIDDLE, codesPerMicrosiemens, type ColumnConverters, type ConverterRange } from './column-converters.js';
import {
  COLUMN_NAME,
  COLUMN_NAME_STEP,
  COLUMN_OFFSET_CODE,
  COLUMN_VARIANCE,
  FIELD,
  layOut,
  type CrossbarLayout,
} from './crossbar-memory.js';
import { crossbarWasm } from './gen/crossbar.wasm.js';
import { instantiateKernel } from './kernel-module.js';
import { type TileMatrix } from './tile-matrix.js';

/** How products are formed. */
export interface MultiplySettings {
  /** Bits of an input, 1 to 8. */
  readonly inputBits: number;
  /** Output j = column 2j minus column 2j + 1. */
  readonly differential: boolean;
  /** Conversions averaged for each plane. */
  readonly repeats: number;
  readonly range: ConverterRange;
  /** First column of the window on its array: names the columns to the converters and to the noise. */
  readonly colFirst: number;
  readonly readV: number;
}

/** What a call did. */
export interface MultiplyCounts {
  /** Conversions and outputs that left their range. */
  readonly clipped: number;
  /** Planes applied: those that drive at least one row. */
  readonly planes: number;
  /** Sum over applied planes of the conductance of the driven rows, microsiemens. */
  readonly drivenUs: number;
}

/** Right shift that makes a full-scale result fit 16 bits: 15 × 2048 fits, so four bits need none. */
export function resultShift(inputBits: number): number {
  return Math.max(0, inputBits - 4);
}

/**
 * The analog multiplier of one board: a kernel with its memory. Results depend on the seed, the number of the vector since boot, the plane
 * and the column, never on how vectors are batched into calls or which thread works on them.
 *
 * Read noise is exact in variance (each driven cell adds its own) and close to normal in shape: the sum of four hashed bytes, bent so that
 * variance and kurtosis are those of a Gaussian; it ends at ±4.04σ and its distribution function is within 0.002 of the normal one.
 * A plane that drives no row is neither applied nor converted.
 */
export class Crossbar {
  readonly #memory: WebAssembly.Memory;
  readonly #layout: CrossbarLayout;
  readonly #multiply: (block: number) => void;
  readonly #orBytes: (at: number, length: number) => number;
  readonly #i32: Int32Array;
  readonly #f32: Float32Array;
  readonly #i64: BigInt64Array;
  readonly #u8: Uint8Array;
  readonly #maxInputBytes: number;
  readonly #maxOutputBytes: number;
  #loaded: TileMatrix | null = null;
  #settings: MultiplySettings | null = null;
  #outCount = 0;

  /** @param seed 64 bits: [low, high] */
  constructor(maxRows: number, maxCols: number, seed: readonly [number, number], maxBytes = 65_536) {
    this.#maxInputBytes = maxBytes;
    this.#maxOutputBytes = maxBytes;
    this.#layout = layOut(maxRows, Math.ceil(maxCols / 32) * 32, maxBytes, maxBytes);
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#layout.bytes / 65536) });
    const exports = instantiateKernel(crossbarWasm, this.#memory);
    this.#multiply = exports['multiply'] as (block: number) => void;
    this.#orBytes = exports['orBytes'] as (at: number, length: number) => number;
    const { buffer } = this.#memory;
    this.#i32 = new Int32Array(buffer);
    this.#f32 = new Float32Array(buffer);
    this.#i64 = new BigInt64Array(buffer);
    this.#u8 = new Uint8Array(buffer);
    this.#set('inputs', this.#layout.inputs);
    this.#set('outputs', this.#layout.outputs);
    this.#set('weights', this.#layout.weights);
    this.#set('variances', this.#layout.variances);
    this.#set('columns', this.#layout.columns);
    this.#set('scratch', this.#layout.scratch);
    this.#set('rowTotals', this.#layout.rowTotals);
    this.#set('seedLo', seed[0]);
    this.#set('seedHi', seed[1]);
  }

  /** Outputs of one vector with the loaded tile. */
  get outputs(): number {
    return this.#outCount;
  }

  /** Copies a tile into the kernel's memory (about 2 µs) and sets the converters up for it. */
  load(matrix: TileMatrix, converters: ColumnConverters, settings: MultiplySettings): void {
    const { weights, variances, columns, rowTotals } = this.#layout;
    if (this.#loaded !== matrix) {
      this.#u8.set(bytesOf(matrix.weights), weights);
      this.#u8.set(bytesOf(matrix.variances), variances);
      this.#u8.set(bytesOf(matrix.rowTotals), rowTotals);
      this.#loaded = matrix;
    }
    this.#settings = settings;
    fillColumns(this.#f32, this.#i32, columns >> 2, matrix, converters, settings);
    this.#outCount = settings.differential ? matrix.cols >> 1 : matrix.cols;
    const perUs = codesPerMicrosiemens(settings.readV, settings.range);
    this.#set('rows', matrix.rows);
    this.#set('stride', matrix.stride);
    this.#set('bits', settings.inputBits);
    this.#set('repeats', settings.repeats);
    this.#set('differential', settings.differential ? 1 : 0);
    this.#set('shift', resultShift(settings.inputBits));
    this.#set('outCount', this.#outCount);
    this.#f32[(this.#layout.block + FIELD.varianceScale) >> 2] = matrix.varianceStep * perUs * perUs;
  }

  /** Copies input vectors in. @returns false when a value needs more than `inputBits` bits; the call must then not be made */
  accept(inputs: Uint8Array): boolean {
    if (inputs.length > this.#maxInputBytes)
      throw new RangeError(`inputs must have at most ${this.#maxInputBytes} bytes, got ${inputs.length}`);
    this.#u8.set(inputs, this.#layout.inputs);
    return this.#orBytes(this.#layout.inputs, inputs.length) < 1 << (this.#settings?.inputBits ?? 8);
  }

  /**
   * Multiplies the accepted vectors.
   * @param counter number of the first vector since boot
   * @param out receives the little-endian 16-bit results of every vector
   */
  multiply(vectors: number, counter: number, out: Uint8Array): MultiplyCounts {
    const matrix = this.#loaded;
    if (matrix === null) throw new Error('no tile is loaded');
    const bytes = vectors * this.#outCount * 2;
    if (bytes > this.#maxOutputBytes)
      throw new RangeError(`results must have at most ${this.#maxOutputBytes} bytes, got ${bytes}`);
    this.#set('vectors', vectors);
    this.#set('counterLo', counter | 0);
    this.#set('counterHi', Math.floor(counter / 0x1_0000_0000));
    this.#set('clipped', 0);
    this.#set('planes', 0);
    const driven = (this.#layout.block + FIELD.driven) >> 3;
    this.#i64[driven] = 0n;
    this.#multiply(this.#layout.block);
    out.set(this.#u8.subarray(this.#layout.outputs, this.#layout.outputs + bytes));
    return {
      clipped: this.#i32[(this.#layout.block + FIELD.clipped) >> 2]!,
      planes: this.#i32[(this.#layout.block + FIELD.planes) >> 2]!,
      drivenUs: Number(this.#i64[driven]) * matrix.stepUs,
    };
  }

  #set(field: keyof typeof FIELD, value: number): void {
    this.#i32[(this.#layout.block + FIELD[field]) >> 2] = value;
  }
}

/** The columns block of a loaded tile; padding columns convert to their offset code and count for nothing. */
export function fillColumns(
  f32: Float32Array,
  i32: Int32Array,
  at: number,
  matrix: TileMatrix,
  converters: ColumnConverters,
  settings: MultiplySettings,
): void {
  const pitch = matrix.stride;
  const perStep = codesPerMicrosiemens(settings.readV, settings.range) * matrix.stepUs;
  for (let c = 0; c < pitch; c++) {
    const here = at + c;
    if (c < matrix.cols) {
      const col = settings.colFirst + c;
      converters.polynomial(col, perStep, f32, here, pitch);
      f32[here + COLUMN_VARIANCE * pitch] = converters.noiseVariance;
      f32[here + COLUMN_OFFSET_CODE * pitch] = converters.offsetCode[col]!;
    } else {
      f32[here] = ADC_MIDDLE;
      for (let k = 1; k <= COLUMN_VARIANCE; k++) f32[here + k * pitch] = 0;
      f32[here + COLUMN_OFFSET_CODE * pitch] = ADC_MIDDLE;
    }
    i32[here + COLUMN_NAME * pitch] = Math.imul(settings.colFirst + c, COLUMN_NAME_STEP);
  }
}

function bytesOf(list: Uint16Array | Int32Array): Uint8Array {
  return new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
}
