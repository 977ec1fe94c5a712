import { listBoards, type BoardListing } from '../../firmware-host/host/index.js';
import type { CommandAction } from '../context.js';
import { EXIT } from '../exit-codes.js';
import { table } from '../table.js';

/** `spindrift boards`: what can be opened here, simulators first. */
export const boards: CommandAction = async ({ out }) => {
  const found = await listBoards();
  const list = [...found].sort((a, b) => rank(a) - rank(b) || a.uri.localeCompare(b.uri));
  out.result({ boards: list }, () =>
    table(
      ['uri', 'kind', 'name', 'serial', 'firmware', 'port', 'state'],
      list.map((board) => {
        const { uri, kind, name, serial, firmware, port = '' } = board;
        return [uri, kind, name, serial, firmware, port, stateText(board)];
      }),
    ),
  );
  if (list.some(({ state }) => state === 'no permission'))
    out.note('a board is here that you may not open: spindrift doctor says why and what to do');
  return EXIT.done;
};

/** What can be made here first, then what is plugged in. */
function rank({ kind, port }: BoardListing): number {
  return ['simulated', 'emulated', 'replayed', 'real'].indexOf(kind) + (port === undefined ? 0 : 10);
}

function stateText({ state, holder }: BoardListing): string {
  if (state === undefined) return 'ready';
  return state === 'busy' && holder !== undefined ? `busy: ${holder}` : state;
}
