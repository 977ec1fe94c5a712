import { formatBytes, formatDuration, formatSi, formatWithUncertainty, parseQuantity } from '../../../base/index.js';
import { intlLocale } from './i18n.js';
import { preference } from './preferences.js';

/** Vacuum permeability, H/m (CODATA 2022). */
const MU_0 = 1.256_637_061_27e-6;
/** Teslas in an oersted of field: 1 Oe corresponds to 0.1 mT. */
const TESLA_PER_OERSTED = 1e-4;

/** How magnetic fields are shown. */
export const FIELD_UNITS = ['mT', 'Oe'] as const;
export type FieldUnit = (typeof FIELD_UNITS)[number];
/** The choice: µ0H in mT, or H in Oe. */
export const fieldUnit = preference<FieldUnit>('field-unit', 'mT', FIELD_UNITS);

/** The decimal sign of the language in a number written with a point. */
function localised(text: string): string {
  return intlLocale.value.startsWith('de') ? text.replace('.', ',') : text;
}

/** A quantity in SI base units for a person, with prefix: `1.200 ns`. @param digits significant digits */
export function formatQuantity(value: number, unit: string, digits = 4): string {
  return localised(formatSi(value, unit, digits));
}

/** A plain number with all its digits and no groups, as it can be typed: `0.125`. */
export function formatPlain(value: number): string {
  return localised(String(value));
}

/** A quantity with its standard uncertainty: `12.3(4) fJ`. */
export function formatUncertain(value: number, sigma: number, unit: string): string {
  return localised(formatWithUncertainty(value, sigma, unit));
}

/** What a field in A/m is on the axis that was chosen. */
export function fieldOnAxis(aPerM: number): number {
  return fieldUnit.value === 'mT' ? aPerM * MU_0 * 1e3 : (aPerM * MU_0) / TESLA_PER_OERSTED;
}

/** How a field in A/m becomes a quantity with prefixes in the unit that was chosen: µ0H in T, or H in Oe. */
export function fieldScale(): { readonly unit: 'T' | 'Oe'; readonly perAPerM: number } {
  return fieldUnit.value === 'mT' ? { unit: 'T', perAPerM: MU_0 } : { unit: 'Oe', perAPerM: MU_0 / TESLA_PER_OERSTED };
}

/** A field, given as H in A/m, as µ0H in mT or H in Oe. */
export function formatField(aPerM: number, digits = 4): string {
  const number = fieldOnAxis(aPerM).toPrecision(digits);
  return `${localised(number)}\u00a0${fieldUnit.value}`;
}

/** Reads a field as a person writes it: `5 mT`, `50 Oe`, `4 kA/m`; a bare number is in the unit that was chosen. @returns A/m */
export function parseField(text: string): number {
  const plain = plainNumber(text);
  if (/^[+-]?[\d.]+(?:e[+-]?\d+)?$/i.test(plain)) return parseField(`${plain} ${fieldUnit.value}`);
  if (plain.endsWith('Oe')) return (parseQuantity(plain, 'Oe') * TESLA_PER_OERSTED) / MU_0;
  if (plain.endsWith('T')) return parseQuantity(plain, 'T') / MU_0;
  return parseQuantity(plain, 'A/m');
}

/** A number as it may be typed in the language of the moment, with a point. */
export function plainNumber(text: string): string {
  return intlLocale.value.startsWith('de') ? text.trim().replace(',', '.') : text.trim();
}

/** Reads a quantity as a person types it in the language of the moment: `1,2 ns` in German; a field in A/m also as `15 mT` or `150 Oe`. @returns SI base units */
export function readQuantity(text: string, unit: string): number {
  if (unit === 'A/m' && /(?:T|Oe)$/.test(text.trim())) return parseField(text);
  return parseQuantity(plainNumber(text), unit);
}

/** A span of time: `1 min 12 s`. */
export function formatSpan(seconds: number): string {
  return localised(formatDuration(seconds));
}

/** A number of bytes: `1.50 KiB`. */
export function formatSize(bytes: number): string {
  return localised(formatBytes(bytes));
}
