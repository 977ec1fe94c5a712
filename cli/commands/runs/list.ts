import { basename } from 'node:path';
import { formatDuration } from '../../../base/index.js';
import { listRuns } from '../../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../../context.js';
import { EXIT } from '../../exit-codes.js';
import { table } from '../../table.js';

/** `spindrift runs`: the runs in a folder, newest first. */
export const runs: CommandAction<{ readonly dir?: string }> = async ({ out }, { dir = DEFAULT_RUNS }) => {
  const list = await listRuns(dir);
  out.result(list, () =>
    list.runs.length === 0
      ? `no runs in ${dir}`
      : table(
          ['run', 'experiment', 'state', 'started', 'took'],
          list.runs.map((run) => [
            basename(run.dir),
            run.experiment,
            run.state,
            run.started,
            run.seconds === null ? '–' : formatDuration(run.seconds),
          ]),
        ),
  );
  for (const { dir: folder, message } of list.problems) out.note(`warning: ${folder}: ${message}`);
  return EXIT.done;
};
