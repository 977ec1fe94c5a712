import { RandomStream } from '../../../base/index.js';
import { type AdcErrors, type AdcSpec } from './column-adcs.js';
import { type DacErrors, type DacSpec } from './row-dacs.js';
import { codingThresholds, drawCapacitors } from './sar.js';

/** Standard deviations of the errors of rows' converters; what is left out is 0. */
export interface DacSpread {
  /** Relative. */
  readonly gain?: number;
  /** Steps. */
  readonly offset?: number;
  /** Integral non-linearity of each row, steps: a bow and an S-curve, both zero at the ends of the range. */
  readonly bow?: number;
  readonly sCurve?: number;
  /**
   * Relative, of the equal elements of a string: the non-linearity is their summed error, less the line through both ends; in the middle
   * of n codes its σ is √n/2 · mismatch steps.
   */
  readonly elementMismatch?: number;
}

/** Standard deviations of the errors of columns' amplifiers and converters; what is left out is 0. */
export interface AdcSpread {
  /** Relative. */
  readonly gain?: number;
  /** Codes. */
  readonly offset?: number;
  /** Integral non-linearity of each chip of 16 columns, codes: a bow and an S-curve. */
  readonly bow?: number;
  readonly sCurve?: number;
  /** Noise of amplifier and converter together, codes rms, the same for every column. */
  readonly noise?: number;
  /** Relative, of a chip's unit capacitors: draws tables of thresholds. */
  readonly capacitorMismatch?: number;
}

/** Columns of a converter chip. */
const CHIP_COLUMNS = 16;

/** Draws the errors of the converters of `rows` rows. */
export function drawDacErrors(rows: number, spec: DacSpec, spread: DacSpread, seed: number | bigint): DacErrors {
  const list = (name: string, sigma: number): Float64Array => {
    const stream = RandomStream.from(seed, 'dac', name);
    return Float64Array.from({ length: rows }, () => sigma * stream.gaussian());
  };
  const { gain = 0, offset = 0, bow = 0, sCurve = 0, elementMismatch = 0 } = spread;
  const bows = list('bow', bow);
  const curves = list('s-curve', sCurve);
  const codes = spec.signed ? 2 ** spec.bits - 1 : 2 ** spec.bits;
  const elements = RandomStream.from(seed, 'dac', 'elements');
  const inl = Array.from({ length: rows }, (_, row) => {
    const bend = stringErrors(codes, elementMismatch, elements);
    for (let k = 0; k < codes; k++) {
      const u = (2 * k) / (codes - 1) - 1;
      bend[k]! += (1 - u * u) * (bows[row]! + curves[row]! * u);
    }
    return bend;
  });
  return { gain: list('gain', gain), offset: list('offset', offset), inl };
}

/** Draws the errors of the amplifiers and converters of `cols` columns. */
export function drawAdcErrors(cols: number, spec: AdcSpec, spread: AdcSpread, seed: number | bigint): AdcErrors {
  const chips = Math.ceil(cols / CHIP_COLUMNS);
  const list = (name: string, sigma: number, columnsEach: number): Float64Array => {
    const stream = RandomStream.from(seed, 'adc', name);
    const values = Float64Array.from({ length: Math.ceil(cols / columnsEach) }, () => sigma * stream.gaussian());
    return Float64Array.from({ length: cols }, (_, col) => values[Math.floor(col / columnsEach)]!);
  };
  const { gain = 0, offset = 0, bow = 0, sCurve = 0, noise = 0, capacitorMismatch = 0 } = spread;
  const errors: AdcErrors = {
    gain: list('gain', gain, 1),
    offset: list('offset', offset, 1),
    bow: list('bow', bow, CHIP_COLUMNS),
    sCurve: list('s-curve', sCurve, CHIP_COLUMNS),
    converterNoise: noise,
  };
  if (capacitorMismatch === 0) return errors;
  const stream = RandomStream.from(seed, 'adc', 'capacitors');
  const bits = spec.coding === 'binary' ? spec.bits : spec.bits - 1;
  const lists = Array.from({ length: chips }, () =>
    codingThresholds(spec.coding, drawCapacitors(bits, capacitorMismatch, stream)),
  );
  const ofColumn = Uint16Array.from({ length: cols }, (_, col) => Math.floor(col / CHIP_COLUMNS));
  return { ...errors, thresholds: { lists, ofColumn } };
}

/** Summed errors of a string's elements, less the line through both ends. */
function stringErrors(codes: number, mismatch: number, stream: RandomStream): Float64Array {
  const sums = new Float64Array(codes);
  if (mismatch === 0) return sums;
  for (let k = 1; k < codes; k++) sums[k] = sums[k - 1]! + mismatch * stream.gaussian();
  const end = sums[codes - 1]!;
  return sums.map((sum, k) => sum - (end * k) / (codes - 1));
}
