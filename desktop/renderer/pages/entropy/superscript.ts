const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number as superscript digits: ⁻⁴⁰. */
export function superscript(n: number): string {
  return [...String(n)].map((sign) => (sign === '-' ? '⁻' : (DIGITS[Number(sign)] ?? sign))).join('');
}
