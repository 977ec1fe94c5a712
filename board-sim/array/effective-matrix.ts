import { at, inDirection, type Direction, type Wires } from './wires.js';

/**
 * The matrix that a crossbar with resistive wires really multiplies by, exact for every later input: I_c = Σ_r W[r·n + c]·V_r.
 *
 * Norton reduction, row by row: the rows above are summed up as a column admittance Y (n×n) and injected currents J (n×rows); each row adds
 * its own by a tridiagonal solve, then one wire segment and, at the last row, the sense resistance are put in series. O(m·n³ + m²·n²).
 * Direct: as exact as the arithmetic for every ratio of wire to cell, and the reference for the iterative solver (`iterative-matrix.ts`).
 *
 * @param conductances siemens, row-major m×n; 0 for an open cell
 * @param direction `columns`: columns are driven and rows sensed, see {@link inDirection}
 * @returns siemens, row-major m×n; n×m when columns are driven
 */
export function effectiveMatrix(
  conductances: Float64Array,
  m: number,
  n: number,
  wires: Wires,
  direction: Direction = 'rows',
): Float64Array {
  return inDirection(direction, m, n, wires, (own) => reduced(conductances, m, n, own));
}

function reduced(conductances: Float64Array, m: number, n: number, wires: Wires): Float64Array {
  if (conductances.length !== m * n)
    throw new RangeError(`conductances must have ${m} × ${n} values, got ${conductances.length}`);
  const y = new Float64Array(n * n);
  const j = new Float64Array(m * n); // j[r] = currents injected into the n columns by a volt on row r
  const s = new Float64Array(n * n);
  const factor = new Float64Array(n * n);
  const work = new Float64Array(n);
  const line = new RowLine(n);
  for (let r = 0; r < m; r++) {
    line.load(conductances, r * n, 1 / at(wires.driveOhm, r), 1 / wires.rowOhm);
    line.seenFromColumns(s);
    for (let k = 0; k < n * n; k++) s[k]! += y[k]!;
    line.injected(j, r * n);
    const last = r === m - 1;
    for (let k = 0; k < n * n; k++) factor[k] = s[k]!;
    // g in series below each column: Y ← g (M + g)⁻¹ M in symmetric form, D = diag(g): Y = D (M + D)⁻¹ M, J ← D (M + D)⁻¹ J.
    const series = (c: number): number => 1 / (last ? at(wires.senseOhm, c) : wires.colOhm);
    for (let c = 0; c < n; c++) factor[c * n + c]! += series(c);
    cholesky(factor, n);
    for (let row = 0; row <= r; row++) {
      const injected = j.subarray(row * n, row * n + n);
      solveFactored(factor, n, injected, work);
      for (let c = 0; c < n; c++) injected[c]! *= series(c);
    }
    if (last) break;
    // Column by column of M; the result is symmetric because D is a multiple of the identity here.
    for (let c = 0; c < n; c++) {
      const column = s.subarray(c * n, c * n + n);
      solveFactored(factor, n, column, work);
      for (let k = 0; k < n; k++) y[c * n + k] = column[k]! * series(k);
    }
  }
  return j;
}

/** One row wire with its cells: a tridiagonal network between its driver and the columns. */
class RowLine {
  readonly #n: number;
  readonly #g: Float64Array;
  readonly #diagonal: Float64Array;
  readonly #work: Float64Array;
  #drive = 0;
  #segment = 0;

  constructor(n: number) {
    this.#n = n;
    this.#g = new Float64Array(n);
    this.#diagonal = new Float64Array(n);
    this.#work = new Float64Array(n);
  }

  load(conductances: Float64Array, from: number, drive: number, segment: number): void {
    const n = this.#n;
    this.#drive = drive;
    this.#segment = segment;
    for (let c = 0; c < n; c++) {
      this.#g[c] = conductances[from + c]!;
      const own = this.#g[c]! + (c === 0 ? drive : segment) + (c < n - 1 ? segment : 0);
      // LDLᵀ of the tridiagonal matrix: each pivot loses what the one before took.
      this.#diagonal[c] = c === 0 ? own : own - (segment * segment) / this.#diagonal[c - 1]!;
    }
  }

  /** S = G − G T⁻¹ G, the admittance between the columns with the driver at 0 V; row-major, symmetric. */
  seenFromColumns(s: Float64Array): void {
    const n = this.#n;
    const x = this.#work;
    for (let c = 0; c < n; c++) {
      x.fill(0);
      x[c] = this.#g[c]!;
      this.#solve(x, c);
      for (let k = 0; k < n; k++) s[c * n + k] = -this.#g[k]! * x[k]!;
      s[c * n + c]! += this.#g[c]!;
    }
  }

  /** t = g_drv G T⁻¹ e₀: current into each column for a volt at the driver. */
  injected(j: Float64Array, to: number): void {
    const x = this.#work;
    x.fill(0);
    x[0] = this.#drive;
    this.#solve(x, 0);
    for (let c = 0; c < this.#n; c++) j[to + c] = this.#g[c]! * x[c]!;
  }

  #solve(x: Float64Array, first: number): void {
    const n = this.#n;
    const d = this.#diagonal;
    const g = this.#segment;
    for (let c = first + 1; c < n; c++) x[c]! += (g * x[c - 1]!) / d[c - 1]!;
    x[n - 1]! /= d[n - 1]!;
    for (let c = n - 2; c >= 0; c--) x[c] = (x[c]! + g * x[c + 1]!) / d[c]!;
  }
}

/** Lower Cholesky factor in place (row-major; the upper part is left as it was). */
function cholesky(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k <= i; k++) {
      let sum = a[i * n + k]!;
      for (let q = 0; q < k; q++) sum -= a[i * n + q]! * a[k * n + q]!;
      a[i * n + k] = k === i ? Math.sqrt(sum) : sum / a[k * n + k]!;
    }
  }
}

/** x ← (L Lᵀ)⁻¹ x. */
function solveFactored(factor: Float64Array, n: number, x: Float64Array, work: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = x[i]!;
    for (let q = 0; q < i; q++) sum -= factor[i * n + q]! * work[q]!;
    work[i] = sum / factor[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    const value = work[i]! / factor[i * n + i]!;
    x[i] = value;
    for (let q = 0; q < i; q++) work[q]! -= factor[i * n + q]! * value;
  }
}
