import type { entropyApi } from '../../../rpc/api/index.js';
import type { Handlers, SessionPart } from '../../../rpc/define.js';
import { watchChanges } from '../../changing.js';
import type { SessionContext } from '../session-context.js';
import { RestartDesk } from '../taps/restart-desk.js';
import { TapDesk } from '../taps/tap-desk.js';

/** Taps on boards, and what is collected from them. */
export function entropyTapHandlers(context: SessionContext): Handlers<SessionPart<typeof entropyApi>> {
  const desk = new TapDesk(context);
  const restarts = new RestartDesk(context);
  const { clock } = context;
  context.endings.push(
    () => desk.end(),
    () => restarts.end(),
  );
  return {
    'entropy.open': (params, { signal }) => desk.open(params, undefined, signal),
    'entropy.collect': ({ bytes, capture, ...params }, { signal }) => desk.open(params, { bytes, capture }, signal),
    'entropy.status': ({ board, periodMs }, { signal }) =>
      watchChanges(desk.changes, () => desk.status(board), { signal, clock, gatherS: periodMs / 1000 }),
    'entropy.test': ({ board }) => {
      desk.test(board);
      return null;
    },
    'entropy.stop': async ({ board }) => {
      await Promise.all([desk.stop(board), restarts.stop(board)]);
      return null;
    },
    'entropy.restarts': ({ board, capture }, { signal }) => restarts.start(board, capture, signal),
    'entropy.restartsStatus': ({ board }, { signal }) =>
      watchChanges(restarts.changes, () => restarts.status(board), { signal, clock, gatherS: 0.1 }),
  };
}
