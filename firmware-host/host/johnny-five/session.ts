/** johnny-five on a board: opened, kept over every unplugging, left safe. */
import type { Clock } from '../../../base/index.js';
import type { Board } from '../board.js';
import { openBoard, type OpenBoardOptions } from '../open-board.js';
import { deskOf } from './components/array-desk.js';
import { leaveSafely } from './exit.js';
import { loadJohnnyFive, type FiveBoard, type JohnnyFive } from './five.js';
import { SpindriftIo } from './spindrift-io.js';
import { SteadyBoard } from './steady-board.js';

/** What components may take to say their last words, s. */
const LAST_WORDS_S = 1;

/** How johnny-five is put on a board. */
export interface JohnnyFiveOptions extends Omit<OpenBoardOptions, 'clock' | 'keepAlive'> {
  /** Name of the board among those of johnny-five. */
  readonly id?: string | undefined;
  /** Make the board safe when the process ends by SIGINT, SIGTERM or SIGHUP, or has nothing more to do. Default true. */
  readonly safeExit?: boolean | undefined;
  /** For the pauses between attempts to find a board that was unplugged. */
  readonly clock?: Clock | undefined;
}

/** A board with johnny-five on it. */
export interface JohnnyFiveSession {
  /** The module. */
  readonly five: JohnnyFive;
  /** The board of johnny-five, ready: give it to every component. It lives as long as the session, over every unplugging. */
  readonly board: FiveBoard;
  /** The plugin. */
  readonly io: SpindriftIo;
  /** The board itself, over every unplugging. */
  readonly steady: SteadyBoard;
  /** Stops the components as far as they can be, makes the board safe, ends the session. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens a board and puts johnny-five on it. Attach `board.on('error')` first: without a listener the first thing that goes wrong ends the process.
 *
 * @param target URI of a board, or what opens it; called again whenever the board was unplugged
 * @throws what opening the board throws
 * @example
 * const { five, board, close } = await openJohnnyFive('sim:ideal');
 * board.on('error', console.error);
 * new five.Led({ pin: 'STATUS', board }).blink(500);
 */
export async function openJohnnyFive(
  target: string | ((signal: AbortSignal) => Promise<Board>),
  options: JohnnyFiveOptions = {},
): Promise<JohnnyFiveSession> {
  const { id, safeExit = true, clock, ...opening } = options;
  const open = typeof target === 'string' ? opener(target, opening) : target;
  const steady = await SteadyBoard.open({ open, clock });
  try {
    const five = await loadJohnnyFive();
    const io = new SpindriftIo(steady);
    const board = new five.Board({ io, repl: false, debug: false, sigint: false, ...(id === undefined ? {} : { id }) });
    io.on('reconnect', () => board.emit('reconnect'));
    await new Promise<void>((resolve) => board.once('ready', () => resolve()));
    const close = async (): Promise<void> => {
      forgetExit();
      stopComponents(board);
      // The components' own last words; but nothing may hold up the end, which makes the board safe in any case.
      const words = Promise.all([deskOf(steady).settled(), io.flush()]);
      await Promise.race([words, steady.clock.sleep(LAST_WORDS_S)]);
      await steady.close();
      const { cache } = five.Board;
      if (cache.includes(board)) cache.splice(cache.indexOf(board), 1);
    };
    const forgetExit = safeExit ? leaveSafely(close) : () => undefined;
    return { five, board, io, steady, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await steady.close();
    throw error;
  }
}

/** Opens the board that a URI names, and the same one again: `usb:` may be said of the only board. */
function opener(uri: string, options: OpenBoardOptions): (signal: AbortSignal) => Promise<Board> {
  let name = uri;
  return async (signal) => {
    const board = await openBoard(name, { ...options, signal, keepAlive: false });
    name = board.uri;
    return board;
  };
}

/** Ends blinking, sampling and work with the array. What johnny-five cannot stop (a Pin, a Thermometer) goes on without a board. */
function stopComponents({ register }: FiveBoard): void {
  for (const component of register as { stop?: () => unknown; disable?: () => unknown }[]) {
    try {
      component.disable?.();
      component.stop?.();
    } catch {
      // One whose making failed is registered all the same, and can do nothing.
    }
  }
}
