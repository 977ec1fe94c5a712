import { formatCount } from '../../app/i18n.js';
import { formatPlain, formatQuantity, formatUncertain } from '../../app/units.js';

/** A number with as many digits as say something, in its unit. */
function formatNumber(value: number, unit: string | undefined): string {
  if (unit !== undefined && unit !== '') return formatQuantity(value, unit);
  return Number.isInteger(value) ? formatCount(value) : formatPlain(Number(value.toPrecision(6)));
}

/** A value of a run for a person: with its unit, and its uncertainty in the last digits where it is known. */
export function formatValue(value: unknown, unit?: string, sigma?: number | null): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') {
    return typeof sigma === 'number' && sigma > 0
      ? formatUncertain(value, sigma, unit ?? '')
      : formatNumber(value, unit);
  }
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
