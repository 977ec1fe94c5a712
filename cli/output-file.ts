import { constants } from 'node:fs';
import { access, open, rm, stat, writeFile } from 'node:fs/promises';
import { FileError } from '../base/index.js';
import { fileError, systemCode } from '../lab/runs/file-errors.js';

/**
 * Makes sure that a file can be written, before the work whose result it is to hold.
 * @param force whether a file that exists may be replaced
 * @param flag the flag that names the file, for the remedy
 * @throws FileError
 */
export async function assertWritable(path: string, force: boolean, flag = '--out'): Promise<void> {
  const exists = await stat(path).then(
    (entry) => {
      if (entry.isDirectory())
        throw new FileError(`cannot write ${path}: it is a folder`, { nextStep: `Name a file with ${flag}.` });
      return true;
    },
    (cause: unknown) => {
      if (systemCode(cause) === 'ENOENT') return false;
      throw fileError('write', path, cause);
    },
  );
  if (exists && !force) {
    throw new FileError(`${path} exists already`, {
      nextStep: `Choose another file with ${flag}, or replace this one with --force.`,
    });
  }
  // Permission bits do not tell whether a file can be made (a read-only disk, a system folder); making one does.
  const probe = `${path}.probe`;
  try {
    await (await open(probe, 'w')).close();
    await rm(probe);
    if (exists) await access(path, constants.W_OK);
  } catch (cause) {
    throw fileError('write', path, cause);
  }
}

/** Writes a file in one go or in pieces. @throws FileError */
export async function writeOutput(path: string, data: string | Uint8Array | Iterable<string>): Promise<void> {
  await writeFile(path, data).catch((cause: unknown) => {
    throw fileError('write', path, cause);
  });
}
