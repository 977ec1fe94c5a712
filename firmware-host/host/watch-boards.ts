/** Boards that come and go on USB. */
import { checkNumber, systemClock, type Clock } from '../../base/index.js';
import type { BoardListing } from './list-boards.js';
import { WakeUp } from './wake-up.js';

/** A board on USB came, went, or changed its state (somebody opened it, its permissions were set). */
export interface BoardChange {
  readonly type: 'attached' | 'detached' | 'changed';
  /** As it is now; as it was last, if it went. */
  readonly board: BoardListing;
}

/** How to watch. */
export interface WatchBoardsOptions {
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
  /** Time between two looks, s (default 1). Where udevd runs, a look follows every change at once as well. */
  readonly pollS?: number | undefined;
}

/** Where changes are seen: the boards there are now, and calls when it is worth looking again. */
export interface BoardSource {
  /** A key stays the same as long as the board is plugged in, and is never used again. */
  boards(): Promise<ReadonlyMap<string, BoardListing>>;
  /** @returns what stops the calls */
  onChange(fn: () => void): () => void;
}

/**
 * Tells of the boards on USB: first those that are there, as attached, then every change, until the consumer leaves.
 * @throws an AbortError when the signal fires
 * @example
 * for await (const { type, board } of watchBoards({ signal })) console.log(type, board.uri, board.state);
 */
export async function* watchBoards(options: WatchBoardsOptions = {}): AsyncGenerator<BoardChange, never, undefined> {
  // Loaded here only, as for everything that needs USB.
  const { usbSource } = await import('./transport/usb/usb-boards.js');
  return yield* watchSource(usbSource, options);
}

/** The same from a source that is given. */
export async function* watchSource(
  source: BoardSource,
  { signal, clock = systemClock, pollS = 1 }: WatchBoardsOptions,
): AsyncGenerator<BoardChange, never, undefined> {
  checkNumber('pollS', pollS, { min: 0.01, max: 3600 });
  const wakeUp = new WakeUp(clock);
  const stop = source.onChange(() => wakeUp.call());
  let before: ReadonlyMap<string, BoardListing> = new Map();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const now = await source.boards();
      // Who left goes first, so that a board that was plugged in again never seems to be there twice.
      for (const [key, board] of before) if (!now.has(key)) yield { type: 'detached', board };
      for (const [key, board] of now) {
        const was = before.get(key);
        if (!was) yield { type: 'attached', board };
        else if (JSON.stringify(was) !== JSON.stringify(board)) yield { type: 'changed', board };
      }
      before = now;
      await wakeUp.wait(pollS, signal);
    }
  } finally {
    stop();
  }
}
