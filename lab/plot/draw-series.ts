import { markerPath } from '../../base/axes/index.js';
import type { Box } from './drawing.js';
import type { FigureSeries } from './figure.js';
import type { LegendItem } from './head-and-foot.js';
import { PAPER, seriesColor } from './palette.js';
import type { PlacedAxis } from '../../base/axes/index.js';
import { element, line, polyline, px } from './svg-element.js';
import { mergePoints, thinLine } from './thin.js';

/** A series with everything that has a default decided. */
export interface SeriesLook {
  readonly series: FigureSeries;
  readonly color: string;
  readonly marker: number;
  readonly lines: boolean;
  readonly markers: boolean;
  readonly modelled: boolean;
  readonly interval: 'bars' | 'band' | undefined;
}

const MARKER_AREA = 38;
/** Markers shrink where there are so many that they would only cover each other. */
const SMALL_MARKER_AREA = 9;
const MANY_MARKERS = 400;
const CAP = 3;

/** Decides how each series looks. */
export function looksOf(series: readonly FigureSeries[], drawDefault: 'line' | 'markers'): SeriesLook[] {
  const numbers = series.map(({ color }, i) => color ?? i);
  const count = Math.max(0, ...numbers) + 1;
  return series.map((one, i) => {
    const draw = one.draw ?? drawDefault;
    const number = numbers[i]!;
    return {
      series: one,
      color: seriesColor(number, count),
      marker: number,
      lines: draw !== 'markers',
      markers: draw !== 'line',
      modelled: one.provenance === 'modelled',
      interval: one.lower === undefined ? undefined : (one.interval ?? (draw === 'line' ? 'band' : 'bars')),
    };
  });
}

const stroke = (look: SeriesLook): Record<string, string | number | undefined> => ({
  fill: 'none',
  stroke: look.color,
  'stroke-width': 1.6,
  'stroke-linejoin': 'round',
  'stroke-dasharray': look.modelled ? '6 3' : undefined,
});

/** What is clipped at the box: bands, error bars and curves. */
export function drawCurves(look: SeriesLook, x: PlacedAxis, y: PlacedAxis, box: Box): string {
  const { series, color } = look;
  const parts: string[] = [];
  if (look.interval === 'band') {
    parts.push(element('path', { class: 'band', d: bandPath(series, x, y), fill: color, 'fill-opacity': 0.2 }));
  }
  if (look.interval === 'bars') {
    const d = series.x.length > 0 ? errorBars(series, x, y) : '';
    parts.push(element('path', { class: 'bars', d, fill: 'none', stroke: color, 'stroke-width': 1.1 }));
  }
  if (look.lines)
    parts.push(element('path', { class: 'curve', d: polyline(thinLine(series, x, y, box)), ...stroke(look) }));
  return parts.join('');
}

/** What stands whole, also at the box's edge: markers. */
export function drawMarkers(look: SeriesLook, x: PlacedAxis, y: PlacedAxis): string {
  if (!look.markers) return '';
  const points = mergePoints(look.series, x, y);
  const area = points.length > MANY_MARKERS ? SMALL_MARKER_AREA : MARKER_AREA;
  const shape = markerPath(look.marker, area);
  const marks = points.map(([px1, py1]) =>
    element('path', { transform: `translate(${px(px1)},${px(py1)})`, d: shape }),
  );
  return element('g', { class: 'markers', ...markerStyle(look, area) }, ...marks);
}

function markerStyle({ modelled, color }: SeriesLook, area: number): Record<string, string | number> {
  const width = area === SMALL_MARKER_AREA ? 0.8 : 1.3;
  return modelled
    ? { fill: PAPER, stroke: color, 'stroke-width': width }
    : { fill: color, stroke: PAPER, 'stroke-width': area === SMALL_MARKER_AREA ? 0 : 0.6 };
}

function errorBars({ x: xs, lower, upper }: FigureSeries, x: PlacedAxis, y: PlacedAxis): string {
  let d = '';
  for (let i = 0; i < xs.length; i += 1) {
    const [low, high] = [lower![i]!, upper![i]!];
    if (!x.holds(xs[i]!) || !Number.isFinite(low) || !Number.isFinite(high)) continue;
    const at = x.at(xs[i]!);
    for (const end of [y.at(low), y.at(high)]) d += `M${px(at - CAP)},${px(end)}h${2 * CAP}`;
    d += `M${px(at)},${px(y.at(low))}V${px(y.at(high))}`;
  }
  return d;
}

/** Closed outlines, one for each stretch without a gap. */
function bandPath({ x: xs, lower, upper }: FigureSeries, x: PlacedAxis, y: PlacedAxis): string {
  let d = '';
  let piece: number[] = [];
  const close = (): void => {
    if (piece.length > 0) {
      const there = piece.map((i) => [x.at(xs[i]!), y.at(upper![i]!)] as const);
      const back = piece.reverse().map((i) => [x.at(xs[i]!), y.at(lower![i]!)] as const);
      d += `${polyline([...there, ...back])}Z`;
    }
    piece = [];
  };
  for (let i = 0; i < xs.length; i += 1) {
    const whole = Number.isFinite(xs[i]!) && Number.isFinite(lower![i]!) && Number.isFinite(upper![i]!);
    if (whole && (!x.plan.log || xs[i]! > 0)) piece.push(i);
    else close();
  }
  close();
  return d;
}

/** The entries of the legend for series that have a label. */
export function seriesLegend(looks: readonly SeriesLook[]): LegendItem[] {
  return looks.flatMap((look) => {
    const { label = '' } = look.series;
    return label === '' ? [] : [{ label, ...seriesSample(look) }];
  });
}

function seriesSample(look: SeriesLook): Pick<LegendItem, 'width' | 'sample'> {
  const width = look.lines ? 24 : 9;
  const sample = (x: number, middle: number): string => {
    const parts: string[] = [];
    if (look.lines) parts.push(line(x, middle, x + width, middle, stroke(look)));
    if (look.markers) {
      const transform = `translate(${px(x + width / 2)},${px(middle)})`;
      parts.push(
        element('path', { transform, d: markerPath(look.marker, MARKER_AREA), ...markerStyle(look, MARKER_AREA) }),
      );
    }
    return parts.join('');
  };
  return { width, sample };
}
