/** What boards there are to open. */
import type { BoardKind } from './board-types.js';

/** A board that can be opened. */
export interface BoardListing {
  /** What to give to `openBoard`. */
  readonly uri: string;
  readonly kind: BoardKind;
  readonly name: string;
  readonly serial: string;
  readonly firmware: string;
}

/** Lists the boards of this machine, simulated ones first, emulated ones if there is a firmware for them. Boards behind sockets are not searched for. */
export async function listBoards(): Promise<BoardListing[]> {
  // Loaded here only, so that a host of real boards never pays for the simulator.
  const { simulatedListings } = await import('./transport/simulated.js');
  const { emulatedListings } = await import('./transport/firmware-file.js');
  return [...simulatedListings(), ...emulatedListings()];
}
