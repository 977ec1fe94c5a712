/** What boards there are to open. */
import type { BoardKind } from './board-types.js';

/** A board that can be opened. */
export interface BoardListing {
  /** What to give to `openBoard`. */
  readonly uri: string;
  readonly kind: BoardKind;
  readonly name: string;
  readonly serial: string;
  /** Version of its firmware; of a board on USB the release number of its device, until Hello says more. */
  readonly firmware: string;
  /** Of a board on USB: where it is plugged in, for instance `1-1.4`; `usb:@1-1.4` opens it. */
  readonly port?: string;
  /** Of a board on USB: whether it could be opened now. */
  readonly state?: BoardAvailability;
  /** Who holds a board that is busy. */
  readonly holder?: string;
}

/** Whether a board could be opened: yes; this user may not; somebody has it. */
export type BoardAvailability = 'ready' | 'no permission' | 'busy';

/**
 * Lists the boards of this machine: simulated ones first, emulated ones if there is a firmware for them, then those on USB. What a board on USB is said to be
 * (`kind`) is a guess from its product text; Hello decides. Boards behind sockets are not searched for.
 */
export async function listBoards(): Promise<BoardListing[]> {
  // Loaded here only, so that a host of real boards never pays for the simulator.
  const { simulatedListings } = await import('./transport/simulated.js');
  const { emulatedListings } = await import('./transport/firmware-file.js');
  const { usbListings } = await import('./transport/usb/usb-boards.js');
  return [...simulatedListings(), ...emulatedListings(), ...(await usbListings())];
}
