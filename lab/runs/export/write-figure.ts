import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError } from '../file-errors.js';
import type { StoredRun } from '../read-run.js';
import type { RunSurvey } from '../tables/run-survey.js';
import type { WorkControl } from './export-types.js';
import { noticeOf } from './provenance.js';

/** Draws a figure of a run to a file. What draws is loaded when it is needed. */
export async function writeFigure(
  run: StoredRun,
  survey: RunSurvey,
  request: { readonly path: string; readonly format: 'png' | 'svg'; readonly figure: string; readonly scale: number },
  { signal, tell }: WorkControl,
): Promise<void> {
  const { path, format, figure, scale } = request;
  const svg = withNotice(await svgOf(run, survey, figure, signal), noticeOf(run.manifest));
  signal?.throwIfAborted();
  const { rasterise } = await import('../../plot/rasterise.js');
  const bytes = format === 'svg' ? svg : await rasterise(svg, scale);
  await writeFile(path, bytes, { flag: 'wx', flush: true }).catch((cause: unknown) => {
    throw fileError('write', path, cause);
  });
  tell(1);
}

async function svgOf(
  run: StoredRun,
  survey: RunSurvey,
  name: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const [{ storedFigure, storedFigures }, { renderSvg }] = await Promise.all([
    import('../../experiments/stored-figures.js'),
    import('../../plot/index.js'),
  ]);
  const found = (await storedFigures(run, survey)).find((figure) => figure.name === name);
  if (found?.from === 'view') {
    const figure = await storedFigure(run, survey, name, signal === undefined ? {} : { signal });
    const notice = noticeOf(run.manifest);
    return renderSvg(notice === undefined ? figure : { ...figure, notes: [...(figure.notes ?? []), notice] });
  }
  const path = join(run.dir, 'plots', `${name}.svg`);
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw fileError('read', path, cause);
  });
}

/** The notice as a description of the picture, for programs and for those who cannot see it. */
function withNotice(svg: string, notice: string | undefined): string {
  if (notice === undefined) return svg;
  const end = svg.indexOf('>', svg.indexOf('<svg')) + 1;
  return `${svg.slice(0, end)}<metadata>${notice}</metadata>${svg.slice(end)}`;
}
