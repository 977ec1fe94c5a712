/** Files and folders that the application was opened with. */
import { stat } from 'node:fs/promises';
import { extname, isAbsolute, join, resolve } from 'node:path';

/** The archive of a run. */
export const ARCHIVE_EXTENSION = '.spin';

/**
 * Archives of runs and run folders among the arguments of a command line.
 * @param args without the program itself
 * @param cwd where they were typed
 */
export async function openedFiles(args: readonly string[], cwd: string): Promise<string[]> {
  const paths = args.filter((arg) => arg !== '' && !arg.startsWith('-')).map((arg) => resolve(cwd, arg));
  const wanted = await Promise.all(paths.map(async (path) => ((await isOfOurs(path)) ? [path] : [])));
  return [...new Set(wanted.flat())];
}

/** Whether a path is the archive of a run, or the folder of one. What is in it, the backend finds out. */
export async function isOfOurs(path: string): Promise<boolean> {
  if (!isAbsolute(path)) return false;
  try {
    const found = await stat(path);
    if (found.isFile()) return extname(path).toLowerCase() === ARCHIVE_EXTENSION;
    return found.isDirectory() && (await stat(join(path, 'manifest.json'))).isFile();
  } catch {
    return false;
  }
}
