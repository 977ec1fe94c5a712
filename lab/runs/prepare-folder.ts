import { access, constants, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError } from '../../base/index.js';
import { fileError, systemCode } from './file-errors.js';
import { readJsonFile } from './json-file.js';
import { makeFolders } from './make-folders.js';
import { MANIFEST_FILE, RESULT_FILE, manifestSchema } from './manifest.js';
import { takenFolder } from './new-run-folder.js';
import { writerState } from './process-identity.js';

/**
 * Makes sure that a folder exists, is empty and can be written, before anything is done on a board.
 *
 * @param force replaces what an earlier run left there; a folder that holds something else is never emptied
 * @throws FileError naming path, cause and remedy
 */
export async function prepareRunFolder(dir: string, force = false): Promise<void> {
  const names = await listFolder(dir);
  if (names.length > 0) {
    await assertReplaceable(dir, force);
    // The manifest goes last: a folder that is emptied half-way is still known as a run.
    for (const name of [...names.filter((each) => each !== MANIFEST_FILE), MANIFEST_FILE]) {
      await rm(join(dir, name), { recursive: true, force: true }).catch((cause: unknown) => {
        throw fileError('remove', join(dir, name), cause);
      });
    }
  }
  await makeFolders(dir);
  try {
    await access(dir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw fileError('write to the folder', dir, cause);
  }
}

async function listFolder(dir: string): Promise<string[]> {
  try {
    if (!(await stat(dir)).isDirectory()) {
      throw new FileError(`cannot use ${dir} as run folder: it is a file`, {
        details: { path: dir },
        nextStep: 'Choose another path, or move that file away.',
      });
    }
    return await readdir(dir);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return [];
    throw fileError('use the run folder', dir, cause);
  }
}

async function assertReplaceable(dir: string, force: boolean): Promise<void> {
  const refuse = (why: string, nextStep: string): FileError => takenFolder(dir, why, nextStep);
  if (!force) throw refuse('it exists and is not empty', 'Choose a new folder, or replace the run in it with --force.');
  const manifest = await readJsonFile(join(dir, MANIFEST_FILE), manifestSchema).catch(() => undefined);
  if (manifest === undefined) {
    throw refuse(
      'it is not empty and holds no run, so nothing in it is deleted',
      'Choose a new folder, or empty this one yourself.',
    );
  }
  const ended = await stat(join(dir, RESULT_FILE)).then(
    () => true,
    () => false,
  );
  if (!ended && manifest.process.pid !== process.pid && writerState(manifest) === 'alive') {
    throw refuse(
      `process ${manifest.process.pid} is still writing a run there`,
      'Wait for it, stop it, or choose a new folder.',
    );
  }
}
