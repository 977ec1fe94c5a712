import { checkNumber } from '../../../base/index.js';

/** Non-linearity of a converter, codes. */
export interface Linearity {
  /** Width of each code but the outermost two, less one. −1 is a missing code. */
  readonly dnl: Float64Array;
  /** Where each threshold lies, less where a straight line through the first and the last one would put it. */
  readonly inl: Float64Array;
}

/**
 * Linearity from the thresholds, in codes: entry j separates the j-th code from the next.
 * DNL_k = (T_{k+1} − T_k)/LSB − 1, INL_k = Σ DNL, the LSB being the mean width (end-point fit).
 * @throws RangeError for fewer than three thresholds
 */
export function linearity(thresholds: ArrayLike<number>): Linearity {
  const count = checkNumber('thresholds.length', thresholds.length, { min: 3 });
  const first = thresholds[0]!;
  const lsb = (thresholds[count - 1]! - first) / (count - 1);
  return {
    dnl: Float64Array.from({ length: count - 1 }, (_, k) => (thresholds[k + 1]! - thresholds[k]!) / lsb - 1),
    inl: Float64Array.from({ length: count }, (_, k) => (thresholds[k]! - first) / lsb - k),
  };
}

/** Result of a {@link rampTest}. */
export interface RampResult extends Linearity {
  /** How often each code came, the lowest first. */
  readonly histogram: Uint32Array;
  /** Mean of code minus level over the inner codes: ½ for a converter that rounds down. */
  readonly bias: number;
}

/**
 * Code density of a slow ramp over the whole range: every code comes as often as it is wide.
 * @param convert code of a level, the level in codes
 * @param codeMin, codeMax the converter's codes
 * @param steps of the ramp for a code; the resolution of the result is one part of these
 */
export function rampTest(
  convert: (level: number) => number,
  codeMin: number,
  codeMax: number,
  steps: number,
): RampResult {
  const histogram = new Uint32Array(codeMax - codeMin + 1);
  let bias = 0;
  let inner = 0;
  for (let k = 0; k < histogram.length * steps; k++) {
    const level = codeMin - 0.5 + (k + 0.5) / steps;
    const code = convert(level);
    histogram[code - codeMin]!++;
    if (code === codeMin || code === codeMax) continue;
    bias += code - level;
    inner++;
  }
  const thresholds = new Float64Array(histogram.length - 1);
  let below = 0;
  for (let j = 0; j < thresholds.length; j++) {
    below += histogram[j]!;
    thresholds[j] = below / steps;
  }
  return { ...linearity(thresholds), histogram, bias: inner === 0 ? 0 : bias / inner };
}

/**
 * Effective number of bits by a sine: SNDR = power of the fitted sine over that of all else, ENOB = (SNDR − 1.76 dB)/6.02 dB for a sine of full
 * scale; a perfect converter of b bits has b.
 *
 * The record holds a whole number of periods that shares no factor with its length, so that the fit of sine, cosine and mean is a plain
 * projection and the phases are all different.
 * @param convert code of a level, the level in codes
 * @param amplitude of the sine, codes
 */
export function sineTest(
  convert: (level: number) => number,
  centre: number,
  amplitude: number,
  samples = 4096,
  periods = 479,
): { readonly sndrDb: number; readonly enob: number } {
  checkNumber('samples', samples, { min: 64, integer: true });
  checkNumber('periods', periods, { min: 1, max: samples / 2 - 1, integer: true });
  const codes = Float64Array.from({ length: samples }, (_, k) =>
    convert(centre + amplitude * Math.sin((2 * Math.PI * k * periods) / samples + 0.1)),
  );
  let [mean, sine, cosine] = [0, 0, 0];
  codes.forEach((code, k) => {
    const phase = (2 * Math.PI * k * periods) / samples;
    mean += code / samples;
    sine += (2 * code * Math.sin(phase)) / samples;
    cosine += (2 * code * Math.cos(phase)) / samples;
  });
  let rest = 0;
  codes.forEach((code, k) => {
    const phase = (2 * Math.PI * k * periods) / samples;
    rest += (code - mean - sine * Math.sin(phase) - cosine * Math.cos(phase)) ** 2 / samples;
  });
  const sndrDb = 10 * Math.log10((sine * sine + cosine * cosine) / 2 / rest);
  return { sndrDb, enob: (sndrDb - 1.7609) / 6.0206 };
}
