import type { Box } from './drawing.js';
import type { FigureSeries } from './figure.js';
import type { PlacedAxis } from '../../base/axes/index.js';

type Point = readonly [x: number, y: number];

/** Points of a line per pixel of the figure's width from which on it is thinned. */
const DENSE = 4;
/** Points of a scatter from which on those of one pixel are drawn once. */
const MANY = 5000;

/** Whether a line of `points` is thinned in a figure of a width. */
export function isThinned(points: number, widthPx: number): boolean {
  return points > DENSE * widthPx;
}

/** Whether equal pixels of a scatter are merged. */
export function isMerged(points: number): boolean {
  return points > MANY;
}

/** A series as points in pixels; undefined is a gap. */
function* points({ x: xs, y: ys }: FigureSeries, x: PlacedAxis, y: PlacedAxis): Generator<Point | undefined> {
  for (let i = 0; i < xs.length; i += 1) {
    const [xv, yv] = [xs[i]!, ys[i]!];
    const shown = Number.isFinite(xv) && Number.isFinite(yv) && (!x.plan.log || xv > 0) && (!y.plan.log || yv > 0);
    yield shown ? [x.at(xv), y.at(yv)] : undefined;
  }
}

/**
 * The points of a curve. A dense one keeps of each visit to a pixel column its first, lowest, highest and last point, in their order: the
 * curve looks as if all were drawn, and no peak is lost.
 */
export function* thinLine(series: FigureSeries, x: PlacedAxis, y: PlacedAxis, box: Box): Generator<Point | undefined> {
  if (!isThinned(series.x.length, box.width)) {
    yield* points(series, x, y);
    return;
  }
  let column: Point[] = [];
  for (const point of points(series, x, y)) {
    if (point !== undefined && column.length > 0 && Math.floor(point[0]) === Math.floor(column[0]![0])) {
      column.push(point);
      continue;
    }
    yield* outline(column);
    column = point === undefined ? [] : [point];
    if (point === undefined) yield undefined;
  }
  yield* outline(column);
}

function outline(column: readonly Point[]): Point[] {
  if (column.length <= 4) return [...column];
  let [low, high] = [0, 0];
  column.forEach(([, y], i) => {
    if (y > column[low]![1]) low = i;
    if (y < column[high]![1]) high = i;
  });
  const kept = [...new Set([0, low, high, column.length - 1])].sort((a, b) => a - b);
  return kept.map((i) => column[i]!);
}

/** The points of a scatter that are within the axes; of very many, each pixel once. */
export function mergePoints(series: FigureSeries, x: PlacedAxis, y: PlacedAxis): Point[] {
  const kept: Point[] = [];
  const seen = isMerged(series.x.length) ? new Set<string>() : undefined;
  for (let i = 0; i < series.x.length; i += 1) {
    const [xv, yv] = [series.x[i]!, series.y[i]!];
    if (!x.holds(xv) || !y.holds(yv)) continue;
    const point = [x.at(xv), y.at(yv)] as const;
    const key = `${Math.round(point[0])},${Math.round(point[1])}`;
    if (seen?.has(key) === true) continue;
    seen?.add(key);
    kept.push(point);
  }
  return kept;
}
