// Run folders that a stranger made: what is in them is data, and there is only so much of it.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataError, VirtualClock } from '../../base/index.js';
import { encodeEventLine } from './event-line.js';
import { estimateExport } from './export/export-run.js';
import { LONGEST_JSON } from './json-file.js';
import { EVENTS_FILE, MANIFEST_FILE, NOTES_FILE, RESULT_FILE } from './manifest.js';
import { readNotes } from './notes/run-notes.js';
import { listRuns, readRun } from './read-run.js';
import { RunWriter } from './run-writer.js';
import { MOST_COLUMNS, MOST_KINDS, RunSurvey } from './tables/run-survey.js';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-hostile-'));
});
afterAll(() => rm(root, { recursive: true }));

async function runOf(
  name: string,
  tables: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<string> {
  const dir = join(root, name);
  const run = await RunWriter.create({ dir, experiment: 'test', params: {}, clock: new VirtualClock() });
  for (const [table, values] of Object.entries(tables)) run.post({ type: 'row', table, values });
  await run.finish({ status: 'finished' });
  return dir;
}

const lines = (events: readonly Record<string, unknown>[]): string =>
  events
    .map((event, seq) => encodeEventLine({ seq, time: '2025-01-01T00:00:00.000Z', event: event as { type: string } }))
    .join('');

describe('names in a run', () => {
  it.each([
    ['../../../home/ada/.config/autostart/x', 'export-name0-..-..-..-home-ada-.config-autostart-x.csv'],
    ['a\\b:c\0d', 'export-name1-a-b-c-d.csv'],
    ['<b>"&', 'export-name2--b-.csv'],
    ['Größe', 'export-name3-Größe.csv'],
  ])('a table %j lends the file of its export no folder', async (table, fileName) => {
    const name = fileName.slice(0, 'export-name0'.length);
    const run = await readRun(await runOf(name, { [table]: { x: 1 } }));
    expect((await estimateExport(run, { format: 'csv' })).fileName).toBe(fileName);
  });

  it('a long one does not make a name that no disk takes', async () => {
    const run = await readRun(await runOf('long', { ['x'.repeat(400)]: { x: 1 } }));
    expect((await estimateExport(run, { format: 'csv' })).fileName.length).toBeLessThan(200);
  });
});

describe('documents of a run', () => {
  it('of a size that no run has are not read, and the list of runs goes on', async () => {
    const dir = await runOf('large', {});
    await runOf('next', {});
    const padding = ' '.repeat(LONGEST_JSON + 1);
    await writeFile(join(dir, NOTES_FILE), padding);
    await expect(readNotes(dir)).rejects.toThrow('is not read: it is larger than');
    await writeFile(join(dir, MANIFEST_FILE), padding);
    const { runs, problems } = await listRuns(root);
    expect(runs.map((run) => run.dir)).toContain(join(root, 'next'));
    expect(problems).toMatchObject([{ dir, message: expect.stringContaining('it is larger than') as string }]);
    await rm(dir, { recursive: true });
  });

  it('with times that are none are refused: everybody would stumble over them', async () => {
    const dir = await runOf('times', {});
    const text = await readFile(join(dir, MANIFEST_FILE), 'utf8');
    const manifest = JSON.parse(text) as Record<string, unknown>;
    await writeFile(join(dir, MANIFEST_FILE), JSON.stringify({ ...manifest, started: 'yesterday' }));
    await expect(readRun(dir)).rejects.toThrow('started: must be a time');
    await writeFile(join(dir, MANIFEST_FILE), text);
    const result = JSON.parse(await readFile(join(dir, RESULT_FILE), 'utf8')) as Record<string, unknown>;
    await writeFile(join(dir, RESULT_FILE), JSON.stringify({ ...result, seconds: -1 }));
    await expect(readRun(dir)).rejects.toThrow('seconds');
    await rm(dir, { recursive: true });
  });

  it('with a key that changes what an object is are refused', async () => {
    const dir = await runOf('key', {});
    await writeFile(
      join(dir, MANIFEST_FILE),
      '{"format":"spindrift-run","params":{"a":[{"\\u005f_proto__":{"x":1}}]}}',
    );
    const refused = expect(readRun(dir)).rejects;
    await refused.toThrow(DataError);
    await expect(readRun(dir)).rejects.toThrow('__proto__');
    await rm(dir, { recursive: true });
  });
});

describe('the log of a run', () => {
  it('may have so many columns and kinds of events; what is beyond counts as damaged', async () => {
    const dir = await runOf('wide', {});
    const wide = (from: number, count: number): Record<string, unknown> => ({
      type: 'row',
      table: 't',
      values: Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${from + i}`, 1])),
    });
    const kinds = Array.from({ length: MOST_KINDS + 10 }, (_, i) => ({ type: `kind${i}` }));
    await writeFile(
      join(dir, EVENTS_FILE),
      lines([wide(0, MOST_COLUMNS), wide(MOST_COLUMNS, 1), wide(0, 5), { type: 'x'.repeat(1000) }, ...kinds]),
    );
    const survey = await RunSurvey.of(dir);
    expect(survey.tables.map(({ rows, columns }) => [rows, columns.length])).toEqual([[2, MOST_COLUMNS]]);
    expect(Object.keys(survey.counts)).toHaveLength(MOST_KINDS);
    // The column too many, the long name, and ten kinds besides the one of the rows.
    expect(survey.damagedLines).toBe(1 + 1 + 10 + 1);
  });
});
