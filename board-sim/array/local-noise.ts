import { planIteration } from './iterative-matrix.js';
import { junctionVoltages } from './junction-voltages.js';
import { type Wires } from './wires.js';

/** Variance of the read noise at the columns: Σ_r variances[r][c]·x_r² − shared[c]·(Σ_r x_r)². */
export interface LocalNoise {
  /** Row-major m×n, siemens². */
  readonly variances: Float64Array;
  /** For each column, siemens². */
  readonly shared: Float64Array;
}

/**
 * Read noise with every cell's own voltage and transfer factor. To first order in the fluctuations, cell (r, c) with relative noise σ adds
 *
 *     (σ·G·V_rc(x)·t_rc)²
 *
 * to the variance of its column: t_rc is what reaches the column of a current injected at the junction (the adjoint solve: by reciprocity the
 * junction's voltage for a volt at the column's terminal), V_rc(x) the voltage across the junction. The latter is a_rc·x_r, less what all
 * other rows raise the column by. That common rise is folded into one number for a column, chosen so that the variance for equal inputs on all
 * rows is exact; where inputs of both signs cancel, it vanishes as it should. Noise that reaches other columns, and correlation between
 * columns, are left out: below 0.1 % and 1 % at κ = 0.7.
 *
 * Costs m + n + 1 solves, once for a matrix: 20 ms at 64 × 64, seconds at 256 × 256.
 *
 * @param readNoise rms of the relative fluctuation of each cell
 */
export function localNoise(
  conductances: Float64Array,
  m: number,
  n: number,
  wires: Wires,
  readNoise: ArrayLike<number>,
): LocalNoise {
  const plan = planIteration(conductances, m, n, wires);
  const volts = (rows: ArrayLike<number>, cols: ArrayLike<number>): Float64Array =>
    junctionVoltages(conductances, m, n, wires, rows, cols, plan);
  const unit = (size: number, place: number): Float64Array => new Float64Array(size).fill(1, place, place + 1);
  const noRows = new Float64Array(m);
  const noCols = new Float64Array(n);
  // What a cell at one volt puts into its column, siemens².
  const gain = new Float64Array(m * n);
  for (let c = 0; c < n; c++) {
    const transfer = volts(noRows, unit(n, c));
    for (let cell = c; cell < m * n; cell += n)
      gain[cell] = (readNoise[cell]! * conductances[cell]! * transfer[cell]!) ** 2;
  }
  const variances = new Float64Array(m * n);
  for (let r = 0; r < m; r++) {
    const own = volts(unit(m, r), noCols);
    for (let cell = r * n; cell < (r + 1) * n; cell++) variances[cell] = gain[cell]! * own[cell]! ** 2;
  }
  const together = volts(new Float64Array(m).fill(1), noCols);
  const shared = new Float64Array(n);
  for (let cell = 0; cell < m * n; cell++)
    shared[cell % n]! += (variances[cell]! - gain[cell]! * together[cell]! ** 2) / (m * m);
  return { variances, shared };
}
