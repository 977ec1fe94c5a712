import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { BoardEntry } from '../../rpc/api/index.js';
import { backend } from './backend.js';
import { followStream } from './follow.js';
import { preference } from './preferences.js';
import { showError } from './problems.js';

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

/** What a board's bits are: of a simulated or emulated one they are pseudo-random, and never called entropy. */
export function notEntropy(entry: BoardEntry): boolean {
  return (entry.identity?.kind ?? entry.listing.kind) !== 'real';
}

/** Follows the list of boards from now on. */
export function startBoards(): void {
  void followStream(
    backend,
    'boards.watch',
    {},
    new AbortController().signal,
    {},
    {
      item: (list) => (entries.value = list),
      fail: showError,
    },
  );
  // A choice that was remembered from an earlier time and is on no list falls back to the first.
  effect(() => {
    const list = entries.value;
    if (list === undefined || choice.value === '') return;
    if (!list.some(({ listing }) => listing.uri === choice.value)) choice.value = '';
  });
}
