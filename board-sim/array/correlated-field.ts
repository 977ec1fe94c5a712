import { checkNumber, checkOneOf, type RandomStream } from '../../base/index.js';

/**
 * How alike cells at a distance are. `exponential`: exp(−(|Δrow| + |Δcol|)/ℓ), rough like a process that varies at every scale.
 * `gaussian`: exp(−(Δrow² + Δcol²)/2ℓ²), smooth like a gradient across a wafer.
 */
export type FieldKernel = 'exponential' | 'gaussian';

/** Correlation of a field at a distance along one axis; those of both axes multiply. */
export function fieldCorrelation(kernel: FieldKernel, lengthCells: number, distance: number): number {
  return kernel === 'exponential'
    ? Math.exp(-Math.abs(distance) / lengthCells)
    : Math.exp(-((distance / lengthCells) ** 2) / 2);
}

/** What is added to the diagonal so that a smooth kernel, singular within rounding, can be factored. */
const JITTER = 1e-9;

/**
 * A Gaussian random field on a grid, mean 0 and variance 1, whose covariance is the kernel's to 1e-9: F = L_rows Z L_colsᵀ with the Cholesky
 * factors of both axes, since the kernel is a product. O(n³) once and O(rows·cols·(rows + cols)).
 *
 * @returns row-major rows × cols
 * @throws RangeError unless the length is positive
 */
export function correlatedField(
  rows: number,
  cols: number,
  kernel: FieldKernel,
  lengthCells: number,
  stream: RandomStream,
): Float64Array {
  checkOneOf('kernel', kernel, ['exponential', 'gaussian'] as const);
  checkNumber('lengthCells', lengthCells, { min: 1e-3 });
  const white = Float64Array.from({ length: rows * cols }, () => stream.gaussian());
  const left = factor(rows, kernel, lengthCells);
  const right = rows === cols ? left : factor(cols, kernel, lengthCells);
  const half = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++)
    for (let k = 0; k <= r; k++) {
      const weight = left[r * rows + k]!;
      for (let c = 0; c < cols; c++) half[r * cols + c]! += weight * white[k * cols + c]!;
    }
  const field = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      let sum = 0;
      for (let k = 0; k <= c; k++) sum += right[c * cols + k]! * half[r * cols + k]!;
      field[r * cols + c] = sum;
    }
  return field;
}

/** Lower Cholesky factor of an axis' correlation matrix, row-major. */
function factor(n: number, kernel: FieldKernel, lengthCells: number): Float64Array {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i; k++) {
      let sum = (fieldCorrelation(kernel, lengthCells, i - k) + (i === k ? JITTER : 0)) / (1 + JITTER);
      for (let q = 0; q < k; q++) sum -= l[i * n + q]! * l[k * n + q]!;
      l[i * n + k] = i === k ? Math.sqrt(sum) : sum / l[k * n + k]!;
    }
  return l;
}
