import { formatSi } from '../../base/index.js';
import { renderFigure, type Figure } from '../plot/index.js';
import type { RunManifest, RunState, RunWriter, EndState } from '../runs/index.js';
import type { Experiment } from './define-experiment.js';
import { describeParameters } from './describe-experiment.js';
import type { EventRecorder } from './event-recorder.js';
import { viewFigure, type FigureFacts } from './view-figure.js';

/** What a run has to draw. */
export interface PlotJob {
  readonly run: RunWriter;
  readonly experiment: Pick<Experiment, 'views' | 'params'>;
  readonly status: EndState;
  /** Holds tables and figures, and takes what goes wrong. */
  readonly recorder: Pick<EventRecorder, 'tables' | 'figures' | 'log'>;
}

/** Draws the views of a run and the figures of its experiment into `plots/`. What cannot be drawn is logged and left out. */
export async function drawPlots({ run, experiment, status, recorder }: PlotJob): Promise<void> {
  const facts = figureFacts(run.manifest, experiment, status);
  const jobs = new Map<string, () => Figure>();
  for (const view of experiment.views) {
    const table = view.kind === 'image' ? undefined : recorder.tables.table(view.table);
    if (view.kind !== 'image' && table !== undefined) jobs.set(view.id, () => viewFigure(view, table, facts));
  }
  for (const [name, figure] of recorder.figures) jobs.set(name, () => figure);
  for (const [name, figureOf] of jobs) {
    try {
      const { svg, png } = await renderFigure(figureOf());
      await run.writeFile(`plots/${name}.svg`, svg);
      await run.writeFile(`plots/${name}.png`, png);
    } catch (error) {
      recorder.log(`plot ${name} was not drawn: ${error instanceof Error ? error.message : String(error)}`, 'warn');
    }
  }
}

/** Parameters up to which all are told; of more, only those that were set. */
const FEW_PARAMETERS = 6;

/** What repeats the run; nothing that would differ when it is repeated. */
export function figureFacts(
  manifest: Pick<RunManifest, 'experiment' | 'board' | 'params' | 'versions'>,
  experiment: Pick<Experiment, 'params'>,
  status: RunState,
): FigureFacts {
  const { board, params, versions } = manifest;
  const all = describeParameters(experiment);
  const told = all.length <= FEW_PARAMETERS ? all : all.filter((one) => params[one.name] !== one.default);
  const facts = [
    manifest.experiment,
    ...(board === null ? [] : [`${String(board['kind'])} board ${String(board['uri'])}`]),
    ...told.map(({ name, label, unit }) => `${lowerFirst(label)} ${shown(params[name], unit)}`),
    ...(versions['spindrift'] === undefined ? [] : [`spindrift ${versions['spindrift']}`]),
  ];
  return { subtitle: facts.join('; '), notes: noteOf(status) };
}

function noteOf(status: RunState): string[] {
  if (status === 'finished') return [];
  return status === 'running'
    ? ['The run goes on; drawn is what has been recorded so far.']
    : [`The run ended early (${status}); drawn is what had been recorded.`];
}

function shown(value: unknown, unit: string | undefined): string {
  if (typeof value === 'number' && unit !== undefined) return formatSi(value, unit, 3);
  return typeof value === 'string' && value === '' ? 'none' : String(value);
}

/** Labels begin with a capital letter, which does not fit a list; abbreviations keep theirs. */
function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
