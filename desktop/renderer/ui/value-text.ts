import { formatCount } from '../app/i18n.js';
import { fieldScale, formatPlain, formatQuantity, formatUncertain } from '../app/units.js';
import { kitTexts } from './messages.js';
import { superscript } from './superscript.js';

/** Digits of a bare number that is no count. */
const DIGITS = 6;

/** A number with as many digits as say something, in its unit. */
function numberText(value: number, unit: string | undefined): string {
  if (unit !== undefined && unit !== '') return inPowers(formatQuantity(value, unit));
  return Number.isInteger(value) ? formatCount(value) : formatPlain(Number(value.toPrecision(DIGITS)));
}

/** A power of ten as it is printed, `1.56 × 10⁷`, where no prefix goes with the unit. */
function inPowers(text: string): string {
  return text.replace(/e\+?(-?\d+)/, (_, power: string) => `\u00a0×\u00a010${superscript(Number(power))}`);
}

/** A value of a run for a person: with its unit, and its uncertainty in the last digits where it is known. Magnetic fields come in the unit that was chosen. */
export function valueText(value: unknown, unit?: string, sigma?: number | null): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? kitTexts().yes : kitTexts().no;
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return JSON.stringify(value);
  if (unit === 'A/m') {
    const { unit: shown, perAPerM } = fieldScale();
    return valueText(value * perAPerM, shown, typeof sigma === 'number' ? sigma * perAPerM : sigma);
  }
  return typeof sigma === 'number' && sigma > 0 ? formatUncertain(value, sigma, unit ?? '') : numberText(value, unit);
}
