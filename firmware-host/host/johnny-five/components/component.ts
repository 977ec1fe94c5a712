/** What our components have in common: they are components of johnny-five, and they are emitters. */
import { EventEmitter } from 'node:events';
import { BoardLostError, isAbortError } from '../../../../base/index.js';
import type { BoardStatics, FiveBoard } from '../five.js';
import { KeepAlive } from '../keep-alive.js';
import type { SteadyBoard } from '../steady-board.js';

/** Options that every component has. */
export interface ComponentOptions {
  /** The board of johnny-five: always say which. */
  readonly board: FiveBoard;
  readonly id?: string | undefined;
  /** The board behind it; that of the plugin unless something else stands in for it. */
  readonly client?: SteadyBoard | undefined;
}

/** Work that a component repeats. */
export interface Round {
  /** Once. */
  readonly work: (signal: AbortSignal) => Promise<void>;
  /** Between two of them, s. */
  readonly pauseS: number;
}

/**
 * A component of the board itself. It is in `board.register`, `snapshot()` and `serialize()`; it tells `error` of what goes wrong while it works by
 * itself, `fault` of faults of the board, and goes on by itself after the board was unplugged.
 */
export abstract class SpindriftComponent extends EventEmitter {
  // Set by johnny-five.
  declare readonly board: FiveBoard;
  declare readonly io: unknown;
  declare readonly id: string;
  readonly #steady: SteadyBoard;
  readonly #alive = new KeepAlive();
  #running: AbortController | undefined;

  protected constructor(options: ComponentOptions) {
    super();
    const steady = options.client ?? (options.board.io as { readonly steady?: SteadyBoard }).steady;
    if (steady === undefined) throw new TypeError('board must be a board of johnny-five whose io is a SpindriftIo');
    this.#steady = steady;
    // The class of the board is at hand in the board: johnny-five is loaded by whoever made it.
    const { Component } = options.board.constructor as unknown as BoardStatics;
    Component.call(this, { board: options.board, id: options.id }, { requestPin: false, normalizePin: false });
    const ends = [
      steady.on('fault', (fault) => this.emit('fault', fault)),
      steady.on('closed', () => {
        this.halt();
        for (const end of ends) end();
      }),
    ];
  }

  /** Whether it works by itself. */
  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  protected get steady(): SteadyBoard {
    return this.#steady;
  }

  /** Does something that the process must not end before. */
  protected during<T>(work: () => Promise<T>): Promise<T> {
    return this.#alive.during(work);
  }

  /** Does something that nobody waits for; what goes wrong is told as `error`. */
  protected attempt(work: () => Promise<unknown>): void {
    this.during(work).catch((error: unknown) => {
      // What is cut off by the end is no news.
      if (!isAbortError(error) && !this.#steady.closed) this.emit('error', error);
    });
  }

  /** Starts to repeat something; harmless while it does already. */
  protected repeat(round: Round): void {
    if (this.#running !== undefined) return;
    const running = new AbortController();
    this.#running = running;
    this.attempt(() => this.#rounds(round, running.signal));
  }

  /** Ends what is repeated. */
  protected halt(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  async #rounds({ work, pauseS }: Round, signal: AbortSignal): Promise<void> {
    for (;;) {
      // Rejects with an AbortError when it is stopped or closed: the end.
      await this.#steady.available(signal);
      try {
        await work(signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof BoardLostError)) this.emit('error', error);
      }
      await this.#steady.clock.sleep(pauseS, signal);
    }
  }
}
