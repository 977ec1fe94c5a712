import { link, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileError, systemCode } from './file-errors.js';
import { temporaryBeside } from './temporary-names.js';

/**
 * Writes a file so that it is there whole or not at all, also after a power cut: a temporary file beside it, flushed, then renamed.
 * @throws FileError
 */
export async function writeFileDurably(path: string, data: Uint8Array | string): Promise<void> {
  await writeBeside(path, data, async (temporary) => {
    await rename(temporary, path);
    return true;
  });
}

/**
 * As {@link writeFileDurably}, but never in the place of another file, even of one that comes there at the same moment.
 * @returns whether it was written: false when there is one of that name
 * @throws FileError
 */
export function createFileDurably(path: string, data: Uint8Array | string): Promise<boolean> {
  return writeBeside(path, data, (temporary) => putWhereFree(temporary, path));
}

async function writeBeside(
  path: string,
  data: Uint8Array | string,
  put: (temporary: string) => Promise<boolean>,
): Promise<boolean> {
  const temporary = temporaryBeside(path);
  let done: boolean;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    done = await put(temporary);
  } catch (cause) {
    throw fileError('write', path, cause);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
  await flushFolder(dirname(path));
  return done;
}

/** Gives a finished file its name, unless something has that already. @returns whether it did @throws the system's errors */
export async function putWhereFree(temporary: string, path: string): Promise<boolean> {
  try {
    // Unlike a rename, a link never replaces.
    await link(temporary, path);
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false;
    // Some file systems have no links; a name that is free is taken by rename there.
    const taken = await lstat(path).then(
      () => true,
      () => false,
    );
    if (taken) return false;
    await rename(temporary, path);
    return true;
  }
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
