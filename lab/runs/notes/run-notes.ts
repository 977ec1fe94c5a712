import { join } from 'node:path';
import { z } from 'zod';
import { StateError, systemClock, type Clock } from '../../../base/index.js';
import { writeFileDurably } from '../durable-file.js';
import { readJsonFile } from '../json-file.js';
import { moment, NOTES_FILE } from '../manifest.js';

/** Lengths that a person's words may have. */
const LONGEST = { title: 200, text: 100_000, tag: 50, tags: 50 } as const;
/** Changes that are remembered; the oldest are dropped. */
const MOST_CHANGES = 200;

const tag = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.+-]*$/u, 'a tag is a word of letters, digits and _ . + -')
  .max(LONGEST.tag);

const words = {
  title: z.string().max(LONGEST.title),
  text: z.string().max(LONGEST.text),
  tags: z.array(tag).max(LONGEST.tags),
  star: z.boolean(),
};

/** What may be changed; absent fields stay. */
export const notesChangeSchema = z.strictObject(words).partial();
export type NotesChange = z.input<typeof notesChangeSchema>;

const historySchema = z.array(z.object({ time: moment, before: z.looseObject(words).partial() }));

const notesSchema = z.looseObject({
  format: z.literal('spindrift-notes'),
  version: z.literal(1),
  ...words,
  /** Counts the changes. */
  revision: z.int().min(0),
  /** ISO 8601. */
  updated: moment.or(z.literal('')),
  /** What stood there before each change, oldest first. */
  history: historySchema,
});
/** What a person wrote about a run. */
export type RunNotes = z.infer<typeof notesSchema>;

const EMPTY: RunNotes = {
  format: 'spindrift-notes',
  version: 1,
  title: '',
  text: '',
  tags: [],
  star: false,
  revision: 0,
  updated: '',
  history: [],
};

/** The notes of a run; empty ones where nobody has written any. @throws FileError, DataError */
export async function readNotes(dir: string): Promise<RunNotes> {
  return (await readJsonFile(join(dir, NOTES_FILE), notesSchema)) ?? EMPTY;
}

/** Changes of one folder come one after the other. */
const pending = new Map<string, Promise<unknown>>();

/**
 * Changes the notes of a run: whole or not at all, with what stood there before kept in their history.
 * @param options `revision`: that of the notes which the change was made of
 * @throws z.ZodError for a change that is malformed; StateError when the notes have changed since that revision; FileError, DataError
 */
export async function annotateRun(
  dir: string,
  change: NotesChange,
  options: { readonly clock?: Clock; readonly revision?: number } = {},
): Promise<RunNotes> {
  const checked = checkChange(change);
  const before = pending.get(dir) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(() => write(dir, checked, options));
  pending.set(dir, mine);
  try {
    return await mine;
  } finally {
    if (pending.get(dir) === mine) pending.delete(dir);
  }
}

function checkChange(change: NotesChange): z.output<typeof notesChangeSchema> {
  const parsed = notesChangeSchema.safeParse(change);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RangeError(`${issue?.path.join('.') ?? 'notes'}: ${issue?.message ?? 'unexpected value'}`, {
    cause: parsed.error,
  });
}

async function write(
  dir: string,
  change: z.output<typeof notesChangeSchema>,
  { clock = systemClock, revision }: { readonly clock?: Clock; readonly revision?: number },
): Promise<RunNotes> {
  const notes = await readNotes(dir);
  if (revision !== undefined && revision !== notes.revision) {
    throw new StateError('the notes of this run were changed elsewhere meanwhile', {
      details: { path: dir, revision: notes.revision },
      nextStep: 'Look at them again, then change them.',
    });
  }
  const wanted = { ...change, ...(change.tags === undefined ? {} : { tags: [...new Set(change.tags)] }) };
  const fields = (['title', 'text', 'tags', 'star'] as const).filter(
    (field) => wanted[field] !== undefined && JSON.stringify(wanted[field]) !== JSON.stringify(notes[field]),
  );
  if (fields.length === 0) return notes;
  const time = clock.date().toISOString();
  const old = Object.fromEntries(fields.map((field) => [field, notes[field]]));
  const next: RunNotes = {
    ...notes,
    ...(Object.fromEntries(fields.map((field) => [field, wanted[field]])) as Partial<RunNotes>),
    revision: notes.revision + 1,
    updated: time,
    history: [...notes.history, { time, before: old }].slice(-MOST_CHANGES),
  };
  await writeFileDurably(join(dir, NOTES_FILE), `${JSON.stringify(next, undefined, 2)}\n`);
  return next;
}
