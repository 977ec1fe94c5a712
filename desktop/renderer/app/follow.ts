import type { DesktopApi } from '../../rpc/api/index.js';
import { ConnectionLostError } from '../../rpc/index.js';
import type { Caller, ParamsIn, ResultOf, StreamName } from '../../rpc/define.js';

/** What a follower is told. */
export interface StreamEvents<T> {
  /** The stream begins, or begins again. */
  start?: () => void;
  item: (item: T) => void;
  fail: (error: unknown) => void;
  end?: () => void;
}

/** Reads a stream to its end, taking it up again after a lost connection. Resolves when it has ended, failed or was cancelled; never rejects. */
export async function followStream<K extends StreamName<DesktopApi>>(
  caller: Caller<DesktopApi>,
  name: K,
  params: ParamsIn<DesktopApi[K]>,
  signal: AbortSignal,
  options: { readonly window?: number },
  events: StreamEvents<ResultOf<DesktopApi[K]>>,
): Promise<void> {
  const cancelled = (): boolean => signal.aborted;
  while (!cancelled()) {
    try {
      events.start?.();
      for await (const item of caller.stream(name, params, { ...options, signal })) {
        if (cancelled()) return;
        events.item(item);
      }
      if (!cancelled()) events.end?.();
      return;
    } catch (error) {
      if (cancelled()) return;
      if (error instanceof ConnectionLostError) continue;
      events.fail(error);
      return;
    }
  }
}
