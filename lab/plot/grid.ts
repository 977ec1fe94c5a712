import type { Grid } from '../../base/axes/index.js';

/** Most columns or rows that are drawn: finer cells than pixels are not seen. */
const MOST = 512;

/** A grid with too many cells as one of block means; what is missing has no part in a mean. @returns also the block's size */
export function coarsen(grid: Grid): { readonly grid: Grid; readonly block: readonly [number, number] } {
  const block = [Math.ceil(grid.columns / MOST), Math.ceil(grid.rows / MOST)] as const;
  const [wide, high] = block;
  if (wide === 1 && high === 1) return { grid, block };
  const columns = Math.ceil(grid.columns / wide);
  const rows = Math.ceil(grid.rows / high);
  const sums = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      const value = grid.values[row * grid.columns + column]!;
      if (!Number.isFinite(value)) continue;
      const cell = Math.floor(row / high) * columns + Math.floor(column / wide);
      sums[cell]! += value;
      counts[cell]! += 1;
    }
  }
  const every = (edges: readonly number[], size: number, n: number): number[] =>
    Array.from({ length: n + 1 }, (_, i) => edges[Math.min(i * size, edges.length - 1)]!);
  return {
    grid: {
      columns,
      rows,
      xEdges: every(grid.xEdges, wide, columns),
      yEdges: every(grid.yEdges, high, rows),
      values: sums.map((sum, i) => (counts[i] === 0 ? NaN : sum / counts[i]!)),
    },
    block,
  };
}
