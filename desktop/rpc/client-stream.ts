import { ProtocolError, type Clock } from '../../base/index.js';
import type { OpenHandle } from './client.js';

/** Seconds that leaving a stream waits for the other end to tidy up, before it goes on regardless. */
const LONGEST_LEAVE_S = 5;

interface Reader<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void;
  readonly reject: (error: unknown) => void;
}

/** A stream at its reading end. Nothing is asked for before the first `next()`; at most a window of items is ever unread. */
export class ClientStream<T> implements AsyncIterableIterator<T> {
  readonly #window: number;
  readonly #clock: Clock;
  readonly #begin: (stream: ClientStream<T>) => OpenHandle;
  #handle: OpenHandle | undefined;
  readonly #items: T[] = [];
  readonly #readers: Reader<T>[] = [];
  /** Items that the other end may still send. */
  #granted: number;
  /** Items taken since credit was last given. */
  #taken = 0;
  #state: 'new' | 'open' | 'leaving' | 'over' = 'new';
  #error: Error | undefined;
  #onOver: (() => void)[] = [];

  constructor(window: number, clock: Clock, begin: (stream: ClientStream<T>) => OpenHandle) {
    this.#window = window;
    this.#granted = window;
    this.#clock = clock;
    this.#begin = begin;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    if (this.#state === 'new') {
      this.#state = 'over';
      this.#handle = this.#begin(this);
      this.#state = 'open';
    }
    if (this.#items.length > 0) {
      const value = this.#items.shift()!;
      this.#taken += 1;
      if (this.#taken * 2 >= this.#window && this.#state === 'open') {
        this.#granted += this.#taken;
        this.#handle?.credit(this.#taken);
        this.#taken = 0;
      }
      return { done: false, value };
    }
    if (this.#error !== undefined) {
      const error = this.#error;
      this.#error = undefined;
      throw error;
    }
    if (this.#state !== 'open') return { done: true, value: undefined };
    return new Promise((resolve, reject) => this.#readers.push({ resolve, reject }));
  }

  /** Leaves: cancels, and waits until the other end has tidied up. */
  async return(): Promise<IteratorResult<T, undefined>> {
    this.#items.length = 0;
    this.#error = undefined;
    if (this.#state === 'open') this.#leave();
    if (this.#state === 'new') this.#state = 'over';
    if (this.#state === 'leaving') {
      await new Promise<void>((resolve) => {
        const timer = this.#clock.setTimer(LONGEST_LEAVE_S, resolve);
        this.#onOver.push(() => {
          timer.cancel();
          resolve();
        });
      });
    }
    return { done: true, value: undefined };
  }

  /** Ends by the reader's own signal or deadline: what is unread is dropped. */
  giveUp(error: Error): void {
    if (this.#state !== 'open') return;
    this.#items.length = 0;
    this.#fail(error);
    this.#leave();
  }

  /** An item came. */
  item(value: unknown): void {
    this.#granted -= 1;
    if (this.#granted < 0) throw new ProtocolError('a stream sent more items than it had credit for');
    if (this.#state !== 'open') return;
    const reader = this.#readers.shift();
    this.#items.push(value as T);
    if (reader !== undefined) this.next().then(reader.resolve, reader.reject);
  }

  /** The last frame came, or the connection ended. */
  finish({ error }: { readonly error?: Error }): void {
    const left = this.#state === 'leaving';
    this.#state = 'over';
    if (!left && error !== undefined) this.#fail(error);
    this.#release();
    for (const each of this.#onOver.splice(0)) each();
  }

  #leave(): void {
    this.#state = 'leaving';
    this.#handle?.cancel();
    this.#release();
  }

  /** Fails the reader that waits, or else the next one. */
  #fail(error: Error): void {
    const reader = this.#readers.shift();
    if (reader === undefined) this.#error = error;
    else reader.reject(error);
  }

  #release(): void {
    for (const { resolve } of this.#readers.splice(0)) resolve({ done: true, value: undefined });
  }
}
