/** Two groups of resistances told apart without knowing which cell is in which state. */
export interface ResistanceGroups {
  /** Resistance between the groups, ohm. */
  readonly thresholdOhm: number;
  readonly lowCount: number;
  readonly highCount: number;
  /** Medians of the groups, ohm. */
  readonly lowMedianOhm: number;
  readonly highMedianOhm: number;
}

/** The median of sorted numbers; NaN when there are none. */
export function medianOfSorted(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half]!;
  return (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Least distance of the groups' means in units of the spread within them, for two groups to be called two. */
const LEAST_SEPARATION = 3;

/**
 * Splits resistances into a low and a high group at the threshold of least variance within the groups (N. Otsu, IEEE Trans. SMC 9 (1979) 62),
 * on the logarithm, since cells spread in proportion.
 *
 * @param sorted positive finite resistances in rising order, ohm
 * @returns undefined when they do not fall into two groups (all cells in one state, or too wide a spread)
 */
export function splitByState(sorted: Float64Array): ResistanceGroups | undefined {
  const n = sorted.length;
  if (n < 8) return undefined;
  const logs = sorted.map(Math.log);
  const total = logs.reduce((sum, value) => sum + value, 0);
  const squares = logs.reduce((sum, value) => sum + value * value, 0);
  let best = { between: 0, count: 0, distance: 0 };
  let below = 0;
  for (let count = 1; count < n; count += 1) {
    below += logs[count - 1]!;
    const distance = (total - below) / (n - count) - below / count;
    const between = (count / n) * (1 - count / n) * distance * distance;
    if (between > best.between) best = { between, count, distance };
  }
  const within = Math.max(0, squares / n - (total / n) ** 2 - best.between);
  if (best.count === 0 || best.distance < LEAST_SEPARATION * Math.sqrt(within)) return undefined;
  return {
    thresholdOhm: Math.sqrt(sorted[best.count - 1]! * sorted[best.count]!),
    lowCount: best.count,
    highCount: n - best.count,
    lowMedianOhm: medianOfSorted(sorted.subarray(0, best.count)),
    highMedianOhm: medianOfSorted(sorted.subarray(best.count)),
  };
}

/** What can be said of a map of resistances. */
export function resistanceSummary(ohm: Float32Array): Record<string, number | null> {
  const readable = Float64Array.from(ohm.filter((value) => Number.isFinite(value) && value > 0)).sort();
  const n = readable.length;
  const mean = readable.reduce((sum, value) => sum + value, 0) / n;
  const variance = readable.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const groups = splitByState(readable);
  const orNull = (value: number | undefined): number | null =>
    value === undefined || !Number.isFinite(value) ? null : value;
  return {
    cells: ohm.length,
    unreadable: ohm.length - n,
    minOhm: orNull(readable[0]),
    medianOhm: orNull(medianOfSorted(readable)),
    maxOhm: orNull(readable.at(-1)),
    meanOhm: orNull(mean),
    standardDeviationOhm: orNull(Math.sqrt(variance)),
    parallelCells: orNull(groups?.lowCount),
    antiparallelCells: orNull(groups?.highCount),
    parallelMedianOhm: orNull(groups?.lowMedianOhm),
    antiparallelMedianOhm: orNull(groups?.highMedianOhm),
    // Of the two populations' medians, not of one cell in both states.
    tmrOfMedians: groups === undefined ? null : groups.highMedianOhm / groups.lowMedianOhm - 1,
  };
}
