import { describe, expect, it } from 'vitest';
import type { HeatmapFigure, HistogramFigure, PlotFigure, XyFigure } from '../plot/index.js';
import type { Cell } from './events.js';
import { viewFigure, type TableView } from './view-figure.js';
import { ViewTables } from './view-tables.js';

const facts = { subtitle: 'board sim:', notes: [] };

function figureOf(view: TableView, rows: readonly Readonly<Record<string, Cell>>[]): PlotFigure {
  const tables = new ViewTables([view]);
  for (const row of rows) tables.add(view.table, row);
  return viewFigure(view, tables.table(view.table)!, facts);
}

const curve: TableView = {
  kind: 'line',
  id: 'p',
  title: 'Probability',
  table: 't',
  x: { column: 'width_s', label: 'Pulse width', unit: 's', scale: 'log' },
  y: [{ column: 'p', label: 'Probability', lower: 'low', upper: 'high', min: 0, max: 1 }],
  series: { column: 'amplitude_v', label: 'Amplitude', unit: 'V' },
  references: [{ axis: 'y', value: 0.5 }],
};

describe('tables', () => {
  it('keep the columns that a view names, of the tables that one draws', () => {
    const tables = new ViewTables([curve, { kind: 'image', id: 'i', title: 'I', image: 'i' }]);
    expect(tables.empty).toBe(true);
    tables.add('other', { p: 1 });
    expect(tables.empty).toBe(true);
    expect(tables.table('t')).toBeUndefined();
    tables.add('t', { p: 1, noise: 2 });
    tables.add('t', { width_s: 3 });
    expect(tables.empty).toBe(false);
    const table = tables.table('t')!;
    expect(table.rows).toBe(2);
    expect(table.column('p')).toEqual([1, undefined]);
    expect(table.column('width_s')).toEqual([undefined, 3]);
    expect(table.column('noise')).toEqual([]);
  });
});

describe('a curve', () => {
  it('is drawn for each value of a column, with its intervals', () => {
    const row = (width_s: number, amplitude_v: number, p: number): Record<string, Cell> => ({
      width_s,
      amplitude_v,
      p,
      low: p - 0.1,
      high: p + 0.1,
    });
    const figure = figureOf(curve, [row(1e-9, 1.5, 0.2), row(1e-9, 0.8, 0.3), row(2e-9, 1.5, 0.4)]) as XyFigure;
    expect(figure).toMatchObject({
      kind: 'line',
      title: 'Probability',
      subtitle: 'board sim:',
      x: { label: 'Pulse width', unit: 's', scale: 'log' },
      y: { label: 'Probability', min: 0, max: 1 },
      references: [{ axis: 'y', value: 0.5 }],
    });
    expect(figure.series.map(({ label }) => label)).toEqual(['Amplitude 1.50\u00a0V', 'Amplitude 800\u00a0mV']);
    expect(figure.series[0]).toEqual({
      label: 'Amplitude 1.50\u00a0V',
      x: Float64Array.of(1e-9, 2e-9),
      y: Float64Array.of(0.2, 0.4),
      lower: Float64Array.of(0.2 - 0.1, 0.4 - 0.1),
      upper: Float64Array.of(0.2 + 0.1, 0.4 + 0.1),
    });
  });

  it('of several columns is named by them; what is no number is a gap', () => {
    const { series: _series, ...view } = {
      ...curve,
      yLabel: 'Rate',
      y: [
        { column: 'a', label: 'A' },
        { column: 'b', label: 'B' },
      ],
    };
    const figure = figureOf(view, [
      { width_s: 1, a: true, b: 'n/a' },
      { width_s: 2, b: 4 },
    ]) as XyFigure;
    expect(figure.y).toEqual({ label: 'Rate' });
    expect(figure.series).toEqual([
      { label: 'A', x: Float64Array.of(1, 2), y: Float64Array.of(1, NaN) },
      { label: 'B', x: Float64Array.of(1, 2), y: Float64Array.of(NaN, 4) },
    ]);
  });

  it('is refused without its columns, and with two units on one axis', () => {
    expect(() => figureOf(curve, [{ width_s: 1 }])).toThrow(new RangeError('table t has no column p'));
    const mixed = {
      ...curve,
      y: [
        { column: 'a', label: 'A', unit: 'V' },
        { column: 'b', label: 'B', unit: 's' },
      ],
    };
    expect(() => figureOf(mixed, [{ width_s: 1, amplitude_v: 1, a: 1, b: 1 }])).toThrow(
      new RangeError('view p has y of several units: V, s'),
    );
  });
});

describe('a histogram', () => {
  it('parts its populations by a column', () => {
    const figure = figureOf(
      {
        kind: 'histogram',
        id: 'h',
        title: 'H',
        table: 't',
        value: { column: 'r_ohm', label: 'Resistance', unit: 'Ω' },
        series: { column: 'state', label: 'State' },
        bins: 12,
      },
      [
        { r_ohm: 50, state: 'parallel' },
        { r_ohm: 100, state: 'antiparallel' },
        { r_ohm: Infinity, state: 'parallel' },
      ],
    ) as HistogramFigure;
    expect(figure.bins).toBe(12);
    expect(figure.populations).toEqual([
      { label: 'parallel', values: Float64Array.of(50, Infinity) },
      { label: 'antiparallel', values: Float64Array.of(100) },
    ]);
  });
});

describe('a heat map', () => {
  const view: TableView = {
    kind: 'heatmap',
    id: 'm',
    title: 'M',
    table: 't',
    x: { column: 'x', label: 'X', unit: 'V' },
    y: { column: 'y', label: 'Y' },
    value: { column: 'v', label: 'V' },
    colors: 'diverging',
    contours: [0.5],
  };

  it('has a cell for all values that occur; the last row of a cell counts, one without is missing', () => {
    const figure = figureOf(view, [
      { x: 2, y: 10, v: 0.1 },
      { x: 1, y: 10, v: 0.2 },
      { x: 1, y: 5, v: 0.3 },
      { x: 2, y: 10, v: 0.9 },
      { x: NaN, y: 5, v: 0.4 },
    ]) as HeatmapFigure;
    expect(figure).toMatchObject({ xs: [1, 2], ys: [5, 10], colors: 'diverging', contours: [0.5] });
    expect([...figure.values]).toEqual([0.3, NaN, 0.2, 0.9]);
    expect(figure).not.toHaveProperty('table');
  });

  it('is refused when scattered points would make a grid of nothing', () => {
    const rows = Array.from({ length: 2001 }, (_, i) => ({ x: i, y: i, v: 1 }));
    expect(() => figureOf(view, rows)).toThrow(/^view m has 2001 by 2001 cells, more than 4000000$/);
  });
});
