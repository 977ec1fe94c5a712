/** A session's thread, or its stand-in in this one: boards, runs, and everything that works with them. */
import { systemClock, type Clock } from '../../../base/index.js';
import type { Handlers } from '../../rpc/define.js';
import type { RpcTransport } from '../../rpc/index.js';
import { serve } from '../../rpc/server.js';
import { watchChanges } from '../changing.js';
import type { Sessions } from './board-session.js';
import { RunDesk } from './run-desk.js';
import { boardServices } from './services/index.js';
import { sessionApi, type ControlApi } from './session-api.js';
import { SessionContext, type SessionSetup } from './session-context.js';

/** What a test may put in the place of the real thing. */
export interface SessionWorld {
  readonly clock?: Clock;
  readonly sessions?: Sessions;
}

/** Serves a session over a transport. @returns what ends it: runs are stopped, arrays made safe, boards closed */
export function serveSession(
  transport: RpcTransport,
  setup: SessionSetup,
  { clock = systemClock, sessions }: SessionWorld = {},
): () => Promise<void> {
  const context = new SessionContext(setup, clock, sessions);
  const desk = new RunDesk(context);
  const end = async (): Promise<void> => {
    await Promise.allSettled([desk.end(), ...context.endings.map((finish) => finish())]);
    await Promise.allSettled(context.boards.map((session) => session.close()));
  };
  const control: Handlers<ControlApi> = {
    'session.boards': (_, { signal }) =>
      watchChanges(context.changes, () => context.boards.map(({ status }) => status), { signal, clock }),
    'session.open': async ({ board }, { signal }) => {
      const session = context.board(board);
      await session.open(signal);
      return session.status;
    },
    'session.close': async ({ board }) => {
      await context.board(board).close();
      return null;
    },
    'session.runs': (_, { signal }) => watchChanges(desk.changes, () => desk.runs, { signal, clock, gatherS: 0.1 }),
    'session.end': async () => {
      await end();
      return null;
    },
  };
  serve(sessionApi, { ...control, ...boardServices(context, desk) }, transport, { clock });
  return end;
}
