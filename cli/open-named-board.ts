import { stat } from 'node:fs/promises';
import { openBoard, type Board, type OpenBoardOptions } from '../firmware-host/host/index.js';
import { formatReplayUri } from '../firmware-host/host/uri.js';
import { boardWithSeed, checkBoardUri } from './board-uri.js';
import { DEFAULT_RUNS, type CommandContext } from './context.js';
import { findRun } from './find-run.js';

/**
 * Opens the board that a command works with. A recording may be named as runs are: by folder, by the name of a folder in `runs`, or by the run's id.
 * @param seed of a stand-in that names none
 */
export async function openNamedBoard(
  { board, signal, clock }: Pick<CommandContext, 'board' | 'signal' | 'clock'>,
  options: Pick<OpenBoardOptions, 'trace'> & { readonly seed?: number | undefined } = {},
): Promise<Board> {
  const { seed, ...more } = options;
  return openBoard(await resolved(boardWithSeed(board, seed)), { signal, clock, ...more });
}

async function resolved(uri: string): Promise<string> {
  const board = checkBoardUri(uri);
  if (board.scheme !== 'replay') return uri;
  const exists = await stat(board.run).then(
    () => true,
    () => false,
  );
  return exists ? uri : formatReplayUri({ ...board, run: await findRun(board.run, DEFAULT_RUNS) });
}
