/** A cell by its place. */
export interface CellAddress {
  readonly row: number;
  readonly col: number;
}

/** Which cells cannot be read: whole lines by number, the rest one by one. */
export interface UnreadableCells {
  /** Rows and columns without a single readable cell: a broken line rather than broken cells. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** The others, row by row. */
  readonly cells: readonly CellAddress[];
}

/**
 * Sorts unreadable cells into broken lines and single cells.
 * @param unreadable whether each cell is, row-major
 * @param cols cells of a row
 */
export function sortUnreadable(unreadable: ArrayLike<boolean>, cols: number): UnreadableCells {
  const rowNumbers = Array.from({ length: unreadable.length / cols }, (_, row) => row);
  const colNumbers = Array.from({ length: cols }, (_, col) => col);
  const isUnreadable = (row: number, col: number): boolean => unreadable[row * cols + col]!;
  const rows = rowNumbers.filter((row) => colNumbers.every((col) => isUnreadable(row, col)));
  const columns = colNumbers.filter((col) => rowNumbers.every((row) => isUnreadable(row, col)));
  const cells = rowNumbers
    .filter((row) => !rows.includes(row))
    .flatMap((row) => colNumbers.filter((col) => isUnreadable(row, col)).map((col) => ({ row, col })))
    .filter(({ col }) => !columns.includes(col));
  return { rows, columns, cells };
}
