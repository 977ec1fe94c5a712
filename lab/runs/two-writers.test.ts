// Several processes or threads on one store: no run is written by two, none is lost, none is recovered twice.
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileError, VirtualClock } from '../../base/index.js';
import { inNewRunFolder } from './new-run-folder.js';
import { EVENTS_FILE, MANIFEST_FILE } from './manifest.js';
import { listRuns, readRun } from './read-run.js';
import { recoverRun } from './recover-run.js';
import { RunWriter } from './run-writer.js';

let root: string;
const clock = new VirtualClock();
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-two-'));
});
afterEach(() => rm(root, { recursive: true }));

const create = (dir: string, n: number): Promise<RunWriter> =>
  RunWriter.create({ dir, experiment: 'test', params: { n }, clock });

describe('runs that begin at the same moment', () => {
  it('in one folder: one has it, the others are refused and change nothing', async () => {
    const dir = join(root, 'one');
    const begun = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => create(dir, n)));
    const won = begun.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const errors = begun.flatMap((each) => (each.status === 'rejected' ? [each.reason as Error] : []));
    expect([won.length, errors.length]).toEqual([1, 7]);
    for (const error of errors) expect(error).toBeInstanceOf(FileError);
    await won[0]!.finish({ status: 'finished' });
    const run = await readRun(dir);
    expect([run.manifest.id, run.state]).toEqual([won[0]!.manifest.id, 'finished']);
    const events = [];
    for await (const { seq } of run.events()) events.push(seq);
    expect(events).toEqual([0]);
    expect((await readdir(dir)).sort()).toEqual(['events.jsonl', 'manifest.json', 'result.json']);
  });

  it('in folders that nobody named: each has its own', async () => {
    const begin = (n: number) => inNewRunFolder('test', clock, [root], (dir) => create(dir, n));
    const writers = await Promise.all(Array.from({ length: 8 }, (_, n) => begin(n)));
    for (const writer of writers) await writer.finish({ status: 'finished' });
    const { runs, problems } = await listRuns(root);
    expect([runs.length, new Set(runs.map(({ id }) => id)).size, problems]).toEqual([8, 8, []]);
  });

  it('what fails for another reason is not tried again', async () => {
    let tries = 0;
    const failing = inNewRunFolder('test', clock, [root], () => {
      tries += 1;
      return Promise.reject(new FileError('the disk is full'));
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(tries).toBe(1);
  });
});

/** A process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('a run whose process has gone', () => {
  let dir: string;
  let run: RunWriter;
  // It keeps its files open as long as nobody has really killed it.
  afterEach(() => run.finish({ status: 'aborted' }));
  beforeEach(async () => {
    dir = join(root, 'gone');
    run = await create(dir, 0);
    for (let i = 0; i < 50; i++) await run.append({ type: 'row', table: 't', values: { i } });
    const manifest = JSON.parse(await readFile(join(dir, MANIFEST_FILE), 'utf8')) as { process: object };
    manifest.process = { pid: deadPid() };
    await writeFile(join(dir, MANIFEST_FILE), JSON.stringify(manifest));
    await appendFile(join(dir, EVENTS_FILE), '{"seq":50,"ti');
  });

  const assertWhole = async (): Promise<void> => {
    const stored = await readRun(dir);
    const events = [];
    for await (const event of stored.events(() => expect.unreachable())) events.push(event);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 51 }, (_, i) => i));
    expect(events.filter(({ event }) => event.type === 'recovered')).toHaveLength(1);
    expect(stored.result).toMatchObject({ status: 'interrupted', events: 51 });
    expect((await readdir(dir)).sort()).toEqual(['events.jsonl', 'manifest.json', 'result.json']);
  };

  it('is recovered once, however many begin to', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => recoverRun(dir, { clock })));
    const done = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value.recovered] : []));
    expect(done.filter((recovered) => recovered)).toHaveLength(1);
    for (const each of outcomes)
      if (each.status === 'rejected') expect((each.reason as Error).message).toContain('is recovering it');
    await assertWhole();
  });

  it.each(['{"process":{"pid":PID},"host":{"name":"HOST","platform":"linux","arch":"x64"}}', '{"pro', ''])(
    'is recovered although one that has gone had begun to: %j',
    async (text) => {
      const claim = text.replace('PID', String(deadPid())).replace('HOST', hostname());
      await writeFile(join(dir, '.recovering'), claim);
      expect(await recoverRun(dir, { clock })).toMatchObject({ recovered: true, events: 50 });
      await assertWhole();
    },
  );

  it('is left to another computer that recovers it, unless told otherwise', async () => {
    const other = { process: { pid: 1 }, host: { name: 'elsewhere', platform: 'linux', arch: 'x64' } };
    await writeFile(join(dir, '.recovering'), JSON.stringify(other));
    await expect(recoverRun(dir, { clock })).rejects.toThrow('process 1 is recovering it');
    expect(await recoverRun(dir, { clock, force: true })).toMatchObject({ recovered: true });
    await assertWhole();
  });
});
