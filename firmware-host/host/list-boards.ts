/** What boards there are to open. */
import type { BoardKind } from './board-types.js';
import { openBoard } from './open-board.js';
import { SCENARIOS, formatSimUri } from './uri.js';

/** A board that can be opened. */
export interface BoardListing {
  /** What to give to `openBoard`. */
  readonly uri: string;
  readonly kind: BoardKind;
  readonly name: string;
  readonly serial: string;
  readonly firmware: string;
}

/** Lists the boards of this machine, simulated ones first. Boards behind sockets are not searched for. */
export async function listBoards(signal?: AbortSignal): Promise<BoardListing[]> {
  const found: BoardListing[] = [];
  for (const scenario of SCENARIOS) {
    const uri = formatSimUri({ scenario });
    const board = await openBoard(uri, { signal, inThread: true });
    try {
      const { kind, name, serial, firmware } = board.identity;
      found.push({ uri, kind, name, serial, firmware });
    } finally {
      await board.close();
    }
  }
  return found;
}
