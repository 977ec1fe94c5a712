import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { annotateRun, readNotes, type NotesChange } from '../notes/run-notes.js';
import { readRun } from '../read-run.js';
import { RunWriter } from '../run-writer.js';
import { listTrash, emptyTrash, restoreRun, trashRun } from '../trash.js';
import { INDEX_FILE, RunIndex } from './run-index.js';
import { parseQuery } from './run-query.js';

let root: string;
const clock = new VirtualClock(0, new Date('2025-03-01T12:00:00Z'));
/** Later than any file here, so that stamps are trusted. */
const later = new VirtualClock(0, new Date('2100-01-01T00:00:00Z'));

async function run(
  name: string,
  params: Record<string, unknown>,
  more: { kind?: string; experiment?: string; tmr?: number } = {},
): Promise<string> {
  const { kind = 'simulated', experiment = 'resistance-map', tmr = 0.9 } = more;
  const board = { uri: `sim:${name}`, kind, serial: 'S-1' };
  const writer = await RunWriter.create({ dir: join(root, name), experiment, params, board, clock });
  await writer.finish({ status: name === 'bad' ? 'failed' : 'finished', results: { tmr, fit: { xi: 3 } } });
  clock.advance(86_400);
  return writer.dir;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-search-'));
  await run('one', { pulseWidthS: 1e-9, order: 'rows' });
  await run('two', { pulseWidthS: 2e-9, order: 'columns' }, { kind: 'real', tmr: 1.2 });
  await run('bad', { seed: 3 }, { experiment: 'bit-statistics' });
  await annotateRun(join(root, 'one'), { title: 'Cold start', tags: ['paper', 'keep'], star: true }, { clock });
  await mkdir(join(root, 'broken'));
  await writeFile(join(root, 'broken', 'manifest.json'), '{');
  await mkdir(join(root, 'other'));
});
afterAll(() => rm(root, { recursive: true }));

async function found(query: string): Promise<string[]> {
  const index = new RunIndex(root, later);
  await index.refresh();
  return index.search(query).map(({ name }) => name);
}

describe('a search over runs', () => {
  const queries: [string, string[]][] = [
    ['', ['bad', 'two', 'one']],
    ['experiment:resistance', ['two', 'one']],
    ['state:failed', ['bad']],
    ['-state:failed', ['two', 'one']],
    ['kind:real', ['two']],
    ['board:sim:one', ['one']],
    ['tag:PAPER', ['one']],
    ['#keep', ['one']],
    ['is:starred', ['one']],
    ['is:annotated', ['one']],
    ['"cold start"', ['one']],
    ['-"cold start" -bit', ['two']],
    ['pulseWidthS>1e-9', ['two']],
    ['pulseWidthS>=1ns', ['two', 'one']],
    ['pulsewidths<1.5n', ['one']],
    ['pulseWidthS<1.5n', ['one']],
    ['order=Rows', ['one']],
    ['order!=rows', ['two']],
    ['result.tmr>1', ['two']],
    ['result.fit.xi=3 seed=3', ['bad']],
    ['seconds<1', ['bad', 'two', 'one']],
    ['after:2025-03-02', ['bad', 'two']],
    ['before:2025-03-02', ['one']],
    ['on:2025-03-02', ['two']],
    ['nothing-like-it', []],
  ];
  it.each(queries)('"%s"', async (query, names) => {
    expect(await found(query)).toEqual(names);
  });

  const mistakes: [string, RegExp][] = [
    ['state:gone', /"state:gone": allowed are running, finished/],
    ['colour:red', /unknown field in "colour:red"; allowed are experiment:/],
    ['pulseWidthS>fast', /"fast" is no number; write one as 1\.5e-9 or 1\.5ns/],
    ['pulseWidthS>', /lacks a value after >/],
    ['after:yesterday', /write a day as 2025-03-01/],
    ['on:2025-02-30', /write a day/],
    ['"open', /quote .* not closed/],
    ['tag:', /lacks a value/],
    ['is:odd', /allowed are starred, annotated/],
    ['x'.repeat(1001), /up to 1000 characters/],
  ];
  it.each(mistakes)('says what is wrong with "%.30s"', (query, message) => {
    expect(() => parseQuery(query)).toThrow(message);
    expect(() => parseQuery(query)).toThrow(RangeError);
  });

  it('answers any text with runs or with a RangeError', async () => {
    const index = new RunIndex(root, later);
    await index.refresh();
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        try {
          expect(index.search(text).length).toBeLessThanOrEqual(3);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('the index', () => {
  it('tells folders that cannot be read', async () => {
    const index = new RunIndex(root, later);
    await index.refresh();
    expect(index.problems).toEqual([
      { name: 'broken', message: expect.stringContaining('is damaged: it is not JSON') as string },
    ]);
  });

  it('is made again from the folders whatever its cache holds', async () => {
    const path = join(root, INDEX_FILE);
    const cache = await readFile(path, 'utf8');
    expect(Object.keys((JSON.parse(cache) as { folders: object }).folders)).toContain('one');
    for (const text of [
      '',
      '{',
      '[]',
      '{"format":"spindrift-run-index","version":7,"folders":{}}',
      cache.replaceAll(/"program":"[^"]+"/g, '"program":"x"'),
    ]) {
      await writeFile(path, text);
      expect(await found('tag:paper')).toEqual(['one']);
    }
  });

  it('notices what comes, changes and goes', async () => {
    const index = new RunIndex(root, later);
    expect(await index.refresh()).toBe(true);
    expect(await index.refresh()).toBe(false);
    await annotateRun(join(root, 'two'), { title: 'Second' });
    // A file system may keep times in steps; make the change certain.
    await utimes(join(root, 'two'), new Date(), new Date('2024-01-01'));
    expect(await index.refresh()).toBe(true);
    expect(index.entry('two')).toMatchObject({ title: 'Second' });
    const writer = await RunWriter.create({ dir: join(root, 'live'), experiment: 'test', params: {}, clock });
    expect(await index.refresh()).toBe(true);
    expect(index.entry('live')).toMatchObject({ state: 'running', seconds: null });
    await expect(trashRun(writer.dir)).rejects.toThrow('the run goes on');
    await writer.finish({ status: 'aborted' });
    await utimes(writer.dir, new Date(), new Date('2024-01-02'));
    await index.refresh();
    expect(index.entry('live')).toMatchObject({ state: 'aborted' });
    const { token } = await trashRun(writer.dir, clock);
    expect(await index.refresh()).toBe(true);
    expect(index.entry('live')).toBeUndefined();
    expect((await listTrash(root)).map(({ name }) => name)).toEqual(['live']);
    expect(await restoreRun(root, token)).toBe(writer.dir);
    expect((await readRun(writer.dir)).state).toBe('aborted');
    await expect(restoreRun(root, token)).rejects.toThrow('there is no');
    await trashRun(writer.dir, clock);
    expect([await emptyTrash(root), await listTrash(root)]).toEqual([1, []]);
    await expect(trashRun(join(root, 'other'))).rejects.toThrow('holds no run');
  });
});

describe('notes', () => {
  it('keep what stood there before, and are not changed by two at once unknowingly', async () => {
    const dir = join(root, 'bad');
    const first = await annotateRun(dir, { text: 'noise', tags: ['a', 'a'] }, { clock });
    expect(first).toMatchObject({ revision: 1, tags: ['a'], history: [{ before: { text: '', tags: [] } }] });
    const second = await annotateRun(dir, { star: true }, { clock, revision: 1 });
    expect(second).toMatchObject({
      text: 'noise',
      star: true,
      revision: 2,
      history: [{}, { before: { star: false } }],
    });
    await expect(annotateRun(dir, { star: false }, { revision: 1 })).rejects.toThrow('changed elsewhere');
    expect(await annotateRun(dir, { star: true })).toEqual(second);
    await Promise.all(Array.from({ length: 20 }, (_, i) => annotateRun(dir, { title: `t${i}` })));
    expect(await readNotes(dir)).toMatchObject({ title: 't19', revision: 22 });
  });

  it.each([
    [{ tags: ['two words'] }, /tags\.0: a tag is a word/],
    [{ title: 'x'.repeat(201) }, /title/],
    [{ colour: 'red' }, /colour/],
  ])('refuse %j', async (change, message) => {
    await expect(annotateRun(join(root, 'bad'), change as NotesChange)).rejects.toThrow(message);
  });
});
