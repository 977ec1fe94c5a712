import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { DataError } from '../../../base/index.js';
import { fileError } from '../file-errors.js';
import { writeTrouble } from './write-trouble.js';
import { productVersion } from '../product-version.js';
import type { StoredRun } from '../read-run.js';
import type { WorkControl } from './export-types.js';
import { folderFiles, type FolderFile } from './folder-files.js';
import { boardKind, noticeOf } from './provenance.js';
import { SPIN_LIST, type SpinList } from './spin-format.js';

/** Already compressed: another time costs time and gains nothing. */
const COMPRESSED = /\.(png|jpg|gz|zip|spm|parquet|h5)$/i;

/**
 * Writes the folder of a run as `.spin`: a zip of its files, streamed in constant memory, with a list of sizes and SHA-256 sums as last
 * entry. Equal folders give equal bytes.
 */
export async function writeSpin(
  run: StoredRun,
  { path }: { readonly path: string },
  { signal, tell }: WorkControl,
): Promise<void> {
  const files = await folderFiles(run.dir);
  const out = await open(path, 'wx').catch((cause: unknown) => {
    throw fileError('write', path, cause);
  });
  try {
    const zip = new ZipSink(out);
    const list: SpinList['files'] = [];
    let done = 0;
    for (const file of files) {
      const sha256 = await zip.add(file, join(run.dir, file.name), signal, (bytes) => tell((done += bytes)));
      list.push({ ...file, sha256 });
    }
    const notice = noticeOf(run.manifest);
    const contents: SpinList = {
      format: 'spindrift-spin',
      version: 1,
      run: run.manifest.id,
      experiment: run.manifest.experiment,
      boardKind: boardKind(run.manifest),
      ...(notice === undefined ? {} : { notice }),
      program: await productVersion(),
      files: list,
    };
    await zip.end(`${JSON.stringify(contents, undefined, 2)}\n`);
    await out.sync();
  } catch (cause) {
    throw writeTrouble(path, cause, signal);
  } finally {
    await out.close();
  }
}

/** Times of entries: of no file, so that equal contents give equal bytes. Zip knows no zone; fflate takes local time. */
const ENTRY_TIME = new Date(2025, 0, 1);

/** A zip whose bytes go to a file as they come. */
class ZipSink {
  readonly #zip: Zip;
  readonly #out: FileHandle;
  #waiting: Uint8Array[] = [];
  #failure: Error | undefined;

  constructor(out: FileHandle) {
    this.#out = out;
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) this.#failure = error;
      else this.#waiting.push(bytes);
    });
  }

  async #drain(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    const pieces = this.#waiting;
    this.#waiting = [];
    for (const piece of pieces) await this.#out.writeFile(piece);
  }

  #begin(name: string): ZipPassThrough | ZipDeflate {
    const entry = COMPRESSED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = ENTRY_TIME;
    this.#zip.add(entry);
    return entry;
  }

  /** Adds a file of the folder. @returns its SHA-256 */
  async add(
    { name, bytes }: FolderFile,
    path: string,
    signal: AbortSignal | undefined,
    told: (bytes: number) => void,
  ): Promise<string> {
    const entry = this.#begin(name);
    const hash = createHash('sha256');
    let read = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      hash.update(chunk);
      // The archive keeps what it is given, and the stream uses its buffers again.
      entry.push(Uint8Array.from(chunk));
      await this.#drain();
      read += chunk.length;
      told(chunk.length);
    }
    if (read !== bytes)
      throw new DataError(`${path} changed while it was read`, { nextStep: 'Export again when the run has ended.' });
    entry.push(new Uint8Array(0), true);
    await this.#drain();
    return hash.digest('hex');
  }

  async end(list: string): Promise<void> {
    this.#begin(SPIN_LIST).push(new TextEncoder().encode(list), true);
    this.#zip.end();
    await this.#drain();
  }
}
