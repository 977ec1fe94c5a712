import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { DataError, FileError, formatBytes, plainName, SpindriftError } from '../../../base/index.js';
import { flushFolder } from '../durable-file.js';
import { fileError, systemCode } from '../file-errors.js';
import { makeFolders } from '../make-folders.js';
import { MANIFEST_FILE, RESULT_FILE } from '../manifest.js';
import { readRun } from '../read-run.js';
import { removeOrphans, temporaryBeside } from '../temporary-names.js';
import { isPlainName } from './folder-files.js';
import { MOST_SPIN_BYTES, MOST_SPIN_FILES, SPIN_LIST, spinListSchema, type SpinList } from './spin-format.js';
import { dataStart, readZipEntries, type ZipEntry } from './zip-entries.js';

/** How to import. */
export interface ImportOptions {
  /** Folder of runs that it goes into. */
  readonly root: string;
  /** Name of its folder there; default the name of the file, made plain. */
  readonly name?: string;
  /** Bytes that the unpacked run may have; default 4 GB, which is also the most. */
  readonly mostBytes?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/** What was imported. */
export interface ImportOutcome {
  readonly dir: string;
  readonly id: string;
  readonly experiment: string;
  readonly files: number;
  readonly bytes: number;
  readonly boardKind: string;
}

/** A list of 10,000 files is shorter. */
const MOST_LIST_BYTES = 8_000_000;

/**
 * Unpacks a `.spin` container into a new folder of runs, whole or not at all. Names that leave the folder, sizes beyond what the
 * container says or this takes, and files whose SHA-256 is another are refused, and nothing is left behind. What killed imports left in
 * that folder is removed.
 * @throws DataError for a container that is damaged or not one; FileError; RangeError; the signal's reason
 */
export async function importSpin(path: string, options: ImportOptions): Promise<ImportOutcome> {
  const root = resolve(options.root);
  const name = options.name ?? plainName(basename(path).replace(/\.spin$/i, ''));
  if (!isPlainName(name) || name.includes('/')) {
    throw new RangeError(`name of the run's folder must be a plain name, got ${JSON.stringify(name)}`);
  }
  const dir = join(root, name);
  await assertFree(dir);
  await makeFolders(root);
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw fileError('read', path, cause);
  });
  await removeOrphans(root);
  // In the store's folder, so that the rename stays on one disk; the leading dot hides it from the list of runs.
  const temporary = temporaryBeside(dir);
  try {
    const unpacked = await unpack(file, path, temporary, options);
    const { manifest } = await readRun(temporary);
    if (manifest.id !== unpacked.list.run) throw bad(path, 'its list names another run');
    await assertFree(dir);
    await rename(temporary, dir).catch((cause: unknown) => {
      throw fileError('import to', dir, cause);
    });
    await flushFolder(dirname(dir));
    const { files, boardKind, experiment } = unpacked.list;
    return { dir, id: manifest.id, experiment, files: files.length, bytes: unpacked.bytes, boardKind };
  } finally {
    await file.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

function bad(path: string, why: string): DataError {
  return new DataError(`${path} cannot be imported: ${why}`, {
    details: { path },
    nextStep: 'Copy or download the file again, or export the run anew.',
  });
}

async function assertFree(dir: string): Promise<void> {
  const entry = await stat(dir).catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw fileError('read', dir, cause);
  });
  if (entry === undefined) return;
  throw new FileError(`${dir} exists already`, { details: { path: dir }, nextStep: 'Import it under another name.' });
}

async function unpack(
  file: FileHandle,
  path: string,
  into: string,
  options: ImportOptions,
): Promise<{ readonly list: SpinList; readonly bytes: number }> {
  const { signal, onProgress, mostBytes = MOST_SPIN_BYTES } = options;
  const entries = new Map<string, ZipEntry>();
  for (const entry of await readZipEntries(file, MOST_SPIN_FILES + 1)) {
    if (!isPlainName(entry.name))
      throw bad(path, `the name ${JSON.stringify(entry.name)} would leave the run's folder`);
    if (entries.has(entry.name)) throw bad(path, `${entry.name} is in it twice`);
    entries.set(entry.name, entry);
  }
  const list = await readList(file, path, entries.get(SPIN_LIST), signal);
  const total = list.files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > mostBytes) throw bad(path, `it would take ${formatBytes(total)}, more than ${formatBytes(mostBytes)}`);
  assertSameNames(path, list, entries);
  let done = 0;
  for (const listed of list.files) {
    const target = join(into, listed.name);
    await makeFolders(dirname(target));
    const sha256 = await extract(file, path, entries.get(listed.name)!, listed.bytes, target, signal, (bytes) => {
      onProgress?.((done += bytes), total);
    });
    if (sha256 !== listed.sha256) throw bad(path, `${listed.name} is damaged: its SHA-256 is not the one in the list`);
  }
  return { list, bytes: total };
}

function assertSameNames(path: string, list: SpinList, entries: ReadonlyMap<string, ZipEntry>): void {
  const names = new Set(list.files.map(({ name }) => name));
  if (names.size !== list.files.length) throw bad(path, 'its list names a file twice');
  for (const name of names) if (!entries.has(name)) throw bad(path, `${name} is missing`);
  for (const name of entries.keys())
    if (name !== SPIN_LIST && !names.has(name)) throw bad(path, `${name} is not in its list`);
  for (const name of [MANIFEST_FILE, RESULT_FILE]) if (!names.has(name)) throw bad(path, `${name} is missing`);
}

async function readList(
  file: FileHandle,
  path: string,
  entry: ZipEntry | undefined,
  signal: AbortSignal | undefined,
): Promise<SpinList> {
  if (entry === undefined) throw bad(path, `${SPIN_LIST} is missing, so it was not made by this program`);
  if (entry.bytes > MOST_LIST_BYTES) throw bad(path, `${SPIN_LIST} is too large`);
  const parts: Buffer[] = [];
  try {
    for await (const part of await opened(file, path, entry, entry.bytes, signal)) parts.push(part as Buffer);
  } catch (cause) {
    throw trouble(path, entry, cause, signal);
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw bad(path, `${SPIN_LIST} is not JSON`);
  }
  const parsed = spinListSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw bad(path, `${SPIN_LIST}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unexpected content'}`);
}

/** Lets exactly so many bytes through: what says less than it holds is a bomb. */
function exactly(path: string, name: string, bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done): void {
      seen += chunk.length;
      if (seen > bytes) done(bad(path, `${name} is larger than it says`));
      else done(null, chunk);
    },
    flush(done): void {
      done(seen === bytes ? null : bad(path, `${name} is shorter than it says`));
    },
  });
}

/** The unpacked bytes of an entry. */
async function opened(
  file: FileHandle,
  path: string,
  entry: ZipEntry,
  bytes: number,
  signal: AbortSignal | undefined,
): Promise<Readable> {
  if (entry.method !== 0 && entry.method !== 8) throw bad(path, `${entry.name} is packed in an unknown way`);
  const start = await dataStart(file, entry);
  const packed =
    entry.packedBytes === 0
      ? Readable.from([])
      : file.createReadStream({ autoClose: false, start, end: start + entry.packedBytes - 1 });
  const last = exactly(path, entry.name, bytes);
  // What goes wrong on the way destroys the last stage with its error, where the reader meets it.
  pipeline(
    [packed, ...(entry.method === 8 ? [createInflateRaw()] : []), last],
    signal === undefined ? {} : { signal },
  ).catch(() => undefined);
  return last;
}

/** What went wrong with an entry, as a person needs it. */
function trouble(path: string, { name }: ZipEntry, cause: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return signal.reason;
  if (cause instanceof SpindriftError) return cause;
  return systemCode(cause)?.startsWith('Z_') === true
    ? bad(path, `${name} is damaged`)
    : fileError('unpack', path, cause);
}

async function extract(
  file: FileHandle,
  path: string,
  entry: ZipEntry,
  bytes: number,
  target: string,
  signal: AbortSignal | undefined,
  told: (bytes: number) => void,
): Promise<string> {
  const hash = createHash('sha256');
  const source = await opened(file, path, entry, bytes, signal);
  const watched = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      hash.update(chunk);
      told(chunk.length);
      yield chunk;
    }
  };
  try {
    await pipeline(watched, createWriteStream(target, { flags: 'wx', flush: true }));
  } catch (cause) {
    throw trouble(path, entry, cause, signal);
  }
  return hash.digest('hex');
}
