import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatEmuUri, parseBoardUri, type EmulatedBoardSpec } from '../../../firmware-host/host/index.js';
import { readUf2File } from '../../../firmware-host/host/flash/index.js';
import type { FlashNews } from '../../rpc/api/board-care.js';
import type { BackendContext } from '../context.js';

/** What an emulated board is made from; nothing for other boards. */
export function emulatedSpec(uri: string): EmulatedBoardSpec | undefined {
  const { scheme, ...spec } = parseBoardUri(uri);
  return scheme === 'emu' ? (spec as EmulatedBoardSpec) : undefined;
}

/** Which firmware an emulated board is to run. */
export interface EmulatedFirmware {
  /** A UF2 file. */
  readonly path: string;
  /** Whether the file goes away, so that the board needs a copy of its own; otherwise it is the firmware that boards run by themselves. */
  readonly given: boolean;
}

/**
 * Firmware for an emulated board: the file is judged as for a real one, then a board of the same make runs it, and what it says of itself is told. The copy of
 * a given file stays in the folder of the settings, for the board is opened by its path again.
 *
 * @throws FileError, DataError for a file that no chip would run, before the board is disturbed; what opening the board throws
 */
export async function restartEmulated(
  { hub, configDir }: BackendContext,
  board: string,
  spec: EmulatedBoardSpec,
  { path, given }: EmulatedFirmware,
  tell: (news: FlashNews) => void,
  signal: AbortSignal,
): Promise<void> {
  const { bytes, sha256 } = await readUf2File(path);
  const { image: _before, ...make } = spec;
  let uri = formatEmuUri(make);
  if (given) {
    const folder = join(configDir, 'firmware');
    const image = join(folder, `${sha256.slice(0, 16)}.uf2`);
    await mkdir(folder, { recursive: true });
    await writeFile(image, bytes);
    uri = formatEmuUri({ ...make, image });
  }
  await hub.close(board);
  hub.add(uri);
  try {
    const { identity } = await hub.open(uri, signal);
    tell({ type: 'started', board: uri, sha256, identity: identity! });
  } catch (error) {
    await hub.close(uri);
    if (uri !== board) hub.remove(uri);
    throw error;
  }
}
