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

/** Bytes that go to the system at once; memory for so many is used again when they have gone. */
const CHUNK_BYTES = 2 ** 20;
/** Chunks that are kept for later. */
const SPARE_CHUNKS = 4;

/** Memory that is being filled. */
interface Chunk {
  readonly bytes: Uint8Array;
  used: number;
}

/**
 * A binary file that only grows. Bytes wait in memory until {@link RawFile.write} hands them to the system (from then on a killed process does
 * not lose them) and {@link RawFile.sync} to the disk (from then on neither does a power cut). The first failure is final; what had been
 * written before it stays as it was.
 */
export class RawFile {
  readonly path: string;
  #fd: number;
  readonly #disk: RawDisk;
  #pending: Chunk[] = [];
  readonly #spare: Uint8Array[] = [];
  #pendingBytes = 0;
  #written: number;
  #synced: number;
  #working: Promise<void> | undefined;
  #failure: Error | undefined;
  #ended = false;
  #hash = createHash('sha256');

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

  /** Takes a copy of bytes. @throws FileError after a failure */
  append(bytes: Uint8Array): void {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#ended) throw fileError('write', this.path, new Error('the capture has ended'));
    this.#pendingBytes += bytes.length;
    for (let at = 0; at < bytes.length;) {
      let chunk = this.#pending.at(-1);
      if (chunk === undefined || chunk.used === chunk.bytes.length)
        this.#pending.push((chunk = this.#chunk(bytes.length - at)));
      const part = bytes.subarray(at, at + chunk.bytes.length - chunk.used);
      chunk.bytes.set(part, chunk.used);
      chunk.used += part.length;
      at += part.length;
    }
  }

  /** Memory for `wanted` bytes, or part of them; as much again as waits, so that a file of few bytes holds little and many go in few pieces. */
  #chunk(wanted: number): Chunk {
    const least = Math.min(CHUNK_BYTES, Math.max(4096, wanted, this.#pendingBytes));
    const spare = this.#spare.pop();
    if (spare !== undefined && spare.length >= least) return { bytes: spare, used: 0 };
    return { bytes: new Uint8Array(2 ** Math.ceil(Math.log2(least))), used: 0 };
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
    const chunks = this.#pending;
    this.#pending = [];
    this.#pendingBytes = 0;
    const start = this.#written;
    let end = start;
    // What is acknowledged is whole batches: where one chunk fails, none of these counts.
    const hash = this.#hash.copy();
    try {
      for (const { bytes: memory, used } of chunks) {
        const bytes = memory.subarray(0, used);
        for (let done = 0; done < used;) done += await this.#disk.write(this.#fd, bytes.subarray(done), end + done);
        hash.update(bytes);
        end += used;
        if (this.#spare.length < SPARE_CHUNKS) this.#spare.push(memory);
      }
      this.#written = end;
      this.#hash = hash;
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
