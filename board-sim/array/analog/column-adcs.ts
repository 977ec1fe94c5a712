import { checkNumber, checkOneOf } from '../../../base/index.js';
import { checkLength, nearest } from './row-dacs.js';

/** The converter behind a column. */
export interface AdcSpec {
  /** 1 to 14; at least 2 with sign and magnitude. */
  readonly bits: number;
  /**
   * `binary`: codes 0 … 2^bits − 1, q = (2^bits − 1)/(high − low) codes for a unit. `signMagnitude`: codes −(2^(bits−1) − 1) …
   * 2^(bits−1) − 1, one fewer, so that nothing flowing is a code: q = (2^bits − 2)/(high − low); high = −low.
   */
  readonly coding: 'binary' | 'signMagnitude';
  /** Output that the lowest and the highest code stand for. The range is the converter's, never the tensor's. */
  readonly low: number;
  readonly high: number;
}

/** How the columns' amplifiers and converters differ from perfect ones; what is left out is perfect. */
export interface AdcErrors {
  /** Relative error of gain, one for each column. */
  readonly gain?: ArrayLike<number>;
  /** Offset in codes, one for each column. */
  readonly offset?: ArrayLike<number>;
  /** Integral non-linearity in codes, one for each column: a bow and an S-curve, both zero at the ends of the range. */
  readonly bow?: ArrayLike<number>;
  readonly sCurve?: ArrayLike<number>;
  /** Lists of thresholds, and which of them each column's converter has. */
  readonly thresholds?: {
    /**
     * In codes: entry j is the level from which on the code is at least codeMin + j + 1, ideally codeMin + j + ½. Never falling; equal
     * neighbours are a missing code.
     */
    readonly lists: readonly ArrayLike<number>[];
    readonly ofColumn: ArrayLike<number>;
  };
  /** Noise of the amplifiers, output units rms, one for each column. */
  readonly amplifierNoise?: ArrayLike<number>;
  /** Noise of the converters referred to their input, codes rms. */
  readonly converterNoise?: number;
}

/**
 * The columns' amplifiers and converters. A reading of the sum y is
 *
 *     raw = codeMin + (1 + gain)·q·(y − low) + offset      u = (2·raw − codeMin − codeMax)/(codeMax − codeMin)
 *     level = raw + (1 − u²)·(bow + sCurve·u)              code = round(level), or the number of thresholds that the level has reached
 *
 * clipped to the range. All noise lies before: y is the sum, the cells' read noise, the amplifier's and the converter's own.
 */
export class ColumnAdcs {
  readonly cols: number;
  readonly spec: AdcSpec;
  readonly codeMin: number;
  readonly codeMax: number;
  /** Codes for a unit of output. */
  readonly codesPerUnit: number;
  /** Thresholds with −∞ before and ∞ behind, as the kernel wants them; empty when codes are the nearest. */
  readonly thresholdLists: readonly Float32Array[];
  readonly #errors: AdcErrors;

  /** @throws RangeError or TypeError naming the field, for a width, range or list that does not fit */
  constructor(cols: number, spec: AdcSpec, errors: AdcErrors = {}) {
    this.cols = checkNumber('cols', cols, { min: 1, max: 512, integer: true });
    this.spec = spec;
    this.#errors = errors;
    const { bits, low, high } = spec;
    const signed = checkOneOf('coding', spec.coding, ['binary', 'signMagnitude'] as const) === 'signMagnitude';
    checkNumber('bits', bits, { min: signed ? 2 : 1, max: 14, integer: true });
    checkNumber('low', low);
    checkNumber('high', high, { min: low + Number.MIN_VALUE });
    if (signed && low !== -high)
      throw new RangeError(`low must be −high for sign and magnitude, got ${low} and ${high}`);
    if (high <= low) throw new RangeError(`high must lie above low = ${low}, got ${high}`);
    this.codeMax = signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
    this.codeMin = signed ? -this.codeMax : 0;
    this.codesPerUnit = (this.codeMax - this.codeMin) / (high - low);
    for (const name of ['gain', 'offset', 'bow', 'sCurve', 'amplifierNoise'] as const) {
      const list = errors[name];
      if (list !== undefined) checkLength(name, list, cols);
    }
    checkNumber('converterNoise', errors.converterNoise ?? 0, { min: 0 });
    this.thresholdLists = this.#guarded(errors.thresholds);
  }

  /** Coefficients c0 … c3 of level(y) = c0 + y·(c1 + y·(c2 + y·c3)). */
  polynomial(col: number): readonly [number, number, number, number] {
    const { gain, offset, bow, sCurve } = this.#errors;
    const slope = (1 + (gain?.[col] ?? 0)) * this.codesPerUnit;
    const start = this.codeMin - slope * this.spec.low + (offset?.[col] ?? 0);
    const [b, s] = [bow?.[col] ?? 0, sCurve?.[col] ?? 0];
    const span = this.codeMax - this.codeMin;
    const alpha = (2 * start - this.codeMin - this.codeMax) / span;
    const beta = (2 * slope) / span;
    return [
      start + (1 - alpha * alpha) * (b + s * alpha),
      slope + beta * (s - 2 * b * alpha - 3 * s * alpha * alpha),
      -beta * beta * (b + 3 * s * alpha),
      -s * beta * beta * beta,
    ];
  }

  /** Noise-free level of a column for a sum, codes, neither rounded nor clipped. */
  level(col: number, y: number): number {
    const [c0, c1, c2, c3] = this.polynomial(col);
    return c0 + y * (c1 + y * (c2 + y * c3));
  }

  /** Noise-free code of a column for a sum. */
  code(col: number, y: number): number {
    const level = this.level(col, y);
    const list = this.#errors.thresholds?.lists[this.#errors.thresholds.ofColumn[col]!];
    if (list === undefined) return Math.max(this.codeMin, Math.min(this.codeMax, nearest(level)));
    let reached = 0;
    while (reached < list.length && level >= list[reached]!) reached++;
    return this.codeMin + reached;
  }

  /** The output that a code stands for on a perfect converter. */
  value(code: number): number {
    return this.spec.low + (code - this.codeMin) / this.codesPerUnit;
  }

  /** Variance of the noise of a column's amplifier and converter together, output units². */
  noiseVariance(col: number): number {
    const converter = (this.#errors.converterNoise ?? 0) / this.codesPerUnit;
    return (this.#errors.amplifierNoise?.[col] ?? 0) ** 2 + converter ** 2;
  }

  /** Which list of thresholds a column has. */
  listOf(col: number): number {
    return this.#errors.thresholds?.ofColumn[col] ?? 0;
  }

  #guarded(thresholds: AdcErrors['thresholds']): Float32Array[] {
    if (thresholds === undefined) return [];
    checkLength('thresholds.ofColumn', thresholds.ofColumn, this.cols);
    for (const index of Array.from(thresholds.ofColumn))
      checkNumber('thresholds.ofColumn', index, { min: 0, max: thresholds.lists.length - 1, integer: true });
    return thresholds.lists.map((list, which) => {
      checkLength(`thresholds.lists[${which}]`, list, this.codeMax - this.codeMin);
      const guarded = Float32Array.of(-Infinity, ...Array.from(list), Infinity);
      for (let k = 1; k < guarded.length; k++)
        if (!(guarded[k]! >= guarded[k - 1]!)) throw new RangeError(`thresholds.lists[${which}] must never fall`);
      return guarded;
    });
  }
}
