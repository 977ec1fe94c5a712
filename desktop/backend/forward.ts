/** Passing calls on to the session of the board that they name. */
import type { DesktopApi } from '../rpc/api/index.js';
import { api } from '../rpc/api/index.js';
import type { CallContext, Handlers, Method, SessionPart } from '../rpc/define.js';
import type { BoardHub } from './board-hub.js';

/** The caller of a session, by name of the method: the table that both ends share says what goes with which. */
interface AnyCaller {
  call(name: string, params: unknown, options: CallContext): Promise<unknown>;
  stream(name: string, params: unknown, options: CallContext): AsyncIterable<unknown>;
}

/** Handlers for every method that a board's session serves. */
export function boardForwarders(hub: BoardHub): Handlers<SessionPart<DesktopApi>> {
  const forwarders = Object.entries<Method>(api)
    .filter(([, method]) => method.onBoard)
    .map(([name, method]) => {
      const session = (params: { readonly board: string }): AnyCaller => hub.session(params.board);
      const call = (params: { readonly board: string }, { signal }: CallContext): Promise<unknown> =>
        session(params).call(name, params, { signal });
      const stream = (params: { readonly board: string }, { signal }: CallContext): AsyncIterable<unknown> =>
        session(params).stream(name, params, { signal });
      return [name, method.kind === 'call' ? call : stream] as const;
    });
  return Object.fromEntries(forwarders) as unknown as Handlers<SessionPart<DesktopApi>>;
}
