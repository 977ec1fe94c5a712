import { RandomStream } from '../../base/index.js';

/** Codes run from 0 to 4095 over 0 … 2.5 V; the virtual ground of the columns lies in the middle. */
export const ADC_CODES = 4096;
export const ADC_SPAN_V = 2.5;
/** Code of the virtual ground, 1.25 V. */
export const ADC_MIDDLE = 2048;

/** Feedback of the trans-impedance amplifiers, ohm. */
export const FEEDBACK_OHM = { mac: 10_000, cell: 100_000 } as const;
export type ConverterRange = keyof typeof FEEDBACK_OHM;

/** How the columns' amplifiers and converters differ from perfect ones; standard deviations, all 0 = perfect. */
export interface ConverterSpread {
  /** Offset, codes. */
  readonly offset: number;
  /** Relative gain. */
  readonly gain: number;
  /** Integral non-linearity, codes: a bow and an S-curve, both zero at the ends of the range. Drawn for each converter chip of 16 columns. */
  readonly bow: number;
  readonly sCurve: number;
  /** Noise of amplifier and converter together, codes rms. The same for every column. */
  readonly noise: number;
}

/** Codes for a microsiemens at a read voltage, of a perfect column. */
export function codesPerMicrosiemens(readV: number, range: ConverterRange): number {
  return (readV * FEEDBACK_OHM[range] * 1e-6) / (ADC_SPAN_V / ADC_CODES);
}

/**
 * The 64 or so columns' amplifiers and 12-bit converters. A reading of a column that carries the conductance x (microsiemens, at the read
 * voltage) is `round(level(x) + noise)`, clipped to 0 … 4095, with
 *
 *     raw = middle + offset + gain·x      u = 2·raw/4095 − 1      level = raw + (1 − u²)·(bow + sCurve·u)
 *
 * The amplifier's inversion is undone in the wire code: the code rises with the current.
 */
export class ColumnConverters {
  readonly cols: number;
  /** What the firmware subtracts from the codes of each column: calibrated, in whole codes. */
  readonly offsetCode: Float32Array;
  /** Noise variance of a conversion, codes². */
  readonly noiseVariance: number;
  readonly #offset: Float64Array;
  readonly #gain: Float64Array;
  readonly #bow: Float64Array;
  readonly #sCurve: Float64Array;

  constructor(cols: number, spread: ConverterSpread, seed: number | bigint, tile = 0) {
    this.cols = cols;
    const draw = (name: string, sigma: number, mean: number, columnsEach: number): Float64Array => {
      const stream = RandomStream.from(seed, 'converters', tile, name);
      const values = Float64Array.from(
        { length: Math.ceil(cols / columnsEach) },
        () => mean + sigma * stream.gaussian(),
      );
      return Float64Array.from({ length: cols }, (_, col) => values[Math.floor(col / columnsEach)]!);
    };
    this.#offset = draw('offset', spread.offset, 0, 1);
    this.#gain = draw('gain', spread.gain, 1, 1);
    this.#bow = draw('bow', spread.bow, 0, 16);
    this.#sCurve = draw('s-curve', spread.sCurve, 0, 16);
    this.noiseVariance = spread.noise * spread.noise;
    // As the factory left it: the nearest code to what each column shows without current.
    this.offsetCode = Float32Array.from({ length: cols }, (_, col) => Math.round(this.level(col, 0, 0)));
  }

  /**
   * Coefficients of level(x) = c0 + x·(c1 + x·(c2 + x·c3)) for x in units of 1/`perUnit` codes of a perfect column.
   * @param out receives c0 … c3 at out[0], out[pitch], out[2·pitch], out[3·pitch]
   */
  polynomial(col: number, perUnit: number, out: Float32Array, at: number, pitch: number): void {
    const a = ADC_MIDDLE + this.#offset[col]!;
    const g = this.#gain[col]! * perUnit;
    const b = this.#bow[col]!;
    const s = this.#sCurve[col]!;
    const alpha = (2 / 4095) * a - 1;
    const beta = (2 / 4095) * g;
    out[at] = a + (1 - alpha * alpha) * (b + s * alpha);
    out[at + pitch] = g + beta * (s - 2 * b * alpha - 3 * s * alpha * alpha);
    out[at + 2 * pitch] = -beta * beta * (b + 3 * s * alpha);
    out[at + 3 * pitch] = -s * beta * beta * beta;
  }

  /** Noise-free level of a column, codes, not clipped. @param perUnit codes of a perfect column for one unit of x */
  level(col: number, x: number, perUnit: number): number {
    const raw = ADC_MIDDLE + this.#offset[col]! + this.#gain[col]! * perUnit * x;
    const u = (2 / 4095) * raw - 1;
    return raw + (1 - u * u) * (this.#bow[col]! + this.#sCurve[col]! * u);
  }
}

/** Rounds to the nearest code and clips to what the converter can show. */
export function toCode(level: number): { code: number; clipped: boolean } {
  const code = Math.round(level);
  return code < 0
    ? { code: 0, clipped: true }
    : code >= ADC_CODES
      ? { code: ADC_CODES - 1, clipped: true }
      : { code, clipped: false };
}
