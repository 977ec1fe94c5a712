import type { boardCareApi } from '../../../rpc/api/board-care.js';
import type { Handlers, SessionPart } from '../../../rpc/define.js';
import type { SessionContext } from '../session-context.js';

/** The calibration that a board keeps. */
export function boardCareHandlers(context: SessionContext): Handlers<SessionPart<typeof boardCareApi>> {
  return {
    'boards.getCalibration': async ({ board }, { signal }) => {
      const open = await context.board(board).open(signal);
      const bytes = await open.getCalibration({ signal });
      return bytes === undefined ? null : { bytes };
    },
    'boards.putCalibration': ({ board, blob }, { signal }) =>
      context
        .board(board)
        .use({ what: 'calibration', title: 'Calibration' }, (open) => open.putCalibration(blob, signal), signal),
  };
}
