import { checkNumber, checkOneOf } from '../../../base/index.js';
import { checkLength } from './row-dacs.js';

/**
 * How weights of several bits and both signs lie on binary cells. A cell that is on (parallel) conducts g₀ + 1 and one that is off g₀ steps of
 * ΔG, g₀ = 1/TMR: the finite on/off ratio must cancel.
 *
 * - `pair`: magnitudes on two groups of columns, one for each sign; differences cancel g₀. 2·(bits − 1) columns for an output.
 * - `offset`: w + 2^(bits−1) on one group; offset and g₀ come off digitally, with the sum of the inputs. `bits` columns for an output.
 * - `reference`: as `offset`, but what comes off is measured by two columns more for the whole tile, all off and all on: it needs no sum, and
 *   follows the cells' temperature.
 */
export type SignScheme = 'pair' | 'offset' | 'reference';

/** A weight matrix laid out on binary cells. */
export interface WeightSlices {
  readonly rows: number;
  /** Columns of the array that it takes. */
  readonly columns: number;
  readonly outputs: number;
  /** [rows][columns]: 1 = on. */
  readonly cells: Uint8Array;
  /** Output = Σ factor·column + inputSum·Σ_r x_r, columns in steps of ΔG. */
  readonly terms: readonly (readonly SliceTerm[])[];
  readonly inputSum: number;
}

/** One column's part in an output. */
export interface SliceTerm {
  readonly column: number;
  readonly factor: number;
}

/**
 * Lays integer weights out on binary cells.
 *
 * @param weights [rows][outputs], from −2^(bits−1) (`pair`: −(2^(bits−1) − 1)) to 2^(bits−1) − 1
 * @param bits of a weight, sign included, 2 to 8
 * @param tmr of the cells at the read bias; needed where g₀ comes off digitally (`offset`), and ignored elsewhere
 * @throws RangeError naming what does not fit
 */
export function sliceWeights(
  weights: ArrayLike<number>,
  rows: number,
  outputs: number,
  options: { readonly bits: number; readonly scheme: SignScheme; readonly tmr?: number },
): WeightSlices {
  const { bits } = options;
  const scheme = checkOneOf('scheme', options.scheme, ['pair', 'offset', 'reference'] as const);
  checkNumber('bits', bits, { min: 2, max: 8, integer: true });
  checkLength('weights', weights, rows * outputs);
  const half = 2 ** (bits - 1);
  const least = scheme === 'pair' ? 1 - half : -half;
  for (let k = 0; k < weights.length; k++)
    checkNumber(`weights[${k}]`, weights[k], { min: least, max: half - 1, integer: true });
  const each = scheme === 'pair' ? 2 * (bits - 1) : bits;
  const columns = outputs * each + (scheme === 'reference' ? 2 : 0);
  const cells = new Uint8Array(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let o = 0; o < outputs; o++) {
      const weight = weights[r * outputs + o]!;
      const at = r * columns + o * each;
      if (scheme === 'pair')
        for (let k = 0; k < bits - 1; k++) cells[at + 2 * k + (weight < 0 ? 1 : 0)] = (Math.abs(weight) >> k) & 1;
      else for (let k = 0; k < bits; k++) cells[at + k] = ((weight + half) >> k) & 1;
    }
    if (scheme === 'reference') cells[r * columns + columns - 1] = 1;
  }
  const terms = Array.from({ length: outputs }, (_, o): SliceTerm[] => {
    const first = o * each;
    const own = Array.from({ length: each }, (_column, k) => ({
      column: first + k,
      factor: scheme === 'pair' ? (k % 2 === 0 ? 2 ** (k >> 1) : -(2 ** (k >> 1))) : 2 ** k,
    }));
    if (scheme !== 'reference') return own;
    // off = g₀ Σx and on − off = Σx: the group's baseline is (2^bits − 1) times the first, its offset 2^(bits−1) times the second.
    const [off, on] = [columns - 2, columns - 1];
    return [...own, { column: off, factor: half - (2 ** bits - 1) }, { column: on, factor: -half }];
  });
  const baseline = scheme === 'offset' ? (2 ** bits - 1) / checkNumber('tmr', options.tmr, { min: 1e-3 }) : 0;
  return { rows, columns, outputs, cells, terms, inputSum: scheme === 'offset' ? -half - baseline : 0 };
}

/**
 * Outputs from the columns of a tile that holds sliced weights.
 * @param values columns values for each vector, in steps of ΔG: sums or, divided by what a step is worth, codes
 * @param inputSums Σ_r x_r of each vector; needed by the scheme `offset` alone
 * @returns outputs values for each vector
 */
export function recombineWeights(
  slices: WeightSlices,
  values: ArrayLike<number>,
  inputSums?: ArrayLike<number>,
): Float64Array {
  const vectors = values.length / slices.columns;
  if (!Number.isInteger(vectors))
    throw new RangeError(`values must have a multiple of ${slices.columns} values, got ${values.length}`);
  if (slices.inputSum !== 0) checkLength('inputSums', inputSums ?? [], vectors);
  const out = new Float64Array(vectors * slices.outputs);
  for (let v = 0; v < vectors; v++)
    slices.terms.forEach((terms, o) => {
      let sum = slices.inputSum === 0 ? 0 : slices.inputSum * inputSums![v]!;
      for (const { column, factor } of terms) sum += factor * values[v * slices.columns + column]!;
      out[v * slices.outputs + o] = sum;
    });
  return out;
}
