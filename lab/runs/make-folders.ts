import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { FileError } from '../../base/index.js';
import { fileError, systemCode } from './file-errors.js';

/**
 * Makes a folder and those above it, one by one. Node's recursive mkdir never returns where a file system answers "no such
 * file" to every new name, as /proc does.
 * @throws {FileError} naming the folder, the cause and the remedy.
 */
export async function makeFolders(path: string): Promise<void> {
  const folder = resolve(path);
  const above = dirname(folder);
  const first = await tryMkdir(folder);
  if (first === undefined) return;
  if (systemCode(first) !== 'ENOENT' || above === folder) throw fileError('make the folder', folder, first);
  await makeFolders(above);
  const second = await tryMkdir(folder);
  if (second === undefined) return;
  if (systemCode(second) !== 'ENOENT') throw fileError('make the folder', folder, second);
  throw new FileError(`cannot make the folder ${folder}: nothing can be stored in ${above}`, {
    cause: second,
    details: { path: folder },
    nextStep: 'Choose a folder on a disk that can be written.',
  });
}

/** The error of a mkdir; undefined when the folder is there afterwards, or something else of that name. */
async function tryMkdir(folder: string): Promise<unknown> {
  try {
    await mkdir(folder);
    return undefined;
  } catch (error) {
    return systemCode(error) === 'EEXIST' ? undefined : error;
  }
}
