import { at, type Direction, type Wires } from '../wires.js';

/**
 * The effective matrix by brute force, for tests: every node of the network is an unknown, and its equation is eliminated from the others.
 * It shares nothing with the reduction, the iteration or the argument of reciprocity: in either direction it drives what is driven.
 *
 * @param direction which lines are driven; `wires.driveOhm` lies at their ends, `wires.senseOhm` at the other lines'
 * @returns [driven][sensed], siemens
 */
export function nodalMatrix(
  conductances: Float64Array,
  m: number,
  n: number,
  wires: Wires,
  direction: Direction = 'rows',
): Float64Array {
  const nodes = 2 * m * n;
  const [driven, sensed] = direction === 'rows' ? [m, n] : [n, m];
  const width = nodes + driven;
  const a = new Float64Array(nodes * width); // augmented by one right-hand side for each driven line
  const rowNode = (r: number, c: number): number => 2 * (r * n + c);
  const colNode = (r: number, c: number): number => 2 * (r * n + c) + 1;
  const join = (p: number, q: number, g: number): void => {
    a[p * width + p]! += g;
    a[q * width + q]! += g;
    a[p * width + q]! -= g;
    a[q * width + p]! -= g;
  };
  for (let r = 0; r < m; r++)
    for (let c = 0; c < n; c++) {
      join(rowNode(r, c), colNode(r, c), conductances[r * n + c]!);
      if (c + 1 < n) join(rowNode(r, c), rowNode(r, c + 1), 1 / wires.rowOhm);
      if (r + 1 < m) join(colNode(r, c), colNode(r + 1, c), 1 / wires.colOhm);
    }
  const rowEnd = (r: number): number => rowNode(r, 0);
  const colEnd = (c: number): number => colNode(m - 1, c);
  const [source, sink] = direction === 'rows' ? [rowEnd, colEnd] : [colEnd, rowEnd];
  for (let line = 0; line < driven; line++) {
    const drive = 1 / at(wires.driveOhm, line);
    a[source(line) * width + source(line)]! += drive;
    a[source(line) * width + nodes + line]! += drive;
  }
  for (let line = 0; line < sensed; line++) a[sink(line) * width + sink(line)]! += 1 / at(wires.senseOhm, line);
  eliminate(a, nodes, width);
  return Float64Array.from({ length: driven * sensed }, (_, k) => {
    const [from, to] = [Math.floor(k / sensed), k % sensed];
    return a[sink(to) * width + nodes + from]! / at(wires.senseOhm, to);
  });
}

/**
 * Gauss: leaves the solutions in the augmented columns. The matrix is symmetric and dominated by its diagonal, so it needs no pivoting; a row
 * without an entry in the pivot's column is left alone, which is most of them.
 */
function eliminate(a: Float64Array, nodes: number, width: number): void {
  const subtract = (row: number, factor: number, pivot: number, from: number): void => {
    for (let c = from; c < width; c++) a[row * width + c]! -= factor * a[pivot * width + c]!;
  };
  for (let k = 0; k < nodes; k++)
    for (let r = k + 1; r < nodes; r++) {
      const factor = a[r * width + k]! / a[k * width + k]!;
      if (factor !== 0) subtract(r, factor, k, k);
    }
  for (let k = nodes - 1; k >= 0; k--) {
    for (let c = nodes; c < width; c++) a[k * width + c]! /= a[k * width + k]!;
    for (let r = 0; r < k; r++) {
      const factor = a[r * width + k]!;
      if (factor !== 0) subtract(r, factor, k, nodes);
    }
  }
}
