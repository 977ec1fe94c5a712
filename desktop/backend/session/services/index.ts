/** Everything that a session's thread serves. */
import type { Handlers } from '../../../rpc/define.js';
import type { RunDesk } from '../run-desk.js';
import type { BoardApi } from '../session-api.js';
import type { SessionContext } from '../session-context.js';
import { boardCareHandlers } from './board-care.js';
import { boardHandlers } from './boards.js';
import { consoleHandlers } from './console.js';
import { entropyTapHandlers } from './entropy.js';
import { experimentHandlers } from './experiments.js';
import { liveHandlers } from './live.js';

/** The handlers of every method that is served where the board is open. */
export function boardServices(context: SessionContext, desk: RunDesk): Handlers<BoardApi> {
  return {
    ...boardHandlers(context),
    ...boardCareHandlers(context),
    ...experimentHandlers(context, desk),
    ...entropyTapHandlers(context),
    ...liveHandlers(context),
    ...consoleHandlers(context),
  };
}
