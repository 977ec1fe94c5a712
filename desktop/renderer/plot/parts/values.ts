import { formatPlain, formatQuantity } from '../../app/units.js';

/** A value for a person: with a prefix where it has a unit; a bare number, such as a probability, as it is. @param digits significant digits */
export function formatValue(value: number, unit: string, digits = 4): string {
  const size = Math.abs(value);
  const plain = unit === '' && (size === 0 || (size >= 1e-4 && size < 1e6));
  return plain ? formatPlain(Number(value.toPrecision(digits))) : formatQuantity(value, unit, digits);
}
