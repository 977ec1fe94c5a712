import { readRows, type RowRange, type StoredCell } from '../tables/read-rows.js';
import type { RunSurvey } from '../tables/run-survey.js';

/** Some rows of a table, by columns. */
export interface ColumnBatch {
  readonly rows: number;
  /** Values of each column asked for, in that order. */
  readonly values: readonly (readonly StoredCell[])[];
}

/** Rows of a table in batches by columns, for formats that store columns. */
export async function* columnBatches(
  survey: RunSurvey,
  table: string,
  columns: readonly string[],
  { rows, size, signal }: { readonly rows: RowRange; readonly size: number; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<ColumnBatch> {
  let values: StoredCell[][] = columns.map(() => []);
  let count = 0;
  for await (const row of readRows(survey, table, rows, signal)) {
    columns.forEach((name, i) => values[i]!.push(row[name]));
    count += 1;
    if (count < size) continue;
    yield { rows: count, values };
    values = columns.map(() => []);
    count = 0;
  }
  if (count > 0) yield { rows: count, values };
}
