import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { BoardEntry, BoardUse } from '../../rpc/api/index.js';
import { backend } from './backend.js';
import { experimentTitle } from './experiments.js';
import { followStream } from './follow.js';
import { appTexts } from './messages.js';
import { preference } from './preferences.js';
import { showError } from './problems.js';
import { href } from './router.js';
import { publishWorks, type Work } from './works.js';

const entries = signal<readonly BoardEntry[] | undefined>(undefined);

/** All boards; nothing before the backend has told. */
export const boardEntries: ReadonlySignal<readonly BoardEntry[] | undefined> = entries;

const choice = preference<string>('board', '');

/** URI of the board that pages work with; nothing before the backend has told of one. */
export const selectedBoard: ReadonlySignal<string | undefined> = computed(() => {
  if (choice.value !== '') return choice.value;
  return (
    entries.value?.find(({ listing }) => listing.uri.startsWith('sim:typical'))?.listing.uri ??
    entries.value?.[0]?.listing.uri
  );
});

/** What is known of the selected board; nothing where it is on no list (any more). */
export const selectedEntry: ReadonlySignal<BoardEntry | undefined> = computed(() =>
  entries.value?.find(({ listing }) => listing.uri === selectedBoard.value),
);

/** Chooses the board that pages work with. */
export function selectBoard(uri: string): void {
  choice.value = uri;
}

/** What a board is called. */
export function boardName({ identity, listing }: BoardEntry): string {
  // One that no search finds and nobody has opened has no name yet.
  return [identity?.name, listing.name, listing.uri].find((name) => name !== undefined && name !== '') ?? '';
}

/** What a board's bits are: of a simulated or emulated one they are pseudo-random, and never called entropy. */
export function notEntropy(entry: BoardEntry): boolean {
  return (entry.identity?.kind ?? entry.listing.kind) !== 'real';
}

/** What uses a board, for a person. */
export function titleOfUse({ what, title, experiment, capture }: BoardUse): string {
  const t = appTexts();
  if (experiment !== undefined) return experimentTitle(experiment, title);
  if (capture !== undefined) return t.collecting(capture);
  const uses: Readonly<Record<string, string | undefined>> = t.uses;
  return uses[what] ?? title;
}

/** Follows the list of boards from now on. */
export function startBoards(): void {
  let fresh = true;
  effect(() => publishWorks('boards', (entries.value ?? []).flatMap(workOf)));
  void followStream(
    backend,
    'boards.watch',
    {},
    new AbortController().signal,
    {},
    {
      start: () => {
        fresh = true;
      },
      item: (list) => {
        const before = entries.peek();
        entries.value = list;
        keepChoice(before, list, fresh);
        fresh = false;
      },
      fail: showError,
    },
  );
}

/** What goes on with a board and is no run of an experiment: a capture, a tap, bits that are collected. */
function workOf({ listing: { uri: board }, use }: BoardEntry): Work[] {
  if (use === undefined) return [];
  const common = { id: board, title: titleOfUse(use), board };
  // Of a capture alone, not of what the page of it reads in between.
  if (use.what === 'live' && use.run !== undefined) {
    const cancel = (): void => void backend.call('live.stop', { board }).catch(showError);
    return [{ ...common, endless: true, href: href('live'), cancel }];
  }
  if (use.what !== 'entropy') return [];
  const cancel = (): void => void backend.call('entropy.stop', { board }).catch(showError);
  return use.progress === undefined
    ? [{ ...common, endless: true, href: href('entropy', ['tap']), cancel }]
    : [{ ...common, ...use.progress, href: href('entropy', ['assess']), cancel }];
}

/** A chosen board that is not on the list: one that was added by its address is added again to a backend that has forgotten it. */
function keepChoice(before: readonly BoardEntry[] | undefined, now: readonly BoardEntry[], fresh: boolean): void {
  const board = choice.peek();
  const has = (list: readonly BoardEntry[]): boolean => list.some(({ listing }) => listing.uri === board);
  if (board === '' || has(now)) return;
  const forget = (): void => {
    if (choice.peek() === board) choice.value = '';
  };
  // One that was chosen a moment ago is about to come.
  if (fresh) backend.call('boards.add', { board }).catch(forget);
  else if (before !== undefined && has(before)) forget();
}
