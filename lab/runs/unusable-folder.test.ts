import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataError, FileError, VirtualClock } from '../../base/index.js';
import { AppendLog } from './append-log.js';
import { fileError } from './file-errors.js';
import { readRun } from './read-run.js';
import { RunWriter, type CreateRunOptions } from './run-writer.js';

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

describe('folders and files that cannot be used', () => {
  it('a folder that is not empty needs force, and force replaces runs only', async () => {
    await (await create('used')).finish({ status: 'finished' });
    await expect(create('used')).rejects.toMatchObject({
      code: 'FILE',
      nextStep: expect.stringContaining('--force') as string,
    });
    const again = await create('used', { force: true, params: { n: 4 } });
    expect((await readRun(again.dir)).manifest.params).toEqual({ n: 4 });
    await again.finish({ status: 'finished' });

    await mkdir(join(root, 'mine'));
    await writeFile(join(root, 'mine', 'thesis.tex'), 'x');
    await expect(create('mine', { force: true })).rejects.toThrow('holds no run, so nothing in it is deleted');
    expect(await readFile(join(root, 'mine', 'thesis.tex'), 'utf8')).toBe('x');
  });

  it('does not take a folder from a process that is writing there', async () => {
    const run = await create('busy');
    const path = join(run.dir, 'manifest.json');
    const parent = { ...run.manifest, process: { pid: process.ppid } };
    await writeFile(path, JSON.stringify(parent));
    await expect(create('busy', { force: true })).rejects.toThrow(
      `process ${process.ppid} is still writing a run there`,
    );
    await run.finish({ status: 'finished' });
  });

  it.runIf(process.platform === 'linux')('gives up at once below a folder that takes no entries', async () => {
    await expect(create('x', { dir: '/proc/spindrift-run' })).rejects.toMatchObject({
      name: 'FileError',
      code: 'FILE',
    });
  });

  it('names path, cause and remedy when a part of the path is a file', async () => {
    await writeFile(join(root, 'file'), 'x');
    await expect(create('file/run')).rejects.toMatchObject({
      name: 'FileError',
      code: 'FILE',
      message: expect.stringContaining(join(root, 'file/run')) as string,
      nextStep: expect.stringContaining('move that file away') as string,
    });
    await expect(create('file')).rejects.toThrow('it is a file');
  });

  it('fails for good when the disk is full', async () => {
    const log = await AppendLog.open('/dev/full');
    log.post('a\n');
    await expect(log.append('b\n')).rejects.toMatchObject({
      code: 'FILE',
      message: 'cannot write /dev/full: the disk is full',
    });
    await expect(log.append('c\n')).rejects.toThrow('the disk is full');
    await expect(log.ready()).rejects.toThrow('the disk is full');
    await expect(log.close()).rejects.toThrow('the disk is full');
    expect(log.failure).toBeInstanceOf(FileError);
  });

  it.each([
    ['EACCES', 'permission is denied'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'quota'],
    ['EWEIRD', 'EWEIRD: something'],
  ])('explains %s', (code, text) => {
    const error = fileError('write', '/x/y', Object.assign(new Error(`${code}: something`), { code }));
    expect(error.message).toContain('cannot write /x/y: ');
    expect(error.message).toContain(text);
    expect(error.details).toMatchObject({ path: '/x/y', systemCode: code });
    expect(fileError('read', '/z', error)).toBe(error);
  });

  it('tells a damaged manifest or result from a missing one', async () => {
    const run = await create('damaged');
    await run.finish({ status: 'finished' });
    await truncate(join(run.dir, 'result.json'), 10);
    await expect(readRun(run.dir)).rejects.toThrow(DataError);
    await appendFile(join(run.dir, 'manifest.json'), '}');
    await expect(readRun(run.dir)).rejects.toThrow('manifest.json is damaged: it is not JSON');
  });

  it('leaves no temporary file behind when an artifact cannot be written', async () => {
    const run = await create('half');
    await mkdir(join(run.dir, 'taken'));
    await expect(run.writeFile('taken', 'x')).rejects.toThrow(FileError);
    expect(await readdir(run.dir)).toEqual(['events.jsonl', 'manifest.json', 'taken']);
    expect((await stat(join(run.dir, 'taken'))).isDirectory()).toBe(true);
    await run.finish({ status: 'finished' });
  });
});
