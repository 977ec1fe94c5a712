/** The array of a board among components: one call at a time, armed while somebody needs it, with the settings that they made. */
import { BoardLostError } from '../../../../base/index.js';
import type { Board } from '../../board.js';
import type { DriveSettings } from '../../board-types.js';
import type { SteadyBoard } from '../steady-board.js';

const desks = new WeakMap<SteadyBoard, ArrayDesk>();

/** The desk of a board: the same for all its components. */
export function deskOf(steady: SteadyBoard): ArrayDesk {
  let desk = desks.get(steady);
  if (desk === undefined) desks.set(steady, (desk = new ArrayDesk(steady)));
  return desk;
}

/** See the head of this file. */
export class ArrayDesk {
  readonly #steady: SteadyBoard;
  readonly #holders = new Set<object>();
  #settings: Partial<DriveSettings> = {};
  /** The session that has the settings, and the one that was armed. */
  #set: Board | undefined;
  #armed: Board | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(steady: SteadyBoard) {
    this.#steady = steady;
  }

  /** Settings that components have made. */
  get settings(): Readonly<Partial<DriveSettings>> {
    return this.#settings;
  }

  /**
   * Does something with the array armed, in its turn; it stays armed as long as somebody holds it.
   * @throws what the job throws; BoardLostError while the board is away
   */
  run<T>(holder: object, job: (board: Board) => Promise<T>): Promise<T> {
    this.#holders.add(holder);
    return this.#inTurn(async () => {
      const board = this.#steady.current();
      await this.#ready(board);
      try {
        return await job(board);
      } catch (error) {
        // A fault or a person may have switched it off: the next one arms it again.
        this.#armed = undefined;
        throw error;
      }
    });
  }

  /** Changes settings, for this session and those that come. @returns those in force */
  adjust(change: Partial<DriveSettings>): Promise<DriveSettings> {
    return this.#inTurn(async () => {
      const board = this.#steady.current();
      const { drive } = await board.getState();
      const actual = await board.setConfig({ ...drive, ...this.#settings, ...change });
      this.#settings = { ...this.#settings, ...change };
      this.#set = board;
      return actual;
    });
  }

  /** Changes settings for the sessions that come only: the board is away. */
  note(change: Partial<DriveSettings>): void {
    this.#settings = { ...this.#settings, ...change };
  }

  /** Whoever held the array needs it no more; the last one leaves it safe. */
  release(holder: object): Promise<void> {
    if (!this.#holders.delete(holder)) return Promise.resolve();
    return this.#inTurn(async () => {
      if (this.#holders.size > 0) return;
      this.#armed = undefined;
      await this.#steady.board?.makeSafe().catch((error: unknown) => {
        if (!(error instanceof BoardLostError)) throw error;
      });
    });
  }

  /** Resolves when what has been asked for so far is done. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  async #ready(board: Board): Promise<void> {
    if (this.#set !== board && Object.keys(this.#settings).length > 0) {
      const { drive } = await board.getState();
      await board.setConfig({ ...drive, ...this.#settings });
    }
    this.#set = board;
    if (this.#armed === board) return;
    await board.getState();
    await board.arm();
    this.#armed = board;
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const work = this.#queue.then(job);
    this.#queue = work.catch(() => undefined);
    return work;
  }
}
