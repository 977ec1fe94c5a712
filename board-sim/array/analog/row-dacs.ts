import { checkNumber } from '../../../base/index.js';

/** The converter in front of a row. */
export interface DacSpec {
  /** 1 to 12. */
  readonly bits: number;
  /** Largest input; larger ones are clipped, and counted. */
  readonly fullScale: number;
  /**
   * Sign and magnitude: codes −(2^(bits−1) − 1) … 2^(bits−1) − 1 in steps of fullScale / (2^(bits−1) − 1), with zero a code of its own.
   * False: codes 0 … 2^bits − 1 in steps of fullScale / (2^bits − 1). One bit is never signed: it is off or on.
   */
  readonly signed: boolean;
}

/** How the rows' converters differ from perfect ones; what is left out is perfect. */
export interface DacErrors {
  /** Relative error of gain, one for each row. */
  readonly gain?: ArrayLike<number>;
  /** Offset in steps, one for each row. */
  readonly offset?: ArrayLike<number>;
  /** Integral non-linearity in steps: for each row a value for each code, the lowest code first. */
  readonly inl?: readonly ArrayLike<number>[];
}

/**
 * The rows' converters: mid-tread, without a half-step bias. A code's voltage, in units of the input, is
 *
 *     step · ((1 + gain) · (code + inl[code]) + offset)
 */
export class RowDacs {
  readonly rows: number;
  readonly spec: DacSpec;
  readonly codeMin: number;
  readonly codeMax: number;
  /** Input units of a code. */
  readonly step: number;
  /** Voltage of every code: [rows][codes]. */
  readonly table: Float32Array;

  /** @throws RangeError naming the field, for a width, range or list that does not fit */
  constructor(rows: number, spec: DacSpec, errors: DacErrors = {}) {
    this.rows = checkNumber('rows', rows, { min: 1, max: 512, integer: true });
    this.spec = spec;
    const { bits, signed } = spec;
    checkNumber('bits', bits, { min: signed ? 2 : 1, max: 12, integer: true });
    checkNumber('fullScale', spec.fullScale, { min: Number.MIN_VALUE });
    this.codeMax = signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
    this.codeMin = signed ? -this.codeMax : 0;
    this.step = spec.fullScale / this.codeMax;
    const { gain, offset, inl } = errors;
    if (gain !== undefined) checkLength('gain', gain, rows);
    if (offset !== undefined) checkLength('offset', offset, rows);
    if (inl !== undefined) checkLength('inl', inl, rows);
    this.table = new Float32Array(rows * this.codes);
    for (let row = 0; row < rows; row++) {
      const bend = inl?.[row];
      if (bend !== undefined) checkLength(`inl[${row}]`, bend, this.codes);
      for (let k = 0; k < this.codes; k++) {
        const ideal = this.codeMin + k + (bend?.[k] ?? 0);
        this.table[row * this.codes + k] = this.step * ((1 + (gain?.[row] ?? 0)) * ideal + (offset?.[row] ?? 0));
      }
    }
  }

  /** Number of codes. */
  get codes(): number {
    return this.codeMax - this.codeMin + 1;
  }

  /** The code of an input: nearest, ties to even, clipped to the range. */
  codeOf(input: number): number {
    const code = nearest(Math.fround(Math.fround(input) * Math.fround(1 / this.step)));
    // A NaN becomes the highest code, as in the kernel.
    return code < this.codeMax ? Math.max(this.codeMin, code) : this.codeMax;
  }

  /** Voltage of a row at a code, in units of the input. */
  voltage(row: number, code: number): number {
    return this.table[row * this.codes + code - this.codeMin]!;
  }
}

/** The nearest whole number, ties to even: what the hardware's rounding instruction does. */
export function nearest(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

/** @throws RangeError unless a list has the length it must have */
export function checkLength(name: string, list: ArrayLike<unknown>, length: number): void {
  if (list.length !== length) throw new RangeError(`${name} must have ${length} values, got ${list.length}`);
}
