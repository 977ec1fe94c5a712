/** State that a cell is in. */
export type MagneticState = 'p' | 'ap';

/** From one reading of a cell to the next: how long it was in which field. */
export interface FieldInterval {
  /** Field at the reading that ends the interval, A/m. */
  readonly fieldAPerM: number;
  /** Time in that field before the reading, s. */
  readonly secondsS: number;
  /** Time in the field of the interval before, after its reading, s. */
  readonly carriedS: number;
}

/** One passage of the field over one cell, from a known state until the cell had switched, or until the passage was over. */
export interface SwitchingRecord {
  /** State at the beginning. */
  readonly from: MagneticState;
  /** Static bias meanwhile, V. */
  readonly biasV: number;
  readonly intervals: readonly FieldInterval[];
  /** Interval in which the cell switched; undefined when it never did. */
  readonly switchedIn: number | undefined;
}

/** Field in the middle of the interval in which a cell switched, A/m; undefined when it did not, or had switched before the first reading. */
export function switchingField({ intervals, switchedIn }: SwitchingRecord): number | undefined {
  if (switchedIn === undefined || switchedIn === 0) return undefined;
  return (intervals[switchedIn - 1]!.fieldAPerM + intervals[switchedIn]!.fieldAPerM) / 2;
}
