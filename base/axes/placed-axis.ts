import { scaleLinear, scaleLog } from 'd3-scale';
import type { AxisPlan } from './axis-plan.js';

/** A tick; a minor one has no label. */
export interface Tick {
  /** SI. */
  readonly value: number;
  /** Pixels. */
  readonly at: number;
  readonly label: string | undefined;
}

/** An axis at its place: from SI values to pixels, with ticks. */
export class PlacedAxis {
  readonly #scale: (shown: number) => number;
  readonly ticks: readonly Tick[];

  /**
   * @param start, end pixels of the lower and the upper end of the domain
   * @param spacingPx least distance of labels, centre to centre
   */
  constructor(
    readonly plan: AxisPlan,
    readonly start: number,
    readonly end: number,
    spacingPx: number,
  ) {
    const domain = plan.domain.map((value) => value * plan.factor) as [number, number];
    this.#scale = (plan.log ? scaleLog() : scaleLinear()).domain(domain).range([start, end]);
    const count = Math.max(2, Math.floor(Math.abs(end - start) / spacingPx));
    const ticks = plan.log ? logTicks(domain, count) : linearTicks(domain, count, plan.whole);
    this.ticks = ticks.map(({ value, label }) => ({ value: value / plan.factor, at: this.#scale(value), label }));
  }

  /** Pixels of an SI value. What a logarithmic axis cannot show stands at its lower end. */
  at(value: number): number {
    if (this.plan.log && value <= 0) return this.start;
    return this.#scale(value * this.plan.factor);
  }

  /** Whether a value can be shown. Its ends belong to an axis, and rounding beyond them is forgiven. */
  holds(value: number): boolean {
    const [low, high] = this.plan.domain;
    const slack = 1e-9 * (high - low);
    return value >= low - (this.plan.log ? 0 : slack) && value <= high + slack;
  }
}

interface ValueTick {
  readonly value: number;
  readonly label: string | undefined;
}

function linearTicks(domain: [number, number], count: number, whole = false): ValueTick[] {
  const scale = scaleLinear().domain(domain);
  const major = scale.ticks(count).filter((value) => !whole || Number.isInteger(value));
  const format = whole ? scale.tickFormat(count, ',d') : scale.tickFormat(count);
  const step = major.length > 1 ? major[1]! - major[0]! : 0;
  const ticks: ValueTick[] = major.map((value) => ({ value, label: format(value) }));
  if (step === 0 || (whole && step < 5)) return ticks;
  // A step of 2 is divided into 4, steps of 1 and 5 into 5.
  const leading = Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9));
  const parts = leading === 2 ? 4 : 5;
  const minor = step / parts;
  const first = Math.ceil(domain[0] / minor - 1e-9);
  const last = Math.floor(domain[1] / minor + 1e-9);
  const offset = Math.round(major[0]! / minor);
  for (let k = first; k <= last; k += 1) {
    if ((k - offset) % parts !== 0) ticks.push({ value: k * minor, label: undefined });
  }
  return ticks;
}

/** Which digits of a decade are labelled: the first set that gives enough labels. */
const DIGITS: readonly (readonly number[])[] = [[1], [1, 2, 5], [1, 2, 3, 5, 7], [1, 2, 3, 4, 5, 6, 7, 8, 9]];
/** Decades from one label to the next. */
const STRIDES = [1, 2, 3, 5, 10, 20, 50, 100];
/** Labels that a logarithmic axis has at least, where they fit. */
const ENOUGH = 3;

/** Labels at powers of ten; on short axes between them as well; on very short ones as on a linear axis. */
function logTicks([low, high]: [number, number], count: number): ValueTick[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const plain = first >= -3 && last <= 4;
  const places: { digit: number; exponent: number; value: number }[] = [];
  for (let exponent = first; exponent <= last; exponent += 1) {
    for (let digit = 1; digit < 10; digit += 1) {
      const value = Number(`${digit}e${exponent}`);
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) places.push({ digit, exponent, value });
    }
  }
  const stride = strideOf(
    places.filter(({ digit }) => digit === 1).map(({ exponent }) => exponent),
    count,
  );
  const labelled = (digits: readonly number[]): number[] =>
    places.filter(({ digit, exponent }) => digits.includes(digit) && exponent % stride === 0).map(({ value }) => value);
  // Labels must not be nearer than half of the spacing, which is the axis' length divided by `count`.
  const apart = Math.log(high / low) / (2 * count);
  const fits = (values: readonly number[]): boolean =>
    values.every((value, i) => i === 0 || Math.log(value / values[i - 1]!) >= apart);
  const sets = DIGITS.map(labelled).filter(fits);
  const chosen = sets.find(({ length }) => length >= ENOUGH) ?? sets.at(-1) ?? [];
  if (chosen.length < 2) return linearTicks([low, high], count);
  return (
    places
      .map(({ digit, exponent, value }) => ({
        value,
        minor: stride === 1 || digit === 1,
        label: chosen.includes(value) ? logLabel(digit, exponent, plain) : undefined,
      }))
      // Where decades are left out there is room only for the decades themselves.
      .filter(({ label, minor }) => label !== undefined || minor)
  );
}

/** Every how many of the decades have a label: no more than `count` where that leaves two. */
function strideOf(exponents: readonly number[], count: number): number {
  let stride = 1;
  for (const wider of STRIDES) {
    if (exponents.length <= stride * count) break;
    if (exponents.filter((exponent) => exponent % wider === 0).length >= 2) stride = wider;
  }
  return stride;
}

function logLabel(digit: number, exponent: number, plain: boolean): string {
  if (plain) return exponent < 0 ? (digit * 10 ** exponent).toFixed(-exponent) : String(digit * 10 ** exponent);
  const power = `10^{${String(exponent).replace('-', '−')}}`;
  return digit === 1 ? power : `${digit}×${power}`;
}
