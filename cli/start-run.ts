import { formatDuration } from '../base/index.js';
import { WireRecorder, type BoardKind } from '../firmware-host/host/index.js';
import {
  parseParams,
  runExperiment,
  type EngineEvent,
  type Experiment,
  type ExperimentOutcome,
} from '../lab/experiments/index.js';
import { inNewRunFolder } from '../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandContext } from './context.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { failureOf } from './failure.js';
import { LiveStatus } from './live-status.js';
import { openNamedBoard } from './open-named-board.js';
import { openProgress, type ProgressDisplay } from './progress-display.js';

/** The options of every command that makes a run. */
export interface RunFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly hostWatts?: number;
  readonly recordWire?: boolean;
}

/** What a command says of a run that ended well or was interrupted. */
export interface RunReport {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: () => string;
}

/**
 * Opens the board, runs an experiment with live progress, reports, and returns the exit code. The array is safe and the run
 * folder whole however it ends.
 * @param params in SI units, checked before anything is opened or created.
 */
export async function startRun(
  context: CommandContext,
  experiment: Experiment,
  params: Readonly<Record<string, unknown>>,
  flags: RunFlags,
  report: (outcome: ExperimentOutcome, kind: BoardKind) => RunReport,
): Promise<ExitCode> {
  const { out, clock, signal } = context;
  const whole: Readonly<Record<string, unknown>> = parseParams(experiment, params);
  const seed = typeof whole['seed'] === 'number' ? whole['seed'] : undefined;
  const wire = flags.recordWire === true ? new WireRecorder({ board: context.board, clock }) : undefined;
  const board = await openNamedBoard(context, { seed, trace: wire });
  const display = await openProgress(out);
  const run = (outDir: string): Promise<ExperimentOutcome> =>
    runExperiment(experiment, {
      board,
      params: whole,
      outDir,
      force: flags.force ?? false,
      wire,
      signal,
      clock,
      onEvent: listener(display, out.verbose, whole),
      ...(flags.hostWatts === undefined ? {} : { hostWattsPerCore: flags.hostWatts }),
    });
  let outcome: ExperimentOutcome;
  try {
    outcome =
      flags.out === undefined ? await inNewRunFolder(experiment.id, clock, [DEFAULT_RUNS], run) : await run(flags.out);
  } finally {
    display.close();
    await board.close();
  }
  return conclude(context, outcome, () => report(outcome, board.identity.kind));
}

function conclude({ out }: CommandContext, outcome: ExperimentOutcome, report: () => RunReport): ExitCode {
  const { status, error, run } = outcome;
  if (status === 'failed') {
    const failure = failureOf(error);
    out.failure({ ...failure, details: { ...failure.details, run: run.dir } });
    out.note(`what was stored until then is in ${run.dir}`);
    return failure.exitCode;
  }
  const { json, text } = report();
  if (status === 'aborted')
    out.note(`interrupted; the array is ${outcome.safe ? 'safe' : 'NOT known to be safe'} and the run is whole`);
  out.result(json, text);
  return status === 'aborted' ? EXIT.interrupted : EXIT.done;
}

/** Shows what a run tells while it goes. */
function listener(
  display: ProgressDisplay,
  verbose: boolean,
  params: Readonly<Record<string, unknown>>,
): (event: EngineEvent) => void {
  const status = new LiveStatus();
  if (typeof params['images'] === 'number') status.update({ images: params['images'] });
  return (event) => {
    switch (event.type) {
      case 'progress':
        display.update(event, status.lines(display.statusWidth));
        break;
      case 'metric':
        status.update(event.values);
        break;
      case 'energy':
        status.update(
          Object.fromEntries(event.totals.map(({ scope, kind, joules }) => [`energy.${scope}.${kind}`, joules])),
        );
        break;
      case 'note':
        display.note(event.text);
        break;
      case 'log':
        if (verbose || event.level === 'warn' || event.level === 'error') display.note(`${event.level}: ${event.text}`);
        break;
      case 'phase':
        if (verbose) display.note(`phase: ${event.name}`);
        break;
      case 'safety':
        if (!event.safe) display.note(`warning: ${event.text ?? 'the array is not known to be safe'}`);
        break;
      default:
        break;
    }
  };
}

/** A time with its clock, as the end of a run tells it. */
export function tookText(seconds: unknown, boardSeconds: unknown, kind: BoardKind): string | undefined {
  if (typeof seconds !== 'number') return undefined;
  const board = typeof boardSeconds === 'number' && boardSeconds > 0 ? boardSeconds : undefined;
  if (board === undefined) return formatDuration(seconds);
  return `${formatDuration(seconds)} on this computer, ${formatDuration(board)} on the board’s clock${kind === 'real' ? '' : ' (modelled)'}`;
}
