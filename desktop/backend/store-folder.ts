/** Which folder the run store is: what a person chose under Settings, or the usual one. */
import { access, constants } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { fileError } from '../../base/index.js';
import { makeFolders } from '../../lab/runs/make-folders.js';
import { readSettings } from './settings-store.js';

/**
 * The folder to start with, by the settings. A chosen one that cannot be had (a drive that is not there) is passed over: the application starts,
 * and its Settings say which folder it uses.
 */
export async function chosenRunsDir(configDir: string, usual: string): Promise<string> {
  const { settings } = await readSettings(configDir);
  const { runsDir } = settings;
  if (runsDir === undefined) return resolve(usual);
  return checkRunsDir(runsDir).catch(() => resolve(usual));
}

/** Makes the folder if it is not there. @returns it @throws RangeError for a path that is not absolute; FileError where nothing can be written */
export async function checkRunsDir(dir: string): Promise<string> {
  if (!isAbsolute(dir)) throw new RangeError(`runsDir must be an absolute path, got ${JSON.stringify(dir)}`);
  try {
    await makeFolders(dir);
    await access(dir, constants.W_OK);
    return resolve(dir);
  } catch (cause) {
    throw fileError('write', dir, cause);
  }
}
