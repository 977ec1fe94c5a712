import type { TensorKernels } from './engine.js';

/** A matrix of float32 numbers in an engine's memory; strides count elements. */
export interface Matrix {
  readonly at: number;
  readonly rows: number;
  readonly cols: number;
  readonly rowStride: number;
  readonly colStride: number;
}

/** A row-major matrix that starts at byte offset `at`. */
export function matrix(at: number, rows: number, cols: number): Matrix {
  return { at, rows, cols, rowStride: cols, colStride: 1 };
}

/** The same numbers with rows and columns exchanged. */
export function transposed(m: Matrix): Matrix {
  return { at: m.at, rows: m.cols, cols: m.rows, rowStride: m.colStride, colStride: m.rowStride };
}

/**
 * out = a b, or out += a b. `a` may be transposed, `b` and `out` are row-major.
 * @throws RangeError when the shapes do not fit
 */
export function multiply(kernels: TensorKernels, a: Matrix, b: Matrix, out: Matrix, mode: 'set' | 'add' = 'set'): void {
  if (a.cols !== b.rows || a.rows !== out.rows || b.cols !== out.cols || b.colStride !== 1 || out.colStride !== 1) {
    throw new RangeError(`cannot multiply ${size(a)} by ${size(b)} into ${size(out)}`);
  }
  kernels.gemm(
    a.rows,
    b.cols,
    a.cols,
    a.at,
    a.rowStride,
    a.colStride,
    b.at,
    b.rowStride,
    out.at,
    out.rowStride,
    mode === 'add' ? 1 : 0,
  );
}

function size(m: Matrix): string {
  return `${m.rows} x ${m.cols}`;
}
