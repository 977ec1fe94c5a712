import { checkNumber } from './check.js';
import { digitsOf, shiftPoint } from './decimal.js';

/** The space that never breaks between a number and its unit. */
export const NO_BREAK_SPACE = '\u00a0';
/** The micro sign U+00B5, not the Greek letter. */
export const MICRO = '\u00b5';

/** SI prefixes from 10^-24 to 10^12, by exponent. */
const PREFIXES: readonly (readonly [exponent: number, symbol: string])[] = [
  [-24, 'y'],
  [-21, 'z'],
  [-18, 'a'],
  [-15, 'f'],
  [-12, 'p'],
  [-9, 'n'],
  [-6, MICRO],
  [-3, 'm'],
  [0, ''],
  [3, 'k'],
  [6, 'M'],
  [9, 'G'],
  [12, 'T'],
];
const SYMBOL_OF = new Map(PREFIXES);
const EXPONENT_OF = new Map([
  ...PREFIXES.map(([exponent, symbol]) => [symbol, exponent] as const),
  ['u', -6],
  ['\u03bc', -6],
]);

const NEVER_PREFIXED = new Set(['%', '°C', 'dB', 'ppm', '°', 'deg', 'px']);

/** A prefix belongs to the first factor of a unit; on a power (m², m3) it would be squared with it, so such units get none; nor does one over a unit. */
function takesPrefix(unit: string): boolean {
  return !NEVER_PREFIXED.has(unit) && !/^(?:[\p{L}°]+[²³2-9]|1\/)/u.test(unit);
}

function join(number: string, prefix: string, unit: string): string {
  const suffix = prefix + unit;
  return suffix === '' ? number : number + NO_BREAK_SPACE + suffix;
}

/** The prefix exponent for a decimal exponent, or undefined where no prefix reaches. */
function prefixExponent(exponent: number): number | undefined {
  const stepped = Math.floor(exponent / 3) * 3;
  return SYMBOL_OF.has(stepped) ? stepped : undefined;
}

/**
 * A value in SI base units as text with an SI prefix: `formatSi(1.23e-14, 'J')` is `12.30 fJ`.
 *
 * Rounding comes before the choice of the prefix (999.96 gives `1.000 k`). A no-break space stands before the unit; µ is U+00B5. Beyond the
 * prefixes (y to T), and for units that take none, the number is plain or in scientific notation.
 *
 * @param digits significant digits, 1 to 17
 */
export function formatSi(value: number, unit: string, digits = 4): string {
  if (typeof value !== 'number') throw new TypeError(`value must be a number, got ${typeof value}`);
  checkNumber('digits', digits, { min: 1, max: 17, integer: true });
  if (value === 0) return join('0', '', unit);
  if (!Number.isFinite(value)) return join(Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞', '', unit);
  const rounded = digitsOf(value, digits);
  const prefix = takesPrefix(unit) ? prefixExponent(rounded.exponent) : undefined;
  if (prefix !== undefined) return join(shiftPoint(rounded, prefix), SYMBOL_OF.get(prefix)!, unit);
  if (rounded.exponent >= -4 && rounded.exponent < 6) return join(shiftPoint(rounded, 0), '', unit);
  return join(value.toExponential(digits - 1), '', unit);
}

/**
 * A value with its standard uncertainty in the last digits: `12.3(4) fJ` is 12.3 fJ ± 0.4 fJ.
 * The uncertainty is rounded to one digit, to two when it begins with 1. An exact value (sigma 0) is shown as `formatSi` does; an unknown
 * uncertainty (NaN) as `12.30(?) fJ`.
 */
export function formatWithUncertainty(value: number, sigma: number, unit: string): string {
  if (typeof value !== 'number' || typeof sigma !== 'number') throw new TypeError('value and sigma must be numbers');
  if (sigma < 0) throw new RangeError(`sigma must not be negative, got ${sigma}`);
  if (sigma === 0 || !Number.isFinite(value)) return formatSi(value, unit);
  if (!Number.isFinite(sigma)) {
    const [number = '', ...rest] = formatSi(value, unit).split(NO_BREAK_SPACE);
    return [`${number}(?)`, ...rest].join(NO_BREAK_SPACE);
  }
  const one = digitsOf(sigma, 1);
  const two = digitsOf(sigma, 2);
  // By the rounded figures: 0.0996 is 0.10, two digits, and 0.196 is 0.20.
  const spread = one.digits === '1' || two.digits.startsWith('1') ? two : one;
  const lastPlace = spread.exponent - (spread.digits.length - 1);
  // The value rounded at the uncertainty's last place; a value below half of that place is zero.
  const scale = digitsOf(value === 0 ? sigma : value, 17).exponent - lastPlace;
  const rounded = digitsAtPlace(value, scale, lastPlace);
  const leading = Math.max(rounded.exponent, spread.exponent);
  const prefix = takesPrefix(unit) ? (prefixExponent(leading) ?? 0) : 0;
  // A place left of the point is written out in both: 120(40), not 12(4)·10.
  const padding = '0'.repeat(Math.max(0, lastPlace - prefix));
  return join(`${shiftPoint(rounded, prefix)}(${spread.digits}${padding})`, SYMBOL_OF.get(prefix)!, unit);
}

function digitsAtPlace(value: number, scale: number, lastPlace: number): ReturnType<typeof digitsOf> {
  const zero = { negative: false, digits: '0', exponent: lastPlace };
  if (value === 0 || scale < -1) return zero;
  if (scale === -1) {
    const up = Math.abs(value) >= Number(`5e${lastPlace - 1}`);
    return up ? { negative: value < 0, digits: '1', exponent: lastPlace } : zero;
  }
  const rounded = digitsOf(value, Math.min(17, scale + 1));
  // Rounding up to the next power of ten keeps one digit too few: 9.96 at tenths is 10.0.
  const missing = rounded.exponent - lastPlace + 1 - rounded.digits.length;
  return missing > 0 ? { ...rounded, digits: rounded.digits + '0'.repeat(missing) } : rounded;
}

const UNIT_ALIASES: Readonly<Record<string, readonly string[]>> = {
  Ω: ['Ω', '\u2126', 'ohm', 'Ohm'],
  ohm: ['Ω', '\u2126', 'ohm', 'Ohm'],
  K: ['K', 'kelvin'],
  s: ['s', 'sec'],
};

function scaleOfSuffix(suffix: string, unit: string): number | undefined {
  if (suffix === '') return 0;
  if (unit === '' && suffix === '%') return -2;
  for (const spelling of UNIT_ALIASES[unit] ?? [unit]) {
    if (suffix === spelling) return 0;
    if (suffix.endsWith(spelling) && takesPrefix(unit)) {
      const exponent = EXPONENT_OF.get(suffix.slice(0, suffix.length - spelling.length));
      if (exponent !== undefined) return exponent;
    }
  }
  return undefined;
}

/**
 * Reads a quantity: `parseQuantity('850mV', 'V')` is 0.85. A bare number is in SI base units; otherwise the unit must be the one asked for,
 * with or without a prefix and a space. A dimensionless quantity (unit '') may carry a prefix (`10k`) or a per-cent sign.
 * The result is the double nearest to what was written.
 *
 * @throws TypeError when the text is no string; RangeError, naming the text and the unit, when it cannot be read
 */
export function parseQuantity(text: string, unit: string): number {
  if (typeof text !== 'string')
    throw new TypeError(`a quantity in ${unit || 'plain numbers'} must be text, got ${typeof text}`);
  const compact = text.trim().replace(/^\u2212/, '-');
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+))?[\s\u00a0\u202f]*(.*)$/u.exec(compact);
  const scale = match === null ? undefined : scaleOfSuffix(match[3]!, unit);
  const value = match === null || scale === undefined ? NaN : Number(`${match[1]!}e${Number(match[2] ?? 0) + scale}`);
  if (!Number.isFinite(value)) {
    const example = unit === '' ? '0.5 or 10k' : `850m${unit} or 0.85`;
    throw new RangeError(`cannot read "${text}" as a quantity in ${unit || 'plain numbers'} (for example ${example})`);
  }
  return value;
}
