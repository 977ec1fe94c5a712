import type { Numbers } from '../../../../base/axes/index.js';
import type { SeriesLook } from './model.js';
import type { Range } from './ranges.js';
import { isAscending, lowerBound } from './thin.js';

/** A point of the data. */
export interface Found {
  readonly series: number;
  readonly index: number;
}

/** Where a point stands, pixels; undefined when it is not shown. */
export type Place = (x: number, y: number) => readonly [x: number, y: number] | undefined;

/**
 * The point of the data nearest to a place of the plot.
 * @param window values of x among which it is looked for
 * @param reachPx distance beyond which nothing is found
 */
export function nearestPoint(
  looks: readonly SeriesLook[],
  place: Place,
  at: readonly [x: number, y: number],
  window: Range,
  reachPx: number,
): Found | undefined {
  let best: (Found & { readonly distance: number }) | undefined;
  looks.forEach(({ series: { x, y } }, series) => {
    const ordered = isAscending(x);
    const from = ordered ? lowerBound(x, window[0]) : 0;
    for (let index = from; index < x.length; index += 1) {
      if (ordered && x[index]! > window[1]) break;
      if (!Number.isFinite(y[index]!)) continue;
      const there = place(x[index]!, y[index]!);
      if (there === undefined) continue;
      const distance = Math.hypot(there[0] - at[0], there[1] - at[1]);
      if (distance <= (best?.distance ?? reachPx)) best = { series, index, distance };
    }
  });
  return best && { series: best.series, index: best.index };
}

/** Index of the sample of ascending x nearest to a value; undefined for other x, and beyond its ends. */
export function sampleAt(x: Numbers, value: number): number | undefined {
  if (x.length === 0 || !isAscending(x) || value < x[0]! || value > x[x.length - 1]!) return undefined;
  const after = Math.min(x.length - 1, lowerBound(x, value));
  return after > 0 && value - x[after - 1]! <= x[after]! - value ? after - 1 : after;
}
