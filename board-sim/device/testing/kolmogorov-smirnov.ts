/**
 * √n times the largest distance between the empirical distribution of samples and a continuous one.
 * For n of a few hundred and more it exceeds 1.63, 2.23 and 2.69 with probability 1e-2, 1e-4 and 1e-6.
 */
export function scaledKsDistance(samples: readonly number[], cdf: (x: number) => number): number {
  const n = samples.length;
  const largest = [...samples]
    .sort((a, b) => a - b)
    .reduce((d, x, i) => Math.max(d, (i + 1) / n - cdf(x), cdf(x) - i / n), 0);
  return Math.sqrt(n) * largest;
}
