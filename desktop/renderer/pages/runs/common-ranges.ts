import { extentOf, type AxisOptions, type Numbers } from '../../../../base/axes/index.js';
import type { HeatmapFigure, PlotFigure, XyFigure } from '../../../../lab/plot/index.js';

/** Share of a linear axis that stays free at either end, so that nothing is drawn on its frame. */
const MARGIN = 0.03;

const isXy = (figure: PlotFigure): figure is XyFigure => figure.kind === 'line' || figure.kind === 'scatter';

/**
 * The figures with the same ranges of axes and colours, so that they can be compared by eye: what a figure leaves to its data follows the data of all.
 * Histograms, and figures of different kinds, stay as they are.
 */
export function withCommonRanges(figures: readonly PlotFigure[]): readonly PlotFigure[] {
  if (figures.length < 2) return figures;
  if (figures.every(isXy)) {
    const series = figures.flatMap((figure) => figure.series);
    const xs = series.map(({ x }) => x);
    const ys = series.flatMap(({ y, lower, upper }) => [y, ...(lower ? [lower] : []), ...(upper ? [upper] : [])]);
    return figures.map((figure) => ({ ...figure, x: ranged(figure.x, xs), y: ranged(figure.y, ys) }));
  }
  if (figures.every((figure): figure is HeatmapFigure => figure.kind === 'heatmap')) {
    const values = figures.map((figure) => figure.values);
    return figures.map((figure) => ({ ...figure, value: ranged(figure.value, values, 0) }));
  }
  return figures;
}

function ranged(axis: AxisOptions, values: readonly Numbers[], margin = MARGIN): AxisOptions {
  const log = axis.scale === 'log';
  const extent = extentOf(values, log);
  if (extent === undefined) return axis;
  const spare = log ? 0 : (extent.max - extent.min) * margin;
  return { min: extent.min - spare, max: extent.max + spare, ...axis };
}
