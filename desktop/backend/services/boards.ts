import type { boardsApi } from '../../rpc/api/index.js';
import type { CentralPart, Handlers } from '../../rpc/define.js';
import { watchChanges } from '../changing.js';
import type { BackendContext } from '../context.js';

/** The list of boards, and opening and closing them. */
export function boardListHandlers({ hub, clock }: BackendContext): Handlers<CentralPart<typeof boardsApi>> {
  return {
    'boards.watch': (_, { signal }) => watchChanges(hub.changes, () => hub.entries(), { signal, clock }),
    'boards.add': ({ board }) => {
      hub.add(board);
      return { board };
    },
    'boards.remove': ({ board }) => {
      hub.remove(board);
      return null;
    },
    'boards.open': ({ board }, { signal }) => hub.open(board, signal),
    'boards.close': async ({ board }) => {
      await hub.close(board);
      return null;
    },
  };
}
