import { open, type FileHandle } from 'node:fs/promises';
import { fileError } from './file-errors.js';

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** More than this waiting to be written means that the disk does not keep up; `ready()` holds the writer back then. */
const HIGH_WATER_CHARACTERS = 2 ** 20;

/**
 * A file that only grows. A line is acknowledged when it has been written *and flushed to the disk*; lines that come while a flush is
 * under way share the next one, so that many appends cost few flushes.
 *
 * The first failure is final: every later call rejects with it, and nothing is written after a torn line.
 */
export class AppendLog {
  readonly path: string;
  readonly #handle: FileHandle;
  #lines: string[] = [];
  #waiting: Waiting[] = [];
  #characters = 0;
  #writing: Promise<void> | undefined;
  #failure: Error | undefined;
  #closed = false;

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  /** Opens a file to append to, making it where it does not exist. @throws FileError */
  static async open(path: string): Promise<AppendLog> {
    try {
      return new AppendLog(path, await open(path, 'a'));
    } catch (cause) {
      throw fileError('write', path, cause);
    }
  }

  /** Why nothing can be appended any more. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Appends a line (with its newline) and resolves when it is on the disk. @throws FileError */
  append(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#enqueue(line, { resolve, reject });
    });
  }

  /** Appends a line without waiting. A failure shows in `failure` and in every later `append`, `flush` and `close`. */
  post(line: string): void {
    this.#enqueue(line, undefined);
  }

  #enqueue(line: string, waiting: Waiting | undefined): void {
    if (this.#closed) this.#failure ??= fileError('write', this.path, new Error('the log has been closed'));
    if (this.#failure !== undefined) {
      waiting?.reject(this.#failure);
      return;
    }
    this.#lines.push(line);
    this.#characters += line.length;
    if (waiting !== undefined) this.#waiting.push(waiting);
    this.#writing ??= this.#write();
  }

  async #write(): Promise<void> {
    while (this.#lines.length > 0 && this.#failure === undefined) {
      const text = this.#lines.join('');
      const acknowledged = this.#waiting;
      this.#lines = [];
      this.#waiting = [];
      this.#characters = 0;
      try {
        await this.#handle.appendFile(text);
        await this.#flushHandle();
        for (const { resolve } of acknowledged) resolve();
      } catch (cause) {
        this.#fail(fileError('write', this.path, cause), acknowledged);
      }
    }
    this.#writing = undefined;
  }

  /** A pipe or a device has nothing to flush. */
  async #flushHandle(): Promise<void> {
    try {
      await this.#handle.datasync();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error;
    }
  }

  #fail(error: Error, acknowledged: readonly Waiting[]): void {
    this.#failure = error;
    for (const { reject } of [...acknowledged, ...this.#waiting]) reject(error);
    this.#lines = [];
    this.#waiting = [];
    this.#characters = 0;
  }

  /** Resolves when there is room again; at once while the disk keeps up. @throws FileError */
  async ready(): Promise<void> {
    if (this.#characters > HIGH_WATER_CHARACTERS) await this.#writing;
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Resolves when everything appended so far is on the disk. @throws FileError */
  async flush(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Flushes and closes. @throws FileError */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      await this.flush();
    } finally {
      await this.#handle.close();
    }
  }
}
