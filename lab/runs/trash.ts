import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { FileError, StateError, systemClock, type Clock } from '../../base/index.js';
import { flushFolder } from './durable-file.js';
import { fileError, systemCode } from './file-errors.js';
import { MANIFEST_FILE } from './manifest.js';
import { readRun } from './read-run.js';

/** Folder of a store that deleted runs are moved to. */
export const TRASH_FOLDER = '.trash';

/** A run that was deleted and can come back. */
export interface TrashedRun {
  /** Names it in the trash. */
  readonly token: string;
  /** Name that its folder had. */
  readonly name: string;
  /** ISO 8601, to the second. */
  readonly deleted: string;
}

/**
 * Deletes a run: its folder is moved to the trash of its store, from where {@link restoreRun} brings it back. Nothing is erased.
 * @param dir a folder directly in a store
 * @throws StateError while the run goes on; FileError
 */
export async function trashRun(dir: string, clock: Clock = systemClock): Promise<TrashedRun> {
  const from = resolve(dir);
  await assertRun(from);
  // A damaged run can be deleted as well; then nobody knows a process that writes it.
  const run = await readRun(from).catch(() => undefined);
  if (run?.state === 'running') {
    throw new StateError(`${from} cannot be deleted: the run goes on`, {
      details: { path: from },
      nextStep: 'Stop the run first.',
    });
  }
  const trash = join(dirname(from), TRASH_FOLDER);
  const stamp = clock.date().toISOString().slice(0, 19).replace(/[-:]/g, '');
  for (let n = 1; ; n++) {
    const token = `${stamp}${n === 1 ? '' : `-${n}`}~${basename(from)}`;
    try {
      await mkdir(trash, { recursive: true });
      if (await exists(join(trash, token))) continue;
      await rename(from, join(trash, token));
    } catch (cause) {
      throw fileError('move to the trash', from, cause);
    }
    await flushFolder(dirname(from));
    return trashed(token)!;
  }
}

/** Brings a run back to its place. @returns its folder @throws FileError when it is not in the trash, or its place is taken */
export async function restoreRun(root: string, token: string): Promise<string> {
  const known = (await listTrash(root)).find((one) => one.token === token);
  if (known === undefined) throw new FileError(`there is no ${token} in the trash`, { details: { root, token } });
  const to = join(resolve(root), known.name);
  if (await exists(to)) {
    throw new FileError(`${to} exists already`, {
      details: { path: to },
      nextStep: 'Rename that folder, then restore the run.',
    });
  }
  try {
    await rename(join(resolve(root), TRASH_FOLDER, token), to);
  } catch (cause) {
    throw fileError('restore', to, cause);
  }
  await flushFolder(resolve(root));
  return to;
}

/** What is in the trash of a store, latest first. @throws FileError */
export async function listTrash(root: string): Promise<TrashedRun[]> {
  const names = await readdir(join(resolve(root), TRASH_FOLDER)).catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return [];
    throw fileError('read the folder', join(resolve(root), TRASH_FOLDER), cause);
  });
  return names.flatMap((name) => trashed(name) ?? []).sort((a, b) => (a.token < b.token ? 1 : -1));
}

/** Erases everything in the trash of a store. It cannot be brought back. @returns how many runs @throws FileError */
export async function emptyTrash(root: string): Promise<number> {
  const runs = await listTrash(root);
  for (const { token } of runs) {
    const path = join(resolve(root), TRASH_FOLDER, token);
    await rm(path, { recursive: true, force: true }).catch((cause: unknown) => {
      throw fileError('erase', path, cause);
    });
  }
  return runs.length;
}

function trashed(token: string): TrashedRun | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?:-\d+)?~(.+)$/.exec(token);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, name] = match as unknown as string[];
  return { token, name: name!, deleted: `${year!}-${month!}-${day!}T${hour!}:${minute!}:${second!}Z` };
}

async function assertRun(dir: string): Promise<void> {
  if (await exists(join(dir, MANIFEST_FILE))) return;
  throw new FileError(`${dir} holds no run, so it is not deleted`, {
    details: { path: dir },
    nextStep: 'Check the path.',
  });
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
