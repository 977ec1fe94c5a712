import { extentOf, planAxis, type AxisPlan } from '../../base/axes/index.js';
import { drawCartesian } from './cartesian.js';
import { drawCurves, drawMarkers, looksOf, seriesLegend, type SeriesLook } from './draw-series.js';
import { type Drawing, type DrawingContext } from './drawing.js';
import type { XyFigure } from './figure.js';
import { type LegendItem } from './head-and-foot.js';
import { counted } from './notes.js';
import { PALE_INK } from './palette.js';
import { drawReferenceLines, labelReferences } from './references.js';
import { element, line, px } from './svg-element.js';
import { isMerged, isThinned } from './thin.js';

const PAD = 0.04;

/** Draws curves or points. */
export function drawXy(context: DrawingContext, figure: XyFigure): Drawing {
  const { series, references = [], width = 640, height = 460 } = figure;
  const looks = looksOf(series, figure.kind === 'line' ? 'line' : 'markers');
  const valuesOf = (axis: 'x' | 'y') => references.filter((one) => one.axis === axis).map(({ value }) => value);
  const xPlan = planAxis(
    'figure.x',
    figure.x,
    extentOf([...series.map(({ x }) => x), valuesOf('x')], figure.x.scale === 'log'),
    PAD,
  );
  const yArrays = series.flatMap(({ y, lower, upper }) => [y, ...(lower === undefined ? [] : [lower, upper!])]);
  const yPlan = planAxis('figure.y', figure.y, extentOf([...yArrays, valuesOf('y')], figure.y.scale === 'log'), PAD);
  return drawCartesian(context, {
    text: figure,
    notes: [...(figure.notes ?? []), ...automaticNotes(looks, xPlan, yPlan, width)],
    width,
    height,
    legend: legendOf(looks, figure.intervalLabel ?? '95 % interval'),
    x: xPlan,
    y: yPlan,
    ticks: 'inside',
    paint: (x, y, box) => ({
      inside: drawReferenceLines(references, { x, y }, box) + looks.map((look) => drawCurves(look, x, y, box)).join(''),
      over: looks.map((look) => drawMarkers(look, x, y)).join('') + labelReferences(context, references, { x, y }, box),
    }),
  });
}

function legendOf(looks: readonly SeriesLook[], intervalLabel: string): LegendItem[] {
  const items = seriesLegend(looks);
  const intervals = new Set(looks.map(({ interval }) => interval));
  if (intervals.has('bars')) {
    const sample = (x: number, middle: number): string => {
      const d = `M${px(x)},${px(middle - 7)}h6M${px(x)},${px(middle + 7)}h6M${px(x + 3)},${px(middle - 7)}v14`;
      return element('path', { d, fill: 'none', stroke: PALE_INK, 'stroke-width': 1.1 });
    };
    items.push({ label: intervalLabel, width: 6, sample });
  } else if (intervals.has('band')) {
    const sample = (x: number, middle: number): string =>
      line(x, middle, x + 24, middle, { stroke: PALE_INK, 'stroke-width': 11, 'stroke-opacity': 0.25 });
    items.push({ label: intervalLabel, width: 24, sample });
  }
  return items;
}

/** What a reader must be told of points that are not seen as they are. */
function automaticNotes(looks: readonly SeriesLook[], x: AxisPlan, y: AxisPlan, width: number): string[] {
  let [outside, notPositive, total, thinned, merged] = [0, 0, 0, 0, 0];
  for (const { series, lines, markers } of looks) {
    const n = series.x.length;
    total += n;
    if (lines && isThinned(n, width)) thinned += n;
    if (markers && isMerged(n)) merged += n;
    for (let i = 0; i < n; i += 1) {
      const [xv, yv] = [series.x[i]!, series.y[i]!];
      if (!Number.isFinite(xv) || !Number.isFinite(yv)) continue;
      if ((x.log && xv <= 0) || (y.log && yv <= 0)) notPositive += 1;
      else if (xv < x.domain[0] || xv > x.domain[1] || yv < y.domain[0] || yv > y.domain[1]) outside += 1;
    }
  }
  const notes: string[] = [];
  if (notPositive > 0)
    notes.push(
      `Not shown: ${counted(notPositive, 'point')} of ${counted(total)} that a logarithmic axis has no place for.`,
    );
  if (outside > 0) notes.push(`Not shown: ${counted(outside, 'point')} of ${counted(total)} beyond the axes.`);
  if (thinned > 0)
    notes.push(
      `Of ${counted(thinned, 'point')}, each pixel column shows the first, the least, the greatest and the last.`,
    );
  if (merged > 0) notes.push(`Of ${counted(merged, 'point')}, those of one pixel are drawn once.`);
  return notes;
}
