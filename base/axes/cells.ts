import type { AxisOptions, Numbers } from './axis-options.js';

/** Cells of a map. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** One more than columns and rows, SI. */
  readonly xEdges: readonly number[];
  readonly yEdges: readonly number[];
  /** Row by row; NaN is missing. */
  readonly values: Numbers;
}

/** Columns and rows of a heat map whose coordinates are centres or edges; undefined when they do not fit the values. */
export function gridShape(xs: number, ys: number, values: number): { columns: number; rows: number } | undefined {
  for (const columns of [xs, xs - 1]) {
    for (const rows of [ys, ys - 1]) if (columns > 0 && rows > 0 && columns * rows === values) return { columns, rows };
  }
  return undefined;
}

/** Edges of cells with these centres. */
export function edgesBetween(centres: Numbers, log: boolean): number[] {
  const at = Array.from(centres, (value) => (log ? Math.log(value) : value));
  const n = at.length;
  const back = log ? Math.exp : (value: number) => value;
  if (n === 1) return log ? [back(at[0]! - 0.1), back(at[0]! + 0.1)] : [at[0]! - 0.5, at[0]! + 0.5];
  const inner = at.slice(1).map((value, i) => (value + at[i]!) / 2);
  return [at[0]! - (inner[0]! - at[0]!), ...inner, at[n - 1]! + (at[n - 1]! - inner[n - 2]!)].map(back);
}

/** A map as it is given: centres of columns and rows, ascending, or their edges, and values row by row. */
export interface MapOptions {
  readonly x: Pick<AxisOptions, 'scale'>;
  readonly y: Pick<AxisOptions, 'scale'>;
  readonly xs: Numbers;
  readonly ys: Numbers;
  readonly values: Numbers;
}

/** The cells of a map; edges between given centres lie in their middle, on a logarithmic axis in the geometric one. */
export function gridOf({ xs, ys, values, x, y }: MapOptions): Grid {
  const { columns, rows } = gridShape(xs.length, ys.length, values.length)!;
  return {
    columns,
    rows,
    xEdges: xs.length > columns ? Array.from(xs) : edgesBetween(xs, x.scale === 'log'),
    yEdges: ys.length > rows ? Array.from(ys) : edgesBetween(ys, y.scale === 'log'),
    values,
  };
}
