import { checkLength } from './row-dacs.js';

/** What an analog tile multiplies by. Units are the caller's: siemens, or steps of a weight. */
export interface AnalogMatrix {
  readonly rows: number;
  readonly cols: number;
  /** [rows][cols], output units for a unit of input. Solve the wires first: an effective matrix costs nothing at run time. */
  readonly weights: Float32Array;
  /** [rows][cols], variance of the read noise for a unit of input, output units²; absent = no read noise. */
  readonly variances?: Float32Array;
  /**
   * What comes off the variance of each column for a unit of (Σ_r x_r)²: the rise that wires share (`localNoise`); absent = nothing.
   */
  readonly sharedVariance?: Float32Array;
}

/**
 * A matrix in single precision, checked.
 * @param variances read-noise variance of each cell for a unit of input
 * @param sharedVariance see {@link AnalogMatrix}; only with variances
 * @throws RangeError for lists of another length, values that are not finite, or negative variances
 */
export function analogMatrix(
  rows: number,
  cols: number,
  weights: ArrayLike<number>,
  variances?: ArrayLike<number>,
  sharedVariance?: ArrayLike<number>,
): AnalogMatrix {
  checkLength('weights', weights, rows * cols);
  const single = finite('weights', weights);
  if (variances === undefined) return { rows, cols, weights: single };
  checkLength('variances', variances, rows * cols);
  const spread = finite('variances', variances);
  if (spread.some((value) => value < 0)) throw new RangeError('variances must not be below 0');
  const matrix = { rows, cols, weights: single, variances: spread };
  if (sharedVariance === undefined) return matrix;
  checkLength('sharedVariance', sharedVariance, cols);
  return { ...matrix, sharedVariance: finite('sharedVariance', sharedVariance) };
}

function finite(name: string, list: ArrayLike<number>): Float32Array {
  const single = Float32Array.from(list);
  if (!single.every(Number.isFinite)) throw new RangeError(`${name} must be finite numbers`);
  return single;
}

/**
 * Pairs of columns subtracted before conversion, by wiring: output j is column 2j minus column 2j + 1. Currents subtract, the variances of
 * their noises add.
 * @throws RangeError for an odd number of columns
 */
export function foldPairs(matrix: AnalogMatrix): AnalogMatrix {
  const { rows, cols, weights, variances, sharedVariance } = matrix;
  if (cols % 2 !== 0) throw new RangeError(`cols must be even to form pairs, got ${cols}`);
  const fold = (list: Float32Array, sign: number): Float32Array =>
    Float32Array.from({ length: list.length / 2 }, (_, k) => list[2 * k]! + sign * list[2 * k + 1]!);
  return {
    rows,
    cols: cols / 2,
    weights: fold(weights, -1),
    ...(variances && { variances: fold(variances, 1) }),
    ...(sharedVariance && { sharedVariance: fold(sharedVariance, 1) }),
  };
}

/**
 * What a perfect tile would give: y = W x in double precision, without converters or noise.
 * @param inputs rows values for each vector
 * @returns cols values for each vector
 */
export function exactProducts({ rows, cols, weights }: AnalogMatrix, inputs: ArrayLike<number>): Float64Array {
  const vectors = inputs.length / rows;
  if (!Number.isInteger(vectors))
    throw new RangeError(`inputs must have a multiple of ${rows} values, got ${inputs.length}`);
  const out = new Float64Array(vectors * cols);
  for (let v = 0; v < vectors; v++)
    for (let r = 0; r < rows; r++) {
      const x = inputs[v * rows + r]!;
      for (let c = 0; c < cols; c++) out[v * cols + c]! += weights[r * cols + c]! * x;
    }
  return out;
}
