/** A session's thread, or its stand-in in this one: boards, runs, and everything that works with them. */
import { systemClock, type Clock } from '../../../base/index.js';
import { endsWithin } from '../../../lab/experiments/stop.js';
import type { Handlers } from '../../rpc/define.js';
import type { RpcTransport } from '../../rpc/index.js';
import { serve } from '../../rpc/server.js';
import { watchChanges } from '../changing.js';
import type { Sessions } from './board-session.js';
import { OpenCalls } from './open-calls.js';
import { RunDesk } from './run-desk.js';
import { boardServices } from './services/index.js';
import { sessionApi, type ControlApi } from './session-api.js';
import { SessionContext, type SessionSetup } from './session-context.js';

/** Seconds that a call which is under way has to end once its signal has fired. */
const GRACE_S = 5;

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
  const calls = new OpenCalls();
  const finish = async (): Promise<void> => {
    await Promise.allSettled([desk.end(), ...context.endings.map((ending) => ending())]);
  };
  const end = async (): Promise<void> => {
    calls.stop();
    await finish();
    // What was just being started goes on by now, and is ended too. A board that does not answer must not keep the others from being closed.
    await endsWithin(calls.settled(), GRACE_S, clock);
    await finish();
    await Promise.allSettled(context.boards.map((session) => session.close()));
    await calls.settled();
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
  const services = calls.follow(boardServices(context, desk), sessionApi);
  serve(sessionApi, { ...control, ...services }, transport, { clock });
  return end;
}
