import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock, VirtualClock } from '../../base/index.js';
import { removeOrphans, TEMPORARY_NAME, temporaryBeside } from './temporary-names.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-orphans-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;
/** The name that another process would give. */
const ofProcess = (name: string, pid: number, ticks = '0'): string =>
  basename(temporaryBeside(join(folder, name))).replace(/tmp-\d+-(.*)-\d+$/, `tmp-${pid}-$1-${ticks}`);

const laterClock = (hours: number): VirtualClock =>
  new VirtualClock(0, new Date(systemClock.date().getTime() + hours * 3600 * 1000));

it('removes what a process that is gone was writing, files and folders', async () => {
  const pid = deadPid();
  await mkdir(join(folder, ofProcess('run', pid), 'images'), { recursive: true });
  await writeFile(join(folder, ofProcess('a.csv', pid)), 'x');
  await mkdtemp(`${join(folder, ofProcess('upload', pid))}-`);
  for (const name of await readdir(folder)) expect(name).toMatch(TEMPORARY_NAME);
  expect(await removeOrphans(folder)).toHaveLength(3);
  expect(await readdir(folder)).toEqual([]);
});

it('leaves what a living process writes however old it is, and what has another name', async () => {
  const names = [ofProcess('run', process.ppid), basename(temporaryBeside(join(folder, 'run')))];
  names.push('run', '.run', 'run.tmp-1-1-00000000-0', '.trash');
  for (const name of names) await mkdir(join(folder, name));
  expect(await removeOrphans(folder, { clock: laterClock(1000) })).toEqual([]);
  expect(await readdir(folder)).toHaveLength(names.length);
});

it.runIf(process.platform === 'linux')('tells a process from a later one with the same number', async () => {
  const name = ofProcess('run', process.pid, '1');
  await mkdir(join(folder, name));
  expect(await removeOrphans(folder)).toEqual([name]);
});

it('leaves what another computer writes until nothing in it has changed for a day', async () => {
  const elsewhere = ofProcess('run', deadPid()).replace(/[0-9a-f]{8}-0$/, '00000000-0');
  await mkdir(join(folder, elsewhere));
  expect(await removeOrphans(folder, { clock: laterClock(23) })).toEqual([]);
  // A folder is as young as the newest in it.
  const within = join(folder, elsewhere, 'events.jsonl');
  await writeFile(within, '');
  const old = laterClock(-20).date();
  await utimes(join(folder, elsewhere), old, old);
  expect(await removeOrphans(folder, { clock: laterClock(23) })).toEqual([]);
  expect(await removeOrphans(folder, { clock: laterClock(25) })).toEqual([elsewhere]);
});

it('takes only what was to become a file of a name, when told so', async () => {
  const [one, other] = [ofProcess('one', deadPid()), ofProcess('one-more', deadPid())];
  for (const name of [one, other]) await writeFile(join(folder, name), '');
  expect(await removeOrphans(folder, { of: 'one' })).toEqual([one]);
  expect(await readdir(folder)).toEqual([other]);
});

it('does not fail for a folder that is not there', async () => {
  expect(await removeOrphans(join(folder, 'none'))).toEqual([]);
});
