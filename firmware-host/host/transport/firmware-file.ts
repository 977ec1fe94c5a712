/** The firmware that emulated boards run when none is named. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { BoardNotFoundError } from '../../../base/index.js';
import { scenarioNamed } from '../../../board-sim/index.js';
import type { BoardListing } from '../list-boards.js';
import { SCENARIOS, formatEmuUri } from '../uri.js';

const COMPILED = !import.meta.url.endsWith('.ts');
/** The released firmware lies beside the compiled modules, too; one that was just built only in the source tree. */
const RELEASED = new URL('../../firmware/release/spindrift.uf2', import.meta.url);
const BUILT = new URL(`../../${COMPILED ? '../../firmware-host/' : ''}firmware/build/firmware.uf2`, import.meta.url);

/** Path of the firmware: the released one, else one that was built here; undefined if there is none. */
export function firmwareFile(): string | undefined {
  return [RELEASED, BUILT].map((url) => fileURLToPath(url)).find((path) => existsSync(path));
}

/**
 * Reads the firmware of an emulated board.
 * @param path default: {@link firmwareFile}
 * @throws BoardNotFoundError if there is none
 */
export async function readFirmware(path: string | undefined): Promise<Uint8Array> {
  const found = path ?? firmwareFile();
  if (found === undefined)
    throw new BoardNotFoundError('there is no firmware for an emulated board to run', {
      nextStep: 'build it with: npm run firmware; or name a file: emu:?image=PATH; or use sim: for a simulated board',
    });
  try {
    return await readFile(found);
  } catch (cause) {
    throw new BoardNotFoundError(`the firmware ${found} cannot be read`, {
      nextStep: 'check the path after image=; npm run firmware builds firmware-host/firmware/build/firmware.uf2',
      cause,
    });
  }
}

/** The emulated boards as a list shows them, if there is a firmware. What they say of themselves is known only once they run. */
export function emulatedListings(): BoardListing[] {
  if (firmwareFile() === undefined) return [];
  return SCENARIOS.map((scenario) => ({
    uri: formatEmuUri({ scenario }),
    kind: 'emulated' as const,
    // Its own name is its serial number, drawn from what the board is made of.
    name: `${scenarioNamed(scenario).title} (emulated)`,
    serial: '',
    firmware: '',
  }));
}
