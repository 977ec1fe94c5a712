/** Decimal figures of a double, so that texts are rounded once and by one rule. */

/** ±d.ddd · 10^exponent, the point standing after the first digit. */
export interface DecimalDigits {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/** The figures of a finite non-zero number, rounded to `count` significant digits (1 to 17; more would only show the binary form). */
export function digitsOf(value: number, count: number): DecimalDigits {
  const [mantissa = '', exponent = ''] = Math.abs(value)
    .toExponential(count - 1)
    .split('e');
  return { negative: value < 0, digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/** The figures divided by 10^by, written out in full: {digits '1230', exponent 1} by 0 is `12.30`. */
export function shiftPoint({ negative, digits, exponent }: DecimalDigits, by: number): string {
  const before = exponent - by + 1;
  const sign = negative ? '-' : '';
  if (before <= 0) return `${sign}0.${'0'.repeat(-before)}${digits}`;
  if (digits === '0' && before > 1) return '0';
  if (before >= digits.length) return sign + digits + '0'.repeat(before - digits.length);
  return `${sign}${digits.slice(0, before)}.${digits.slice(before)}`;
}
