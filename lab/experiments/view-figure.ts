import { formatSi } from '../../base/index.js';
import type { FigureAxis, FigureSeries, PlotFigure, Population } from '../plot/index.js';
import type { Cell } from './events.js';
import { columnsOf, type ViewTable } from './view-tables.js';
import type { ExperimentView, ViewAxis, ViewGroup, ViewSeries } from './views.js';

type XyView = Extract<ExperimentView, { readonly kind: 'line' | 'scatter' }>;
type HistogramView = Extract<ExperimentView, { readonly kind: 'histogram' }>;
type HeatmapView = Extract<ExperimentView, { readonly kind: 'heatmap' }>;
/** A view that is drawn from a table. */
export type TableView = XyView | HistogramView | HeatmapView;

/** What a figure says of the run. */
export interface FigureFacts {
  readonly subtitle: string;
  readonly notes: readonly string[];
}

/** Most cells of a map that is made of rows. */
const MOST_CELLS = 4_000_000;

/**
 * A view as a figure.
 * @throws RangeError when the table lacks a column or the view cannot be drawn from what is in it
 */
export function viewFigure(view: TableView, table: ViewTable, facts: FigureFacts): PlotFigure {
  for (const name of columnsOf(view)) {
    if (table.column(name).every((cell) => cell === undefined)) {
      throw new RangeError(`table ${view.table} has no column ${name}`);
    }
  }
  const frame = { title: view.title, ...facts };
  switch (view.kind) {
    case 'line':
    case 'scatter':
      return { ...frame, ...xyFigure(view, table) };
    case 'histogram':
      return { ...frame, ...histogramFigure(view, table) };
    case 'heatmap':
      return { ...frame, ...heatmapFigure(view, table) };
  }
}

/** What is no number cannot be placed, and counts as missing. */
const numeric = (cell: Cell | undefined): number =>
  typeof cell === 'string' || cell === undefined ? NaN : Number(cell);

const numbers = (table: ViewTable, column: string): Float64Array => Float64Array.from(table.column(column), numeric);

function figureAxis({ column: _column, ...axis }: ViewAxis): FigureAxis {
  return axis;
}

interface Group {
  readonly label: string | undefined;
  readonly rows: readonly number[];
}

/** The rows by the value of a column, in the order in which the values come first. */
function groupsOf(table: ViewTable, by: ViewGroup | undefined): Group[] {
  if (by === undefined) return [{ label: undefined, rows: Array.from({ length: table.rows }, (_, i) => i) }];
  const groups = new Map<Cell | undefined, number[]>();
  table.column(by.column).forEach((cell, i) => {
    const rows = groups.get(cell);
    if (rows === undefined) groups.set(cell, [i]);
    else rows.push(i);
  });
  return [...groups].map(([cell, rows]) => ({ label: groupLabel(by, cell), rows }));
}

function groupLabel({ label, unit = '' }: ViewGroup, cell: Cell | undefined): string {
  if (typeof cell === 'number' && unit !== '') return `${label} ${formatSi(cell, unit, 3)}`;
  return typeof cell === 'string' ? cell : `${label} ${String(cell ?? 'unknown')}`;
}

function xyFigure(view: XyView, table: ViewTable) {
  const first = view.y[0];
  if (first === undefined) throw new RangeError(`view ${view.id} names no column for y`);
  const other = view.y.find(({ unit }) => unit !== first.unit);
  if (other !== undefined) {
    throw new RangeError(`view ${view.id} has y of several units: ${first.unit ?? 'none'}, ${other.unit ?? 'none'}`);
  }
  const x = numbers(table, view.x.column);
  const groups = groupsOf(table, view.series);
  const series = view.y.flatMap((column) => {
    const name = view.y.length > 1 ? column.label : undefined;
    return groups.map((group) => seriesOf(column, table, x, group, name));
  });
  const { lower: _lower, upper: _upper, draw: _draw, provenance: _provenance, ...y } = first;
  return {
    kind: view.kind,
    x: figureAxis(view.x),
    y: { ...figureAxis(y), label: view.yLabel ?? first.label },
    series,
    ...(view.references === undefined ? {} : { references: view.references }),
  } as const;
}

function seriesOf(
  { column, lower, upper, draw, provenance }: ViewSeries,
  table: ViewTable,
  x: Float64Array,
  { label, rows }: Group,
  name: string | undefined,
): FigureSeries {
  const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (i) => values[i]!);
  const text = [name, label].filter((part) => part !== undefined).join(', ');
  return {
    x: pick(x),
    y: pick(numbers(table, column)),
    ...(text === '' ? {} : { label: text }),
    ...(lower === undefined || upper === undefined
      ? {}
      : { lower: pick(numbers(table, lower)), upper: pick(numbers(table, upper)) }),
    ...(draw === undefined ? {} : { draw }),
    ...(provenance === undefined ? {} : { provenance }),
  };
}

function histogramFigure(view: HistogramView, table: ViewTable) {
  const values = numbers(table, view.value.column);
  const populations = groupsOf(table, view.series).map(({ label, rows }): Population => ({
    values: Float64Array.from(rows, (i) => values[i]!),
    ...(label === undefined ? {} : { label }),
  }));
  return {
    kind: 'histogram',
    x: figureAxis(view.value),
    populations,
    ...(view.bins === undefined ? {} : { bins: view.bins }),
    ...(view.references === undefined ? {} : { references: view.references }),
  } as const;
}

function heatmapFigure(view: HeatmapView, table: ViewTable) {
  const { kind, title: _title, id: _id, table: _table, x: xAxis, y: yAxis, value, counts, ...look } = view;
  const [x, y] = [numbers(table, xAxis.column), numbers(table, yAxis.column)];
  const [xs, ys] = [distinct(x), distinct(y)];
  if (xs.length * ys.length > MOST_CELLS) {
    throw new RangeError(`view ${view.id} has ${xs.length} by ${ys.length} cells, more than ${MOST_CELLS}`);
  }
  const column = new Map(xs.map((at, i) => [at, i]));
  const row = new Map(ys.map((at, i) => [at, i]));
  const onGrid = (name: string): Float64Array => {
    const values = new Float64Array(xs.length * ys.length).fill(NaN);
    numbers(table, name).forEach((cell, i) => {
      const [r, c] = [row.get(y[i]!), column.get(x[i]!)];
      if (r !== undefined && c !== undefined) values[r * xs.length + c] = cell;
    });
    return values;
  };
  return {
    kind,
    x: figureAxis(xAxis),
    y: figureAxis(yAxis),
    value: figureAxis(value),
    xs,
    ys,
    values: onGrid(value.column),
    ...(counts === undefined ? {} : { counts: { successes: onGrid(counts.successes), trials: onGrid(counts.trials) } }),
    ...look,
  } as const;
}

/** The finite values that occur, ascending. */
function distinct(values: Float64Array): number[] {
  return [...new Set(values)].filter(Number.isFinite).sort((a, b) => a - b);
}
