import { binomialProbability, chiSquareTail, Z_95 } from '../../../base/index.js';

/** How much the probabilities of single cells differ beyond chance. */
export interface CellSpread {
  readonly cells: number;
  /** Shots of each cell. */
  readonly shots: number;
  /** Mean over the cells. */
  readonly p: number;
  /** Σ(k − n p)²/(n p (1 − p)): n cells less one if all have one p. */
  readonly chiSquare: number;
  readonly degrees: number;
  /** χ² a degree of freedom: 1 for cells that are alike. */
  readonly dispersion: number;
  /** Probability of a χ² as large by chance. */
  readonly pValue: number;
  /** Standard deviation of p from cell to cell, sampling noise taken off; 0 when there is less scatter than noise alone. */
  readonly sigmaP: number;
  /** 95 % interval of sigmaP. */
  readonly sigmaLower: number;
  readonly sigmaUpper: number;
}

/**
 * Compares counts of cells with binomials of one p: the excess is the cell-to-cell spread. With k of n shots switched, Var(k/n) over cells is
 * p(1−p)/n + σp² (1 − 1/n); σp² follows from the sample variance s², whose standard error s²√(2/(N−1)) (normal scatter) gives the interval.
 *
 * @param switched of each cell
 * @param shots of each cell
 * @returns undefined with fewer than two cells or shots, or when all or none switched: then nothing can be said
 */
export function cellSpreadOf(switched: readonly number[], shots: number): CellSpread | undefined {
  const cells = switched.length;
  const p = switched.reduce((sum, count) => sum + count, 0) / (cells * shots);
  if (cells < 2 || shots < 2 || p === 0 || p === 1) return undefined;
  const squares = switched.reduce((sum, count) => sum + (count / shots - p) ** 2, 0);
  const degrees = cells - 1;
  const sampleVariance = squares / degrees;
  const chiSquare = (squares * shots) / (p * (1 - p));
  const noise = (p * (1 - p)) / shots;
  const excess = (sampleVariance - noise) / (1 - 1 / shots);
  const error = (sampleVariance * Math.sqrt(2 / degrees)) / (1 - 1 / shots);
  const root = (variance: number): number => Math.sqrt(Math.max(0, variance));
  return {
    cells,
    shots,
    p,
    chiSquare,
    degrees,
    dispersion: chiSquare / degrees,
    pValue: chiSquareTail(chiSquare, degrees),
    sigmaP: root(excess),
    sigmaLower: root(excess - Z_95 * error),
    sigmaUpper: root(excess + Z_95 * error),
  };
}

/** One bar of the histogram of p over cells. */
export interface SpreadBin {
  /** Middle of the bar: share of switched shots. */
  readonly p: number;
  readonly cells: number;
  /** Cells that a binomial of the mean p puts here, and the band that 95 % of histograms keep to (normal approximation). */
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

/** Most bars of a histogram. */
const MOST_BINS = 40;
/** Bars start and end where fewer cells than this are expected and none are found. */
const LEAST_EXPECTED = 0.01;

/** Histogram of the cells' p beside what cells that are alike would give. */
export function spreadHistogram(
  switched: readonly number[],
  { shots, p }: Pick<CellSpread, 'shots' | 'p'>,
): SpreadBin[] {
  const cells = switched.length;
  const found = new Uint32Array(shots + 1);
  for (const count of switched) found[count]! += 1;
  const expected = Float64Array.from(found, (_, k) => cells * binomialProbability(k, shots, p));
  const matters = (k: number): boolean => found[k]! > 0 || expected[k]! >= LEAST_EXPECTED;
  let first = 0;
  let last = shots;
  while (!matters(first)) first += 1;
  while (!matters(last)) last -= 1;
  const width = Math.ceil((last - first + 1) / MOST_BINS);
  const bins: SpreadBin[] = [];
  for (let k = first; k <= last; k += width) {
    const sum = (values: ArrayLike<number>): number => {
      let total = 0;
      for (let j = k; j < Math.min(k + width, shots + 1); j += 1) total += values[j]!;
      return total;
    };
    const mean = sum(expected);
    const half = Z_95 * Math.sqrt(mean * (1 - Math.min(1, mean / cells)));
    bins.push({
      p: (k + (width - 1) / 2) / shots,
      cells: sum(found),
      expected: mean,
      lower: Math.max(0, mean - half),
      upper: mean + half,
    });
  }
  return bins;
}
