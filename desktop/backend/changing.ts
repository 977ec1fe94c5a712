/** Things that change, and streams of what they are. */
import { abortError, type Clock } from '../../base/index.js';

/** Somebody who wants to know of changes. */
type Listener = () => void;

/** Tells its listeners that something has changed; they look for themselves what it is now. */
export class Changes {
  readonly #listeners = new Set<Listener>();

  /** Calls `fn` at each change. @returns what stops that */
  on(fn: Listener): () => void {
    this.#listeners.add(fn);
    return () => this.#listeners.delete(fn);
  }

  tell(): void {
    for (const fn of [...this.#listeners]) fn();
  }
}

/** How often something is shown. */
export interface WatchOptions {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Changes within this time of the last item are told together, seconds; default 0.05. */
  readonly gatherS?: number;
}

/**
 * What something is, at once and after every change: never more often than asked for, never older than the last change. A reader that is slow
 * misses what lies between, not the last.
 */
export async function* watchChanges<T>(
  changes: Changes,
  look: () => T | Promise<T>,
  { signal, clock, gatherS = 0.05 }: WatchOptions,
): AsyncGenerator<T, void, undefined> {
  // Read through a function: it changes while this one waits.
  let changed = true;
  const hasChanged = (): boolean => changed;
  let wake: Listener = () => undefined;
  const note = (): void => {
    changed = true;
    wake();
  };
  const off = changes.on(note);
  signal.addEventListener('abort', note, { once: true });
  try {
    for (;;) {
      if (!hasChanged() && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) throw abortError(signal.reason);
      changed = false;
      yield await look();
      await clock.sleep(gatherS, signal);
    }
  } finally {
    off();
    signal.removeEventListener('abort', note);
  }
}
