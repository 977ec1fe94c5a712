import { InvalidArgumentError, Option, type Command } from 'commander';
import { DEFAULT_RUNS } from './context.js';
import { integerOption, numberOption } from './options.js';
import { quantityOption } from './quantity-options.js';
import type { Bind } from './program.js';

const DIR = ['--dir <dir>', `folder of runs (default: ${DEFAULT_RUNS})`] as const;
const RUN = 'run folder, its name, or the id of the run';

/** Gathers the words of an option that may be repeated. */
function words(flags: string, description: string): Option {
  return new Option(flags, description).argParser((word: string, before: readonly string[] | undefined) => {
    if (word === '') throw new InvalidArgumentError('Allowed: a word.');
    return [...(before ?? []), word];
  });
}

/** Adds what looks at stored runs: `runs`, `compare`, `show`, `replay`, `recover`, `export`, `import`. */
export function addRunsCommands(program: Command, bind: Bind): void {
  const runs = program
    .command('runs')
    .description('list the runs in a folder, newest first; or one of the commands below')
    .option(...DIR);
  bind(runs, async () => (await import('./commands/runs/list.js')).runs);

  bind(
    runs
      .command('search')
      .description('find runs by words, fields and comparisons')
      .argument('<query...>', 'words that must all fit')
      .option(...DIR)
      .addHelpText('after', QUERY_HELP),
    async () => (await import('./commands/runs/search.js')).search,
  );
  bind(
    runs
      .command('annotate')
      .description('change title, notes, tags and star of a run; without flags show them')
      .argument('<run>', RUN)
      .option('--title <title>', 'title, up to 200 characters; empty to remove it')
      .option('--text <text>', 'notes; empty to remove them')
      .addOption(words('--tag <tag>', 'add a tag; may be repeated'))
      .addOption(words('--untag <tag>', 'remove a tag; may be repeated'))
      .option('--star', 'mark the run with a star')
      .option('--unstar', 'remove the star')
      .option(...DIR),
    async () => (await import('./commands/runs/annotate.js')).annotate,
  );
  // Among the others of its kind, and where scripts look for it.
  for (const parent of [runs, program])
    bind(
      parent
        .command('compare')
        .description(
          'set runs side by side: what differs in parameters, results with uncertainties, energy by scope and kind',
        )
        .argument('<runs...>', `two to twelve: ${RUN}`)
        .option('--all', 'show also what is the same')
        .option(...DIR),
      async () => (await import('./commands/runs/compare.js')).compare,
    );
  bind(
    runs
      .command('delete')
      .description('move a run to the trash of its folder')
      .argument('<run>', RUN)
      .option(...DIR),
    async () => (await import('./commands/runs/trash.js')).remove,
  );
  bind(
    runs
      .command('restore')
      .description('bring a run back from the trash; without a token list what is there')
      .argument('[token]', 'names the run in the trash')
      .option(...DIR),
    async () => (await import('./commands/runs/trash.js')).restore,
  );

  bind(
    program
      .command('show')
      .description('show what a run holds: parameters, results, energy, files')
      .argument('<run>', RUN)
      .option(...DIR),
    async () => (await import('./commands/show.js')).show,
  );

  bind(
    program
      .command('replay')
      .description('show the events of a run again, each at its time')
      .argument('<run>', RUN)
      .addOption(new Option('--speed <n>', 'seconds of the run a second, or max (default: 1)').argParser(speed))
      .addOption(quantityOption('--from <time>', 'where to begin, as 10s from the first event', 's'))
      .addOption(quantityOption('--longest-pause <time>', 'cut pauses of the run that are longer', 's'))
      .option(...DIR)
      .addHelpText(
        'after',
        '\nA run that was made with --record-wire is also a board: spindrift run ID --board replay:RUN\n\nSee docs/replay.md.',
      ),
    async () => (await import('./commands/runs/replay.js')).replay,
  );

  bind(
    program
      .command('recover')
      .description('make the folder of a run whole whose process was killed')
      .argument('<dir>', 'run folder')
      .option('--force', 'also when it cannot be told that the writing process is gone'),
    async () => (await import('./commands/recover.js')).recover,
  );

  bind(
    program
      .command('export')
      .description('write a run, a table or a figure of it to a file for other programs')
      .argument('<run>', RUN)
      .addOption(
        new Option(
          '--format <format>',
          'csv or parquet: one table; hdf5: one or all; spin: the whole run; png or svg: a figure; bin: raw bits of a capture',
        )
          .choices(['csv', 'parquet', 'hdf5', 'spin', 'png', 'svg', 'bin'])
          .makeOptionMandatory(),
      )
      .option('--table <name>', 'table, where the run has several')
      .option('--figure <name>', 'figure, where the run has several')
      .addOption(integerOption('--from <n>', 'first row of the table, or bit, from 0', ROWS))
      .addOption(integerOption('--to <n>', 'row, or bit, to end before', ROWS))
      .addOption(
        numberOption('--scale <s>', 'pixels of a png for one of the figure (default: 2)', { min: 0.25, max: 8 }),
      )
      .option('--out <file>', 'file to write (default: a name made of run, table and range)')
      .option('--force', 'replace that file')
      .option('--estimate', 'only say what it would be and how large')
      .option(...DIR)
      .addHelpText(
        'after',
        '\nExample:\n  spindrift export map-1 --format parquet --table resistance\n\nSee docs/runs-export.md.',
      ),
    async () => (await import('./commands/export.js')).exportCommand,
  );

  bind(
    program
      .command('import')
      .description('unpack a .spin file into the folder of runs, after checking all of it')
      .argument('<file>', 'file that spindrift export --format spin made')
      .option('--name <name>', 'name of its folder (default: that of the file)')
      .option(...DIR),
    async () => (await import('./commands/import.js')).importCommand,
  );
}

/** As replayRun takes it; `max` does not wait. */
function speed(text: string): number {
  if (text === 'max') return Infinity;
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value >= 1e-3 && value <= 1e6))
    throw new InvalidArgumentError('Allowed: max, or a number from 0.001 to 1000000.');
  return value;
}

const ROWS = { min: 0, max: Number.MAX_SAFE_INTEGER };

const QUERY_HELP = `
Words look for text in title, notes, tags, experiment, board and name. Besides:
  experiment:WORD  board:WORD  tag:TAG or #TAG  state:STATE  kind:real|emulated|simulated|replayed
  is:starred  is:annotated  after:2025-03-01  before:2025-04-01  on:2025-03-02
  pulseWidthS>1ns  result.tmr>=0.5  seconds<60        -WORD turns a word round

Put quotes around comparisons: the shell takes < and > for itself.
Example:
  spindrift runs search experiment:resistance-map "result.tmr>0.9" -state:failed`;
