/** One board over many sessions: opened again whenever it was lost and is back. */
import {
  BoardAccessError,
  BoardBusyError,
  BoardLostError,
  BoardNotFoundError,
  BoardTimeoutError,
  DeviceError,
  checkNumber,
  systemClock,
  type Clock,
} from '../../base/index.js';
import type { Board } from './board.js';
import { openBoard, type OpenBoardOptions } from './open-board.js';
import { parseBoardUri } from './uri.js';
import { WakeUp } from './wake-up.js';

/** A session with the board. */
export interface BoardSession {
  readonly board: Board;
  /** Number of the session, from 1. */
  readonly number: number;
  /** True if the board started anew since the session before: its settings and programmed tiles are gone. */
  readonly restarted: boolean;
  /** How often it was tried to open the board for this session, at least 1. */
  readonly attempt: number;
}

/** Why there is no session now. */
export type BoardWaitState = 'not found' | 'no permission' | 'busy' | 'no answer' | 'lost';

/** What is being waited for; for a display. */
export interface BoardWait {
  /** The board: its serial number or port, once it has been open. */
  readonly uri: string;
  /** `lost` = it was open and is not back. */
  readonly state: BoardWaitState;
  /** Time of waiting so far, s. */
  readonly waitedS: number;
  /** Attempts so far. */
  readonly attempt: number;
  /** The failure of the last attempt, or what ended the session. */
  readonly error: Error;
}

/** How to keep a board open. */
export interface BoardSessionsOptions extends OpenBoardOptions {
  /** Wait for a board that is not there at first, too (default: that is an error). */
  readonly waitForFirst?: boolean | undefined;
  /** Longest wait for the board to come back, s; then the last failure is thrown. Default: for ever. */
  readonly limitS?: number | undefined;
  /** Time between two attempts, s (default 1). Where udevd runs, one follows every change on USB at once as well. */
  readonly pollS?: number | undefined;
  /** Called at the loss and after every attempt that failed. */
  readonly onWait?: ((wait: BoardWait) => void) | undefined;
}

/** What opening and waiting need of the world. */
export interface SessionWorld {
  open(uri: string, options: OpenBoardOptions): Promise<Board>;
  /** Calls `fn` when it is worth trying again. @returns what stops that */
  onChange(fn: () => void): () => void;
}

/** A udev rule takes effect a moment after the device appears; a device that has just been plugged in may fail a moment. */
const PASSING_S = 10;
/** A session shorter than this is not followed at once by the next: a board that fails again and again is not to be hammered. */
const SHORT_S = 1;

/**
 * Opens a board and gives its sessions one after the other: after a loss it waits for the same board (by serial number, for `usb:`) and opens it again. Ask
 * for the next session when one was lost; if it was not, that is waited for. Leaving the loop closes the board.
 *
 * @throws what no waiting cures: ProtocolError for a board with another version of the protocol, BoardNotFoundError with the code BOARD_AMBIGUOUS,
 * BoardAccessError if permissions stay wrong, …; an AbortError when the signal fires.
 * @example
 * for await (const { board, restarted } of boardSessions('usb:', { signal })) {
 *   try { await collect(board); break; } catch (error) { if (!(error instanceof BoardLostError)) throw error; }
 * }
 */
export async function* boardSessions(
  uri: string,
  options: BoardSessionsOptions = {},
): AsyncGenerator<BoardSession, void, undefined> {
  const usb =
    parseBoardUri(uri).scheme === 'usb' ? (await import('./transport/usb/usb-boards.js')).usbSource : undefined;
  const onChange = (fn: () => void): (() => void) => usb?.onChange(fn) ?? (() => undefined);
  yield* sessionsIn({ open: openBoard, onChange }, uri, options);
}

/** The same in a world that is given. */
export async function* sessionsIn(
  world: SessionWorld,
  uri: string,
  options: BoardSessionsOptions,
): AsyncGenerator<BoardSession, void, undefined> {
  const { signal, clock = systemClock, waitForFirst = false } = options;
  const wait = new Waiting(world, clock, options);
  let address = uri;
  let bootId: number | undefined;
  let lost: Error | undefined;
  for (let number = 1; ; number++) {
    const { board, attempt } = await wait.open(address, lost, number === 1 && !waitForFirst);
    const opened = clock.now();
    const restarted = bootId !== undefined && board.identity.bootId !== bootId;
    ({ bootId } = board.identity);
    address = board.uri;
    try {
      yield { board, number, restarted, attempt };
      lost = await lossOf(board, clock, signal);
    } finally {
      await board.close();
    }
    // The consumer closed it.
    if (!lost) return;
    if (!(lost instanceof BoardLostError)) throw lost;
    if (clock.now() - opened < SHORT_S) await clock.sleep(SHORT_S, signal);
  }
}

/** Opening a board that may not be there. */
class Waiting {
  readonly #world: SessionWorld;
  readonly #clock: Clock;
  readonly #options: BoardSessionsOptions;
  readonly #pollS: number;
  readonly #limitS: number;

  constructor(world: SessionWorld, clock: Clock, options: BoardSessionsOptions) {
    this.#world = world;
    this.#clock = clock;
    this.#options = options;
    this.#pollS = checkNumber('pollS', options.pollS ?? 1, { min: 0.01, max: 3600 });
    this.#limitS = options.limitS === undefined ? Infinity : checkNumber('limitS', options.limitS, { min: 0 });
  }

  /** @param lost what ended the session before */
  async open(uri: string, lost: Error | undefined, once: boolean): Promise<{ board: Board; attempt: number }> {
    const { signal } = this.#options;
    const since = this.#clock.now();
    const tell = (error: Error, attempt: number): void =>
      this.#options.onWait?.({
        uri,
        state: stateOf(error, lost !== undefined),
        waitedS: this.#clock.now() - since,
        attempt,
        error,
      });
    if (lost) tell(lost, 0);
    const wakeUp = new WakeUp(this.#clock);
    let stop: (() => void) | undefined;
    let passingSince: number | undefined;
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return { board: await this.#world.open(uri, this.#options), attempt };
        } catch (thrown) {
          const error = thrown instanceof Error ? thrown : new Error(String(thrown));
          const now = this.#clock.now();
          const cure = cureOf(error);
          passingSince = cure === 'passing' ? (passingSince ?? now) : undefined;
          const hopeless = cure === 'none' || (passingSince !== undefined && now - passingSince >= PASSING_S);
          if (once || hopeless || now - since >= this.#limitS) throw error;
          tell(error, attempt);
        }
        stop ??= this.#world.onChange(() => wakeUp.call());
        await wakeUp.wait(this.#pollS, signal);
      }
    } finally {
      stop?.();
    }
  }
}

/** Whether waiting cures a failure: yes; only if it passes soon; no. */
function cureOf(error: Error): 'waiting' | 'passing' | 'none' {
  if (error instanceof BoardNotFoundError) return error.code === 'BOARD_NOT_FOUND' ? 'waiting' : 'none';
  if ([BoardBusyError, BoardLostError, BoardTimeoutError].some((type) => error instanceof type)) return 'waiting';
  if (error instanceof BoardAccessError || (error instanceof DeviceError && error.code === 'USB')) return 'passing';
  return 'none';
}

function stateOf(error: Error, wasOpen: boolean): BoardWaitState {
  if (error instanceof BoardAccessError) return 'no permission';
  if (error instanceof BoardBusyError) return 'busy';
  if (error instanceof BoardTimeoutError) return 'no answer';
  return wasOpen ? 'lost' : 'not found';
}

/** What ended a session; undefined if its board was closed from this side. */
async function lossOf(board: Board, clock: Clock, signal: AbortSignal | undefined): Promise<Error | undefined> {
  const wakeUp = new WakeUp(clock);
  let lost: Error | undefined;
  const off = board.on('lost', (error) => {
    lost = error;
    wakeUp.call();
  });
  try {
    // Closing it is no event: look now and then.
    while (board.connected) await wakeUp.wait(1, signal);
    return lost;
  } finally {
    off();
  }
}
