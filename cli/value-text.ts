/** A parameter or result for a terminal, in one line. */
export function valueText(value: unknown): string {
  if (typeof value === 'number')
    return Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(6)));
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '–';
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}
