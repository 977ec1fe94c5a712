import { formatBytes } from '../../base/index.js';
import { importSpin } from '../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../context.js';
import { showProgress } from '../device/show-progress.js';
import { EXIT } from '../exit-codes.js';

/** `spindrift import FILE.spin`: a run that somebody exported, into the folder of runs. */
export const importCommand: CommandAction<{ readonly dir?: string; readonly name?: string }, [file: string]> = async (
  context,
  { dir = DEFAULT_RUNS, name },
  file,
) => {
  const outcome = await showProgress(context, 'B', (onProgress) =>
    importSpin(file, { root: dir, signal: context.signal, onProgress, ...(name === undefined ? {} : { name }) }),
  );
  context.out.result(
    outcome,
    () =>
      `${outcome.dir}: ${outcome.experiment}, ${outcome.files} files, ${formatBytes(outcome.bytes)}, ${outcome.boardKind} board`,
  );
  return EXIT.done;
};
