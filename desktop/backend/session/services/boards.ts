import { abortError, checkOneOf } from '../../../../base/index.js';
import { CALIBRATION_ROUTINES, type BoardState } from '../../../../firmware-host/host/index.js';
import type { boardsApi, BoardNews } from '../../../rpc/api/index.js';
import type { Handlers, ResultOf, SessionPart } from '../../../rpc/define.js';
import { pushed } from '../pushed.js';
import type { SessionContext } from '../session-context.js';

type BoardsOnBoard = SessionPart<typeof boardsApi>;
type CalibrationItem = ResultOf<BoardsOnBoard['boards.calibrate']>;

/** State, drive settings, self test and calibration of a board. */
export function boardHandlers(context: SessionContext): Handlers<BoardsOnBoard> {
  return {
    'boards.news': ({ board, periodMs }, { signal }) => boardNews(context, board, periodMs / 1000, signal),
    'boards.setDrive': async ({ board, drive }, { signal }) =>
      context.board(board).use(SETTINGS, (open) => open.setConfig(drive, signal), signal),
    'boards.arm': async ({ board }, { signal }) =>
      context.board(board).use(SETTINGS, (open) => open.arm(signal), signal),
    // Always possible: whoever uses the array finds out.
    'boards.makeSafe': async ({ board }, { signal }) => (await context.board(board).open(signal)).makeSafe(signal),
    'boards.clearFault': async ({ board }, { signal }) => (await context.board(board).open(signal)).clearFault(signal),
    'boards.selfTest': ({ board }, { signal }) =>
      pushed(signal, (tell, stop) =>
        context
          .board(board)
          .use({ what: 'self test', title: 'Self test' }, (open) => open.selfTest({ onResult: tell, signal: stop })),
      ),
    'boards.calibrate': ({ board, routine }, { signal }) => {
      const known = checkOneOf('routine', routine, CALIBRATION_ROUTINES);
      return pushed<CalibrationItem>(signal, (tell, stop) =>
        context.board(board).use({ what: 'calibration', title: known }, async (open) => {
          const { state } = await open.getState(stop);
          if (state !== 'armed') await open.arm(stop);
          try {
            const outcome = await open.calibrate(known, {
              onProgress: (done, total) => tell({ type: 'progress', done, total }),
              signal: stop,
            });
            tell({ type: 'outcome', outcome });
          } finally {
            if (state !== 'armed' && open.connected) await open.makeSafe();
          }
        }),
      );
    },
  };
}

const SETTINGS = { what: 'settings', title: 'Drive settings' };

/** The state of a board whenever it differs from the last look, and its faults as they come. */
async function* boardNews(
  context: SessionContext,
  uri: string,
  periodS: number,
  signal: AbortSignal,
): AsyncGenerator<BoardNews, void, undefined> {
  const board = await context.board(uri).open(signal);
  const faults: BoardNews[] = [];
  const off = board.on('fault', (fault) => void faults.push({ type: 'fault', fault }));
  let last = '';
  try {
    for (;;) {
      if (signal.aborted) throw abortError(signal.reason);
      const state = await board.getState(signal);
      yield* faults.splice(0);
      const seen = JSON.stringify({ ...state, uptimeS: 0 } satisfies BoardState);
      if (seen !== last) yield { type: 'state', state };
      last = seen;
      await context.clock.sleep(periodS, signal);
    }
  } finally {
    off();
  }
}
