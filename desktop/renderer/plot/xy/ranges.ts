/** Arithmetic of what an axis shows. A logarithmic axis is zoomed and panned by ratios. */

/** Ends of an axis, SI, ascending. */
export type Range = readonly [low: number, high: number];

/** Shares of an axis below which doubles no longer tell its ticks apart. */
const FINEST = 1e-12;

const there = (value: number, log: boolean): number => (log ? Math.log(value) : value);
const back = (at: number, log: boolean): number => (log ? Math.exp(at) : at);

/** Value at a share of the axis, 0 its lower end. */
export function valueAt([low, high]: Range, share: number, log: boolean): number {
  const [from, to] = [there(low, log), there(high, log)];
  return back(from + share * (to - from), log);
}

/** Share of the axis at which a value stands. */
export function shareOf([low, high]: Range, value: number, log: boolean): number {
  const [from, to] = [there(low, log), there(high, log)];
  return (there(value, log) - from) / (to - from);
}

/**
 * The range about a fixed place.
 * @param factor 2 shows half of it
 * @param share place that stays where it is, 0 to 1
 */
export function zoomed(range: Range, factor: number, share: number, log: boolean): Range {
  const next: Range = [valueAt(range, share - share / factor, log), valueAt(range, share + (1 - share) / factor, log)];
  return isRange(next, log) ? next : range;
}

/** The range moved by a share of itself. */
export function panned(range: Range, share: number, log: boolean): Range {
  const next: Range = [valueAt(range, share, log), valueAt(range, 1 + share, log)];
  return isRange(next, log) ? next : range;
}

/** Two ends in either order as a range; undefined when there is nothing between them that an axis could show. */
export function rangeBetween(one: number, other: number, log: boolean): Range | undefined {
  const range: Range = one < other ? [one, other] : [other, one];
  return isRange(range, log) ? range : undefined;
}

function isRange([low, high]: Range, log: boolean): boolean {
  if (!Number.isFinite(low) || !Number.isFinite(high) || (log && low <= 0)) return false;
  return high - low > FINEST * Math.max(Math.abs(low), Math.abs(high));
}

/** The last `width` of a range: what a moving window shows. */
export function windowOf([, high]: Range, width: number): Range {
  return [high - width, high];
}
