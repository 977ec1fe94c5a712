import { at, type Wires } from '../wires.js';

/**
 * The effective matrix by brute force, for tests: every node of the network is an unknown, and the conductance matrix is eliminated densely.
 * It shares nothing with the reduction or the iteration. O((2mn)³): small arrays only.
 */
export function nodalMatrix(conductances: Float64Array, m: number, n: number, wires: Wires): Float64Array {
  const nodes = 2 * m * n;
  const width = nodes + m;
  const a = new Float64Array(nodes * width); // augmented by one right-hand side for each driven row
  const rowNode = (r: number, c: number): number => r * n + c;
  const colNode = (r: number, c: number): number => m * n + r * n + c;
  const join = (p: number, q: number, g: number): void => {
    a[p * width + p]! += g;
    a[q * width + q]! += g;
    a[p * width + q]! -= g;
    a[q * width + p]! -= g;
  };
  for (let r = 0; r < m; r++) {
    const drive = 1 / at(wires.driveOhm, r);
    a[rowNode(r, 0) * width + rowNode(r, 0)]! += drive;
    a[rowNode(r, 0) * width + nodes + r]! += drive;
    for (let c = 0; c < n; c++) {
      join(rowNode(r, c), colNode(r, c), conductances[r * n + c]!);
      if (c + 1 < n) join(rowNode(r, c), rowNode(r, c + 1), 1 / wires.rowOhm);
      if (r + 1 < m) join(colNode(r, c), colNode(r + 1, c), 1 / wires.colOhm);
      else a[colNode(r, c) * width + colNode(r, c)]! += 1 / at(wires.senseOhm, c);
    }
  }
  eliminate(a, nodes, width);
  const out = new Float64Array(m * n);
  for (let r = 0; r < m; r++)
    for (let c = 0; c < n; c++) out[r * n + c] = a[colNode(m - 1, c) * width + nodes + r]! / at(wires.senseOhm, c);
  return out;
}

/** Gauss–Jordan with row pivoting: leaves the solutions in the augmented columns. */
function eliminate(a: Float64Array, nodes: number, width: number): void {
  for (let k = 0; k < nodes; k++) {
    let pivot = k;
    for (let r = k + 1; r < nodes; r++) if (Math.abs(a[r * width + k]!) > Math.abs(a[pivot * width + k]!)) pivot = r;
    if (pivot !== k)
      for (let c = k; c < width; c++) {
        const kept = a[k * width + c]!;
        a[k * width + c] = a[pivot * width + c]!;
        a[pivot * width + c] = kept;
      }
    const own = a[k * width + k]!;
    for (let c = k; c < width; c++) a[k * width + c]! /= own;
    for (let r = 0; r < nodes; r++) {
      const factor = a[r * width + k]!;
      if (r === k || factor === 0) continue;
      for (let c = k; c < width; c++) a[r * width + c]! -= factor * a[k * width + c]!;
    }
  }
}
