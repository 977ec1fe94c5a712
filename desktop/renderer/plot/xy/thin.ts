/** Thinning of curves to what pixels can show: least and greatest of each pixel column, so that no peak is lost. */
import type { Numbers } from '../../../../base/axes/index.js';
import { shareOf, type Range } from './ranges.js';

/** Points per pixel column from which on a curve is thinned: two are drawn of each. */
export const POINTS_PER_COLUMN = 2;

/** Whether x never falls, and has no gap. */
export function isAscending(x: Numbers): boolean {
  for (let i = 0; i < x.length; i += 1) if (!(x[i]! >= (i === 0 ? -Infinity : x[i - 1]!))) return false;
  return true;
}

/** First index whose x is not below a value. */
export function lowerBound(x: Numbers, value: number): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indices [from, to) that a range of ascending x shows, with one more on each side where lines leave it. */
export function visible(x: Numbers, [low, high]: Range): [from: number, to: number] {
  const from = Math.max(0, lowerBound(x, low) - 1);
  let to = lowerBound(x, high);
  while (to < x.length && x[to]! <= high) to += 1;
  return [from, Math.min(x.length, to + 1)];
}

/** Which pixel column a value of x falls in. */
export function columnOf(range: Range, columns: number, log: boolean): (x: number) => number {
  if (log) return (x) => Math.floor(shareOf(range, x, true) * columns);
  const scale = columns / (range[1] - range[0]);
  return (x) => Math.floor((x - range[0]) * scale);
}

/**
 * Indices of a curve that are drawn: of each pixel column the least and the greatest value, in their order; a gap stands for itself.
 * @param y values; what is not finite is a gap
 */
export function thinned(
  y: Numbers,
  from: number,
  to: number,
  column: (index: number) => number,
  columns: number,
): number[] {
  const kept: number[] = [];
  if (to - from <= POINTS_PER_COLUMN * columns) {
    for (let i = from; i < to; i += 1) kept.push(i);
    return kept;
  }
  let at = from;
  while (at < to) {
    const here = column(at);
    let [low, high, gap] = [-1, -1, -1];
    for (; at < to && column(at) === here; at += 1) {
      const value = y[at]!;
      if (!Number.isFinite(value)) {
        if (gap < 0) gap = at;
        continue;
      }
      if (low < 0 || value < y[low]!) low = at;
      if (high < 0 || value > y[high]!) high = at;
    }
    for (const i of sorted(low, high, gap)) kept.push(i);
  }
  return kept;
}

/** Three indices in order, each once; negative ones are none. */
function sorted(low: number, high: number, gap: number): number[] {
  const both = low < 0 ? [] : low === high ? [low] : low < high ? [low, high] : [high, low];
  return gap < 0 ? both : [...both, gap].sort((a, b) => a - b);
}

/** One envelope a pixel column: what a band with a mean line is thinned to. */
export interface Envelope {
  readonly x: number[];
  readonly y: number[];
  readonly lower: number[];
  readonly upper: number[];
}

/**
 * Thins a band: of each pixel column the least lower end, the greatest upper end and the mean of y. Drawing only: it is no statistic of the record.
 */
export function thinnedBand(
  x: Numbers,
  band: { readonly y: Numbers; readonly lower: Numbers; readonly upper: Numbers },
  from: number,
  to: number,
  column: (index: number) => number,
): Envelope {
  const out: Envelope = { x: [], y: [], lower: [], upper: [] };
  let at = from;
  while (at < to) {
    const [here, first] = [column(at), at];
    let [low, high, sum, n] = [Infinity, -Infinity, 0, 0];
    for (; at < to && column(at) === here; at += 1) {
      if (band.lower[at]! < low) low = band.lower[at]!;
      if (band.upper[at]! > high) high = band.upper[at]!;
      if (Number.isFinite(band.y[at]!)) {
        sum += band.y[at]!;
        n += 1;
      }
    }
    out.x.push(x[(first + at - 1) >> 1]!);
    out.y.push(n === 0 ? NaN : sum / n);
    out.lower.push(low <= high ? low : NaN);
    out.upper.push(low <= high ? high : NaN);
  }
  return out;
}

/** Points of a scatter, each pixel once. @returns indices */
export function mergedPoints(
  length: number,
  pixel: (index: number) => readonly [x: number, y: number] | undefined,
  width: number,
  height: number,
): number[] {
  const kept: number[] = [];
  const taken = length > MANY ? new Uint8Array((width + 1) * (height + 1)) : undefined;
  for (let i = 0; i < length; i += 1) {
    const at = pixel(i);
    if (at === undefined) continue;
    const [px, py] = [Math.round(at[0]), Math.round(at[1])];
    if (px < 0 || py < 0 || px > width || py > height) continue;
    if (taken !== undefined) {
      const key = py * (width + 1) + px;
      if (taken[key] === 1) continue;
      taken[key] = 1;
    }
    kept.push(i);
  }
  return kept;
}

/** Points from which on those of one pixel are drawn once. */
const MANY = 2000;
