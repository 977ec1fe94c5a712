import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { FileError } from '../../../base/index.js';
import { flushFolder, putWhereFree } from '../durable-file.js';
import { fileError, systemCode } from '../file-errors.js';
import { removeOrphans, temporaryBeside } from '../temporary-names.js';

function exists(path: string): FileError {
  return new FileError(`${path} exists already`, {
    details: { path },
    nextStep: 'Choose another name, or replace it with --force.',
  });
}

/**
 * Makes a file whole or not at all: `write` is given the name of a temporary file in the same folder, which takes its place when it is
 * done and is removed when it fails. What a killed process left of an earlier try is removed first.
 * @param force whether a file of that name may be replaced; without it a file that comes there meanwhile is not touched either
 * @throws FileError; whatever `write` throws
 */
export async function writeAtomically<T>(
  path: string,
  force: boolean,
  write: (temporary: string) => Promise<T>,
): Promise<T> {
  await assertPlace(path, force);
  await removeOrphans(dirname(path), { of: basename(path) });
  const temporary = temporaryBeside(path);
  try {
    const made = await write(temporary);
    try {
      await put(temporary, path, force);
    } catch (cause) {
      throw fileError('write', path, cause);
    }
    await flushFolder(dirname(path));
    return made;
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** @throws FileError when nothing can or may be put there */
async function assertPlace(path: string, force: boolean): Promise<void> {
  const entry = await stat(path).catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw fileError('write', path, cause);
  });
  if (entry?.isDirectory() === true) {
    throw new FileError(`cannot write ${path}: it is a folder`, { details: { path }, nextStep: 'Name a file in it.' });
  }
  if (entry !== undefined && !force) throw exists(path);
}

async function put(temporary: string, path: string, force: boolean): Promise<void> {
  if (force) await rename(temporary, path);
  else if (!(await putWhereFree(temporary, path))) throw exists(path);
}
