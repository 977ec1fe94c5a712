import type { RandomStream } from '../../../base/index.js';

/** A draw of the number of successes in n trials of probability p: n uniform numbers where that is cheap, a rounded normal number where it is not. */
export function drawBinomial(random: RandomStream, n: number, p: number): number {
  if (n > 2000 && n * p * (1 - p) > 100) {
    const normal = n * p + Math.sqrt(n * p * (1 - p)) * random.gaussian();
    return Math.min(n, Math.max(0, Math.round(normal)));
  }
  let successes = 0;
  for (let k = 0; k < n; k += 1) if (random.uniform() < p) successes += 1;
  return successes;
}
