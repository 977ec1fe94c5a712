import { checkNumber, DataError } from '../../../base/index.js';
import { eventTimeMs } from '../event-time.js';
import { scanLog } from '../scan-log.js';
import type { RunSurvey, SurveyedTable } from './run-survey.js';

/** A stored value; null is a number that did not exist (NaN or infinite), undefined a column that the row does not have. */
export type StoredCell = number | string | boolean | null | undefined;
/** A row as it was stored. */
export type StoredRow = Readonly<Record<string, StoredCell>>;

/** Rows `from` to before `to`, counted from 0. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The table of a name.
 * @throws DataError naming the tables that there are
 */
export function findTable(survey: Pick<RunSurvey, 'tables' | 'dir'>, name: string): SurveyedTable {
  const { tables } = survey;
  const found = tables.find((table) => table.name === name);
  if (found !== undefined) return found;
  const names = tables.map((table) => table.name);
  throw new DataError(`the run has no table ${JSON.stringify(name)}`, {
    details: { path: survey.dir, table: name },
    nextStep: names.length === 0 ? 'The run has no rows.' : `Choose one of: ${names.join(', ')}.`,
  });
}

/**
 * A range as it applies to a table: absent ends are those of the table, an end beyond it is its end.
 * @throws RangeError for a beginning beyond the table or an end before the beginning; TypeError
 */
export function rowRange({ name, rows }: SurveyedTable, { from = 0, to = rows }: Partial<RowRange> = {}): RowRange {
  checkNumber(`first row of table ${name}`, from, { min: 0, max: rows, integer: true });
  checkNumber(`end of the rows of table ${name}`, to, { min: from, integer: true });
  return { from, to: Math.min(to, rows) };
}

/**
 * Rows of a table, as they are asked for: the log is read from the page in which the first of them is, in constant memory.
 * @throws FileError; the signal's reason
 */
export async function* readRows(
  survey: RunSurvey,
  table: string,
  { from, to }: RowRange,
  signal?: AbortSignal,
): AsyncGenerator<StoredRow> {
  const page = survey.pageOfRow(table, from);
  if (page === undefined || to <= from) return;
  let row = page.rows.get(table) ?? 0;
  const part = { from: page.offset, to: survey.bytes, ...(signal === undefined ? {} : { signal }) };
  for await (const { event } of scanLog(survey.path, part)) {
    if (event?.event.type !== 'row' || event.event['table'] !== table) continue;
    const values = event.event['values'];
    if (typeof values !== 'object' || values === null) continue;
    if (row >= from) yield values as StoredRow;
    row += 1;
    if (row >= to) return;
  }
}

/** How many rows of a table had been stored at a time, milliseconds since 1970. @throws FileError; the signal's reason */
export async function rowsUntil(
  survey: RunSurvey,
  table: string,
  timeMs: number,
  signal?: AbortSignal,
): Promise<number> {
  const page = survey.pageOfTime(timeMs);
  let rows = page?.rows.get(table) ?? 0;
  if (page === undefined) return rows;
  let atMs = page.timeMs;
  const part = { from: page.offset, to: survey.bytes, ...(signal === undefined ? {} : { signal }) };
  for await (const { event } of scanLog(survey.path, part)) {
    if (event === undefined) continue;
    atMs = eventTimeMs(atMs, event.time);
    if (atMs > timeMs) break;
    if (event.event.type === 'row' && event.event['table'] === table) rows += 1;
  }
  return rows;
}
