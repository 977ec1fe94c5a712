import { effectiveMatrix } from './effective-matrix.js';
import { wireSolveWasm } from './gen/wire-solve.wasm.js';
import { instantiateKernel } from './kernel-module.js';
import { at, inDirection, type Direction, type Wires } from './wires.js';

type Solve = (
  m: number,
  n: number,
  g: number,
  drive: number,
  sense: number,
  rowOhm: number,
  colOhm: number,
  damping: number,
  steps: number,
  v: number,
  p: number,
  line: number,
  out: number,
) => void;

/** Largest relative wire loss that the iteration is used for; above it the direct reduction is not slower. */
const ITERATION_LIMIT = 12;
/** Reduction of the error that the number of steps is chosen for, relative to the input. */
const TOLERANCE = 1e-11;

/** How the iteration is run for one array. */
export interface IterationPlan {
  /** Step width ω of V ← V + ω (source − R G V − V). */
  readonly damping: number;
  readonly steps: number;
  /** Bound of the spectral radius of R G: the largest wire loss in a cell when every junction is at 1 V. */
  readonly loss: number;
}

/**
 * The junction voltages obey (1 + R G) V = source, with R the transfer resistances of the wires. R G has eigenvalues from 0 to at most its
 * largest row sum λ (no entry is negative), so ω = 2/(2 + λ) shrinks the error by λ/(2 + λ) in each step.
 */
export function planIteration(conductances: Float64Array, m: number, n: number, wires: Wires): IterationPlan {
  const columns = new Float64Array(n);
  const below = new Float64Array(m * n); // current through the column segment below each cell
  const drop = new Float64Array(m * n);
  for (let r = 0; r < m; r++) {
    let current = 0;
    for (let c = n - 1; c >= 0; c--) {
      const cell = r * n + c;
      current += conductances[cell]!;
      drop[cell] = current;
      columns[c]! += conductances[cell]!;
      below[cell] = columns[c]!;
    }
    let voltage = current * at(wires.driveOhm, r);
    for (let c = 0; c < n; c++) {
      if (c > 0) voltage += drop[r * n + c]! * wires.rowOhm;
      drop[r * n + c] = voltage;
    }
  }
  let loss = 0;
  for (let c = 0; c < n; c++) {
    let rise = columns[c]! * at(wires.senseOhm, c);
    for (let r = m - 1; r >= 0; r--) {
      if (r < m - 1) rise += below[r * n + c]! * wires.colOhm;
      loss = Math.max(loss, drop[r * n + c]! + rise);
    }
  }
  const rate = loss / (2 + loss);
  return {
    loss,
    damping: 2 / (2 + loss),
    steps: rate === 0 ? 1 : Math.max(2, Math.ceil(Math.log(TOLERANCE) / Math.log(rate))),
  };
}

/**
 * The effective matrix of `effectiveMatrix`, an order of magnitude faster where wires lose little (the usual case); the direct reduction
 * where they lose more. Agrees with it to 1e-9 of the largest entry.
 */
export class WireSolver {
  readonly #memory: WebAssembly.Memory;
  readonly #solve: Solve;
  readonly #maxCells: number;

  /** @param maxRows, maxCols the largest array that will be solved */
  constructor(maxRows: number, maxCols: number) {
    this.#maxCells = maxRows * maxCols;
    const bytes = this.#maxCells * 48 + (maxRows + 3 * maxCols) * 8 + 64;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
    this.#solve = instantiateKernel(wireSolveWasm, this.#memory)['solve'] as Solve;
  }

  /**
   * @param direction `columns`: columns are driven and rows sensed, see {@link inDirection}
   * @returns siemens, row-major m×n; n×m when columns are driven
   */
  solve(conductances: Float64Array, m: number, n: number, wires: Wires, direction: Direction = 'rows'): Float64Array {
    return inDirection(direction, m, n, wires, (own) => this.#rowsDriven(conductances, m, n, own));
  }

  #rowsDriven(conductances: Float64Array, m: number, n: number, wires: Wires): Float64Array {
    if (m * n > this.#maxCells)
      throw new RangeError(`array must have at most ${this.#maxCells} cells, got ${m} × ${n}`);
    const plan = planIteration(conductances, m, n, wires);
    if (plan.loss > ITERATION_LIMIT) return effectiveMatrix(conductances, m, n, wires);
    const cells = m * n;
    const v = 0;
    const p = v + cells * 16;
    const line = p + cells * 16;
    const g = line + n * 16;
    const drive = g + cells * 8;
    const sense = drive + m * 8;
    const out = sense + n * 8;
    const values = new Float64Array(this.#memory.buffer);
    values.set(conductances, g >> 3);
    for (let r = 0; r < m; r++) values[(drive >> 3) + r] = at(wires.driveOhm, r);
    for (let c = 0; c < n; c++) values[(sense >> 3) + c] = at(wires.senseOhm, c);
    this.#solve(m, n, g, drive, sense, wires.rowOhm, wires.colOhm, plan.damping, plan.steps, v, p, line, out);
    return values.slice(out >> 3, (out >> 3) + cells);
  }
}
