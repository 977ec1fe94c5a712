import { formatBytes, formatSi, ProgressTracker } from '../../base/index.js';
import { readAssessment } from '../../lab/entropy/assessment.js';
import { BitFile, sidecarOf } from '../../lab/entropy/bit-file.js';
import type { ByteSink } from '../../lab/entropy/collect-bits.js';
import type { ConditionerName } from '../../lab/entropy/condition/conditioner.js';
import { collectTap } from '../../lab/entropy/tap/collect-tap.js';
import type { DrbgName } from '../../lab/entropy/tap/seeded-output.js';
import { refuseStandIn } from '../../lab/entropy/tap/tap-core.js';
import type { TapRecord } from '../../lab/entropy/tap/tap-record.js';
import type { TapEvent } from '../../lab/entropy/tap/tap-types.js';
import { BinaryOutput } from '../binary-output.js';
import { checkBoardUri } from '../board-uri.js';
import type { CommandContext } from '../context.js';
import { refuseKernelPool } from '../entropy/kernel-pool.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { failureOf } from '../failure.js';
import { openNamedBoard } from '../open-named-board.js';
import { openProgress } from '../progress-display.js';
import { pairs, type Cell } from '../table.js';

/** The flags of output that passes a tap. */
export interface TapFlags {
  readonly allowSimulated?: boolean;
  readonly assessment?: string;
  readonly minEntropy?: number;
  readonly tests?: 'approved' | 'all';
  readonly conditioner?: ConditionerName;
  readonly drbg?: DrbgName;
  readonly expansion?: number;
}

/** Those flags as they are written. */
export const TAP_FLAGS: readonly (readonly [keyof TapFlags, string])[] = [
  ['allowSimulated', '--allow-simulated'],
  ['assessment', '--assessment'],
  ['minEntropy', '--min-entropy'],
  ['tests', '--tests'],
  ['conditioner', '--conditioner'],
  ['drbg', '--drbg'],
  ['expansion', '--expansion'],
];

/** What of `spindrift entropy` concerns a tap. */
export interface TapCommand extends TapFlags {
  readonly bytes: number;
  readonly mode: 'conditioned' | 'drbg';
  readonly controller?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

/** `spindrift entropy --mode conditioned` and `--mode drbg`. */
export async function entropyThroughTap(context: CommandContext, command: TapCommand): Promise<ExitCode> {
  const { out, signal, clock } = context;
  const { bytes, mode, allowSimulated = false, controller = false } = command;
  checkBoardUri(context.board);
  const path = command.out === undefined ? undefined : await BitFile.check(command.out, command.force === true);
  const board = await openNamedBoard(context);
  const display = out.stderr.isTTY === true ? await openProgress(out) : undefined;
  const say = (line: string): void => (display ?? out).note(line);
  const tracker = new ProgressTracker({ unit: 'bytes', total: bytes, clock });
  try {
    refuseStandIn({ mode, kind: board.identity.kind, allowSimulated });
    const found =
      command.assessment === undefined ? undefined : await readAssessment(command.assessment, board.identity.serial);
    found?.doubts.forEach((doubt) => say(`warning: the assessment ${command.assessment!} is doubtful: ${doubt}`));
    if (found === undefined) say('no --assessment: 1000000 raw bits are assessed first, and thrown away');
    const { record, error } = await collectTap(
      board,
      {
        bytes,
        mode,
        allowSimulated,
        controller,
        signal,
        clock,
        ...pick(command, ['tests', 'conditioner', 'drbg', 'expansion']),
        ...(command.minEntropy === undefined ? {} : { claimedMinEntropy: command.minEntropy }),
        ...(found === undefined ? {} : { assessment: found, doubts: found.doubts }),
        onEvent: (event) => tell(event, say),
        onBytes: (done) => display?.update(tracker.update(done), []),
      },
      async (first): Promise<ByteSink<TapRecord>> => {
        if (first.mark !== undefined) say(`${first.mark} (${board.uri} is ${board.identity.kind}, not silicon)`);
        if (first.mark !== undefined && path === undefined) refuseKernelPool(out.stdout);
        return path === undefined ? new BinaryOutput(out.stdout, signal) : BitFile.create(path, first, 0o600);
      },
    );
    display?.close();
    return conclude(context, record, error, path);
  } finally {
    display?.close();
    await board.close();
  }
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((k) => from[k] !== undefined).map((k) => [k, from[k]])) as Pick<T, K>;
}

function tell(event: TapEvent, say: (line: string) => void): void {
  if (event.kind === 'warning') say(`warning: ${event.text}`);
  else if (event.kind === 'alarm') {
    const { test, severity, index, text } = event.alarm;
    const left = event.leftBits === 0 ? 'nothing made of it had left' : `${event.leftBits} raw bits of it had left`;
    say(`alarm: ${test} (${severity}) at raw bit ${index}: ${text}; ${left}`);
  } else if (event.state !== 'open' || event.previous === 'recovering') say(`tap: ${event.state} (${event.cause})`);
}

function conclude(
  { out, signal }: CommandContext,
  record: TapRecord,
  error: unknown,
  path: string | undefined,
): ExitCode {
  const { status, bytes, wantedBytes, safe } = record;
  const file = path === undefined || bytes === 0 ? undefined : path;
  const json = { ...record, file: file ?? null, sidecar: file === undefined ? null : sidecarOf(file) };
  if (safe !== true) out.note('warning: the array is not known to be safe');
  if (status === 'failed') {
    const failure = failureOf(error);
    out.failure({ ...failure, details: { ...failure.details, file: json.file, bytes } });
    out.note(`the ${bytes} bytes that had left are in ${file ?? (path === undefined ? 'standard output' : 'no file')}`);
    return failure.exitCode;
  }
  const interrupted = status === 'interrupted' && signal.aborted;
  if (interrupted) out.note(`interrupted after ${bytes} of ${wantedBytes} bytes`);
  if (path !== undefined) out.result(json, () => describe(json));
  else out.detail(describe(json));
  return interrupted ? EXIT.interrupted : EXIT.done;
}

function describe(json: TapRecord & { readonly file: string | null; readonly sidecar: string | null }): string {
  const { bytes, wantedBytes, mark, mode, file, sidecar, sha256, tap, boardTimeS } = json;
  const { assessment, counters, conditioner, bitsPerDigest, drbg, expansion } = tap;
  const seconds = (boardTimeS.last ?? 0) - (boardTimeS.first ?? 0);
  const h = assessment?.minEntropy ?? 0;
  const rate = seconds > 0 ? counters.rawBits / seconds : undefined;
  const alarms = counters.intermittent + counters.permanent;
  const rows: [string, Cell][] = [
    ['bytes', `${bytes === wantedBytes ? bytes : `${bytes} of ${wantedBytes}`} (${formatBytes(bytes)})`],
    ['source', mark ?? 'silicon'],
    ['mode', `${mode}: ${tap.shape}`],
    ['assessed', `${h.toPrecision(4)} bit per raw bit (${assessment?.origin ?? 'not done'})`],
    [
      'raw rate',
      rate === undefined
        ? undefined
        : `${formatSi(rate, 'bit/s')} on the board's clock, ${formatSi(mark === undefined ? rate * h : 0, 'bit/s')} of it credited as entropy`,
    ],
    ['conditioning', `${conditioner!}, 256 bits of every ${bitsPerDigest ?? '?'}`],
    [
      'generator',
      drbg === undefined ? undefined : `${drbg}, ${expansion!} bytes a byte of seed, ${counters.reseeds} seeds`,
    ],
    [
      'raw bits',
      `${counters.rawBits}: ${counters.startupBits} start-up, ${counters.flushedBits} flushed, ${counters.usedBits} used`,
    ],
    ['alarms', alarms === 0 ? 'none' : `${counters.intermittent} intermittent, ${counters.permanent} permanent`],
    ['sha-256', sha256 ?? undefined],
    ['file', file ?? undefined],
    ['sidecar', sidecar ?? undefined],
  ];
  return pairs(rows);
}
