/** A cell of a table. Numbers and text that starts with a digit are set to the right if `right` names their column. */
export type Cell = string | number | undefined;

/**
 * Sets rows in columns for a terminal: two spaces between columns, as wide as the widest cell.
 * @param heads column heads, or none.
 * @param right indices of columns that are set to the right.
 */
export function table(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  right: readonly number[] = [],
): string {
  const cells = [
    ...(heads.length > 0 ? [heads.map((head) => head.toUpperCase())] : []),
    ...rows.map((row) => row.map(textOf)),
  ];
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...cells.map((row) => width(row[i] ?? ''))));
  return cells
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i]!, right.includes(i)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Names and values below each other. */
export function pairs(rows: readonly (readonly [name: string, value: Cell])[]): string {
  return table(
    [],
    rows.filter(([, value]) => value !== undefined).map(([name, value]) => [`${name}:`, value]),
  );
}

function textOf(cell: Cell): string {
  return cell === undefined ? '' : String(cell);
}

/** Code points, near enough to columns for what we print (no wide characters). */
function width(text: string): number {
  return Array.from(text).length;
}

function pad(text: string, to: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return right ? space + text : text + space;
}
