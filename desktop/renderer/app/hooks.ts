import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { DesktopApi } from '../../rpc/api/index.js';
import type { CallName, ParamsIn, ResultOf, StreamName } from '../../rpc/define.js';
import { backend } from './backend.js';
import { followStream } from './follow.js';
import { problemOf, showError, type Problem } from './problems.js';

/** What a stream tells. */
export interface StreamView<T> {
  /** The latest item; nothing before the first. It stays while the connection is made anew. */
  readonly value: ReadonlySignal<T | undefined>;
  /** Why the stream failed; a lost connection is none, the stream is then taken up again. */
  readonly problem: ReadonlySignal<Problem | undefined>;
  /** Whether it came to its end. */
  readonly ended: ReadonlySignal<boolean>;
  /** Asks again after a failure or the end. */
  readonly retry: () => void;
}

/** How to follow a stream. */
export interface UseStreamOptions<T> {
  /** Told every item, also those that the latest-item signal passes over. Not a dependency: the function of the last render is called. */
  readonly onItem?: (item: T) => void;
  /** Told when the stream begins, and begins again after a lost connection: what was gathered is to be thrown away. */
  readonly onStart?: () => void;
  /** Items that may be on their way unread. */
  readonly window?: number;
}

/**
 * Follows a stream of the backend while the component is shown: cancelled when it goes or the parameters change (compared by their JSON), taken up again
 * after a lost connection.
 *
 * @param params nothing: no stream now
 */
export function useStream<K extends StreamName<DesktopApi>>(
  name: K,
  params: ParamsIn<DesktopApi[K]> | undefined,
  options: UseStreamOptions<ResultOf<DesktopApi[K]>> = {},
): StreamView<ResultOf<DesktopApi[K]>> {
  type Item = ResultOf<DesktopApi[K]>;
  const value = useSignal<Item | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const ended = useSignal(false);
  const turn = useSignal(0);
  const latest = useRef(options);
  latest.current = options;
  const key = params === undefined ? undefined : JSON.stringify(params);
  useEffect(() => {
    value.value = undefined;
    problem.value = undefined;
    ended.value = false;
    if (params === undefined) return undefined;
    const stop = new AbortController();
    const { window } = latest.current;
    void followStream(backend, name, params, stop.signal, window === undefined ? {} : { window }, {
      start: () => latest.current.onStart?.(),
      item: (item) => {
        value.value = item;
        latest.current.onItem?.(item);
      },
      fail: (error) => (problem.value = problemOf(error)),
      end: () => (ended.value = true),
    });
    return () => stop.abort();
  }, [name, key, turn.value]);
  return useMemo(() => ({ value, problem, ended, retry: () => void (turn.value += 1) }), []);
}

/** What a call tells. */
export interface CallView<T> {
  /** The answer; the last one while a new one is awaited. */
  readonly value: ReadonlySignal<T | undefined>;
  readonly problem: ReadonlySignal<Problem | undefined>;
  readonly pending: ReadonlySignal<boolean>;
  readonly reload: () => void;
}

/**
 * Asks once when the component is shown, and again when the parameters change (compared by their JSON).
 *
 * @param params nothing: no call now
 */
export function useCall<K extends CallName<DesktopApi>>(
  name: K,
  params: ParamsIn<DesktopApi[K]> | undefined,
): CallView<ResultOf<DesktopApi[K]>> {
  const value = useSignal<ResultOf<DesktopApi[K]> | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const pending = useSignal(params !== undefined);
  const turn = useSignal(0);
  const key = params === undefined ? undefined : JSON.stringify(params);
  useEffect(() => {
    problem.value = undefined;
    pending.value = params !== undefined;
    if (params === undefined) return undefined;
    const stop = new AbortController();
    backend.call(name, params, { signal: stop.signal }).then(
      (answer) => {
        if (stop.signal.aborted) return;
        value.value = answer;
        pending.value = false;
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        problem.value = problemOf(error);
        pending.value = false;
      },
    );
    return () => stop.abort();
  }, [name, key, turn.value]);
  return useMemo(() => ({ value, problem, pending, reload: () => void (turn.value += 1) }), []);
}

/** Something that a person starts. */
export interface Action<A extends readonly unknown[]> {
  /** Starts it; does nothing while it runs. What it throws is shown in the error dialog. */
  readonly run: (...inputs: A) => void;
  readonly busy: ReadonlySignal<boolean>;
  /** Stops it. */
  readonly cancel: () => void;
}

/** Makes an action of an async function; it is cancelled when the component goes. */
export function useAction<A extends readonly unknown[]>(
  act: (signal: AbortSignal, ...inputs: A) => Promise<unknown>,
): Action<A> {
  const busy = useSignal(false);
  const stop = useRef<AbortController>(undefined);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => () => stop.current?.abort(), []);
  return useMemo(
    () => ({
      busy,
      cancel: () => stop.current?.abort(),
      run: (...inputs: A) => {
        if (busy.peek()) return;
        const controller = new AbortController();
        stop.current = controller;
        busy.value = true;
        latest
          .current(controller.signal, ...inputs)
          .catch((error: unknown) => {
            if (!controller.signal.aborted) showError(error);
          })
          .finally(() => (busy.value = false));
      },
    }),
    [],
  );
}
