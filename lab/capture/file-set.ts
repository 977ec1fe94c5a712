import { statfs } from 'node:fs/promises';
import { FileError, formatBytes, type Clock, type Timer } from '../../base/index.js';
import type { RawFile } from './raw-file.js';

/** When what waits in memory reaches the disk, and when to stop. */
export interface FileSetOptions {
  /** Time after which what waits in memory goes to the system, s; default 0.05. A killed process loses at most so much. */
  readonly writeS: number;
  /** Time after which what the system has goes to the disk, s; default 1. A power cut loses at most so much. */
  readonly syncS: number;
  /** Free space below which the capture stops, so that its end can still be written; default 64 MiB. */
  readonly reserveBytes: number;
  /** Told once when nothing can be stored any more. */
  readonly onFailure: (error: Error) => void;
  /** Free bytes of the disk of a folder. */
  readonly freeBytes: (dir: string) => Promise<number>;
}

async function freeBytesOf(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

const DEFAULTS: FileSetOptions = {
  writeS: 0.05,
  syncS: 1,
  reserveBytes: 64 * 2 ** 20,
  onFailure: () => undefined,
  freeBytes: freeBytesOf,
};

/** More than this waiting is written at once; more than the second holds a fast source back. */
const WRITE_AT_BYTES = 2 ** 20;
const HOLD_AT_BYTES = 16 * 2 ** 20;

/** The raw files of a capture on their way to the disk: written and synced in the background, in order, until one of them fails. */
export class FileSet {
  readonly #dir: string;
  readonly #files: readonly RawFile[];
  readonly #options: FileSetOptions;
  readonly #clock: Clock;
  #timer: Timer | undefined;
  #lastSyncS: number;
  #working: Promise<void> | undefined;
  #failure: Error | undefined;
  #stopped = false;

  /** @param files in the order of writing */
  constructor(dir: string, files: readonly RawFile[], options: Partial<FileSetOptions>, clock: Clock) {
    this.#dir = dir;
    this.#files = files;
    this.#options = {
      writeS: options.writeS ?? DEFAULTS.writeS,
      syncS: options.syncS ?? DEFAULTS.syncS,
      reserveBytes: options.reserveBytes ?? DEFAULTS.reserveBytes,
      onFailure: options.onFailure ?? DEFAULTS.onFailure,
      freeBytes: options.freeBytes ?? DEFAULTS.freeBytes,
    };
    this.#clock = clock;
    this.#lastSyncS = clock.now();
    this.#arm();
  }

  /** Why nothing can be stored any more. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Bytes so far, those that wait in memory included. */
  get bytes(): number {
    return this.#files.reduce((sum, file) => sum + file.written + file.waiting, 0);
  }

  get #waiting(): number {
    return this.#files.reduce((sum, file) => sum + file.waiting, 0);
  }

  /** Resolves at once while the disk keeps up, and holds a fast source back otherwise. @throws FileError */
  async ready(): Promise<void> {
    if (this.#waiting > HOLD_AT_BYTES) await this.write();
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** To be called after samples were appended: a large batch does not wait for the timer. */
  appended(): void {
    if (this.#waiting > WRITE_AT_BYTES) this.#work();
  }

  /** Hands everything to the system. @throws FileError */
  write(): Promise<void> {
    return this.#guarded(async () => {
      for (const file of this.#files) await file.write();
    });
  }

  /** Brings everything to the disk. @throws FileError */
  flush(): Promise<void> {
    return this.#guarded(async () => {
      for (const file of this.#files) await file.write();
      await Promise.all(this.#files.map((file) => file.sync()));
    });
  }

  /** Ends the work in the background; resolves when none is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await this.#working;
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      await work();
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  }

  #fail(error: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    this.#timer?.cancel();
    this.#options.onFailure(error);
  }

  #arm(): void {
    this.#timer = this.#clock.setTimer(this.#options.writeS, () => {
      this.#work();
      if (!this.#stopped && this.#failure === undefined) this.#arm();
    });
  }

  /** One round of writing in the background; rounds never overlap. */
  #work(): void {
    if (this.#working !== undefined || this.#failure !== undefined) return;
    this.#working = this.#round()
      .catch(() => undefined)
      .finally(() => (this.#working = undefined));
  }

  async #round(): Promise<void> {
    await this.write();
    const now = this.#clock.now();
    if (now - this.#lastSyncS < this.#options.syncS) return;
    this.#lastSyncS = now;
    await this.flush();
    await this.#guarded(() => this.#checkSpace());
  }

  async #checkSpace(): Promise<void> {
    const { reserveBytes, freeBytes } = this.#options;
    const free = await freeBytes(this.#dir).catch(() => Infinity);
    if (free >= reserveBytes) return;
    throw new FileError(`the capture has stopped: the disk of ${this.#dir} has ${formatBytes(free)} left`, {
      details: { path: this.#dir, freeBytes: free, reserveBytes },
      nextStep: 'Free some space, or capture into a folder on another disk. What was recorded is whole.',
    });
  }
}
