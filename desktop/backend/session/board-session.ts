/** One board that is kept open. */
import { abortError, BoardBusyError, BoardLostError, BoardNotFoundError, type Clock } from '../../../base/index.js';
import { boardSessions, WireRecorder, type Board } from '../../../firmware-host/host/index.js';
import type { BoardUse, SessionState } from '../../rpc/api/index.js';
import { Changes } from '../changing.js';
import { problemOf, type Problem } from '../problem.js';
import type { SessionStatus } from './session-api.js';
import { observers } from './observers.js';
import { SessionTrace } from './session-trace.js';

/** What to do about a board that was lost. */
const COMES_BACK = 'Plug it in again; it is opened by itself.';

/** Least time between two tellings of a progress, seconds. */
const REPORT_S = 0.25;

/** Opens boards one session after the other, as {@link boardSessions} does. */
export type Sessions = typeof boardSessions;

/**
 * A board that was opened once and is opened again whenever it was lost and is back, until it is closed. One user of its array at a time;
 * looking at its state and its telemetry disturbs nobody.
 */
export class BoardSession {
  readonly changes = new Changes();
  /** What passes between host and board, over all sessions. */
  readonly trace: SessionTrace;
  /** Records frames into a run that wants them. */
  readonly wire: WireRecorder;
  #state: SessionState = 'closed';
  #board: Board | undefined;
  #last: Pick<SessionStatus, 'identity' | 'limits'> = {};
  #problem: Problem | undefined;
  /** What ended the last session that was lost. */
  #loss: Problem | undefined;
  #use: BoardUse | undefined;
  /** Of the present use. */
  #progress: Pick<BoardUse, 'progress'> = {};
  #reportedS = -Infinity;
  #stop = new AbortController();
  #keeping: Promise<void> | undefined;

  constructor(
    readonly uri: string,
    readonly clock: Clock,
    readonly sessions: Sessions = boardSessions,
  ) {
    this.trace = new SessionTrace(clock);
    this.wire = new WireRecorder({ board: uri, clock });
  }

  get status(): SessionStatus {
    return {
      board: this.uri,
      state: this.#state,
      ...this.#last,
      ...(this.#use === undefined ? {} : { use: { ...this.#use, ...this.#progress } }),
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
    };
  }

  /** The board, if its session is up. */
  get board(): Board | undefined {
    return this.#board;
  }

  /**
   * The open board; opens it if nobody did.
   * @throws what opening a board throws; BoardLostError while a lost board is not back; an AbortError when the signal fires (opening goes on for others)
   */
  async open(signal?: AbortSignal): Promise<Board> {
    if (this.#board !== undefined) return this.#board;
    if (this.#state === 'lost') {
      throw new BoardLostError(`${this.uri} was lost and is not back yet`, {
        nextStep: COMES_BACK,
      });
    }
    this.#keeping ??= this.#keep();
    return new Promise<Board>((resolve, reject) => {
      const look = (): void => {
        if (this.#board !== undefined) done(() => resolve(this.#board!));
        else if (this.#state === 'failed' || this.#state === 'closed') done(() => reject(this.#failure()));
      };
      const aborted = (): void => done(() => reject(abortError(signal?.reason)));
      const off = this.changes.on(look);
      const done = (settle: () => void): void => {
        off();
        signal?.removeEventListener('abort', aborted);
        settle();
      };
      signal?.addEventListener('abort', aborted, { once: true });
      if (signal?.aborted === true) aborted();
    });
  }

  #error: unknown;
  #failure(): Error {
    return this.#error instanceof Error ? this.#error : abortError('the session was closed');
  }

  /** Follows the board through its sessions until it is closed or cannot be opened. */
  async #keep(): Promise<void> {
    const stop = this.#stop;
    this.#error = undefined;
    this.#set('opening');
    try {
      for await (const { board } of this.sessions(this.uri, {
        signal: stop.signal,
        clock: this.clock,
        hostName: 'spindrift desktop',
        trace: observers(this.trace, this.wire),
        onWait: ({ error }) => this.#lost(error),
      })) {
        this.#board = board;
        this.#last = { identity: board.identity, limits: board.limits };
        this.#set('open');
      }
      this.#end('closed');
    } catch (error) {
      this.#error = error;
      if (stop.signal.aborted) this.#end('closed');
      else this.#end('failed', problemOf(error));
    }
  }

  /** A lost board is not found until it is back: what ended its session stays to be read, unless something else keeps it away now. */
  #lost(error: Error): void {
    this.#board = undefined;
    const first = this.#state !== 'lost';
    if (first) this.#loss = { ...problemOf(error), nextStep: COMES_BACK };
    this.#set('lost', error instanceof BoardNotFoundError || first ? this.#loss : problemOf(error));
  }

  #end(state: 'closed' | 'failed', problem?: Problem): void {
    this.#board = undefined;
    this.#keeping = undefined;
    this.#stop = new AbortController();
    this.#set(state, problem);
  }

  #set(state: SessionState, problem?: Problem): void {
    this.#state = state;
    this.#problem = problem;
    this.changes.tell();
  }

  /** Ends the session; whoever uses the board fails. */
  async close(): Promise<void> {
    const keeping = this.#keeping;
    this.#stop.abort();
    const board = this.#board;
    if (board !== undefined) await board.close();
    await keeping;
  }

  /**
   * Opens the board for somebody who uses its array, alone.
   * @throws BoardBusyError naming who uses it
   */
  async use<T>(use: BoardUse, work: (board: Board) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const release = this.claim(use);
    try {
      return await work(await this.open(signal));
    } finally {
      release();
    }
  }

  /** Claims the array. @returns what gives it back @throws BoardBusyError naming who uses it */
  claim(use: BoardUse): () => void {
    if (this.#use !== undefined) {
      const { what, title } = this.#use;
      throw new BoardBusyError(`${this.uri} is in use by ${title} (${what})`, {
        nextStep: 'Wait until it has ended, or stop it.',
        details: { what, title },
      });
    }
    this.#use = use;
    this.#progress = {};
    this.changes.tell();
    return () => {
      if (this.#use !== use) return;
      this.#use = undefined;
      this.changes.tell();
    };
  }

  /** Tells how far the present use is, a few times a second at most. */
  report(progress: NonNullable<BoardUse['progress']>): void {
    if (this.#use === undefined) return;
    this.#progress = { progress };
    if (this.clock.now() - this.#reportedS < REPORT_S) return;
    this.#reportedS = this.clock.now();
    this.changes.tell();
  }
}
