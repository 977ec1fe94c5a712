import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileError } from './file-errors.js';
import { temporaryBeside } from './temporary-names.js';

/**
 * Writes a file so that it is there whole or not at all, also after a power cut: a temporary file beside it, flushed, then renamed.
 * @throws FileError
 */
export async function writeFileDurably(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw fileError('write', path, cause);
  }
  await flushFolder(dirname(path));
}

/** Makes names in a folder survive a power cut. Systems that cannot flush a folder need not. */
export async function flushFolder(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows and some network file systems refuse to open or flush a folder; the file itself has been flushed.
  }
}
