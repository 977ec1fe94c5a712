import { listBoards } from '../../firmware-host/host/index.js';
import type { CommandAction } from '../context.js';
import { EXIT } from '../exit-codes.js';
import { table } from '../table.js';

/** `spindrift boards`: what can be opened here, simulators first. */
export const boards: CommandAction = async ({ out }) => {
  const found = await listBoards();
  const list = [...found].sort((a, b) => rank(a.kind) - rank(b.kind) || a.uri.localeCompare(b.uri));
  out.result({ boards: list }, () =>
    table(
      ['uri', 'kind', 'name', 'serial', 'firmware'],
      list.map(({ uri, kind, name, serial, firmware }) => [uri, kind, name, serial, firmware]),
    ),
  );
  return EXIT.done;
};

function rank(kind: string): number {
  return ['simulated', 'emulated', 'real'].indexOf(kind);
}
