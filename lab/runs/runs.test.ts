import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileError, VirtualClock } from '../../base/index.js';
import type { RunManifest } from './manifest.js';
import { writerState } from './process-identity.js';
import { listRuns, readRun } from './read-run.js';
import { recoverRun } from './recover-run.js';
import { RunWriter, type CreateRunOptions } from './run-writer.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250101 });

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-runs-'));
});
const opened: RunWriter[] = [];
afterEach(async () => {
  for (const run of opened.splice(0)) await run.finish({ status: 'aborted' }).catch(() => undefined);
  await rm(root, { recursive: true });
});

async function create(name: string, more: Partial<CreateRunOptions> = {}): Promise<RunWriter> {
  const options = { dir: join(root, name), experiment: 'test', params: { n: 3 }, clock: new VirtualClock(), ...more };
  const run = await RunWriter.create(options);
  opened.push(run);
  return run;
}

/** Makes a run look as if its process had vanished. */
async function orphan(dir: string): Promise<void> {
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as RunManifest;
  await writeFile(path, JSON.stringify({ ...manifest, process: { pid: process.pid, startTicks: '1' } }));
}

async function eventsOf(dir: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const { seq, event } of (await readRun(dir)).events()) seen.push([seq, event.type]);
  return seen;
}

describe('a run folder', () => {
  it('keeps manifest, events, artifacts and result', async () => {
    const clock = new VirtualClock();
    const run = await create('a', { clock, seed: 7, board: { uri: 'sim:ideal' }, versions: { spindrift: '0.1.0' } });
    expect(await run.append({ type: 'row', values: { x: 1 } })).toBe(0);
    run.post({ type: 'progress', done: 1 });
    clock.advance(2.5);
    await run.writeFile('images/step-1.txt', 'hello');
    await run.finish({ status: 'finished', results: { answer: 42 }, energy: { unit: 'J' } });

    const stored = await readRun(join(root, 'a'));
    expect(stored.state).toBe('finished');
    expect(stored.manifest).toMatchObject({
      experiment: 'test',
      params: { n: 3 },
      seed: 7,
      board: { uri: 'sim:ideal' },
      started: '2025-01-01T00:00:00.000Z',
    });
    expect(stored.manifest.versions).toMatchObject({ spindrift: '0.1.0', node: process.versions.node });
    const sha256 = createHash('sha256').update('hello').digest('hex');
    expect(stored.result).toMatchObject({
      status: 'finished',
      seconds: 2.5,
      events: 4,
      results: { answer: 42 },
      artifacts: [{ name: 'images/step-1.txt', bytes: 5, sha256 }],
    });
    expect(await eventsOf(stored.dir)).toEqual([
      [0, 'row'],
      [1, 'progress'],
      [2, 'artifact'],
      [3, 'end'],
    ]);
    expect(await readdir(stored.dir)).toEqual(['events.jsonl', 'images', 'manifest.json', 'result.json']);
  });

  it('can be read while it grows', async () => {
    const run = await create('live');
    await run.append({ type: 'row' });
    const stored = await readRun(run.dir);
    expect(stored.state).toBe('running');
    expect(stored.result).toBeUndefined();
    expect(await eventsOf(run.dir)).toEqual([[0, 'row']]);
    await run.finish({ status: 'aborted' });
    await expect(run.finish({ status: 'aborted' })).rejects.toThrow('ended already');
    await expect(run.append({ type: 'row' })).rejects.toThrow('the log has been closed');
  });

  it.each([
    '../x',
    '/etc/x',
    'a/../../x',
    '.hidden',
    'manifest.json',
    'events.jsonl',
    'result.json',
    '',
    'a//b',
    'a\\b',
  ])('refuses the artifact name "%s"', async (name) => {
    const run = await create('names');
    await expect(run.writeFile(name, 'x')).rejects.toThrow(RangeError);
    await run.finish({ status: 'finished' });
  });

  it('acknowledges many appends with few flushes, in order', async () => {
    const run = await create('many');
    const acknowledged = await Promise.all(Array.from({ length: 2000 }, (_, i) => run.append({ type: 'row', i })));
    expect(acknowledged).toEqual(Array.from({ length: 2000 }, (_, i) => i));
    const seen: unknown[] = [];
    for await (const { event } of (await readRun(run.dir)).events()) seen.push(event['i']);
    expect(seen).toEqual(acknowledged);
    await run.finish({ status: 'finished' });
  });

  it('is listed with its state, newest first; what cannot be read is told', async () => {
    const clock = new VirtualClock();
    await (await create('old', { clock })).finish({ status: 'finished' });
    clock.advance(60);
    const broken = await create('new', { clock });
    await broken.append({ type: 'row' });
    await orphan(broken.dir);
    await mkdir(join(root, 'bad'));
    await writeFile(join(root, 'bad', 'manifest.json'), '{"format":"spindrift-run","version":9}');
    await mkdir(join(root, 'other'));
    const { runs, problems } = await listRuns(root);
    expect(runs.map(({ dir, state, seconds }) => [dir, state, seconds])).toEqual([
      [join(root, 'new'), 'interrupted', null],
      [join(root, 'old'), 'finished', 0],
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toContain('is damaged: version');
    expect((await listRuns(join(root, 'none'))).runs).toEqual([]);
    await expect(listRuns(join(root, 'bad', 'manifest.json'))).rejects.toThrow(FileError);
  });
});

describe('recovery', () => {
  it('cuts a torn tail off wherever it is torn, and loses nothing whole', async () => {
    const run = await create('torn');
    for (let i = 0; i < 5; i += 1) await run.append({ type: 'row', i });
    await run.append({ type: 'result', values: { n: 5 } });
    await orphan(run.dir);
    const log = join(run.dir, 'events.jsonl');
    const whole = await readFile(log);
    const ends = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        await writeFile(log, whole.subarray(0, length));
        await rm(join(run.dir, 'result.json'), { force: true });
        const recovery = await recoverRun(run.dir, { clock: new VirtualClock() });
        const kept = ends.filter((end) => end <= length).length;
        expect(recovery).toMatchObject({
          recovered: true,
          state: 'interrupted',
          events: kept,
          damagedLines: 0,
          missingEvents: 0,
          truncatedBytes: length - (ends[kept - 1] ?? 0),
        });
        expect(await eventsOf(run.dir)).toEqual([
          ...Array.from({ length: kept }, (_, i) => [i, i < 5 ? 'row' : 'result']),
          [kept, 'recovered'],
        ]);
        expect((await readRun(run.dir)).result).toMatchObject({
          status: 'interrupted',
          events: kept + 1,
          results: kept === 6 ? { n: 5 } : {},
        });
      }),
      { numRuns: 40 },
    );
    expect(await recoverRun(run.dir)).toMatchObject({ recovered: false, state: 'interrupted' });
  });

  it('keeps everything after damage in the middle, and says how much is damaged', async () => {
    const run = await create('rotten');
    for (let i = 0; i < 4; i += 1) await run.append({ type: 'row', i });
    await run.writeFile('grid.txt', 'x');
    for (const formula of ['array.adc', 'of.tomorrow']) {
      const entry = {
        timeS: 1,
        scope: 'array',
        kind: 'modelled',
        component: 'adc',
        joules: 2,
        sigma: 0,
        events: 1,
        formula,
      };
      await run.append({ type: 'posting', entry });
    }
    await orphan(run.dir);
    const log = join(run.dir, 'events.jsonl');
    const bytes = await readFile(log);
    bytes[bytes.indexOf('"i":1') + 4] = 0x39;
    await writeFile(log, bytes);
    await writeFile(join(run.dir, '.grid.txt.tmp-1-1'), 'half');
    const recovery = await recoverRun(run.dir);
    expect(recovery).toMatchObject({
      events: 6,
      damagedLines: 1,
      missingEvents: 1,
      truncatedBytes: 0,
      removedFiles: ['.grid.txt.tmp-1-1'],
    });
    const stored = await readRun(run.dir);
    const damaged: number[][] = [];
    const seen: number[] = [];
    for await (const { seq } of stored.events((start, end) => damaged.push([start, end]))) seen.push(seq);
    expect(seen).toEqual([0, 2, 3, 4, 5, 6, 7]);
    expect(damaged).toHaveLength(1);
    expect(stored.result).toMatchObject({
      energy: { unit: 'J', entries: 2, array: { modelled: { joules: 4 } } },
      artifacts: [{ name: 'grid.txt' }],
    });
  });

  it('works when the process vanished before its first event', async () => {
    const run = await create('early');
    await orphan(run.dir);
    await rm(join(run.dir, 'events.jsonl'));
    expect(await eventsOf(run.dir)).toEqual([]);
    expect(await recoverRun(run.dir)).toMatchObject({ recovered: true, events: 0, truncatedBytes: 0 });
  });

  it('does not touch a run whose process lives, nor one that ended', async () => {
    const run = await create('alive');
    await expect(recoverRun(run.dir)).rejects.toThrow(`process ${process.pid} is still writing it`);
    await run.finish({ status: 'failed', error: { name: 'Error', message: 'x' } });
    expect(await recoverRun(run.dir)).toMatchObject({ recovered: false, state: 'failed', events: 1 });
    expect(writerState({ ...run.manifest, host: { ...run.manifest.host, name: 'elsewhere' } })).toBe('unknown');
    await expect(recoverRun(root)).rejects.toThrow('there is no manifest.json in it');
  });
});
