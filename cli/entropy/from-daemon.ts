/** `spindrift entropy --from`: bytes of a running daemon. */
import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { formatBytes, isAbortError, UsageError, type Clock } from '../../base/index.js';
import { parseBoardUri } from '../../firmware-host/host/index.js';
import { BitFile, partOf, sidecarOf } from '../../lab/entropy/bit-file.js';
import { NOT_ENTROPY_MARK } from '../../lab/entropy/bit-record.js';
import { connectEntropy, type EntropyPlace } from '../../lab/entropyd/client.js';
import { fileError, systemCode } from '../../lab/runs/file-errors.js';
import { BinaryOutput } from '../binary-output.js';
import { checkByteOutput } from '../byte-output.js';
import type { CommandContext } from '../context.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { writeOutput } from '../output-file.js';
import { pairs } from '../table.js';
import { refuseKernelPool } from './kernel-pool.js';

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
  const { bytes: wanted, from } = flags;
  if (wanted === undefined)
    throw new UsageError('how many bytes is missing', { nextStep: 'Name it with --bytes, as --bytes 32.' });
  checkByteOutput(out, flags.out);
  const place = placeOf(from);
  const path = flags.out === undefined ? undefined : await BitFile.check(flags.out, flags.force === true);
  const client = await connectEntropy(place, { signal, clock });
  const hash = createHash('sha256');
  const sink = path === undefined ? new BinaryOutput(out.stdout, signal) : await partFile(path);
  let done = 0;
  try {
    let notEntropy = null as boolean | null;
    // Asked when bytes have come: before, the daemon itself may not know its boards. And again at the end, for boards that joined meanwhile.
    const ask = async (): Promise<void> => {
      if (notEntropy === true) return;
      notEntropy = await notEntropyOf(place, clock, signal);
      if (notEntropy !== true) return;
      out.note(`${NOT_ENTROPY_MARK} (the daemon at ${from} has boards that are not real)`);
      if (path === undefined) refuseKernelPool(out.stdout);
    };
    while (done < wanted) {
      const piece = await client.read(Math.min(PIECE, wanted - done), { signal });
      if (done === 0) await ask();
      hash.update(piece);
      if (!(await sink.write(piece))) break;
      done += piece.length;
    }
    await ask();
    await sink.close();
    const record: DaemonBytes = {
      ...{ format: 'spindrift-daemon-bytes', version: 1, from, bytes: done, sha256: hash.digest('hex'), notEntropy },
      ...(notEntropy === true ? { mark: NOT_ENTROPY_MARK } : {}),
      ended: clock.date().toISOString(),
    };
    if (path === undefined) return EXIT.done;
    const sidecar = sidecarOf(path);
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

/** Time that a daemon gets to write down that it is open, s, and between two looks. */
const STATUS_S = { longest: 2, look: 0.05 } as const;

/** What the status file of a daemon says that has given bytes; null where there is none, or one that is not of now. */
async function notEntropyOf(place: EntropyPlace, clock: Clock, signal: AbortSignal): Promise<boolean | null> {
  if (!('path' in place)) return null;
  const end = clock.now() + STATUS_S.longest;
  do {
    const status = await readFile(`${place.path}.json`, 'utf8')
      .then((text) => JSON.parse(text) as { notEntropy?: unknown; state?: unknown; pid?: unknown } | null)
      .catch(() => null);
    if (status?.notEntropy === true) return true;
    // Left by a daemon that was killed.
    if (status?.notEntropy !== false || !isAlive(status.pid)) return null;
    if (status.state === 'open') return false;
    await clock.sleep(STATUS_S.look, signal);
  } while (clock.now() < end);
  return null;
}

function isAlive(pid: unknown): boolean {
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid < 1) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** A file that has its name only once it is whole. */
async function partFile(path: string): Promise<{
  write(bytes: Uint8Array): Promise<boolean>;
  close(): Promise<void>;
  discard(): Promise<void>;
}> {
  const part = partOf(path);
  const failed = (cause: unknown): never => {
    throw fileError('write', path, cause);
  };
  // Never through a link that somebody has put there.
  await rm(part, { force: true }).catch(failed);
  const file = await open(part, 'wx', 0o600).catch(failed);
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
