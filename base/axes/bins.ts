import { scaleLinear } from 'd3-scale';
import { asGoodAsOne, marginOf } from './axis-plan.js';
import type { Numbers } from './axis-options.js';

/** Edges of `count` bins, about, that hold all values from least to greatest: round numbers, or equal ratios where `log`. */
export function binEdges(least: number, greatest: number, count: number, log: boolean): number[] {
  if (log) {
    const [low, high] = asGoodAsOne(least, greatest) ? [least / 1.1, greatest * 1.1] : [least, greatest];
    return Array.from({ length: count + 1 }, (_, i) => (i === count ? high : low * (high / low) ** (i / count)));
  }
  if (asGoodAsOne(least, greatest)) {
    const margin = marginOf(least, greatest);
    return [least - margin, greatest + margin];
  }
  const inner = scaleLinear().domain([least, greatest]).ticks(count);
  const step = inner.length > 1 ? (inner.at(-1)! - inner[0]!) / (inner.length - 1) : greatest - least;
  const first = inner[0] ?? least;
  const below = Math.ceil((first - least) / step - 1e-9);
  const above = Math.ceil((greatest - first) / step - 1e-9);
  const edges = Array.from({ length: below + Math.max(above, 1) + 1 }, (_, i) => first + (i - below) * step);
  // Rounding must not leave the ends outside.
  edges[0] = Math.min(edges[0]!, least);
  edges[edges.length - 1] = Math.max(edges.at(-1)!, greatest);
  return edges;
}

/** Default number of bins: the square root of the number of values, from 8 to 80. */
export function defaultBins(values: number): number {
  return Math.min(80, Math.max(8, Math.round(Math.sqrt(values))));
}

/** How many values are in each bin; the upper end belongs to the last one. What is outside, or no number, is in none. */
export function countBins(values: Numbers, edges: readonly number[]): Uint32Array {
  const counts = new Uint32Array(edges.length - 1);
  const last = edges.length - 1;
  for (const value of values) {
    if (!(value >= edges[0]! && value <= edges[last]!)) continue;
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (value >= edges[middle]!) low = middle;
      else high = middle;
    }
    counts[low]! += 1;
  }
  return counts;
}
