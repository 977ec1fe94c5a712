import { packError, type PackedError } from '../../../base/index.js';
import { readRun } from '../read-run.js';
import { RunSurvey } from '../tables/run-survey.js';
import type { ExportWork, WorkControl } from './export-types.js';

/** What a worker thread answers: errors as data, so that they arrive as the classes that they were. */
export type WorkAnswer = { readonly sha256?: string } | { readonly error: PackedError };

/** Writes the file of an export. What each format needs is loaded with it. */
export async function performExport(
  { dir, path, plan }: ExportWork,
  control: WorkControl,
): Promise<string | undefined> {
  const run = await readRun(dir);
  const { what } = plan;
  const order = plan.export;
  if (order.format === 'spin') {
    await (await import('./write-spin.js')).writeSpin(run, { path }, control);
    return undefined;
  }
  const survey = await RunSurvey.of(dir, control.signal);
  switch (order.format) {
    case 'csv':
      return (await import('./write-csv.js')).writeCsv(run, survey, { path, ...order }, control);
    case 'parquet':
      await (await import('./write-parquet.js')).writeParquet(run, survey, { path, what, ...order }, control);
      break;
    case 'hdf5':
      await (await import('./write-hdf5.js')).writeHdf5(run, survey, { path, what, ...order }, control);
      break;
    case 'png':
    case 'svg':
      await (await import('./write-figure.js')).writeFigure(run, survey, { path, ...order }, control);
  }
  return undefined;
}

/** One export as the unit of a job. */
export async function exportUnit(
  work: ExportWork,
  _index: number,
  tell: (fraction: number) => void,
): Promise<WorkAnswer> {
  try {
    const total = Math.max(1, work.plan.total);
    const sha256 = await performExport(work, { tell: (done) => tell(Math.min(1, done / total)) });
    return sha256 === undefined ? {} : { sha256 };
  } catch (error) {
    return { error: packError(error) };
  }
}

export const exportKinds = { export: exportUnit } as const;
