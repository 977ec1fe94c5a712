import { lstat, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileError } from '../file-errors.js';
import { TEMPORARY_NAME } from '../temporary-names.js';

/** A file of a run folder. */
export interface FolderFile {
  /** Relative, with forward slashes. */
  readonly name: string;
  readonly bytes: number;
}

/** Plain names in at most a few folders: what a run writes, and what is taken from a container. */
export const PLAIN_NAME = /^(?:[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}\/){0,8}[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}$/;

/** Whether a name stays within a folder on every system. */
export function isPlainName(name: string): boolean {
  return PLAIN_NAME.test(name);
}

/** The regular files of a folder in order of name; links and unfinished files are left out. @throws FileError */
export async function folderFiles(dir: string): Promise<FolderFile[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true, recursive: true });
    const files: FolderFile[] = [];
    for (const entry of entries) {
      if (!entry.isFile() || TEMPORARY_NAME.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const name = relative(dir, path).split(sep).join('/');
      if (isPlainName(name)) files.push({ name, bytes: (await lstat(path)).size });
    }
    return files.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    throw fileError('read the folder', dir, cause);
  }
}
