/** `spindrift entropy --from`: bytes of a running daemon. */
import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { formatBytes, isAbortError, UsageError } from '../../base/index.js';
import { parseBoardUri } from '../../firmware-host/host/index.js';
import { NOT_ENTROPY_MARK } from '../../lab/entropy/index.js';
import { connectEntropy, type EntropyPlace } from '../../lab/entropyd/client.js';
import { fileError } from '../../lab/runs/file-errors.js';
import { BinaryOutput } from '../binary-output.js';
import type { CommandContext } from '../context.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { assertWritable, writeOutput } from '../output-file.js';
import { pairs } from '../table.js';

/** The flags that go with `--from`. */
export interface FromDaemonFlags {
  readonly from: string;
  readonly bytes?: number;
  readonly out?: string;
  readonly force?: boolean;
}

/** What is known of bytes from a daemon: what the sidecar of a file of them holds. */
interface DaemonBytes {
  readonly format: 'spindrift-daemon-bytes';
  readonly version: 1;
  readonly from: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Null where the daemon's status file cannot be read: nobody can tell. */
  readonly notEntropy: boolean | null;
  readonly mark?: typeof NOT_ENTROPY_MARK;
  readonly ended: string;
}

/** Bytes that are asked for at a time. */
const PIECE = 65_536;

/** Reads bytes of a daemon. @throws UsageError, the errors of `connectEntropy` and of its reads, FileError */
export async function entropyFromDaemon(context: CommandContext, flags: FromDaemonFlags): Promise<ExitCode> {
  const { out, signal, clock } = context;
  const { bytes: wanted, from, out: path } = flags;
  if (wanted === undefined)
    throw new UsageError('how many bytes is missing', { nextStep: 'Name it with --bytes, as --bytes 32.' });
  if (path === undefined && out.json)
    throw new UsageError('standard output cannot carry both the bytes and JSON', {
      nextStep: 'Name a file for the bytes with --out.',
    });
  if (path === undefined && out.stdout.isTTY === true)
    throw new UsageError('bytes are not for a terminal', {
      nextStep: 'Name a file with --out, or send standard output into one or into a program.',
    });
  const place = placeOf(from);
  if (path !== undefined) await assertWritable(path, flags.force === true);
  const client = await connectEntropy(place, { signal, clock });
  const hash = createHash('sha256');
  const sink = path === undefined ? new BinaryOutput(out.stdout, signal) : await partFile(path);
  let done = 0;
  try {
    const notEntropy = await notEntropyOf(place);
    if (notEntropy === true) out.note(`${NOT_ENTROPY_MARK} (the daemon at ${from} has boards that are not real)`);
    while (done < wanted) {
      const piece = await client.read(Math.min(PIECE, wanted - done), { signal });
      hash.update(piece);
      if (!(await sink.write(piece))) break;
      done += piece.length;
    }
    await sink.close();
    const record: DaemonBytes = {
      ...{ format: 'spindrift-daemon-bytes', version: 1, from, bytes: done, sha256: hash.digest('hex'), notEntropy },
      ...(notEntropy === true ? { mark: NOT_ENTROPY_MARK } : {}),
      ended: clock.date().toISOString(),
    };
    if (path === undefined) return EXIT.done;
    const sidecar = `${path}.json`;
    await writeOutput(sidecar, `${JSON.stringify(record, null, 2)}\n`);
    out.result({ ...record, file: path, sidecar }, () =>
      pairs([
        ['bytes', `${done} (${formatBytes(done)})`],
        ['source', record.mark ?? `the daemon at ${from}`],
        ['sha-256', record.sha256],
        ['file', path],
      ]),
    );
    return EXIT.done;
  } catch (error) {
    if ('discard' in sink) await sink.discard();
    else await sink.close().catch(() => undefined);
    if (!isAbortError(error)) out.note(`${done} of ${wanted} bytes had come`);
    throw error;
  } finally {
    client.close();
  }
}

function placeOf(text: string): EntropyPlace {
  const uri = parseBoardUri(text);
  if (uri.scheme === 'unix') return { path: uri.path };
  if (uri.scheme === 'tcp') return { host: uri.host, port: uri.port };
  throw new RangeError(`--from must be unix:/PATH or tcp://HOST:PORT, got ${JSON.stringify(text)}`);
}

/** What the daemon's status file says; null where there is none. */
async function notEntropyOf(place: EntropyPlace): Promise<boolean | null> {
  if (!('path' in place)) return null;
  try {
    const { notEntropy } = JSON.parse(await readFile(`${place.path}.json`, 'utf8')) as { notEntropy?: unknown };
    return typeof notEntropy === 'boolean' ? notEntropy : null;
  } catch {
    return null;
  }
}

/** A file that has its name only once it is whole. */
async function partFile(path: string): Promise<{
  write(bytes: Uint8Array): Promise<boolean>;
  close(): Promise<void>;
  discard(): Promise<void>;
}> {
  const part = `${path}.part`;
  const failed = (cause: unknown): never => {
    throw fileError('write', path, cause);
  };
  const file = await open(part, 'w', 0o600).catch(failed);
  return {
    write: async (bytes) => {
      await file.writeFile(bytes).catch(failed);
      return true;
    },
    close: async () => {
      await file.close();
      await rename(part, path).catch(failed);
    },
    // Bytes that are too few are of no use, and nobody should find them.
    discard: async () => {
      await file.close().catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}
