import { at, type Wires } from './wires.js';

/**
 * The plain twin of `assembly/wire-solve.ts`: the same operations in the same order, one driven row at a time.
 *
 * @returns the effective matrix, siemens, row-major m×n
 */
export function solveWiresTwin(
  conductances: Float64Array,
  m: number,
  n: number,
  wires: Wires,
  damping: number,
  steps: number,
): Float64Array {
  const out = new Float64Array(m * n);
  const v = new Float64Array(m * n);
  const p = new Float64Array(m * n);
  const line = new Float64Array(n);
  const keep = 1 - damping;
  const rowStep = wires.rowOhm * damping;
  const colStep = wires.colOhm * damping;
  for (let driven = 0; driven < m; driven++) {
    v.fill(0);
    v.fill(1, driven * n, driven * n + n);
    for (let k = 0; k < steps; k++) {
      for (let r = 0; r < m; r++) {
        let current = 0;
        for (let c = n - 1; c >= 0; c--) {
          const cell = r * n + c;
          const i = v[cell]! * conductances[cell]!;
          current += i;
          line[c] = current;
          p[cell] = r === 0 ? i : p[cell - n]! + i;
        }
        let drop = current * (at(wires.driveOhm, r) * damping);
        if (r === driven) drop -= damping;
        v[r * n] = v[r * n]! * keep - drop;
        for (let c = 1; c < n; c++) {
          drop += line[c]! * rowStep;
          v[r * n + c] = v[r * n + c]! * keep - drop;
        }
      }
      for (let c = 0; c < n; c++) {
        let rise = p[(m - 1) * n + c]! * (at(wires.senseOhm, c) * damping);
        v[(m - 1) * n + c]! -= rise;
        for (let r = m - 2; r >= 0; r--) {
          rise += p[r * n + c]! * colStep;
          v[r * n + c]! -= rise;
        }
      }
    }
    for (let c = 0; c < n; c++) {
      let sum = 0;
      for (let r = 0; r < m; r++) sum += v[r * n + c]! * conductances[r * n + c]!;
      out[driven * n + c] = sum;
    }
  }
  return out;
}
