import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isAbortError } from '../../../../../base/index.js';
import type { BatteryResult, PRow } from '../../../../../lab/entropy/index.js';
import type { AssessmentEntry } from '../../../../rpc/api/index.js';
import { backend } from '../../../app/backend.js';
import { showError } from '../../../app/problems.js';

/** Assessments that a history goes back. */
const MOST = 24;

/** p-values of a row in one assessment after the other, the oldest first; NaN where there was none. */
export type PHistory = ReadonlyMap<string, readonly number[]>;

/** The assessments that a chosen one is the last of: the same battery on the same board, the oldest first. */
export function earlierAlike(all: readonly AssessmentEntry[], chosen: AssessmentEntry): string[] {
  return all
    .filter(
      ({ battery, state, board, started }) =>
        battery === chosen.battery &&
        state === 'finished' &&
        board?.serial === chosen.board?.serial &&
        started <= chosen.started,
    )
    .toSorted((a, b) => (a.started < b.started ? -1 : 1))
    .slice(-MOST)
    .map(({ id }) => id);
}

/** p-values by `test part`, and under `test` alone the least of a test. */
export function historyOf(assessments: readonly (readonly PRow[])[]): PHistory {
  const history = new Map<string, number[]>();
  assessments.forEach((rows, k) => {
    for (const { test, part, p } of rows)
      for (const key of new Set([test, `${test} ${part}`])) {
        const values = history.get(key) ?? new Array<number>(assessments.length).fill(NaN);
        if (p !== null && !(values[k]! <= p)) values[k] = p;
        history.set(key, values);
      }
  });
  return history;
}

/** Reads the results of assessments, asked for all at once: there are few of them. @param read gives one by its id */
export async function readHistory(
  ids: readonly string[],
  read: (id: string) => Promise<BatteryResult>,
): Promise<PHistory> {
  const results = await Promise.all(ids.map(read));
  return historyOf(results.map((result) => (result.battery === 'sts' ? result.found.rows : [])));
}

/** Reads the history of p-values; nothing until it is there, or where an assessment stands alone. */
export function usePHistory(ids: readonly string[]): ReadonlySignal<PHistory | undefined> {
  const history = useSignal<PHistory | undefined>(undefined);
  useEffect(() => {
    history.value = undefined;
    if (ids.length < 2) return undefined;
    const stop = new AbortController();
    void readHistory(ids, (id) => backend.call('entropy.result', { id }, { signal: stop.signal }))
      .then((found) => (history.value = found))
      .catch((error: unknown) => {
        if (!isAbortError(error)) showError(error);
      });
    return () => stop.abort();
  }, [ids.join(' ')]);
  return history;
}
