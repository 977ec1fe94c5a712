import { constants } from 'node:fs';
import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileError } from '../../base/index.js';
import { flushFolder, writeFileDurably } from '../runs/durable-file.js';
import { fileError, systemCode } from '../runs/file-errors.js';
import type { ByteSink } from './collect-bits.js';

/** What a sidecar must know; whatever else it holds is written as it is. */
export interface FileRecord {
  /** Bytes of the file. */
  readonly bytes: number;
}

/** Where the record of a file of bits lies. */
export const sidecarOf = (path: string): string => `${path}.json`;
/** Where the bits lie until they are all there, or will never be. */
export const partOf = (path: string): string => `${path}.part`;

/**
 * A file of bits with a sidecar. Bits grow in `FILE.part` beside `FILE.part.json`, which carries the marks before the first bit is there; both get
 * their final names when writing has ended, for whatever reason. A process that is killed leaves the parts, with every byte that was written.
 */
export class BitFile implements ByteSink<FileRecord> {
  readonly path: string;
  readonly #handle: FileHandle;

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  /**
   * Checks that a file can be written there, before a board is disturbed for it.
   * @param force whether a file that exists may be replaced
   * @returns the path that will be written: a link is followed
   * @throws FileError
   */
  static async check(path: string, force: boolean): Promise<string> {
    const entry = await statOf(path);
    // A rename onto a device or a pipe would replace it.
    if (entry !== undefined && !entry.isFile())
      throw new FileError(`cannot write ${path}: it is ${entry.isDirectory() ? 'a folder' : 'not a plain file'}`, {
        nextStep: 'Name a file with --out, or leave it out to get the bytes on standard output.',
      });
    const target = entry === undefined ? path : await realpath(path);
    for (const [name, exists] of [
      [target, entry !== undefined],
      [sidecarOf(target), (await statOf(sidecarOf(target))) !== undefined],
    ] as const)
      if (exists && !force)
        throw new FileError(`${name} exists already`, {
          nextStep: 'Choose another file with --out, or replace this one with --force.',
        });
    if ((await statOf(partOf(target))) !== undefined && !force)
      throw new FileError(`${partOf(target)} is there, from a command that was killed or still runs`, {
        nextStep: 'Keep it under another name (its sidecar with it), or give it up with --force.',
      });
    return target;
  }

  /**
   * Begins a file: the sidecar first.
   * @param path as {@link check} returned it
   * @param mode its permissions; 0o600 for bytes that may become keys
   * @throws FileError
   */
  static async create(path: string, record: FileRecord, mode = 0o666): Promise<BitFile> {
    const part = partOf(path);
    await writeFileDurably(sidecarOf(part), text(record));
    try {
      // A new file: one that is there has permissions of its own, or is a link.
      await rm(part, { force: true });
      return new BitFile(path, await open(part, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode));
    } catch (cause) {
      await rm(sidecarOf(part), { force: true }).catch(() => undefined);
      throw fileError('write', part, cause);
    }
  }

  async write(bytes: Uint8Array): Promise<boolean> {
    try {
      for (let at = 0; at < bytes.length;) at += (await this.#handle.write(bytes, at)).bytesWritten;
    } catch (cause) {
      throw fileError('write', partOf(this.path), cause);
    }
    return true;
  }

  /** Flushes, cuts what a failed write left half done, and gives both files their names. Without a single byte nothing stays. */
  async close(record: FileRecord): Promise<void> {
    const part = partOf(this.path);
    try {
      try {
        await this.#handle.truncate(record.bytes);
        await this.#handle.sync();
      } finally {
        await this.#handle.close();
      }
      if (record.bytes === 0) {
        await rm(part, { force: true });
        await rm(sidecarOf(part), { force: true });
        return;
      }
      await writeFileDurably(sidecarOf(part), text(record));
      // The sidecar first: bits are never there without their marks.
      await rename(sidecarOf(part), sidecarOf(this.path));
      await rename(part, this.path);
      await flushFolder(dirname(this.path));
    } catch (cause) {
      throw fileError('write', this.path, cause);
    }
  }
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  return stat(path).catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw fileError('write', path, cause);
  });
}

function text(record: FileRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
