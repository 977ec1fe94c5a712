import { checkNumber, formatBytes, formatSi, ProgressTracker, UsageError } from '../../base/index.js';
import { WireRecorder } from '../../firmware-host/host/index.js';
import {
  BITS_CHANNEL,
  CAPTURE_EXPERIMENT,
  CHANNEL_GROUPS,
  channelStatistics,
  LiveCapture,
  type ChannelGroup,
  type ChannelStatistics,
  type LiveOutcome,
} from '../../lab/capture/index.js';
import { NOT_ENTROPY_MARK } from '../../lab/entropy/index.js';
import { inNewRunFolder } from '../../lab/runs/index.js';
import { checkBoardUri } from '../board-uri.js';
import { DEFAULT_RUNS, type CommandAction, type CommandContext } from '../context.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { failureOf } from '../failure.js';
import { openNamedBoard } from '../open-named-board.js';
import { openProgress, type ProgressDisplay } from '../progress-display.js';
import { table } from '../table.js';

/** The flags of `spindrift capture`. */
export interface CaptureFlags {
  readonly channels?: string;
  /** s. */
  readonly for?: number;
  /** s. */
  readonly period?: number;
  readonly bitRate?: number;
  readonly rows?: string;
  readonly controller?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly recordWire?: boolean;
}

/** How often the progress is looked at, s. */
const LOOK_S = 0.25;

/** `spindrift capture`: records live signals of a board into a run folder. */
export const capture: CommandAction<CaptureFlags> = async (context, flags) => {
  const { out, signal, clock } = context;
  checkBoardUri(context.board);
  const groups = channelGroups(flags.channels);
  const seconds = flags.for === undefined ? Infinity : checkNumber('--for', flags.for, { min: 0.01, max: 1e7 });
  const wire = flags.recordWire === true ? new WireRecorder({ board: context.board, clock }) : undefined;
  const board = await openNamedBoard(context, { trace: wire });
  const display = await openProgress(out);
  try {
    const start = (dir: string): Promise<LiveCapture> =>
      LiveCapture.start({
        board,
        dir,
        force: flags.force ?? false,
        wire,
        clock,
        signal,
        ...(groups === undefined ? {} : { groups }),
        ...(flags.period === undefined ? {} : { telemetryPeriodMs: Math.round(flags.period * 1000) }),
        bits: {
          ...(flags.bitRate === undefined ? {} : { rateHz: flags.bitRate }),
          ...(flags.rows === undefined ? {} : { rows: flags.rows }),
          controller: flags.controller ?? false,
        },
      });
    const live =
      flags.out === undefined
        ? await inNewRunFolder(CAPTURE_EXPERIMENT, clock, [DEFAULT_RUNS], start)
        : await start(flags.out);
    if (live.capture.index.notEntropy && BITS_CHANNEL in live.capture.index.layouts)
      display.note(`${NOT_ENTROPY_MARK} (${board.uri} is ${board.identity.kind}, not silicon)`);
    await follow(live, context, seconds, display);
    const outcome = await live.stop();
    display.close();
    const code = conclude(context, live, outcome, seconds !== Infinity);
    live.capture.release();
    return code;
  } finally {
    display.close();
    await board.close();
  }
};

function channelGroups(text: string | undefined): ChannelGroup[] | undefined {
  if (text === undefined || text.trim() === 'all') return undefined;
  return text.split(',').map((part) => {
    const group = CHANNEL_GROUPS.find((known) => known === part.trim());
    if (group !== undefined) return group;
    throw new UsageError(`there are no channels called ${JSON.stringify(part.trim())}`, {
      nextStep: `Choose among: ${CHANNEL_GROUPS.join(', ')}.`,
    });
  });
}

/** Shows progress until the time is over, the command is interrupted or the capture ends by itself. */
async function follow(
  live: LiveCapture,
  { clock, signal }: CommandContext,
  seconds: number,
  display: ProgressDisplay,
): Promise<void> {
  const tracker = new ProgressTracker({ unit: 's', ...(seconds === Infinity ? {} : { total: seconds }), clock });
  const ended = new AbortController();
  void live.done.then(() => ended.abort());
  const stop = AbortSignal.any([signal, ended.signal]);
  while (!stop.aborted) {
    const { elapsedS, bytes } = live.capture;
    if (elapsedS >= seconds) return;
    display.update(tracker.update(Math.min(seconds, elapsedS)), [`${formatBytes(bytes)} recorded`]);
    await clock.sleep(Math.min(LOOK_S, Math.max(0, seconds - elapsedS)), stop).catch(() => undefined);
  }
}

function conclude(
  { out, signal }: CommandContext,
  live: LiveCapture,
  { status, error, safe, dir }: LiveOutcome,
  timed: boolean,
): ExitCode {
  const { capture: recorded } = live;
  const channels = recorded.index.channels.map(({ name }) => {
    const data = recorded.data(name);
    return channelStatistics(data, recorded.times(name), 0, data.length);
  });
  const id = recorded.run.manifest.id;
  if (!safe) out.note('warning: the array is not known to be safe');
  if (status === 'failed') {
    const failure = failureOf(error);
    out.failure({ ...failure, details: { ...failure.details, run: dir } });
    out.note(`what was recorded until then is in ${dir}`);
    return failure.exitCode;
  }
  const json = { run: dir, id, status, seconds: recorded.elapsedS, bytes: recorded.bytes, safe, channels };
  out.result(json, () => [summary(channels), `run: ${dir} (${formatBytes(recorded.bytes)})`].join('\n'));
  // Without a time, Ctrl-C is the way to end a capture, not to interrupt it.
  return timed && signal.aborted ? EXIT.interrupted : EXIT.done;
}

function summary(channels: readonly ChannelStatistics[]): string {
  const value = (number: number, unit: string): string => (Number.isNaN(number) ? '–' : formatSi(number, unit));
  return table(
    ['channel', 'samples', 'lost', 'min', 'mean', 'max'],
    channels.map(({ channel, unit, count, lost, min, mean, max }) => [
      channel,
      String(count),
      String(lost),
      value(min, unit),
      value(mean, unit),
      value(max, unit),
    ]),
  );
}
