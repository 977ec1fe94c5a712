/** Tables of what plots draw: for a person, and as CSV that does not depend on a language. */
import { plainLabel, type AxisOptions } from '../../../../base/axes/index.js';
import type { XyModel } from '../xy/model.js';
import type { Range } from '../xy/ranges.js';

/** Numbers and texts in columns. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/** `Voltage (V)`: an axis in SI base units. */
export function columnName({ label, unit = '' }: Pick<AxisOptions, 'label' | 'unit'>): string {
  const text = plainLabel(label);
  return unit === '' ? text : `${text} (${unit})`;
}

/**
 * The points of a plot, series by series, in SI base units.
 * @param range part of x; default all of it
 */
export function xyTable(model: XyModel, range?: Range): DataTable {
  const { series, x, y } = model;
  const named = series.some(({ label = '' }) => label !== '');
  const ends = series.some(({ lower, upper }) => lower !== undefined && upper !== undefined);
  const name = columnName(y);
  const columns = [
    ...(named ? ['Series'] : []),
    columnName(x),
    name,
    ...(ends ? [`${name} lower end`, `${name} upper end`] : []),
  ];
  const rows: (number | string)[][] = [];
  series.forEach((one, s) => {
    for (let i = 0; i < one.x.length; i += 1) {
      if (range !== undefined && !(one.x[i]! >= range[0] && one.x[i]! <= range[1])) continue;
      rows.push([
        ...(named ? [plainLabel(one.label ?? String(s + 1))] : []),
        one.x[i]!,
        one.y[i]!,
        ...(ends ? [one.lower?.[i] ?? NaN, one.upper?.[i] ?? NaN] : []),
      ]);
    }
  });
  return { columns, rows };
}

/** RFC 4180 with `.` as the decimal sign and LF; a missing value is empty. */
export function toCsv({ columns, rows }: DataTable): string {
  const line = (cells: readonly (number | string)[]): string => cells.map(cell).join(',');
  return `${[columns, ...rows].map(line).join('\n')}\n`;
}

function cell(value: number | string): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
