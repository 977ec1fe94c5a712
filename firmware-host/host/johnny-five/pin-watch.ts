/** A reading that is repeated for johnny-five: by a watch of the board while there are streams for it, else by asking. */
import { BoardBusyError, BoardLostError, isAbortError } from '../../../base/index.js';
import type { Board } from '../board.js';
import type { SteadyBoard } from './steady-board.js';

/** What is read. */
export interface Reading<T> {
  readonly periodS: number;
  /** By a watch. */
  readonly watch: (board: Board, signal: AbortSignal) => AsyncIterable<T>;
  /** Once. */
  readonly ask: (board: Board, signal: AbortSignal) => Promise<T>;
  readonly take: (value: T) => void;
}

/** A device that does not answer is asked again after this, s. */
const PATIENCE_S = 1;

/** Streams that watches may use. */
export interface StreamBudget {
  take(board: Board): boolean;
  give(): void;
}

/**
 * Reads until the signal fires, over every loss of the board. Trouble is told once, and again after it has worked meanwhile.
 */
export async function keepReading<T>(
  steady: SteadyBoard,
  streams: StreamBudget,
  reading: Reading<T>,
  signal: AbortSignal,
): Promise<void> {
  let told = false;
  const take = (value: T): void => {
    told = false;
    reading.take(value);
  };
  const over = (): boolean => signal.aborted || steady.closed;
  while (!over()) {
    let board: Board | undefined;
    try {
      board = await steady.available(signal);
      await readFrom(board, steady, streams, { ...reading, take }, signal);
    } catch (error) {
      if (over()) return;
      const gone = error instanceof BoardLostError || isAbortError(error);
      // Gone, and known to be: the next session goes on.
      if (gone && steady.board !== board) continue;
      if (!told && !gone) steady.trouble(error);
      told = true;
      await steady.clock.sleep(PATIENCE_S, signal).catch(() => undefined);
    }
  }
}

async function readFrom<T>(
  board: Board,
  steady: SteadyBoard,
  streams: StreamBudget,
  reading: Reading<T>,
  signal: AbortSignal,
): Promise<void> {
  if (streams.take(board)) {
    try {
      for await (const value of reading.watch(board, signal)) reading.take(value);
      return;
    } catch (error) {
      // Others have taken the streams.
      if (!(error instanceof BoardBusyError)) throw error;
    } finally {
      streams.give();
    }
  }
  for (;;) {
    reading.take(await reading.ask(board, signal));
    await steady.clock.sleep(reading.periodS, signal);
  }
}
