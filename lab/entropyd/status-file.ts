import { lstat, rm } from 'node:fs/promises';
import { FileError } from '../../base/index.js';
import { writeFileDurably } from '../runs/durable-file.js';

/** A file that always holds the last thing it was told, whole. A disk that takes nothing is told once and holds nobody up. */
export class StatusFile {
  readonly path: string;
  readonly #onFailure: (error: unknown) => void;
  #next: string | undefined;
  #writing: Promise<void> | undefined;
  #written = false;

  constructor(path: string, onFailure: (error: unknown) => void) {
    this.path = path;
    this.#onFailure = onFailure;
  }

  /** Replaces what it says; what comes while it is written replaces what waits. */
  tell(value: unknown): void {
    this.#next = `${JSON.stringify(value, null, 2)}\n`;
    this.#writing ??= this.#write();
  }

  /** Removes the file, if it could ever be written. */
  async remove(): Promise<void> {
    await this.#writing;
    if (this.#written) await rm(this.path, { force: true }).catch(this.#onFailure);
  }

  async #write(): Promise<void> {
    while (this.#next !== undefined) {
      const text = this.#next;
      this.#next = undefined;
      try {
        // It is replaced by a rename, which must not take the place of a device or a pipe.
        const there = await lstat(this.path).catch(() => undefined);
        if (there?.isFile() === false) throw new FileError(`cannot write ${this.path}: it is not a plain file`);
        await writeFileDurably(this.path, text);
        this.#written = true;
      } catch (error) {
        this.#onFailure(error);
      }
    }
    this.#writing = undefined;
  }
}
