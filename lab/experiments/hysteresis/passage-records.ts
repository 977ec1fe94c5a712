import type { PassageReading } from './field-passage.js';
import type { MagneticState, SwitchingRecord } from './switching-records.js';

/**
 * What one passage did to one cell. The cell has switched in the interval after the last reading in its first state: a single reading that noise put on the
 * other side of the threshold is no switching.
 *
 * @param cell position of the cell among the selected ones, row-major
 * @param thresholdOhm resistance between its states
 * @returns undefined when the cell was not in the state it was brought to, or could not be read
 */
export function recordOf(
  readings: readonly PassageReading[],
  cell: { readonly position: number; readonly row: number; readonly thresholdOhm: number },
  from: MagneticState,
  biasV: number,
): SwitchingRecord | undefined {
  const states = readings.map(({ ohm }): MagneticState | undefined => {
    const value = ohm[cell.position]!;
    if (!Number.isFinite(value) || value <= 0) return undefined;
    return value > cell.thresholdOhm ? 'ap' : 'p';
  });
  if (states.length === 0 || states[0] !== from || states.includes(undefined)) return undefined;
  const last = states.lastIndexOf(from);
  return {
    from,
    biasV,
    intervals: readings.map(({ intervals }) => intervals[cell.row]!),
    switchedIn: last + 1 < states.length ? last + 1 : undefined,
  };
}
