/** A closed interval. */
export type Interval = readonly [low: number, high: number];

/**
 * Wilson score interval of a proportion: centre (p̂ + z²/2n)/(1 + z²/n), half-width z √(p̂(1−p̂)/n + z²/4n²)/(1 + z²/n).
 * @param successes 0 … n
 * @param n number of trials
 * @param z quantile of the normal distribution; 1.959964 gives 95 %
 */
export function wilsonInterval(successes: number, n: number, z = 1.959963984540054): Interval {
  const p = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
