import { expect, it } from 'vitest';
import type { BatteryResult, PRow } from '../../../../../lab/entropy/index.js';
import type { AssessmentEntry } from '../../../../rpc/api/index.js';
import { earlierAlike, historyOf, readHistory } from './p-history.js';

const row = (test: string, part: string, p: number | null) => ({ test, part, p }) as PRow;

it('follows every p-value, and the least of a test, leaving gaps where there was none', () => {
  const history = historyOf([
    [row('serial', 'first', 0.9), row('serial', 'second', 0.2)],
    [row('serial', 'first', 0.4), row('serial', 'second', null), row('rank', '', 0)],
  ]);
  expect(history.get('serial')).toEqual([0.2, 0.4]);
  expect(history.get('serial first')).toEqual([0.9, 0.4]);
  expect(history.get('serial second')).toEqual([0.2, NaN]);
  expect(history.get('rank')).toEqual([NaN, 0]);
});

it('goes back over finished assessments of the same battery and board, up to the chosen one', () => {
  const entry = (id: string, started: string, more: Partial<AssessmentEntry> = {}) =>
    ({
      id,
      started,
      battery: 'sts',
      state: 'finished',
      board: { serial: 'A', kind: 'real' },
      ...more,
    }) as AssessmentEntry;
  const chosen = entry('c', '2026-01-03');
  const all = [
    entry('d', '2026-01-04'),
    chosen,
    entry('b', '2026-01-02'),
    entry('x', '2026-01-02', { board: { serial: 'B', kind: 'real' } }),
    entry('y', '2026-01-02', { battery: 'ent' }),
    entry('z', '2026-01-02', { state: 'failed' }),
    entry('a', '2026-01-01'),
  ];
  expect(earlierAlike(all, chosen)).toEqual(['a', 'b', 'c']);
});

it('asks for all results before the first has come, and keeps their order', async () => {
  const answers: ((result: BatteryResult) => void)[] = [];
  const reading = readHistory(['a', 'b', 'c'], () => new Promise((resolve) => answers.push(resolve)));
  expect(answers).toHaveLength(3);
  const result = (p: number) =>
    ({ battery: 'sts', found: { rows: [row('serial', 'first', p)] } }) as unknown as BatteryResult;
  for (const [k, answer] of [...answers.entries()].reverse()) answer(result(k / 4));
  expect((await reading).get('serial first')).toEqual([0, 0.25, 0.5]);
});
