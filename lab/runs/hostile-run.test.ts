// Run folders that a stranger made: what is in them is data, and there is only so much of it.
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataError, VirtualClock } from '../../base/index.js';
import { crc32 } from '../../proto/index.js';
import { encodeEventLine } from './event-line.js';
import { estimateExport } from './export/export-run.js';
import { DEEPEST_JSON } from './json-depth.js';
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
    ['../../../home/ada/.config/autostart/x', 'export-name0-home-ada-.config-autostart-x.csv'],
    ['a\\b:c\0d', 'export-name1-a-b-c-d.csv'],
    ['<b>"&', 'export-name2-b.csv'],
    ['Länge', 'export-name3-Lange.csv'],
    ['測定', 'export-name4-table-1.csv'],
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

/** JSON of so many lists in each other. */
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('nesting', () => {
  it.each([MANIFEST_FILE, RESULT_FILE])('of %s that is too deep is refused, and the file is named', async (file) => {
    const dir = await runOf(`deep-${file}`, {});
    const text = await readFile(join(dir, file), 'utf8');
    for (const depth of [DEEPEST_JSON, 100_000]) {
      await writeFile(join(dir, file), text.replace('{', `{"more":${nested(depth)},`));
      const refused = await readRun(dir).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(DataError);
      expect((refused as Error).message).toBe(
        `${join(dir, file)} is not read: it is nested deeper than ${DEEPEST_JSON} levels`,
      );
    }
    // Brackets in a text are no nesting; the deepest that is borne can be told, searched and written again.
    const borne = `{"more":${nested(DEEPEST_JSON - 1)},"text":${JSON.stringify(`\\"${nested(1000)}\\`)},`;
    await writeFile(join(dir, file), text.replace('{', borne));
    expect((await readRun(dir)).manifest.experiment).toBe('test');
    await rm(dir, { recursive: true });
  });

  it('of an event that is too deep makes it a damaged line; the rest of the run is there', async () => {
    const dir = await runOf('deep-event', { t: { x: 1 } });
    // As a stranger writes it: with the right checksum.
    const body = `{"seq":9,"time":"2025-01-01T00:00:00.000Z","event":{"type":"row","table":"t","values":{"x":${nested(100_000)}}}`;
    const crc = crc32(new TextEncoder().encode(body)).toString(16).padStart(8, '0');
    await appendFile(join(dir, EVENTS_FILE), `${body},"crc":"${crc}"}\n`);
    const survey = await RunSurvey.of(dir);
    expect([survey.damagedLines, survey.tables[0]?.rows]).toEqual([1, 1]);
  });

  it('of an event that nobody could read back is not written', async () => {
    const run = await RunWriter.create({
      dir: join(root, 'deep-writer'),
      experiment: 'test',
      params: {},
      clock: new VirtualClock(),
    });
    const values: unknown = JSON.parse(nested(DEEPEST_JSON));
    expect(() => run.post({ type: 'result', values })).toThrow(RangeError);
    await run.append({ type: 'result', values: JSON.parse(nested(DEEPEST_JSON - 2)) });
    await run.finish({ status: 'finished' });
    expect((await RunSurvey.of(run.dir)).damagedLines).toBe(0);
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
