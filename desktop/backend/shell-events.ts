/** Events from a window's shell to the page in it. */
import { abortError } from '../../base/index.js';
import type { ShellEvent } from '../rpc/api/index.js';

/** Events kept for a page that is not there yet. */
const MOST_WAITING = 100;
/** Windows remembered; more have not been open in one session. */
const MOST_WINDOWS = 1000;

/** Keeps the events of each window until its page takes them: files are opened while the page is still being loaded. */
export class ShellEvents {
  readonly #waiting = new Map<number, ShellEvent[]>();
  readonly #wake = new Map<number, () => void>();

  /** Adds an event. @param window number of the window */
  publish(window: number, event: ShellEvent): void {
    if (!this.#waiting.has(window) && this.#waiting.size >= MOST_WINDOWS) return;
    this.#waiting.set(window, [...(this.#waiting.get(window) ?? []), event].slice(-MOST_WAITING));
    this.#wake.get(window)?.();
  }

  /** The events of a window. Each is given once: to whoever asked last, which is the page after it was loaded anew. */
  async *read(window: number, signal: AbortSignal): AsyncGenerator<ShellEvent, void, undefined> {
    let superseded = false;
    let wake: () => void = () => undefined;
    const mine = (): void => wake();
    const before = this.#wake.get(window);
    this.#wake.set(window, mine);
    before?.();
    signal.addEventListener('abort', mine, { once: true });
    try {
      for (;;) {
        if (signal.aborted) throw abortError(signal.reason);
        superseded = this.#wake.get(window) !== mine;
        if (superseded) return;
        const next = this.#waiting.get(window)?.shift();
        if (next !== undefined) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      signal.removeEventListener('abort', mine);
      if (!superseded) this.#wake.delete(window);
    }
  }
}
