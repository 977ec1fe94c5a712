import { chiSquareQuantile } from '../../../base/index.js';

/** Allan deviation at one averaging factor. */
export interface AllanPoint {
  /** Windows averaged. */
  readonly factor: number;
  readonly deviation: number;
  /** 95 % interval, from the degrees of freedom of white noise. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Overlapping Allan deviation of a series of equally long windows' means (NIST SP 1065, section 5.2.4, with y the means):
 *
 *   σ²(m) = Σ_{j} (ȳ_{j+m} − ȳ_j)² / 2(M − 2m + 1),  ȳ_j the mean of windows j … j + m − 1
 *
 * White noise of the windows with variance σ0² gives σ0/√m; drift gives a line that rises with m.
 * The interval is χ²'s with the degrees of freedom of white frequency noise, [3(N−1)/2m − 2(N−2)/N]·4m²/(4m² + 5) for N = M + 1 (SP 1065, table 5):
 * where other noise prevails it is too narrow.
 *
 * @returns points at factors 1, 2, 4, … to half of the series; none for fewer than three windows
 */
export function allanDeviation(means: ArrayLike<number>): AllanPoint[] {
  const windows = means.length;
  const sums = new Float64Array(windows + 1);
  // About the first value, so that a mean of one half costs no digits.
  for (let k = 0; k < windows; k++) sums[k + 1] = sums[k]! + (means[k]! - means[0]!);
  const points: AllanPoint[] = [];
  for (let m = 1; 2 * m <= windows - 1; m *= 2) {
    const terms = windows - 2 * m + 1;
    let squares = 0;
    for (let j = 0; j < terms; j++) {
      const step = (sums[j + 2 * m]! - 2 * sums[j + m]! + sums[j]!) / m;
      squares += step * step;
    }
    const variance = squares / (2 * terms);
    const n = windows + 1;
    const degrees = Math.max(1, ((3 * (n - 1)) / (2 * m) - (2 * (n - 2)) / n) * ((4 * m * m) / (4 * m * m + 5)));
    points.push({
      factor: m,
      deviation: Math.sqrt(variance),
      lower: Math.sqrt((variance * degrees) / chiSquareQuantile(0.025, degrees)),
      upper: Math.sqrt((variance * degrees) / chiSquareQuantile(0.975, degrees)),
    });
  }
  return points;
}
