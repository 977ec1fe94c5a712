import { extentOf, planAxis, binEdges, countBins, defaultBins, type PlacedAxis } from '../../base/axes/index.js';
import { drawCartesian } from './cartesian.js';
import type { Drawing, DrawingContext } from './drawing.js';
import type { HistogramFigure, Numbers, Population } from './figure.js';
import { counted } from './notes.js';
import { seriesColor } from './palette.js';
import { drawReferenceLines, labelReferences } from './references.js';
import { element, px } from './svg-element.js';

/** Draws how often values occur. */
export function drawHistogram(context: DrawingContext, figure: HistogramFigure): Drawing {
  const { populations, references = [], width = 640, height = 460 } = figure;
  const log = figure.x.scale === 'log';
  const within = (value: number): boolean =>
    Number.isFinite(value) &&
    (!log || value > 0) &&
    value >= (figure.x.min ?? -Infinity) &&
    value <= (figure.x.max ?? Infinity);
  const shown = populations.map(({ values }) => Float64Array.from(values as ArrayLike<number>).filter(within));
  const most = Math.max(...shown.map(({ length }) => length));
  const extent = extentOf(shown, log);
  const edges = extent === undefined ? [] : binEdges(extent.min, extent.max, figure.bins ?? defaultBins(most), log);
  const counts = shown.map((values) => countBins(values, edges.length === 0 ? [0, 0] : edges));
  const x = planAxis('figure.x', figure.x, extentOf([edges], log), 0.02);
  const highest = Math.max(1, ...counts.flatMap((bins) => [...bins]));
  const logCount = figure.countScale === 'log';
  const countAxis = {
    label: figure.countLabel ?? 'Count',
    scale: logCount ? 'log' : 'linear',
    min: logCount ? 0.5 : 0,
    max: highest * (logCount ? 1.6 : 1.06),
  } as const;
  return drawCartesian(context, {
    text: figure,
    notes: [...(figure.notes ?? []), ...leftOut(populations, shown)],
    width,
    height,
    legend: populations.flatMap(({ label = '' }, i) =>
      label === ''
        ? []
        : [
            {
              label: `${label} (n = ${counted(shown[i]!.length)})`,
              width: 16,
              sample: (left: number, middle: number) =>
                element('rect', { x: left, y: middle - 6, width: 16, height: 12, ...style(populations, i) }),
            },
          ],
    ),
    x,
    y: planAxis('figure.count', countAxis, { min: 0, max: highest, whole: true }, 0),
    ticks: 'outside',
    paint: (xAxis, yAxis, box) => ({
      inside:
        counts.map((bins, i) => bars(bins, edges, xAxis, yAxis, style(populations, i))).join('') +
        drawReferenceLines(references, { x: xAxis, y: yAxis }, box),
      over: labelReferences(context, references, { x: xAxis, y: yAxis }, box),
    }),
  });
}

function style(populations: readonly Population[], i: number): Record<string, string | number> {
  const color = seriesColor(populations[i]!.color ?? i, Math.max(...populations.map(({ color }, k) => color ?? k)) + 1);
  return { fill: color, 'fill-opacity': populations.length > 1 ? 0.5 : 0.65, stroke: color, 'stroke-width': 0.8 };
}

function bars(
  bins: Uint32Array,
  edges: readonly number[],
  x: PlacedAxis,
  y: PlacedAxis,
  look: Record<string, string | number>,
): string {
  const rects = Array.from(bins, (count, i) => {
    if (count === 0) return '';
    const [left, right, top] = [x.at(edges[i]!), x.at(edges[i + 1]!), y.at(count)];
    return element('path', { d: `M${px(left)},${px(y.start)}V${px(top)}H${px(right)}V${px(y.start)}` });
  });
  return element('g', { class: 'population', ...look }, ...rects);
}

function leftOut(populations: readonly Population[], shown: readonly Numbers[]): string[] {
  const all = populations.reduce((sum, { values }) => sum + values.length, 0);
  const seen = shown.reduce((sum, { length }) => sum + length, 0);
  if (all === seen) return [];
  return [`Not shown: ${counted(all - seen)} of ${counted(all, 'value')}, not finite or beyond the axis.`];
}
