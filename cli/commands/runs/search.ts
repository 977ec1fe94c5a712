import { formatDuration } from '../../../base/index.js';
import { RunIndex } from '../../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../../context.js';
import { EXIT } from '../../exit-codes.js';
import { table } from '../../table.js';

/** `spindrift runs search QUERY…`: the runs that fit, newest first. */
export const search: CommandAction<{ readonly dir?: string }, [query: readonly string[]]> = async (
  { out, clock },
  { dir = DEFAULT_RUNS },
  words,
) => {
  const index = new RunIndex(dir, clock);
  await index.refresh();
  // What the shell took the quotes off is one word for it, and for us.
  const query = words.map((word) => (/^[^\s"]*$/.test(word) || word.includes('"') ? word : `"${word}"`)).join(' ');
  const runs = index.search(query);
  out.result({ query, runs, problems: index.problems }, () =>
    runs.length === 0
      ? `no run in ${dir} fits`
      : table(
          ['run', 'experiment', 'state', 'board', 'started', 'took', 'title and tags'],
          runs.map((run) => [
            `${run.star ? '★ ' : ''}${run.name}`,
            run.experiment,
            run.state,
            run.boardKind,
            run.started,
            run.seconds === null ? '–' : formatDuration(run.seconds),
            [run.title, ...run.tags.map((tag) => `#${tag}`)].filter((part) => part !== '').join(' '),
          ]),
        ),
  );
  for (const { name, message } of index.problems) out.note(`warning: ${name}: ${message}`);
  return EXIT.done;
};
