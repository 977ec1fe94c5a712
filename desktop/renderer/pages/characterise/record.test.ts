import { expect, it } from 'vitest';
import type { EngineEvent } from '../../../../lab/experiments/index.js';
import { EMPTY_RECORD, MOST_ROWS, withEvents } from './record.js';

const row = (n: number): EngineEvent => ({ type: 'row', table: 't', values: { n } });

it('keeps the last rows of each table and counts all', () => {
  let record = EMPTY_RECORD;
  for (let i = 0; i < 3; i += 1)
    record = withEvents(
      record,
      Array.from({ length: MOST_ROWS / 2 }, (_, k) => row(i * 1000 + k)),
    );
  record = withEvents(record, [{ type: 'row', table: 'u', values: { a: 1 } }, { type: 'row', table: 'u', values: { b: 'x' } }]); // prettier-ignore
  expect(record.tables.map(({ name, rows, total }) => [name, rows.length, total])).toEqual([
    ['t', MOST_ROWS, 1.5 * MOST_ROWS],
    ['u', 2, 2],
  ]);
  expect(record.tables[0]!.rows.at(-1)).toEqual({ n: 2999 });
  expect(record.tables[1]!.columns).toEqual(['a', 'b']);
});

it('keeps the latest of what replaces itself', () => {
  const image = (value: number): EngineEvent => ({
    type: 'image',
    name: 'a',
    file: 'images/a.png',
    width: 1,
    height: 1,
    data: Uint8Array.of(value),
  });
  const record = withEvents(EMPTY_RECORD, [
    image(1),
    image(2),
    { type: 'phase', name: 'one' },
    { type: 'phase', name: 'two' },
    { type: 'status', status: 'failed', error: 'broken', nextStep: 'mend it' },
    { type: 'safety', safe: false, text: 'lost' },
  ]);
  expect(record.images.map(({ data }) => data[0])).toEqual([2]);
  expect(record).toMatchObject({
    phase: 'two',
    error: 'broken',
    nextStep: 'mend it',
    safety: { safe: false, text: 'lost' },
  });
});

it('keeps no more lines than a person reads', () => {
  const many = Array.from({ length: 2000 }, (_, i): EngineEvent => ({ type: 'note', text: String(i) }));
  const record = withEvents(EMPTY_RECORD, many);
  expect(record.notes).toHaveLength(500);
  expect(record.lines.at(-1)).toEqual({ level: 'note', text: '1999' });
});
