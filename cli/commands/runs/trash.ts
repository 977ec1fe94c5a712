import { listTrash, restoreRun, trashRun } from '../../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../../context.js';
import { EXIT } from '../../exit-codes.js';
import { findRun } from '../../find-run.js';
import { table } from '../../table.js';

/** `spindrift runs delete RUN`: moves a run to the trash of its store. */
export const remove: CommandAction<{ readonly dir?: string }, [run: string]> = async (
  { out, clock },
  { dir = DEFAULT_RUNS },
  name,
) => {
  const trashed = await trashRun(await findRun(name, dir), clock);
  out.result(
    trashed,
    () => `${trashed.name} is in the trash; bring it back with: spindrift runs restore ${trashed.token}`,
  );
  return EXIT.done;
};

/** `spindrift runs restore [TOKEN]`: brings a run back; without a token it lists what is in the trash. */
export const restore: CommandAction<{ readonly dir?: string }, [token: string | undefined]> = async (
  { out },
  { dir = DEFAULT_RUNS },
  token,
) => {
  if (token === undefined) {
    const trash = await listTrash(dir);
    out.result({ trash }, () =>
      trash.length === 0
        ? 'the trash is empty'
        : table(
            ['token', 'run', 'deleted'],
            trash.map((one) => [one.token, one.name, one.deleted]),
          ),
    );
    return EXIT.done;
  }
  const restored = await restoreRun(dir, token);
  out.result({ restored }, () => `${restored} is back`);
  return EXIT.done;
};
