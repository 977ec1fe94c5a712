import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FileError } from '../base/index.js';
import { listRuns, MANIFEST_FILE } from '../lab/runs/index.js';

/**
 * The folder of a run that a user named by path, by the name of its folder in `root`, or by its id.
 * @throws {FileError} if there is none.
 */
export async function findRun(name: string, root: string): Promise<string> {
  for (const candidate of [name, join(root, name)]) {
    const found = await stat(join(candidate, MANIFEST_FILE)).then(
      (entry) => entry.isFile(),
      () => false,
    );
    if (found) return candidate;
  }
  const { runs } = await listRuns(root);
  const run = runs.find(({ id, dir }) => id === name || basename(dir) === name);
  if (run !== undefined) return run.dir;
  throw new FileError(`no run ${name}: there is no such run folder, and none in ${root} has that id`, {
    nextStep: 'List the runs with: spindrift runs',
    details: { run: name, root },
  });
}
