import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FileError, type Clock } from '../../base/index.js';

/**
 * A folder below `root` for a run that nobody named: `runs/generate-20250301-101502`, with a number behind it if that exists.
 * @param others further folders in which the name must be free
 */
export function newRunFolder(experiment: string, clock: Clock, root: string, ...others: readonly string[]): string {
  const stamp = clock.date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const base = `${experiment}-${stamp}`;
  let name = base;
  for (let n = 2; [root, ...others].some((folder) => existsSync(join(folder, name))); n++) name = `${base}-${n}`;
  return join(root, name);
}

/** Others that begin in the same second are fewer. */
const MOST_TRIES = 100;

/** Says of a folder that something is in it already. */
export function takenFolder(dir: string, why: string, nextStep: string): FileError {
  return new FileError(`cannot use ${dir} as run folder: ${why}`, { details: { path: dir, taken: true }, nextStep });
}

/**
 * Begins a run in a folder that nobody named. Where another process or thread takes that folder at the same moment, it begins in the next.
 * @param roots where the name must be free; the folder is below the first
 * @throws what `begin` throws for another reason
 */
export async function inNewRunFolder<T>(
  experiment: string,
  clock: Clock,
  roots: readonly [root: string, ...others: string[]],
  begin: (dir: string) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await begin(newRunFolder(experiment, clock, ...roots));
    } catch (error) {
      const taken = error instanceof FileError && error.details?.['taken'] === true;
      if (!taken || tries === MOST_TRIES) throw error;
    }
  }
}
