import { wilsonInterval } from '../../../../base/index.js';
import type { Grid, Numbers } from '../../../../base/axes/index.js';

/** A cell of a map. */
export interface CellAt {
  readonly column: number;
  readonly row: number;
}

/** Counts behind a map of proportions: `successes` of `trials` in each cell. */
export interface MapCounts {
  readonly successes: Numbers;
  readonly trials: Numbers;
}

/** What is known of a cell. */
export interface CellReading extends CellAt {
  /** Middle of the cell, SI. */
  readonly x: number;
  readonly y: number;
  /** NaN where there is none. */
  readonly value: number;
  readonly counts?: { readonly k: number; readonly n: number; readonly interval: readonly [number, number] };
}

/** Reads a cell off a map. */
export function readCell(grid: Grid, { column, row }: CellAt, counts?: MapCounts): CellReading {
  const middle = (edges: readonly number[], i: number): number => (edges[i]! + edges[i + 1]!) / 2;
  const at = row * grid.columns + column;
  const reading = {
    column,
    row,
    x: middle(grid.xEdges, column),
    y: middle(grid.yEdges, row),
    value: grid.values[at] ?? NaN,
  };
  const [k, n] = [counts?.successes[at] ?? NaN, counts?.trials[at] ?? NaN];
  const counted = Number.isInteger(k) && Number.isInteger(n) && k >= 0 && n >= k;
  return counted ? { ...reading, counts: { k, n, interval: wilsonInterval(k, n) } } : reading;
}

/** The cell after some steps; it stays on the map. */
export function steppedCell(grid: Grid, from: CellAt | undefined, columns: number, rows: number): CellAt {
  if (from === undefined) return { column: Math.floor(grid.columns / 2), row: Math.floor(grid.rows / 2) };
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  return { column: within(from.column + columns, grid.columns), row: within(from.row + rows, grid.rows) };
}

/** Cells that fewer than `least` trials stand behind, as flags. */
export function weakCells({ trials }: MapCounts, least: number): Uint8Array {
  return Uint8Array.from(trials, (n) => (n > 0 && n < least ? 1 : 0));
}

/** The cell whose edges hold a value; undefined beside the map. */
export function cellHolding(edges: readonly number[], value: number): number | undefined {
  if (!(value >= edges[0]!) || !(value <= edges.at(-1)!)) return undefined;
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (value >= edges[middle]!) low = middle;
    else high = middle;
  }
  return low;
}
