import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { ByteWriter, ParquetWriter, type BasicType, type SchemaElement, type Writer } from 'hyparquet-writer';
import { fileError } from '../file-errors.js';
import { writeTrouble } from './write-trouble.js';
import type { StoredRun } from '../read-run.js';
import { describeColumn } from '../tables/column.js';
import { findTable, type RowRange, type StoredCell } from '../tables/read-rows.js';
import { cellText, type ColumnType, type RunSurvey, type SurveyedTable } from '../tables/run-survey.js';
import { columnBatches } from './column-batches.js';
import type { WorkControl } from './export-types.js';
import { provenanceOf } from './provenance.js';

/** Rows of a row group; as many are in memory at a time. */
const GROUP_ROWS = 32_768;

const TYPES: Readonly<Record<ColumnType, { readonly basic: BasicType; readonly schema: Partial<SchemaElement> }>> = {
  integer: { basic: 'INT32', schema: { type: 'INT32' } },
  number: { basic: 'DOUBLE', schema: { type: 'DOUBLE' } },
  boolean: { basic: 'BOOLEAN', schema: { type: 'BOOLEAN' } },
  text: { basic: 'STRING', schema: { type: 'BYTE_ARRAY', converted_type: 'UTF8' } },
  mixed: { basic: 'STRING', schema: { type: 'BYTE_ARRAY', converted_type: 'UTF8' } },
};

/**
 * Writes rows of a table as Parquet, row group by row group. Columns have the names of the run's; their units and labels, the provenance
 * and the range stand in the file's key-value metadata, as JSON under `spindrift`.
 */
export async function writeParquet(
  run: StoredRun,
  survey: RunSurvey,
  { path, table, rows, what }: { path: string; table: string; rows: RowRange; what: string },
  { signal, tell }: WorkControl,
): Promise<void> {
  const found = findTable(survey, table);
  const { columns } = found;
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type, absent }): SchemaElement => ({
      name,
      ...TYPES[type].schema,
      repetition_type: absent > 0 ? 'OPTIONAL' : 'REQUIRED',
    })),
  ];
  const file = new FileSink(path);
  try {
    const writer = new ParquetWriter({
      writer: file.writer,
      schema,
      kvMetadata: [{ key: 'spindrift', value: JSON.stringify(metadataOf(run, found, rows, what)) }],
      createdBy: `spindrift ${run.manifest.versions['spindrift'] ?? 'unknown'}`,
    });
    const names = columns.map(({ name }) => name);
    let done = 0;
    for await (const batch of columnBatches(survey, table, names, { rows, size: GROUP_ROWS, signal })) {
      await writer.write({
        columnData: columns.map(({ name, type, absent }, i) => ({
          name,
          data: batch.values[i]!.map((cell) => parquetValue(cell, type)),
          type: TYPES[type].basic,
          nullable: absent > 0,
        })),
        rowGroupSize: GROUP_ROWS,
      });
      done += batch.rows;
      tell(done);
    }
    await writer.finish();
    file.sync();
  } catch (cause) {
    throw writeTrouble(path, cause, signal);
  } finally {
    file.close();
  }
}

function parquetValue(cell: StoredCell, type: ColumnType): StoredCell {
  if (cell === undefined) return undefined;
  if (type === 'text' || type === 'mixed') return cellText(cell);
  return cell ?? NaN;
}

/** What the file says of itself. */
function metadataOf(run: StoredRun, { name, rows: all, columns }: SurveyedTable, rows: RowRange, what: string) {
  const { params } = run.manifest;
  return {
    format: 'spindrift-table',
    version: 1,
    table: name,
    range: { ...rows, of: all, what },
    columns: Object.fromEntries(
      columns.map((column) => {
        const { label, unit } = describeColumn(column.name);
        return [column.name, { label, ...(unit === undefined ? {} : { unit }), type: column.type }];
      }),
    ),
    ...provenanceOf(run),
    params,
  };
}

/** A writer whose bytes go to a file as they come; the library's own replaces a file that exists. */
class FileSink {
  readonly writer: Writer;
  readonly #file: number;

  constructor(path: string) {
    try {
      this.#file = openSync(path, 'wx');
    } catch (cause) {
      throw fileError('write', path, cause);
    }
    const buffer = new ByteWriter();
    const flush = (): void => {
      const bytes = new Uint8Array(buffer.buffer, 0, buffer.index);
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
      buffer.index = 0;
    };
    this.writer = Object.assign(buffer, { flush, finish: flush });
  }

  sync(): void {
    fsyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }
}
