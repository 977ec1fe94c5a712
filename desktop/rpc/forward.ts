/** Handlers that pass on to another connection: a router in front of several backends. */
import type { Api, Caller, CallContext, Method } from './define.js';
import type { Handler } from './server-call.js';

/** Finds who serves a call. Throws what the caller shall be told when there is nobody. */
export type Route = (params: unknown, context: CallContext) => Caller<Api> | Promise<Caller<Api>>;

/** Items on their way between router and backend, beside those that the reader's own window permits. */
const WINDOW = 2;

/** A handler of a method that passes on what it gets: parameters, cancellation, items as the reader takes them, errors as their classes. */
export function forwarder(name: string, method: Method, route: Route): Handler {
  if (method.kind === 'call')
    return async (params, context) =>
      (await route(params, context)).call(name as never, params, { signal: context.signal });
  return (params, context) =>
    forwardStream(async () => {
      const caller = await route(params, context);
      return caller.stream(name as never, params, { window: WINDOW });
    });
}

/** Handlers of all methods of a table by name that pass on. */
export function forwarders(api: Api, route: Route): Record<string, Handler> {
  return Object.fromEntries(Object.entries(api).map(([name, method]) => [name, forwarder(name, method, route)]));
}

/**
 * Not a generator: leaving one waits until its next item, and leaving this has to reach the backend at once,
 * and to wait until the backend has tidied up.
 */
function forwardStream(open: () => Promise<AsyncIterableIterator<unknown>>): AsyncIterableIterator<unknown> {
  let source: Promise<AsyncIterableIterator<unknown>> | undefined;
  let left = false;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (left) return { done: true, value: undefined };
      source ??= open();
      return (await source).next();
    },
    async return() {
      left = true;
      // Nobody to leave where nobody was found; `next` has said why.
      const opened = await source?.catch(() => undefined);
      await opened?.return?.();
      return { done: true, value: undefined };
    },
  };
}
