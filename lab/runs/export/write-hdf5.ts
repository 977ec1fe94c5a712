import { File, ready, type Dataset, type Group } from 'h5wasm/node';
import { fileError } from '../file-errors.js';
import { writeTrouble } from './write-trouble.js';
import type { StoredRun } from '../read-run.js';
import { describeColumn } from '../tables/column.js';
import { findTable, rowRange, type RowRange, type StoredCell } from '../tables/read-rows.js';
import { cellText, type RunSurvey, type SurveyedColumn, type SurveyedTable } from '../tables/run-survey.js';
import { columnBatches } from './column-batches.js';
import type { WorkControl } from './export-types.js';
import { addRunGroups } from './hdf5-run-groups.js';

/** Rows that are in memory at a time, and in a chunk of the file. */
const BATCH_ROWS = 16_384;
/** What stands for a boolean that a row does not have. */
const NO_BOOLEAN = 255;
/** A number as text is never longer. */
const LONGEST_NUMBER = 25;

/**
 * Writes a run, or one of its tables, as HDF5: a group `tables` with a group for each table and a dataset for each column, with attributes
 * for units; what the run knows of itself in further groups. Datasets are chunked, compressed by gzip, and filled batch by batch.
 */
export async function writeHdf5(
  run: StoredRun,
  survey: RunSurvey,
  request: { readonly path: string; readonly table?: string; readonly rows?: RowRange; readonly what: string },
  { signal, tell }: WorkControl,
): Promise<void> {
  await ready;
  const { path, what } = request;
  let file: File;
  try {
    file = new File(path, 'w');
  } catch (cause) {
    throw fileError('write', path, cause);
  }
  try {
    addRunGroups(file, run, what);
    const tables = request.table === undefined ? survey.tables : [findTable(survey, request.table)];
    const group = file.create_group('tables', true);
    let before = 0;
    for (const table of tables) {
      const rows = rowRange(table, request.rows);
      await writeTable(group, survey, table, rows, {
        ...(signal === undefined ? {} : { signal }),
        tell: (done) => tell(before + done),
      });
      before += rows.to - rows.from;
    }
    file.flush();
  } catch (cause) {
    throw writeTrouble(path, cause, signal);
  } finally {
    file.close();
  }
}

/** A slash would make a group. */
function linkName(name: string): string {
  return name.replaceAll('/', '_');
}

async function writeTable(
  parent: Group,
  survey: RunSurvey,
  table: SurveyedTable,
  rows: RowRange,
  { signal, tell }: WorkControl,
): Promise<void> {
  const group = parent.create_group(linkName(table.name), true);
  group.create_attribute('rows', rows.to - rows.from);
  group.create_attribute('first_row', rows.from);
  group.create_attribute('rows_of_run', table.rows);
  const columns = table.columns.map((column) => new ColumnWriter(group, column));
  const names = table.columns.map(({ name }) => name);
  let done = 0;
  for await (const batch of columnBatches(survey, table.name, names, { rows, size: BATCH_ROWS, signal })) {
    columns.forEach((column, i) => column.append(batch.values[i]!));
    done += batch.rows;
    tell(done);
  }
}

/** One dataset. */
class ColumnWriter {
  readonly #data: Dataset;
  readonly #column: SurveyedColumn;
  readonly #kind: 'integer' | 'number' | 'boolean' | 'text';
  #length = 0;

  constructor(group: Group, column: SurveyedColumn) {
    const { name, type, absent, longestText } = column;
    this.#column = column;
    // A whole number has no value that means "absent"; a double has.
    this.#kind = type === 'mixed' ? 'text' : type === 'integer' && absent > 0 ? 'number' : type;
    const bytes = Math.max(1, longestText, type === 'mixed' ? LONGEST_NUMBER : 0);
    const dtype = { integer: '<i', number: '<d', boolean: '<B', text: `S${bytes}` }[this.#kind];
    const shape = { shape: [0], maxshape: [null], chunks: [BATCH_ROWS], compression: 4, dtype };
    this.#data = group.create_dataset({ name: linkName(name), data: emptyOf(this.#kind), ...shape });
    const { label, unit } = describeColumn(name);
    this.#data.create_attribute('label', label);
    if (unit !== undefined) this.#data.create_attribute('unit', unit);
    if (this.#kind === 'boolean') this.#data.create_attribute('meaning', '0 = false, 1 = true, 255 = absent');
    if (absent > 0) this.#data.create_attribute('absent', absent);
  }

  append(cells: readonly StoredCell[]): void {
    const from = this.#length;
    this.#length += cells.length;
    this.#data.resize([this.#length]);
    this.#data.write_slice([[from, this.#length]], this.#values(cells));
  }

  #values(cells: readonly StoredCell[]): Int32Array | Float64Array | Uint8Array | string[] {
    switch (this.#kind) {
      case 'integer':
        return Int32Array.from(cells, Number);
      case 'number':
        return Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN));
      case 'boolean':
        return Uint8Array.from(cells, (cell) => (typeof cell === 'boolean' ? Number(cell) : NO_BOOLEAN));
      case 'text':
        return cells.map((cell) => (this.#column.type === 'text' && cell === null ? '' : cellText(cell)));
    }
  }
}

function emptyOf(kind: 'integer' | 'number' | 'boolean' | 'text'): Int32Array | Float64Array | Uint8Array | string[] {
  return { integer: new Int32Array(0), number: new Float64Array(0), boolean: new Uint8Array(0), text: [] }[kind];
}
