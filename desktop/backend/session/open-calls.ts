/** Calls of a session that are under way: whoever ends the session ends them and waits for what they still do. */
import { abortError } from '../../../base/index.js';
import type { CallContext, Method } from '../../rpc/define.js';

type AnyHandler = (params: unknown, context: CallContext) => unknown;

/** See the head of this file. Streams only tell; they end with their connection. */
export class OpenCalls {
  readonly #stop = new AbortController();
  readonly #open = new Set<Promise<unknown>>();

  /** The handlers of a table; those of calls are followed, and refused once the session ends. */
  follow<H extends object>(handlers: H, table: Readonly<Record<string, Method>>): H {
    const followed = Object.entries(handlers as Readonly<Record<string, AnyHandler>>).map(([name, handler]) => [
      name,
      table[name]?.kind === 'call' ? this.#followed(handler) : handler,
    ]);
    return Object.fromEntries(followed) as H;
  }

  #followed(handler: AnyHandler): AnyHandler {
    return async (params, { signal }) => {
      if (this.#stop.signal.aborted) throw abortError('the session ends');
      const work = (async () => handler(params, { signal: AbortSignal.any([signal, this.#stop.signal]) }))();
      this.#open.add(work);
      try {
        return await work;
      } finally {
        this.#open.delete(work);
      }
    };
  }

  /** Refuses further calls, and fires the signal of those that are under way. */
  stop(): void {
    this.#stop.abort(abortError('the session ends'));
  }

  /** Resolves when no call is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#open]);
  }
}
