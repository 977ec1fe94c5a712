/** State that a cell is in. */
export type MagneticState = 'p' | 'ap';

/** Time that a cell spent under constant conditions. */
export interface Exposure {
  /** Field of the coil, A/m. */
  readonly fieldAPerM: number;
  /** Voltage on the cell, V: the static bias, or the read voltage. */
  readonly voltageV: number;
  readonly secondsS: number;
}

/** From one reading of a cell to the next. */
export interface ReadingInterval {
  /** Field at the reading that ends the interval, A/m. */
  readonly fieldAPerM: number;
  /** What the cell went through since the reading before. */
  readonly exposures: readonly Exposure[];
}

/** One passage of the field over one cell, from a known state until the cell had switched, or until the passage was over. */
export interface SwitchingRecord {
  /** State at the beginning. */
  readonly from: MagneticState;
  /** Static bias meanwhile, V. */
  readonly biasV: number;
  readonly intervals: readonly ReadingInterval[];
  /** Interval in which the cell switched; undefined when it never did. */
  readonly switchedIn: number | undefined;
}

/** Field in the middle of the interval in which a cell switched, A/m; undefined when it did not, or had switched before the first reading. */
export function switchingField({ intervals, switchedIn }: SwitchingRecord): number | undefined {
  if (switchedIn === undefined || switchedIn === 0) return undefined;
  return (intervals[switchedIn - 1]!.fieldAPerM + intervals[switchedIn]!.fieldAPerM) / 2;
}
