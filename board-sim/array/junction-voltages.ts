import { planIteration, type IterationPlan } from './iterative-matrix.js';
import { at, type Wires } from './wires.js';

/**
 * Voltage across every junction of a crossbar with resistive wires, row minus column, for one set of voltages behind the terminals: rows at
 * their drive resistance, columns at their sense resistance. The damped fixed-point steps of the effective matrix, one right-hand side at a
 * time; they converge for any wires, in a number of steps that grows with their loss.
 *
 * @param rowV, colV volt behind the terminals of rows and columns
 * @returns volt, row-major m×n
 */
export function junctionVoltages(
  conductances: Float64Array,
  m: number,
  n: number,
  wires: Wires,
  rowV: ArrayLike<number>,
  colV: ArrayLike<number>,
  plan: IterationPlan = planIteration(conductances, m, n, wires),
): Float64Array {
  const v = new Float64Array(m * n);
  for (let r = 0; r < m; r++) for (let c = 0; c < n; c++) v[r * n + c] = rowV[r]! - colV[c]!;
  const drop = new Float64Array(m * n); // between a row's terminal and its junctions
  const rise = new Float64Array(n); // between a column's terminal and the junctions of the present row
  const below = new Float64Array(n); // current through the column segment below the present row
  for (let k = 0; k < plan.steps; k++) {
    below.fill(0);
    for (let r = 0; r < m; r++) {
      let current = 0;
      for (let c = n - 1; c >= 0; c--) {
        const cell = r * n + c;
        const own = v[cell]! * conductances[cell]!;
        current += own;
        below[c]! += own;
        drop[cell] = current;
      }
      let loss = current * at(wires.driveOhm, r);
      for (let c = 0; c < n; c++) {
        const cell = r * n + c;
        if (c > 0) loss += drop[cell]! * wires.rowOhm;
        drop[cell] = loss;
      }
    }
    for (let c = 0; c < n; c++) rise[c] = below[c]! * at(wires.senseOhm, c);
    for (let r = m - 1; r >= 0; r--)
      for (let c = 0; c < n; c++) {
        const cell = r * n + c;
        below[c]! -= v[cell]! * conductances[cell]!;
        const wanted = rowV[r]! - colV[c]! - drop[cell]! - rise[c]!;
        v[cell]! += plan.damping * (wanted - v[cell]!);
        rise[c]! += below[c]! * wires.colOhm;
      }
  }
  return v;
}
