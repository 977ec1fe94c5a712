import type { SeriesLook } from './model.js';
import type { Range } from './ranges.js';
import { columnOf, isAscending, POINTS_PER_COLUMN, thinned, thinnedBand, visible } from './thin.js';

/** A column of numbers for the library that draws lines: null is a gap, undefined means that another series has a point here. */
export type Column = (number | null | undefined)[];

/** What a column draws. */
export interface ColumnRole {
  /** Number of the series. */
  readonly series: number;
  readonly part: 'y' | 'lower' | 'upper';
}

/** Lines of all series over one ascending x. */
export interface Aligned {
  readonly x: number[];
  readonly columns: readonly Column[];
  readonly roles: readonly ColumnRole[];
}

/** What is shown, and by how many pixels. */
export interface Window {
  readonly x: Range;
  readonly columns: number;
  readonly xLog: boolean;
  readonly yLog: boolean;
}

/** Whether lines of a series go through the library: x must ascend. Other curves, such as loops, are drawn point by point. */
export function isAligned(look: SeriesLook): boolean {
  return (look.line || look.interval === 'band' || look.series.fill !== undefined) && ascends(look.series.x);
}

const ascending = new WeakMap<object, { length: number; yes: boolean }>();

/** As {@link isAscending}, looked at once an array; a typed array that grows is another one. */
function ascends(x: SeriesLook['series']['x']): boolean {
  const known = ascending.get(x);
  if (known?.length === x.length) return known.yes;
  const yes = isAscending(x);
  ascending.set(x, { length: x.length, yes });
  return yes;
}

/** Columns of the lines, thinned to a window and brought to one x. The roles depend on the looks only, not on the window. */
export function align(looks: readonly SeriesLook[], window: Window): Aligned {
  const roles: ColumnRole[] = [];
  const tables: Table[] = [];
  looks.forEach((look, series) => {
    if (!isAligned(look)) return;
    const table = tableOf(look, window);
    tables.push(table);
    const parts = table.columns.length === 3 ? (['lower', 'upper', 'y'] as const) : (['y'] as const);
    for (const part of parts) roles.push({ series, part });
  });
  return { ...join(tables), roles };
}

interface Table {
  readonly x: number[];
  readonly columns: readonly Column[];
}

function tableOf({ series, interval }: SeriesLook, { x: range, columns, xLog, yLog }: Window): Table {
  const { x, y, lower, upper } = series;
  const [from, to] = visible(x, range);
  const place = columnOf(range, columns, xLog);
  const column = (index: number): number => place(x[index]!);
  const shown = (value: number): number | null => (Number.isFinite(value) && !(yLog && value <= 0) ? value : null);
  if (interval === 'band' && lower !== undefined && upper !== undefined) {
    const dense = to - from > POINTS_PER_COLUMN * columns;
    const band = dense
      ? thinnedBand(x, { y, lower, upper }, from, to, column)
      : { x: slice(x, from, to), y: slice(y, from, to), lower: slice(lower, from, to), upper: slice(upper, from, to) };
    return onLogAxis({ x: band.x, columns: [band.lower.map(shown), band.upper.map(shown), band.y.map(shown)] }, xLog);
  }
  const kept = thinned(y, from, to, column, columns);
  return onLogAxis({ x: kept.map((i) => x[i]!), columns: [kept.map((i) => shown(y[i]!))] }, xLog);
}

const slice = (values: ArrayLike<number>, from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => values[from + i]!);

/** Without what a logarithmic x cannot place: x ascends, so it stands at the beginning. */
function onLogAxis(table: Table, xLog: boolean): Table {
  if (!xLog || !(table.x[0]! <= 0)) return table;
  const first = table.x.findIndex((value) => value > 0);
  const from = first < 0 ? table.x.length : first;
  return { x: table.x.slice(from), columns: table.columns.map((column) => column.slice(from)) };
}

/** Tables over one x: the union of theirs. A table may have a value of x twice (steps); it keeps both. */
function join(tables: readonly Table[]): { x: number[]; columns: Column[] } {
  if (tables.length === 0) return { x: [], columns: [] };
  if (tables.every(({ x }) => sameNumbers(x, tables[0]!.x))) {
    return { x: tables[0]!.x, columns: tables.flatMap(({ columns }) => columns.map((column) => column)) };
  }
  const at = tables.map(() => 0);
  const x: number[] = [];
  const columns: Column[] = tables.flatMap(({ columns: own }) => own.map((): Column => []));
  for (;;) {
    let next = Infinity;
    tables.forEach((table, t) => {
      const value = table.x[at[t]!];
      if (value !== undefined && value < next) next = value;
    });
    if (next === Infinity) return { x, columns };
    x.push(next);
    let c = 0;
    tables.forEach((table, t) => {
      const here = table.x[at[t]!] === next;
      for (const column of table.columns) columns[c++]!.push(here ? column[at[t]!] : undefined);
      if (here) at[t]! += 1;
    });
  }
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}
