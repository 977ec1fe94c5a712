import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { unpackError } from '../../../base/index.js';
import { unitRunner } from '../../../base/parallel/run-units.js';
import { hashFile } from '../hash-file.js';
import { readRun, type StoredRun } from '../read-run.js';
import { RunSurvey } from '../tables/run-survey.js';
import { writeAtomically } from './atomic-output.js';
import { exportKinds, performExport } from './export-unit.js';
import type { ExportOptions, ExportOutcome, ExportPlan, ExportRequest, ExportWork } from './export-types.js';
import { planExport } from './plan-export.js';

const IN_SOURCES = import.meta.url.endsWith('.ts');
const runUnits = unitRunner(
  exportKinds,
  new URL(IN_SOURCES ? './export-worker.ts' : './export-worker.js', import.meta.url),
);

/**
 * Says what an export would be: its range, its name, about how large. Writes nothing.
 * @param survey of the run, where it has been made already
 * @throws as {@link exportRun}
 */
export async function estimateExport(
  run: StoredRun,
  request: ExportRequest,
  survey?: RunSurvey,
  signal?: AbortSignal,
): Promise<ExportPlan> {
  if (request.format === 'spin') return planExport(run, new RunSurvey(run.dir), request, []);
  const known = survey ?? (await RunSurvey.of(run.dir, signal));
  if (request.format !== 'png' && request.format !== 'svg') return planExport(run, known, request, []);
  const { storedFigures } = await import('../../experiments/stored-figures.js');
  const figures = await storedFigures(run, known);
  return planExport(
    run,
    known,
    request,
    figures.map(({ name }) => name),
  );
}

/**
 * Exports a run, its tables or a figure of it to a file, in a thread of its own. The file is there whole or not at all, and never replaces
 * another unless told to.
 * @throws RangeError, TypeError for a request outside what the run has; DataError naming what it has; StateError for a `.spin` of a run
 *   that has not ended; FileError; the signal's reason
 */
export async function exportRun(
  dir: string,
  request: ExportRequest,
  options: ExportOptions = {},
): Promise<ExportOutcome> {
  const { signal, onProgress, force = false } = options;
  const run = await readRun(dir);
  const plan = await estimateExport(run, request, undefined, signal);
  const path = resolve(options.out ?? plan.fileName);
  onProgress?.(0, plan.total);
  const { bytes, sha256 } = await writeAtomically(path, force, async (temporary) => {
    const work = { dir: run.dir, path: temporary, plan };
    const known = await perform(work, {
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    signal?.throwIfAborted();
    return { bytes: (await stat(temporary)).size, sha256: known ?? (await hashFile(temporary)) };
  });
  onProgress?.(plan.total, plan.total);
  return { path, format: request.format, what: plan.what, bytes, sha256 };
}

/** From TypeScript sources the work is done in this thread. */
async function perform(
  work: ExportWork,
  { signal, onProgress }: Pick<ExportOptions, 'signal' | 'onProgress'>,
): Promise<string | undefined> {
  const { total } = work.plan;
  if (IN_SOURCES) {
    const tell = (done: number): void => onProgress?.(Math.min(done, total), total);
    return performExport(work, { tell, ...(signal === undefined ? {} : { signal }) });
  }
  const [answer] = await runUnits('export', work, 1, {
    workers: 1,
    ...(signal === undefined ? {} : { signal }),
    onProgress: (fraction) => onProgress?.(Math.round(fraction * total), total),
  });
  if (answer !== undefined && 'error' in answer) throw unpackError(answer.error);
  return answer?.sha256;
}
