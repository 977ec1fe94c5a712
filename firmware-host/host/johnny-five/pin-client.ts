/** What the plugin needs of a board, over every unplugging: writes in order, readings that go on, pins that come back as they were. */
import { BoardLostError } from '../../../base/index.js';
import type { Board } from '../board.js';
import { PINS, type PinFunction, type PinInfo, type PinName } from '../pins/pin-table.js';
import { KeepAlive } from './keep-alive.js';
import { keepReading, type Reading } from './pin-watch.js';
import type { SteadyBoard } from './steady-board.js';

/** What was last asked of a pin, so that it can be asked again. */
interface PinMemory {
  readonly wanted?: PinFunction;
  readonly write?: (board: Board) => Promise<unknown>;
}

/** Streams of a session that are left to others: telemetry, and a call that works with the array. */
const STREAMS_LEFT = 2;
/** A pin that has no stream is asked this often at most, s. */
const ASK_PERIOD_S = 0.02;

/** The pins of a board that may be unplugged. Nothing here throws for a board that is away: what was wanted is done when it is back. */
export class PinClient {
  readonly pinMap: readonly PinInfo[] = PINS;
  readonly alive = new KeepAlive();
  readonly #steady: SteadyBoard;
  readonly #memory = new Map<PinName, PinMemory>();
  readonly #over = new AbortController();
  readonly #streams = {
    used: 0,
    take: ({ limits }: Board): boolean => {
      if (this.#streams.used >= Math.max(0, limits.maxStreams - STREAMS_LEFT)) return false;
      this.#streams.used++;
      return true;
    },
    give: (): void => {
      this.#streams.used--;
    },
  };
  #queue: Promise<void> = Promise.resolve();

  constructor(steady: SteadyBoard) {
    this.#steady = steady;
    steady.on('back', () => this.#restore());
    steady.on('closed', () => this.#over.abort());
  }

  /** Sets what a pin does. */
  mode(pin: PinInfo, wanted: PinFunction): void {
    // Another function forgets what was written; so does the board.
    if (this.#memory.get(pin.name)?.wanted !== wanted) this.#memory.set(pin.name, { wanted });
    this.#later((board) => board.pins.mode(pin.number, wanted));
  }

  /** Writes to a pin. */
  write(pin: PinInfo, write: (board: Board) => Promise<unknown>): void {
    this.#memory.set(pin.name, { ...this.#memory.get(pin.name), write });
    this.#later(write);
  }

  /** Does something once, in its turn; a board that is away is told as trouble. */
  once(job: (board: Board) => Promise<unknown>): void {
    this.#enqueue(async () => {
      await job(this.#steady.current());
    });
  }

  /** Resolves when what has been asked for so far is done. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** Reads again and again. @returns what ends it */
  read<T>(reading: Reading<T>): () => void {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, this.#over.signal]);
    const asked = { ...reading, periodS: Math.max(reading.periodS, ASK_PERIOD_S) };
    // After what was written before: a watch must not overtake the mode of its pin.
    const begun = this.#queue.then(() => keepReading(this.#steady, this.#streams, asked, signal));
    void this.alive.during(() => begun);
    return () => stop.abort();
  }

  /** What is lost with the board is done again when it is back. */
  #later(job: (board: Board) => Promise<unknown>): void {
    this.#enqueue(async () => {
      const { board } = this.#steady;
      try {
        if (board !== undefined) await job(board);
      } catch (error) {
        if (!(error instanceof BoardLostError)) throw error;
      }
    });
  }

  #enqueue(job: () => Promise<void>): void {
    const work = this.#queue.then(job).catch((error: unknown) => this.#steady.trouble(error));
    this.#queue = this.alive.during(() => work);
  }

  #restore(): void {
    for (const [name, { wanted, write }] of this.#memory) {
      if (wanted !== undefined) this.#later((board) => board.pins.mode(name, wanted));
      if (write !== undefined) this.#later(write);
    }
  }
}
