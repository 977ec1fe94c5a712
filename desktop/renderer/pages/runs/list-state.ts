import { signal } from '@preact/signals';

/** What the list of runs is narrowed by; stays while a run is looked at. */
export const listQuery = signal('');
/** State and kind of board that are shown; empty: all. */
export const listState = signal('');
export const listKind = signal('');
export const listStarred = signal(false);
/** Names of the runs that are to be compared. */
export const chosenRuns = signal<readonly string[]>([]);

/** The query that the box and the filters make together. */
export function wholeQuery(): string {
  return [
    listQuery.value.trim(),
    ...(listState.value === '' ? [] : [`state:${listState.value}`]),
    ...(listKind.value === '' ? [] : [`kind:${listKind.value}`]),
    ...(listStarred.value ? ['is:starred'] : []),
  ]
    .join(' ')
    .trim();
}

/** Chooses a run for comparison, or no longer. */
export function toggleChosen(name: string): void {
  const now = chosenRuns.peek();
  chosenRuns.value = now.includes(name) ? now.filter((one) => one !== name) : [...now, name];
}
