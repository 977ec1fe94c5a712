import { axisScale } from './axis-scale.js';
import type { AxisOptions, Numbers } from './axis-options.js';

/** What an axis spans and how its values are shown. */
export interface AxisPlan {
  readonly log: boolean;
  /** Ends, SI, ascending. */
  readonly domain: readonly [number, number];
  /** Shown value = SI value × factor. */
  readonly factor: number;
  /** Label with unit. */
  readonly title: string;
  /** Whether only whole numbers occur, as of steps, columns or counts: then none between them is labelled. */
  readonly whole: boolean;
}

/** Least and greatest of what an axis can show. */
export interface Extent {
  readonly min: number;
  readonly max: number;
  /** Whether all of it are whole numbers. */
  readonly whole: boolean;
}

/** The extent of all finite values, on a logarithmic axis of all positive ones; undefined when there are none. */
export function extentOf(arrays: Iterable<Numbers>, log: boolean): Extent | undefined {
  let [min, max, whole] = [Infinity, -Infinity, true];
  for (const values of arrays) {
    for (const value of values) {
      if (!Number.isFinite(value) || (log && value <= 0)) continue;
      if (value < min) min = value;
      if (value > max) max = value;
      whole &&= Number.isInteger(value);
    }
  }
  return min <= max ? { min, max, whole } : undefined;
}

/** Relative span below which an axis is as good as one value: its labels would not tell the ends apart. */
const LEAST_SPAN = 1e-9;
/** Below it nothing is told from zero: powers of ten of such numbers leave the range of doubles. */
const NOTHING = 1e-290;

/** Whether no axis could tell two values apart. */
export function asGoodAsOne(low: number, high: number): boolean {
  return high - low <= Math.max(LEAST_SPAN * Math.max(Math.abs(low), Math.abs(high)), NOTHING);
}

/** What is added on each side of values that are as good as one. */
export function marginOf(low: number, high: number): number {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  return largest > NOTHING ? 0.05 * largest : 1;
}

/** Decades up to which a logarithmic axis with a unit keeps a prefix; beyond, it shows powers of ten of the base unit. */
const PREFIX_DECADES = 3;

/**
 * Plans an axis over data.
 * @param pad empty share of the axis beyond the data on each side that has no given limit
 * @throws RangeError when given limits and data leave nothing to span
 */
export function planAxis(name: string, axis: AxisOptions, extent: Extent | undefined, pad: number): AxisPlan {
  const log = axis.scale === 'log';
  const fixed = { min: axis.min !== undefined, max: axis.max !== undefined };
  const data = extent ?? fallback(axis, log);
  let low = axis.min ?? data.min;
  let high = axis.max ?? data.max;
  if (fixed.min && low > high) high = low;
  if (fixed.max && high < low) low = high;
  const shown = { min: low, max: high };
  if (fixed.min && fixed.max && low >= high) {
    throw new RangeError(`${name}.max must be above ${name}.min (${low}), got ${high}`);
  }
  if (asGoodAsOne(low, high)) {
    const by = marginOf(low, high);
    if (!fixed.min) low = log ? low / 2 : low - by;
    if (!fixed.max) high = log ? high * 2 : high + by;
  }
  const span = log ? Math.log(high / low) : high - low;
  const out = (value: number, sign: number): number =>
    log ? value * Math.exp(sign * pad * span) : value + sign * pad * span;
  const domain = [fixed.min ? low : out(low, -1), fixed.max ? high : out(high, 1)] as const;
  const shownAs = display(axis, log, shown);
  const whole = data.whole && !log && (axis.unit ?? '') === '' && shownAs.factor === 1;
  return { log, domain, whole, ...shownAs };
}

/** An axis without data still has to be drawn. */
function fallback({ min, max }: AxisOptions, log: boolean): Extent {
  if (log) return { min: min ?? (max ?? 10) / 10, max: max ?? (min ?? 1) * 10, whole: false };
  return { min: min ?? (max ?? 1) - 1, max: max ?? (min ?? 0) + 1, whole: false };
}

/** Prefix and title. */
function display(
  axis: AxisOptions,
  log: boolean,
  { min, max }: Omit<Extent, 'whole'>,
): { factor: number; title: string } {
  const unit = axis.unit ?? '';
  const title = (shown: string): string => (shown === '' ? axis.label : `${axis.label} (${shown})`);
  if (log && (unit === '' || Math.log10(max / min) > PREFIX_DECADES)) return { factor: 1, title: title(unit) };
  const largest = Math.max(Math.abs(min), Math.abs(max));
  // Counts are read most easily as they are.
  if (unit === '' && largest >= 1e-3 && largest < 1e5) return { factor: 1, title: title('') };
  const scale = axisScale([min, max], unit);
  if (scale.factor !== 1 || largest <= NOTHING || (largest >= 1e-3 && largest < 1e5)) {
    return { factor: scale.factor, title: title(scale.unit) };
  }
  // No prefix suits (a power of a unit, a bare small number): a power of ten stands with the unit.
  const exponent = 3 * Math.floor(Math.log10(largest) / 3);
  const power = `10^{${String(exponent).replace('-', '−')}}`;
  return { factor: Number(`1e${-exponent}`), title: title(unit === '' ? power : `${power} ${unit}`) };
}
