import { basename, join } from 'node:path';
import { checkNumber, checkOneOf, DataError, formatBytes, plainName, StateError } from '../../../base/index.js';
import type { StoredRun } from '../read-run.js';
import { findTable, rowRange } from '../tables/read-rows.js';
import type { RunSurvey, SurveyedColumn, SurveyedTable } from '../tables/run-survey.js';
import { EXPORT_FORMATS, type ExportPlan, type ExportRequest } from './export-types.js';
import { folderFiles } from './folder-files.js';
import { noticeOf } from './provenance.js';
import { MOST_SPIN_BYTES, MOST_SPIN_FILES } from './spin-format.js';

const ENDINGS = { csv: 'csv', parquet: 'parquet', hdf5: 'h5', spin: 'spin', png: 'png', svg: 'svg' } as const;

/**
 * Decides what an export will be, and how large about, before anything is written.
 * @param figures names of the figures that the run has
 * @throws RangeError, TypeError for a request outside what there is; DataError naming tables or figures; StateError for a `.spin` of a run
 *   that has not ended; FileError
 */
export async function planExport(
  run: StoredRun,
  survey: RunSurvey,
  request: ExportRequest,
  figures: readonly string[],
): Promise<ExportPlan> {
  switch (checkOneOf('format', request.format, EXPORT_FORMATS)) {
    case 'csv':
    case 'parquet':
    case 'hdf5':
      return planTables(run, survey, request);
    case 'spin':
      return planSpin(run);
    case 'png':
    case 'svg':
      return planFigure(run, request, figures);
  }
}

function planTables(run: StoredRun, survey: RunSurvey, request: ExportRequest): ExportPlan {
  const format = request.format as 'csv' | 'parquet' | 'hdf5';
  const ending = ENDINGS[format];
  const runName = basename(run.dir);
  if (format === 'hdf5' && request.table === undefined) {
    if (request.rows !== undefined) throw new TypeError('a range of rows needs the table that it is of');
    const total = survey.tables.reduce((sum, { rows }) => sum + rows, 0);
    return {
      export: { format },
      fileName: `${runName}.${ending}`,
      what: `all ${survey.tables.length} tables, ${total} rows`,
      estimatedBytes: survey.tables.reduce((sum, table) => sum + estimate(format, run, table, table.rows), 20_000),
      total,
      unit: 'rows',
    };
  }
  const names = survey.tables.map(({ name }) => name);
  const table = findTable(survey, request.table ?? onlyName('table', names));
  const rows = rowRange(table, request.rows);
  const count = rows.to - rows.from;
  const all = count === table.rows;
  const last = Math.max(rows.from, rows.to - 1);
  return {
    export: { format, table: table.name, rows },
    fileName: `${runName}-${partOfName('table', table.name, names)}${all ? '' : `-rows-${rows.from}-${last}`}.${ending}`,
    what: `table ${table.name}, ${all ? `all ${count} rows` : `rows ${rows.from} to ${last} of ${table.rows}`}`,
    estimatedBytes: estimate(format, run, table, count),
    total: count,
    unit: 'rows',
  };
}

/** The name of a table or figure as part of a file's name: whoever made the run chose it, and it must not lead elsewhere. */
function partOfName(noun: 'table' | 'figure', name: string, all: readonly string[]): string {
  return plainName(name) || `${noun}-${all.indexOf(name) + 1}`;
}

/** Bytes that a value takes, about: numbers of measurements have most of their digits, counts have few. */
const VALUE_BYTES = {
  csv: { number: 19, integer: 4, boolean: 5 },
  parquet: { number: 8, integer: 3, boolean: 0.2 },
  hdf5: { number: 7, integer: 1.5, boolean: 0.2 },
} as const;

function estimate(format: 'csv' | 'parquet' | 'hdf5', run: StoredRun, table: SurveyedTable, rows: number): number {
  const bytesOf = ({ type, longestText }: SurveyedColumn): number => {
    if (type === 'text' || type === 'mixed') return format === 'csv' ? longestText : Math.min(longestText, 2);
    return VALUE_BYTES[format][type];
  };
  const row = table.columns.reduce((sum, column) => sum + bytesOf(column) + (format === 'csv' ? 1 : 0), 0);
  const source = format === 'csv' && noticeOf(run.manifest) !== undefined ? 30 : 0;
  return Math.round(rows * (row + source) + (format === 'csv' ? 100 : 2000));
}

async function planSpin(run: StoredRun): Promise<ExportPlan> {
  if (run.result === undefined) {
    throw new StateError(`a run that is ${run.state} cannot be packed: its folder is not whole`, {
      details: { path: run.dir },
      nextStep: run.state === 'running' ? 'Wait for it to end, or export its tables.' : 'Recover the run first.',
    });
  }
  const files = await folderFiles(run.dir);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MOST_SPIN_BYTES || files.length > MOST_SPIN_FILES) {
    throw new RangeError(
      `a .spin file holds up to ${formatBytes(MOST_SPIN_BYTES)} in ${MOST_SPIN_FILES} files, the run has ${formatBytes(total)} in ${files.length}; copy its folder instead`,
    );
  }
  const packed = files.reduce(
    (sum, { name, bytes }) => sum + (/\.(jsonl|json|svg|html|csv)$/.test(name) ? bytes / 5 : bytes),
    0,
  );
  return {
    export: { format: 'spin' },
    fileName: `${basename(run.dir)}.spin`,
    what: `the whole run, ${files.length} files`,
    estimatedBytes: Math.round(packed + 300 * files.length),
    total,
    unit: 'B',
  };
}

function planFigure(run: StoredRun, request: ExportRequest, figures: readonly string[]): ExportPlan {
  const format = request.format as 'png' | 'svg';
  const figure = request.figure ?? onlyName('figure', figures);
  const scale = checkNumber('scale', request.scale ?? 2, { min: 0.25, max: 8 });
  if (!figures.includes(figure)) {
    throw new DataError(`the run has no figure ${JSON.stringify(figure)}`, {
      details: { path: join(run.dir, 'plots'), figure },
      nextStep: figures.length === 0 ? 'The run has no figures.' : `Choose one of: ${figures.join(', ')}.`,
    });
  }
  return {
    export: { format, figure, scale },
    fileName: `${basename(run.dir)}-${partOfName('figure', figure, figures)}.${format}`,
    what: `figure ${figure}`,
    estimatedBytes: format === 'png' ? Math.round(15_000 * scale * scale) : 60_000,
    total: 1,
    unit: 'figures',
  };
}

function onlyName(noun: string, names: readonly string[]): string {
  const [only, ...others] = names;
  if (only !== undefined && others.length === 0) return only;
  throw new DataError(only === undefined ? `the run has no ${noun}s` : `the run has several ${noun}s`, {
    ...(only === undefined ? {} : { nextStep: `Name one of: ${names.join(', ')}.` }),
  });
}
