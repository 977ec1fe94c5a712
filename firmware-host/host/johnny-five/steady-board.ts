/** A board that may be unplugged: one session after the other with the same device. */
import {
  BoardAccessError,
  BoardLostError,
  DeviceError,
  abortError,
  backgroundClock,
  isAbortError,
  type Clock,
  type Timer,
} from '../../../base/index.js';
import type { Board } from '../board.js';
import type { BoardFault } from '../board-types.js';

/** How a board is kept. */
export interface SteadyBoardOptions {
  /** Opens a session; called again after each loss until it succeeds. */
  readonly open: (signal: AbortSignal) => Promise<Board>;
  /** For the pauses between attempts. Default: the computer's, without keeping the process alive. */
  readonly clock?: Clock | undefined;
}

/** What a kept board tells. */
export interface SteadyBoardEvents {
  /** The board is away. */
  lost: (error: Error) => void;
  /** It is here again, by a new session: what was set in the old one may be gone. */
  back: (board: Board) => void;
  fault: (fault: BoardFault) => void;
  /** Something that nobody waits for went wrong. */
  trouble: (error: Error) => void;
  /** Closed on purpose. */
  closed: () => void;
}

type Listeners = { readonly [K in keyof SteadyBoardEvents]: Set<SteadyBoardEvents[K]> };

/** Pause before the first attempt to open a lost board, and the longest, s; each is twice the one before. */
const FIRST_PAUSE_S = 0.1;
const LONGEST_PAUSE_S = 2;

/** Holds a session, opens the next when it is lost, and takes no other device for its own. */
export class SteadyBoard {
  readonly clock: Clock;
  readonly #options: SteadyBoardOptions;
  readonly #serial: string;
  readonly #listeners: Listeners = {
    lost: new Set(),
    back: new Set(),
    fault: new Set(),
    trouble: new Set(),
    closed: new Set(),
  };
  readonly #over = new AbortController();
  #board: Board | undefined;
  #timer: Timer | undefined;
  /** Whether what keeps it from being opened has been told. */
  #told = false;

  private constructor(options: SteadyBoardOptions, board: Board) {
    this.#options = options;
    this.clock = options.clock ?? backgroundClock;
    this.#serial = board.identity.serial;
    this.#adopt(board);
  }

  /**
   * Opens the board for the first time.
   * @throws what `open` throws
   */
  static async open(options: SteadyBoardOptions): Promise<SteadyBoard> {
    return new SteadyBoard(options, await options.open(new AbortController().signal));
  }

  /** The session in force; undefined while the board is away. */
  get board(): Board | undefined {
    return this.#board;
  }

  get serial(): string {
    return this.#serial;
  }

  /** Whether it was closed on purpose. */
  get closed(): boolean {
    return this.#over.signal.aborted;
  }

  /** The session in force. @throws BoardLostError while the board is away */
  current(): Board {
    if (this.#board !== undefined) return this.#board;
    throw new BoardLostError(this.closed ? 'the board was closed' : `board ${this.#serial} is away`, {
      nextStep: this.closed ? 'open it again' : 'plug it in again: the program goes on by itself',
    });
  }

  /** Calls `fn` at each event; returns what stops it. */
  on<K extends keyof SteadyBoardEvents>(event: K, fn: SteadyBoardEvents[K]): () => void {
    this.#listeners[event].add(fn);
    return () => this.#listeners[event].delete(fn);
  }

  /** Reports what nobody waits for. */
  trouble(error: unknown): void {
    const reported = error instanceof Error ? error : new Error(String(error));
    for (const fn of [...this.#listeners.trouble]) fn(reported);
  }

  /** Resolves with the session once there is one. @throws an AbortError when it is closed, or the signal fires */
  available(signal?: AbortSignal): Promise<Board> {
    if (this.closed || signal?.aborted === true) return Promise.reject(abortError(signal?.reason));
    if (this.#board !== undefined) return Promise.resolve(this.#board);
    return new Promise((resolve, reject) => {
      const ends = [
        this.on('back', (board) => settle(() => resolve(board))),
        this.on('closed', () => settle(() => reject(abortError('the board was closed')))),
      ];
      const onAbort = (): void => settle(() => reject(abortError(signal?.reason)));
      const settle = (how: () => void): void => {
        for (const end of ends) end();
        signal?.removeEventListener('abort', onAbort);
        how();
      };
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Makes the board safe, ends the session, and looks for no other. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.#over.abort();
    this.#timer?.cancel();
    const board = this.#board;
    this.#board = undefined;
    for (const fn of [...this.#listeners.closed]) fn();
    await board?.close();
  }

  #adopt(board: Board): void {
    this.#board = board;
    this.#told = false;
    board.on('fault', (fault) => {
      for (const fn of [...this.#listeners.fault]) fn(fault);
    });
    board.on('lost', (error) => this.#lost(board, error));
  }

  #lost(board: Board, error: Error): void {
    if (this.closed || board !== this.#board) return;
    this.#board = undefined;
    this.#retryIn(FIRST_PAUSE_S);
    for (const fn of [...this.#listeners.lost]) fn(error);
  }

  #retryIn(pauseS: number): void {
    this.#timer = this.clock.setTimer(pauseS, () => {
      this.#attempt().catch((error: unknown) => {
        if (this.closed) return;
        if (!this.#told && !isExpected(error, pauseS)) {
          this.#told = true;
          this.trouble(error);
        }
        this.#retryIn(Math.min(2 * pauseS, LONGEST_PAUSE_S));
      });
    });
  }

  async #attempt(): Promise<void> {
    const board = await this.#options.open(this.#over.signal);
    if (this.closed) return board.close();
    if (board.identity.serial !== this.#serial) {
      await board.close();
      throw new BoardLostError(`board ${board.identity.serial} came instead of ${this.#serial}`);
    }
    this.#adopt(board);
    for (const fn of [...this.#listeners.back]) fn(board);
  }
}

/** A board that is away is no news. */
const AWAY = new Set(['BOARD_NOT_FOUND', 'BOARD_LOST', 'BOARD_BUSY', 'BOARD_TIMEOUT']);
/** A rule for its permissions takes effect a moment after a device appears: no news at pauses up to this, s. */
const ACCESS_PAUSE_S = 1;

function isExpected(error: unknown, pauseS: number): boolean {
  if (isAbortError(error)) return true;
  if (error instanceof BoardAccessError) return pauseS < ACCESS_PAUSE_S;
  return error instanceof DeviceError && AWAY.has(error.code);
}
