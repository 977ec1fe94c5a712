// Several processes or threads on one store: no run is written by two, none is lost, none is recovered twice.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileError, VirtualClock } from '../../base/index.js';
import { inNewRunFolder } from './new-run-folder.js';
import { listRuns, readRun } from './read-run.js';
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
