import { DataError } from '../../base/index.js';
import type { PlotFigure } from '../plot/index.js';
import { readRows, rowsUntil, type RunSurvey, type StoredRun } from '../runs/index.js';
import type { Experiment } from './define-experiment.js';
import { figureFacts } from './draw-plots.js';
import type { Cell } from './events.js';
import { listExperiments } from './registry.js';
import { viewFigure, type TableView } from './view-figure.js';
import { columnsOf, ViewTables } from './view-tables.js';

/** A figure that a stored run has. */
export interface StoredFigure {
  readonly name: string;
  readonly title: string;
  /** `view`: drawn again of the run's rows; `file`: only its pictures in `plots/` are there. */
  readonly from: 'view' | 'file';
  /** Table that a view is drawn of. */
  readonly table?: string;
}

/** More rows than this are not drawn: their columns would not fit the memory beside everything else. */
const MOST_ROWS = 5_000_000;

/** The experiment of a run, where this program has it. */
export async function experimentOf(run: Pick<StoredRun, 'manifest'>): Promise<Experiment | undefined> {
  const all = await listExperiments();
  return all.find(({ id }) => id === run.manifest.experiment);
}

/** The views of the experiment whose columns the run has, then the pictures of its own figures. */
export async function storedFigures(run: StoredRun, survey: RunSurvey): Promise<StoredFigure[]> {
  const views = (await experimentOf(run))?.views ?? [];
  const tables = new Map(survey.tables.map((table) => [table.name, new Set(table.columns.map(({ name }) => name))]));
  const found: StoredFigure[] = [];
  for (const view of views) {
    if (view.kind === 'image') continue;
    const columns = tables.get(view.table);
    if (columns === undefined || !columnsOf(view).every((column) => columns.has(column))) continue;
    found.push({ name: view.id, title: view.title, from: 'view', table: view.table });
  }
  const drawn = new Set(found.map(({ name }) => name));
  for (const file of survey.files) {
    const name = /^plots\/(.+)\.svg$/.exec(file)?.[1];
    if (name !== undefined && !drawn.has(name)) found.push({ name, title: name, from: 'file' });
  }
  return found;
}

/** Of which rows, and how long. */
export interface StoredFigureOptions {
  readonly signal?: AbortSignal;
  /** Only rows that had been stored so many seconds after the first event. */
  readonly toS?: number;
}

/**
 * A view as a figure, of the rows that the run has by now.
 * @throws DataError when the experiment has no such view or the run too many rows; RangeError when it cannot be drawn; FileError; the
 *   signal's reason
 */
export async function storedFigure(
  run: StoredRun,
  survey: RunSurvey,
  name: string,
  { signal, toS }: StoredFigureOptions = {},
): Promise<PlotFigure> {
  const experiment = await experimentOf(run);
  const view = experiment?.views.find((one): one is TableView => one.id === name && one.kind !== 'image');
  if (experiment === undefined || view === undefined) {
    throw new DataError(`experiment ${run.manifest.experiment} has no view ${JSON.stringify(name)}`);
  }
  const rows =
    toS === undefined
      ? (survey.tables.find((table) => table.name === view.table)?.rows ?? 0)
      : await rowsUntil(survey, view.table, survey.span[0] + toS * 1000, signal);
  if (rows === 0) throw new DataError(`the run has no rows of table ${view.table}`);
  if (rows > MOST_ROWS) {
    throw new DataError(
      `table ${view.table} has ${rows} rows, more than ${MOST_ROWS}, which is too much for a figure`,
      {
        nextStep: 'Export the table and draw a part of it.',
      },
    );
  }
  const tables = new ViewTables([view]);
  for await (const row of readRows(survey, view.table, { from: 0, to: rows }, signal)) {
    tables.add(view.table, withoutNull(row));
  }
  return viewFigure(view, tables.table(view.table)!, figureFacts(run.manifest, experiment, run.state));
}

/** A number that did not exist is stored as null. */
function withoutNull(row: Readonly<Record<string, Cell | null | undefined>>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell ?? NaN]));
}
