import { formatSi, NO_BREAK_SPACE } from '../si.js';

/** One prefix for a whole axis: values are multiplied by `factor` and labelled in `unit`. */
export interface AxisScale {
  readonly factor: number;
  readonly unit: string;
}

const POWERS: Readonly<Record<string, number>> = {
  y: -24, z: -21, a: -18, f: -15, p: -12, n: -9, µ: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12,
}; // prettier-ignore

/**
 * Chooses the prefix that suits the largest of the values, so that the axis reads 0…999 of it.
 * @param unit SI unit, or '' for counts.
 */
export function axisScale(values: readonly (number | null)[], unit: string): AxisScale {
  let largest = 0;
  for (const value of values) if (value !== null && Math.abs(value) > largest) largest = Math.abs(value);
  // A prefix of a bare number could only be written out as a word, and below one there is none that reads well.
  if (unit === '' && largest < 1) return { factor: 1, unit };
  const suffix = formatSi(largest, unit === '' ? '#' : unit).split(NO_BREAK_SPACE)[1] ?? '#';
  const prefix = suffix.slice(0, suffix.length - Math.max(1, unit.length));
  const power = POWERS[prefix];
  // Nobody counts in kiloseconds.
  if (power === undefined || (unit === 's' && power > 0)) return { factor: 1, unit };
  // A power of ten is divided by where it is exact (10^n) rather than multiplied by where it is not (10^-n).
  return { factor: Number(`1e${-power}`), unit: unit === '' ? countUnit(prefix) : prefix + unit };
}

/** Counts have no unit, so their prefix is written out. */
function countUnit(prefix: string): string {
  return { k: 'thousands', M: 'millions', G: 'billions', T: 'trillions' }[prefix] ?? '';
}
