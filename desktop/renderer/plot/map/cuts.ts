import { wilsonInterval } from '../../../../base/index.js';
import type { Grid } from '../../../../base/axes/index.js';
import type { HeatmapFigure } from '../../../../lab/plot/index.js';
import type { PlotSeries, XyModel } from '../xy/model.js';
import type { CellAt, MapCounts } from './cell-text.js';

/** The values of a map along x through a cell, or along y, as a plot of their own; with 95 % intervals where counts are known. */
export function cutOf(
  figure: HeatmapFigure,
  grid: Grid,
  along: 'x' | 'y',
  { column, row }: CellAt,
  title: string,
  counts?: MapCounts,
): XyModel {
  const edges = along === 'x' ? grid.xEdges : grid.yEdges;
  const at = (i: number): number => (along === 'x' ? row * grid.columns + i : i * grid.columns + column);
  const length = edges.length - 1;
  const given = along === 'x' ? figure.xs : figure.ys;
  const place = (i: number): number => (given.length === length ? given[i]! : (edges[i]! + edges[i + 1]!) / 2);
  const each = (f: (i: number) => number): number[] => Array.from({ length }, (_, i) => f(i));
  const intervals = counts && each(at).map((cell) => intervalOf(counts, cell));
  const series: PlotSeries = {
    x: each(place),
    y: each((i) => grid.values[at(i)] ?? NaN),
    draw: 'both',
    ...(intervals === undefined
      ? {}
      : { lower: intervals.map(([low]) => low), upper: intervals.map(([, high]) => high) }),
  };
  return { title, draw: 'both', x: figure[along], y: figure.value, series: [series] };
}

function intervalOf({ successes, trials }: MapCounts, cell: number): readonly [number, number] {
  const [k, n] = [successes[cell] ?? NaN, trials[cell] ?? NaN];
  return Number.isInteger(k) && Number.isInteger(n) && n >= k && k >= 0 ? wilsonInterval(k, n) : [NaN, NaN];
}
