import { formatBytes, ProgressTracker, UsageError } from '../../base/index.js';
import {
  BitFile,
  collectBits,
  sidecarOf,
  type BitCollectionMode,
  type BitRecord,
  type ByteSink,
  type RawHealth,
} from '../../lab/entropy/index.js';
import { BinaryOutput } from '../binary-output.js';
import { checkBoardUri } from '../board-uri.js';
import { checkByteOutput } from '../byte-output.js';
import type { CommandAction, CommandContext } from '../context.js';
import { entropyFromDaemon } from '../entropy/from-daemon.js';
import { refuseKernelPool } from '../entropy/kernel-pool.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { failureOf } from '../failure.js';
import { openNamedBoard } from '../open-named-board.js';
import { openProgress } from '../progress-display.js';
import { pairs } from '../table.js';
import { entropyThroughTap, TAP_FLAGS, type TapFlags } from './entropy-tap.js';

/** The flags of `spindrift entropy`. */
export interface EntropyFlags extends TapFlags {
  readonly bytes?: number;
  readonly mode?: BitCollectionMode | 'conditioned' | 'drbg';
  readonly xorStages?: number;
  readonly controller?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  /** A running daemon, instead of a board. */
  readonly from?: string;
}

/** `spindrift entropy`: bits of a board, to standard output or into a file with a sidecar. */
export const entropy: CommandAction<EntropyFlags> = async (context, flags) => {
  if (flags.from !== undefined) return entropyFromDaemon(context, { ...flags, from: flags.from });
  const { out, signal, clock } = context;
  const { bytes, mode } = checkFlags(context, flags);
  if (mode === 'conditioned' || mode === 'drbg') return entropyThroughTap(context, { ...flags, bytes, mode });
  checkBoardUri(context.board);
  const path = flags.out === undefined ? undefined : await BitFile.check(flags.out, flags.force === true);
  const board = await openNamedBoard(context);
  const display = out.stderr.isTTY === true ? await openProgress(out) : undefined;
  const tracker = new ProgressTracker({ unit: 'bytes', total: bytes, clock });
  try {
    const { record, error } = await collectBits(
      board,
      {
        bytes,
        mode,
        xorStages: flags.xorStages ?? 0,
        controller: flags.controller ?? false,
        ...(flags.minEntropy === undefined ? {} : { minEntropy: flags.minEntropy }),
        signal,
        clock,
        onProgress: (done) => display?.update(tracker.update(done), []),
      },
      async (first): Promise<ByteSink> => {
        if (first.mark !== undefined)
          (display ?? out).note(`${first.mark} (${board.uri} is ${board.identity.kind}, not silicon)`);
        if (first.mark !== undefined && path === undefined) refuseKernelPool(out.stdout);
        return path === undefined ? new BinaryOutput(out.stdout, signal) : BitFile.create(path, first);
      },
    );
    display?.close();
    return conclude(context, record, error, path);
  } finally {
    display?.close();
    await board.close();
  }
};

function checkFlags(
  { out }: CommandContext,
  flags: EntropyFlags,
): { bytes: number; mode: BitCollectionMode | 'conditioned' | 'drbg' } {
  const { bytes, mode = 'raw', xorStages = 0 } = flags;
  if (bytes === undefined)
    throw new UsageError('how many bytes is missing', { nextStep: 'Name it with --bytes, as --bytes 1MB.' });
  const tapped = mode === 'conditioned' || mode === 'drbg';
  const foreign = tapped
    ? undefined
    : TAP_FLAGS.find(([key]) => flags[key] !== undefined && !(mode === 'raw' && key === 'minEntropy'));
  if (foreign !== undefined)
    throw new UsageError(`${foreign[1]} has no meaning for ${mode} bits: they pass no tap`, {
      nextStep: 'Use it with --mode conditioned or --mode drbg.',
    });
  if (tapped && xorStages > 0)
    throw new UsageError(`${mode} output is made of raw bits`, { nextStep: 'Leave out --xor-stages.' });
  if (mode === 'raw' && xorStages > 0)
    throw new UsageError('folded bits are not raw', { nextStep: 'Use --mode debiased with --xor-stages.' });
  checkByteOutput(out, flags.out);
  return { bytes, mode };
}

function conclude(
  { out, signal }: CommandContext,
  record: BitRecord,
  error: unknown,
  path: string | undefined,
): ExitCode {
  const { status, bytes, wantedBytes, unhealthy, safe } = record;
  const file = path === undefined || bytes === 0 ? undefined : path;
  const place = file ?? (path === undefined ? 'standard output' : 'no file');
  const json = { ...record, file: file ?? null, sidecar: file === undefined ? null : sidecarOf(file) };
  if (safe !== true) out.note('warning: the array is not known to be safe');
  if (unhealthy.count > 0)
    out.note(
      `warning: a health test of the board was failing in ${unhealthy.count} of ${record.blocks.received} blocks`,
    );
  if (record.health !== null && record.health.first.length > 0)
    out.note(`warning: ${healthText(record.health)}; nothing was filtered`);
  if (status === 'failed') {
    const failure = failureOf(error);
    out.failure({ ...failure, details: { ...failure.details, file: json.file, bytes } });
    out.note(`the ${bytes} bytes that had arrived are in ${place}`);
    return failure.exitCode;
  }
  // A reader of standard output that took what it wanted is no interruption.
  const interrupted = status === 'interrupted' && signal.aborted;
  if (interrupted) out.note(`interrupted after ${bytes} of ${wantedBytes} bytes; those are whole in ${place}`);
  if (path !== undefined) out.result(json, () => describe(json));
  else out.detail(describe(json));
  return interrupted ? EXIT.interrupted : EXIT.done;
}

function describe(json: BitRecord & { readonly file: string | null; readonly sidecar: string | null }): string {
  const { bytes, wantedBytes, mark, mode, processing, file, sidecar, sha256, gaps, pauses, unhealthy, temperature } =
    json;
  const kelvin = [temperature.start?.arrayK, temperature.end?.arrayK].map((t) => (t == null ? '?' : t.toFixed(2)));
  return pairs([
    ['bytes', `${bytes === wantedBytes ? bytes : `${bytes} of ${wantedBytes}`} (${formatBytes(bytes)})`],
    ['source', mark ?? 'silicon; raw bits carry no credit of entropy'],
    ['mode', `${mode}: ${processing}`],
    ['losses', gaps.count === 0 ? 'none' : `${gaps.count} gaps`],
    ['pauses', pauses.count],
    ['unhealthy', `${unhealthy.count} blocks`],
    ['health', json.health === null ? undefined : healthText(json.health)],
    ['array', `${kelvin[0]!} K at the start, ${kelvin[1]!} K at the end`],
    ['sha-256', sha256 ?? undefined],
    ['file', file ?? undefined],
    ['sidecar', sidecar ?? undefined],
  ]);
}

/** What the host's tests of raw bits found. */
function healthText({ minEntropy, byTest }: RawHealth): string {
  const tests = Object.entries(byTest).map(([test, count]) => `${test} ${count}`);
  return `${tests.length === 0 ? 'no alarm' : `alarms of the host’s tests: ${tests.join(', ')}`}, at a claim of ${minEntropy} bit`;
}
