/** The files of bits of the store. */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { partOf, sidecarOf } from '../../../lab/entropy/index.js';
import { fileError, systemCode } from '../../../lab/runs/index.js';
import type { CaptureEntry } from '../../rpc/api/index.js';
import { captureFolder } from '../captures.js';

const PART = '.part';
const RECORD = '.json';

/** What is read of a record; anything may be missing in one that another program wrote. */
interface SeenRecord {
  readonly status?: unknown;
  readonly mode?: unknown;
  readonly notEntropy?: unknown;
  readonly started?: unknown;
  readonly sha256?: unknown;
  readonly board?: { readonly uri?: unknown; readonly serial?: unknown; readonly kind?: unknown };
  readonly tap?: { readonly counters?: { readonly intermittent?: number; readonly permanent?: number } };
}

/**
 * Lists them, newest first. A file without a record is none of ours.
 * @param writing names that somebody is writing now: what else has only parts was left by a process that is gone
 */
export async function listCaptures(runsDir: string, writing: ReadonlySet<string>): Promise<CaptureEntry[]> {
  const folder = captureFolder(runsDir);
  const names = await readdir(folder).catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return [];
    throw fileError('read the folder', folder, cause);
  });
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith(RECORD))
      .map((name) => entryOf(folder, name.slice(0, -RECORD.length), writing)),
  );
  return found
    .filter((entry) => entry !== undefined)
    .sort((a, b) => (a.started < b.started ? 1 : a.started > b.started ? -1 : a.capture.localeCompare(b.capture)));
}

async function entryOf(folder: string, file: string, writing: ReadonlySet<string>): Promise<CaptureEntry | undefined> {
  const isPart = file.endsWith(PART);
  const capture = isPart ? file.slice(0, -PART.length) : file;
  try {
    const record = JSON.parse(await readFile(join(folder, `${file}${RECORD}`), 'utf8')) as SeenRecord;
    const { size } = await stat(join(folder, file));
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    const { board, tap } = record;
    const kind = text(board?.kind);
    return {
      capture,
      bytes: size,
      status: isPart
        ? writing.has(capture)
          ? 'writing'
          : 'killed'
        : record.status === 'interrupted' || record.status === 'failed'
          ? record.status
          : 'finished',
      mode: text(record.mode),
      // What does not say so is not believed to be of silicon.
      notEntropy: record.notEntropy !== false || kind !== 'real',
      board: board === undefined ? null : { uri: text(board.uri), serial: text(board.serial), kind },
      started: text(record.started),
      sha256: typeof record.sha256 === 'string' ? record.sha256 : null,
      alarms: tap?.counters === undefined ? null : (tap.counters.intermittent ?? 0) + (tap.counters.permanent ?? 0),
    };
  } catch (error) {
    // Gone or renamed meanwhile, or no record of ours.
    if (systemCode(error) === undefined && !(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Where the bits of a capture are: those of a killed writer are still under their first name. @throws FileError */
export async function capturePath(runsDir: string, capture: string): Promise<string> {
  const path = join(captureFolder(runsDir), capture);
  for (const candidate of [path, partOf(path)])
    if (
      await stat(candidate).then(
        (entry) => entry.isFile(),
        () => false,
      )
    )
      return candidate;
  throw fileError('read', path, Object.assign(new Error('gone'), { code: 'ENOENT' }));
}

/** Deletes a capture and its record, whole or in parts. @throws FileError */
export async function removeCapture(runsDir: string, capture: string): Promise<void> {
  const path = await capturePath(runsDir, capture);
  try {
    await rm(path);
    await rm(sidecarOf(path), { force: true });
  } catch (cause) {
    throw fileError('delete', path, cause);
  }
}
