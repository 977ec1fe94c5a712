import { createHash } from 'node:crypto';
import { closeSync, fdatasync, ftruncateSync, openSync, readSync, write } from 'node:fs';
import { promisify } from 'node:util';
import { fileError } from '../runs/index.js';

const writeTo = promisify(write);
const dataSync = promisify(fdatasync);

/** How a raw file reaches the disk; a test replaces it to fill the disk. */
export interface RawDisk {
  write(fd: number, bytes: Uint8Array, position: number): Promise<number>;
  sync(fd: number): Promise<void>;
}

export const systemDisk: RawDisk = {
  write: async (fd, bytes, position) => (await writeTo(fd, bytes, 0, bytes.length, position)).bytesWritten,
  sync: (fd) => dataSync(fd),
};

/**
 * A binary file that only grows. Bytes wait in memory until {@link RawFile.write} hands them to the system (from then on a killed process does
 * not lose them) and {@link RawFile.sync} to the disk (from then on neither does a power cut). The first failure is final; what had been
 * written before it stays as it was.
 */
export class RawFile {
  readonly path: string;
  #fd: number;
  readonly #disk: RawDisk;
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #written: number;
  #synced: number;
  #working: Promise<void> | undefined;
  #failure: Error | undefined;
  #ended = false;
  readonly #hash = createHash('sha256');

  /** @throws FileError */
  constructor(path: string, disk: RawDisk = systemDisk) {
    this.path = path;
    this.#disk = disk;
    this.#written = 0;
    this.#synced = 0;
    try {
      this.#fd = openSync(path, 'wx+');
    } catch (cause) {
      throw fileError('write', path, cause);
    }
  }

  /** Bytes that the system has. */
  get written(): number {
    return this.#written;
  }

  /** As a page source: the bytes that the system has. */
  get size(): number {
    return this.#written;
  }

  /** SHA-256 of what has been written, hexadecimal. */
  get sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  /** Bytes that wait in memory. */
  get waiting(): number {
    return this.#pendingBytes;
  }

  /** Why nothing can be appended any more. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Takes bytes, which must not be changed afterwards. @throws FileError after a failure */
  append(bytes: Uint8Array): void {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#ended) throw fileError('write', this.path, new Error('the capture has ended'));
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
  }

  /** Resolves when the system has everything appended so far. @throws FileError */
  async write(): Promise<void> {
    while (this.#working !== undefined) await this.#working;
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#pending.length === 0) return;
    this.#working = this.#writeOut().finally(() => (this.#working = undefined));
    await this.#working;
    const failed = this.failure;
    if (failed !== undefined) throw failed;
  }

  async #writeOut(): Promise<void> {
    const [first, ...rest] = this.#pending;
    const bytes = rest.length === 0 ? first! : Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    const start = this.#written;
    try {
      for (let done = 0; done < bytes.length;) {
        done += await this.#disk.write(this.#fd, bytes.subarray(done), start + done);
      }
      this.#written = start + bytes.length;
      this.#hash.update(bytes);
    } catch (cause) {
      this.#failure = fileError('write', this.path, cause);
      this.#pending = [];
      this.#pendingBytes = 0;
      // What half arrived was never acknowledged, and would be half a sample.
      try {
        ftruncateSync(this.#fd, start);
      } catch {
        // Recovery cuts it off as well.
      }
    }
  }

  /** Resolves when the disk has everything appended so far. @throws FileError */
  async sync(): Promise<void> {
    await this.write();
    const target = this.#written;
    if (target === this.#synced) return;
    try {
      await this.#disk.sync(this.#fd);
      this.#synced = Math.max(this.#synced, target);
    } catch (cause) {
      this.#failure ??= fileError('write', this.path, cause);
      throw this.#failure;
    }
  }

  /** Reads into `into` from `position`; what has been written only. @returns bytes read @throws FileError */
  read(into: Uint8Array, position: number): number {
    return readFully(this.#fd, this.path, into, position);
  }

  /** Syncs and takes nothing more; it can still be read. @throws FileError */
  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    if (this.#failure === undefined) await this.sync();
  }

  /** Closes; nothing can be read any more. */
  release(): void {
    if (this.#fd < 0) return;
    closeSync(this.#fd);
    // The number may soon mean another file.
    this.#fd = -1;
  }
}

/** Reads until `into` is full or the file ends. @throws FileError */
export function readFully(fd: number, path: string, into: Uint8Array, position: number): number {
  try {
    let have = 0;
    while (have < into.length) {
      const got = readSync(fd, into, have, into.length - have, position + have);
      if (got === 0) break;
      have += got;
    }
    return have;
  } catch (cause) {
    throw fileError('read', path, cause);
  }
}
