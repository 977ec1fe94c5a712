/** Plots that are line plots of something else: curves with two branches, bins of values. */
import {
  binEdges,
  countBins,
  defaultBins,
  extentOf,
  type AxisOptions,
  type Numbers,
} from '../../../../base/axes/index.js';
import type { HistogramFigure, XyFigure } from '../../../../lab/plot/index.js';
import { branchesOf } from './branches.js';
import type { PlotSeries, XyModel } from './model.js';

/** A figure of kind `line` or `scatter` as a line plot. */
export function xyModel(figure: XyFigure): XyModel {
  const { series } = figure;
  if (figure.kind === 'scatter') return { ...figure, draw: 'markers' };
  return { ...figure, series: series.flatMap((one, i) => branchesOf(one, one.color ?? i)), draw: 'line' };
}

/** How often values occur, of all populations in the same bins, as steps; and how many values were left out. */
export function histogramModel(figure: HistogramFigure, notes: { readonly leftOut: (n: number) => string }): XyModel {
  const { x, populations, bins, countLabel = 'Count', countScale, references } = figure;
  const log = x.scale === 'log';
  const shown = populations.map(({ values }) => values.filter((value: number) => isShown(value, x)) as Numbers);
  const extent = extentOf(shown, log);
  const longest = Math.max(1, ...shown.map(({ length }) => length));
  const edges =
    extent === undefined
      ? [0, 1]
      : binEdges(x.min ?? extent.min, x.max ?? extent.max, bins ?? defaultBins(longest), log);
  const series = populations.map(({ label, color }, i): PlotSeries => {
    const counts = [...countBins(shown[i]!, edges)];
    return {
      x: edges,
      y: [...counts, counts.at(-1) ?? 0],
      steps: true,
      fill: 'floor',
      ...(label === undefined ? {} : { label }),
      ...(color === undefined ? {} : { color }),
    };
  });
  const total = populations.reduce((sum, { values }) => sum + values.length, 0);
  const leftOut = total - shown.reduce((sum, { length }) => sum + length, 0);
  return {
    title: figure.title,
    ...(figure.subtitle === undefined ? {} : { subtitle: figure.subtitle }),
    notes: [...(figure.notes ?? []), ...(leftOut > 0 ? [notes.leftOut(leftOut)] : [])],
    x,
    y: { label: countLabel, ...(countScale === 'log' ? { scale: 'log' as const } : {}) },
    series,
    ...(references === undefined ? {} : { references }),
    draw: 'line',
  };
}

function isShown(value: number, { min = -Infinity, max = Infinity, scale }: AxisOptions): boolean {
  return Number.isFinite(value) && value >= min && value <= max && (scale !== 'log' || value > 0);
}
