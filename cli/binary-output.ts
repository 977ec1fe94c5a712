import type { Writable } from 'node:stream';
import type { ByteSink } from '../lab/entropy/index.js';

/** Bytes to standard output, as fast as its reader takes them. A reader that leaves early ends it without a failure. */
export class BinaryOutput implements ByteSink<unknown> {
  readonly #stream: Writable;
  readonly #signal: AbortSignal;
  #left = false;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  /** @param signal ends the wait for a reader that takes nothing */
  constructor(stream: Writable, signal: AbortSignal) {
    this.#stream = stream;
    this.#signal = signal;
    stream.on('error', this.#onError).on('drain', this.#onChange).on('close', this.#onGone);
    signal.addEventListener('abort', this.#onChange);
  }

  async write(bytes: Uint8Array): Promise<boolean> {
    if (!this.#left && bytes.length > 0 && !this.#stream.write(bytes))
      await this.#until(() => !this.#stream.writableNeedDrain);
    return this.#going();
  }

  /** Waits until the reader has everything, or is gone, or the signal fires. */
  async close(_record?: unknown): Promise<void> {
    let done = false;
    if (this.#going() && this.#stream.writableLength > 0) {
      this.#stream.write('', () => {
        done = true;
        this.#onChange();
      });
      await this.#until(() => done);
    }
    this.#stream.off('error', this.#onError).off('drain', this.#onChange).off('close', this.#onGone);
    this.#signal.removeEventListener('abort', this.#onChange);
    this.#going();
  }

  /** @throws whatever broke the stream, but that the reader left */
  #going(): boolean {
    if (this.#failure !== undefined) throw this.#failure;
    return !this.#left;
  }

  async #until(ready: () => boolean): Promise<void> {
    while (!ready() && !this.#left && this.#failure === undefined && !this.#signal.aborted)
      await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  readonly #onChange = (): void => this.#wake?.();

  readonly #onGone = (): void => {
    this.#left = true;
    this.#wake?.();
  };

  readonly #onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') this.#left = true;
    else this.#failure = error;
    this.#wake?.();
  };
}
