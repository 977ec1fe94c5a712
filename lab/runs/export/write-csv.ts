import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { fileError } from '../file-errors.js';
import { writeTrouble } from './write-trouble.js';
import type { StoredRun } from '../read-run.js';
import { columnHeaders } from '../tables/column.js';
import { findTable, readRows, type RowRange } from '../tables/read-rows.js';
import { cellText, type RunSurvey } from '../tables/run-survey.js';
import type { WorkControl } from './export-types.js';
import { boardKind, noticeOf } from './provenance.js';

/** Characters gathered before they are written. */
const CHUNK = 256 * 1024;
const utf8 = new TextEncoder();

/** A field by RFC 4180: quoted where it must be, quotes doubled. */
export function csvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The last column of data of a stand-in, so that the mark stays with rows that are copied. */
export const SOURCE_HEADER = 'Source';

/**
 * Writes rows of a table as CSV (RFC 4180): UTF-8, lines end in CR LF, one header line with units, a full stop as decimal mark, numbers
 * with as many digits as give the same double again; `NaN` for a number that did not exist, nothing for a column that a row does not have.
 * Data of no physical board have a last column that says so in every row.
 */
export async function writeCsv(
  run: StoredRun,
  survey: RunSurvey,
  { path, table, rows }: { readonly path: string; readonly table: string; readonly rows: RowRange },
  { signal, tell }: WorkControl,
): Promise<string> {
  const columns = findTable(survey, table).columns.map(({ name }) => name);
  const source = noticeOf(run.manifest) === undefined ? undefined : csvField(sourceText(boardKind(run.manifest)));
  const headers = [...columnHeaders(columns), ...(source === undefined ? [] : [SOURCE_HEADER])];
  const hash = createHash('sha256');
  const file = await open(path, 'wx').catch((cause: unknown) => {
    throw fileError('write', path, cause);
  });
  try {
    let text = `${headers.map(csvField).join(',')}\r\n`;
    let done = 0;
    const flush = async (): Promise<void> => {
      const bytes = utf8.encode(text);
      hash.update(bytes);
      await file.writeFile(bytes);
      text = '';
      tell(done);
    };
    for await (const row of readRows(survey, table, rows, signal)) {
      const fields = columns.map((name) => csvField(cellText(row[name])));
      if (source !== undefined) fields.push(source);
      text += `${fields.join(',')}\r\n`;
      done += 1;
      if (text.length >= CHUNK) await flush();
    }
    await flush();
    await file.sync();
  } catch (cause) {
    throw writeTrouble(path, cause, signal);
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

function sourceText(kind: string): string {
  return kind === 'unknown' ? 'unknown board' : `${kind} board, not entropy`;
}
