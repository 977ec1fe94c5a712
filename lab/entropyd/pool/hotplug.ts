/** Boards that come and go: those on USB, and those that a folder names. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError, isAbortError, type Clock } from '../../../base/index.js';
import { parseBoardUri, type BoardChange } from '../../../firmware-host/host/index.js';
import { fileError } from '../../runs/file-errors.js';

/** Told of what comes and goes; a key is a board at one place. */
export interface HotplugEvents {
  readonly onCome: (key: string, uri: string) => void;
  readonly onGo: (key: string) => void;
  /** Something changed at a board that is there: another attempt may succeed. */
  readonly onChange: (key: string) => void;
  readonly onNote: (level: 'warn' | 'error', text: string) => void;
}

/** Follows the boards on USB until the signal fires. */
export async function followUsb(
  changes: AsyncIterable<BoardChange>,
  { onCome, onGo, onChange, onNote }: HotplugEvents,
): Promise<void> {
  try {
    for await (const { type, board } of changes) {
      // By its port: two boards may have the same number, or none.
      const key = `usb ${board.port ?? board.uri}`;
      if (type === 'attached') onCome(key, board.port === undefined ? board.uri : `usb:@${board.port}`);
      else if (type === 'detached') onGo(key);
      else onChange(key);
    }
  } catch (error) {
    if (!isAbortError(error))
      onNote('error', `boards on USB cannot be followed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The longest text of a file that names a board. */
const MOST_TEXT = 4096;

/**
 * The boards that a folder names now, by file: a socket is a board behind it, `NAME.board` holds a URI. Other files are left alone.
 * @throws FileError if the folder cannot be read, or everybody may write there
 */
export async function boardsOfFolder(
  folder: string,
): Promise<{ readonly boards: ReadonlyMap<string, string>; readonly mistakes: readonly string[] }> {
  const boards = new Map<string, string>();
  const mistakes: string[] = [];
  const names = await readFolder(folder);
  for (const name of names.sort()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const there = await stat(path).catch(() => undefined);
    if (there?.isSocket()) boards.set(path, `unix:${path}`);
    else if (there?.isFile() && name.endsWith('.board')) {
      try {
        if (there.size > MOST_TEXT) throw new RangeError(`it has more than ${MOST_TEXT} bytes`);
        const uri = (await readFile(path, 'utf8')).trim();
        parseBoardUri(uri);
        boards.set(path, uri);
      } catch (error) {
        mistakes.push(`${path} names no board: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return { boards, mistakes };
}

async function readFolder(folder: string): Promise<string[]> {
  try {
    const { mode } = await stat(folder);
    if ((mode & 0o002) !== 0)
      throw new FileError(`${folder} is not watched: everybody may write there`, {
        nextStep: `who may write there chooses the boards; take that right away: chmod o-w ${folder}`,
      });
    return await readdir(folder);
  } catch (error) {
    throw fileError('read', folder, error);
  }
}

/** Follows a folder until the signal fires. */
export async function followFolder(
  folder: string,
  options: { readonly clock: Clock; readonly pollS: number; readonly signal: AbortSignal },
  { onCome, onGo, onNote }: HotplugEvents,
): Promise<void> {
  let before: ReadonlyMap<string, string> = new Map();
  for (;;) {
    try {
      const { boards, mistakes } = await boardsOfFolder(folder);
      for (const text of mistakes) onNote('warn', text);
      for (const [path, uri] of before) if (boards.get(path) !== uri) onGo(path);
      for (const [path, uri] of boards) if (before.get(path) !== uri) onCome(path, uri);
      before = boards;
    } catch (error) {
      onNote('error', error instanceof Error ? error.message : String(error));
    }
    try {
      await options.clock.sleep(options.pollS, options.signal);
    } catch {
      return;
    }
  }
}
