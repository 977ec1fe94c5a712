import { checkNumber } from '../../../base/index.js';
import { type AnalogMatrix } from './analog-matrix.js';
import { type AdcSpec } from './column-adcs.js';
import { type DacSpec } from './row-dacs.js';

/** How a converter's range is chosen. */
export type RangeChoice =
  /** The largest output that inputs within the rows' range can cause: nothing saturates, and most codes are never used. */
  | { readonly mode: 'max'; readonly matrix: AnalogMatrix; readonly dac: DacSpec }
  /** Where this share of profiled outputs lies, for instance 0.9995: the rest saturates and is counted. */
  | { readonly mode: 'calibrated'; readonly outputs: ArrayLike<number>; readonly share: number }
  | { readonly mode: 'fixed'; readonly low: number; readonly high: number };

/**
 * The range of a converter, set once and kept: a range that followed each output would not be a converter's.
 * With sign and magnitude it is symmetric about 0.
 * @throws RangeError for a share outside 0.5 … 1, no outputs, or a range without extent
 */
export function converterRange(coding: AdcSpec['coding'], choice: RangeChoice): Pick<AdcSpec, 'low' | 'high'> {
  const { low, high } = chosen(coding, choice);
  if (!(high > low)) throw new RangeError(`the range must have an extent, got ${low} … ${high}`);
  return { low, high };
}

function chosen(coding: AdcSpec['coding'], choice: RangeChoice): { low: number; high: number } {
  const symmetric = coding === 'signMagnitude';
  const mirror = (reach: number): { low: number; high: number } => ({ low: -reach, high: reach });
  switch (choice.mode) {
    case 'fixed': {
      const { low, high } = choice;
      return symmetric ? mirror(Math.max(Math.abs(low), Math.abs(high))) : { low, high };
    }
    case 'max': {
      const { low, high } = reachOf(choice.matrix, choice.dac);
      return symmetric ? mirror(Math.max(-low, high)) : { low, high };
    }
    case 'calibrated': {
      const { outputs } = choice;
      checkNumber('share', choice.share, { min: 0.5, max: 1 });
      if (outputs.length === 0) throw new RangeError('outputs must hold at least one value');
      if (symmetric) return mirror(quantile(Float64Array.from(outputs, Math.abs), choice.share));
      const tail = (1 - choice.share) / 2;
      const sorted = Float64Array.from(outputs);
      return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
    }
  }
}

/** Least and largest output of any column for inputs within the rows' range. */
function reachOf({ rows, cols, weights }: AnalogMatrix, dac: DacSpec): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (let c = 0; c < cols; c++) {
    let positive = 0;
    let negative = 0;
    for (let r = 0; r < rows; r++) {
      const weight = weights[r * cols + c]! * dac.fullScale;
      if (weight > 0) positive += weight;
      else negative -= weight;
    }
    high = Math.max(high, dac.signed ? positive + negative : positive);
    low = Math.min(low, dac.signed ? -positive - negative : -negative);
  }
  return { low, high };
}

/** Quantile by linear interpolation; sorts the list in place. */
function quantile(list: Float64Array, share: number): number {
  list.sort();
  const place = share * (list.length - 1);
  const below = Math.floor(place);
  const rest = place - below;
  return list[below]! * (1 - rest) + list[Math.min(below + 1, list.length - 1)]! * rest;
}
