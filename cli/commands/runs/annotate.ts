import { UsageError } from '../../../base/index.js';
import { annotateRun, readNotes, type NotesChange } from '../../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../../context.js';
import { EXIT } from '../../exit-codes.js';
import { findRun } from '../../find-run.js';
import { pairs } from '../../table.js';

interface Options {
  readonly title?: string;
  readonly text?: string;
  readonly tag?: readonly string[];
  readonly untag?: readonly string[];
  readonly star?: boolean;
  readonly unstar?: boolean;
  readonly dir?: string;
}

/** `spindrift runs annotate RUN`: title, notes, tags and star of a run; without flags it shows them. */
export const annotate: CommandAction<Options, [run: string]> = async ({ out, clock }, options, name) => {
  const dir = await findRun(name, options.dir ?? DEFAULT_RUNS);
  if (options.star === true && options.unstar === true) {
    throw new UsageError('--star and --unstar exclude each other', { nextStep: 'Give one of them.' });
  }
  const before = await readNotes(dir);
  const notes = await annotateRun(dir, changeOf(options, before.tags), { clock });
  out.result({ run: dir, ...notes }, () =>
    pairs([
      ['run', dir],
      ['title', notes.title],
      ['tags', notes.tags.join(' ')],
      ['star', notes.star ? 'yes' : 'no'],
      ['changed', notes.updated === '' ? 'never' : `${notes.updated}, ${notes.revision} times`],
      ['text', notes.text],
    ]),
  );
  return EXIT.done;
};

function changeOf({ title, text, tag = [], untag = [], star, unstar }: Options, tags: readonly string[]): NotesChange {
  return {
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
    ...(tag.length + untag.length === 0 ? {} : { tags: [...tags, ...tag].filter((one) => !untag.includes(one)) }),
    ...(star === true ? { star: true } : unstar === true ? { star: false } : {}),
  };
}
