import { BoardNotFoundError } from '../base/index.js';
import { formatEmuUri, formatSimUri, parseBoardUri, SCENARIOS, type BoardUri } from '../firmware-host/host/uri.js';

/** Schemes that name a kind of board. */
const SCHEMES = ['sim', 'tcp', 'unix', 'usb', 'emu', 'replay'];

/**
 * Checks the board that a user named. A kind or scenario that does not exist is a board that does not exist; a known one with a
 * wrong part is a bad value.
 * @throws {BoardNotFoundError} for an unknown kind or scenario; RangeError for a wrong part.
 */
export function checkBoardUri(uri: string): BoardUri {
  try {
    return parseBoardUri(uri);
  } catch (error) {
    const [scheme = '', rest = ''] = uri.split(/:(.*)/s);
    const scenario = rest.split('?')[0];
    const known =
      SCHEMES.includes(scheme) &&
      ((scheme !== 'sim' && scheme !== 'emu') || scenario === '' || SCENARIOS.some((name) => name === scenario));
    if (known || !(error instanceof RangeError)) throw error;
    throw new BoardNotFoundError(error.message, {
      nextStep: 'List the boards that can be opened with: spindrift boards',
      cause: error,
    });
  }
}

/** The board to open: a stand-in that names no seed of its own gets the run's. */
export function boardWithSeed(uri: string, seed: number | undefined): string {
  const board = checkBoardUri(uri);
  if ((board.scheme !== 'sim' && board.scheme !== 'emu') || board.seed !== undefined || seed === undefined) return uri;
  return board.scheme === 'sim' ? formatSimUri({ ...board, seed }) : formatEmuUri({ ...board, seed });
}
