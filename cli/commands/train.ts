import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { formatDuration, ProgressTracker } from '../../base/index.js';
import {
  CLASSIFIER_RECIPE,
  DENOISER_RECIPE,
  trainDenoiserSession,
  trainJudgeSession,
  type TrainingOutcome,
} from '../../lab/diffusion/index.js';
import type { CommandAction, CommandContext } from '../context.js';
import { EXIT } from '../exit-codes.js';
import { assertWritable } from '../output-file.js';
import { openProgress, type ProgressDisplay } from '../progress-display.js';
import { pairs } from '../table.js';

/** The flags of `spindrift train`; what is absent takes the recipe of the model that comes with Spindrift. */
export interface TrainFlags {
  readonly classifier?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly seed?: number;
  readonly batch?: number;
  readonly rate?: number;
  readonly floatSteps?: number;
  readonly quantisedSteps?: number;
  readonly guidanceSteps?: number;
  readonly epochs?: number;
  readonly workers?: number;
}

/** `spindrift train`: a denoiser (or, with --classifier, the network that judges images) from real images. */
export const train: CommandAction<TrainFlags> = async (context, flags) => {
  const { out, argv, clock, signal } = context;
  const path = resolve(flags.out ?? (flags.classifier === true ? 'mnist-judge.spm' : 'mnist-mixer.spm'));
  // Hours of training must not end at a file that cannot be written.
  await assertWritable(path, flags.force === true);
  const display = await openProgress(out);
  const session = { path, command: `spindrift ${argv.join(' ')}`, signal, clock };
  try {
    const outcome: TrainingOutcome & { readonly accuracy?: number } =
      flags.classifier === true
        ? await trainJudge(flags, session, display)
        : await trainDenoiser(flags, session, display);
    display.close();
    out.result(outcome, () =>
      pairs([
        ['epochs', outcome.epochs.toFixed(2)],
        ['loss', outcome.loss.toPrecision(4)],
        ['took', formatDuration(outcome.seconds)],
        ['test accuracy', outcome.accuracy === undefined ? undefined : `${(100 * outcome.accuracy).toFixed(2)} %`],
        ['model', outcome.model],
      ]),
    );
  } catch (error) {
    display.close();
    if (signal.aborted && flags.classifier !== true)
      out.note('what was learned until here is kept beside the model; the same command goes on from there');
    throw error;
  }
  return EXIT.done;
};

type Session = { readonly path: string; readonly command: string } & Pick<CommandContext, 'signal' | 'clock'>;

function trainDenoiser(
  flags: TrainFlags,
  session: Session,
  display: ProgressDisplay,
): ReturnType<typeof trainDenoiserSession> {
  const { seed, batch, rate, floatSteps, quantisedSteps, guidanceSteps } = flags;
  const recipe = { ...DENOISER_RECIPE, ...given({ seed, batch, rate, floatSteps, quantisedSteps, guidanceSteps }) };
  // Begins at the first report: a resumed training does not start from nothing.
  let tracker: ProgressTracker | undefined;
  return trainDenoiserSession(recipe, {
    ...session,
    workers: flags.workers ?? Math.min(recipe.shards, availableParallelism()),
    onProgress: ({ step, steps, phase, loss }) => {
      tracker ??= new ProgressTracker({ unit: 'steps', clock: session.clock, startDone: step - 1 });
      display.update({ ...tracker.update(step, steps), note: phase }, [`loss ${loss.toPrecision(4)}`]);
    },
  });
}

function trainJudge(
  flags: TrainFlags,
  session: Session,
  display: ProgressDisplay,
): ReturnType<typeof trainJudgeSession> {
  const { seed, batch, rate, epochs } = flags;
  const tracker = new ProgressTracker({ unit: 'steps', clock: session.clock });
  return trainJudgeSession(
    { ...CLASSIFIER_RECIPE, ...given({ seed, batch, rate, epochs }) },
    {
      ...session,
      onProgress: ({ step, steps, loss }) =>
        display.update(tracker.update(step, steps), [`loss ${loss.toPrecision(4)}`]),
    },
  );
}

/** Only what was given. */
function given<T extends Readonly<Record<string, number | undefined>>>(values: T): { [K in keyof T]?: number } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: number;
  };
}
