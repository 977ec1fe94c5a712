import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileError } from '../../base/index.js';
import { checkRunsDir, chosenRunsDir } from './store-folder.js';
import { startBackend } from './testing/backend-harness.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-store-'));
});
afterEach(() => rm(root, { recursive: true }));

it('is the usual folder until another is chosen, which is made', async () => {
  const usual = join(root, 'usual');
  expect(await chosenRunsDir(root, usual)).toBe(usual);
  const chosen = join(root, 'deep', 'chosen');
  const { page, dispose, runsDir } = await startBackend({ configDir: root });
  try {
    expect(await page.call('settings.change', { runsDir: chosen })).toMatchObject({ runsDir: chosen });
    // The store of what goes on stays where it is.
    expect((await page.call('system.hello', {})).runsDir).toBe(runsDir);
    expect(await chosenRunsDir(root, usual)).toBe(chosen);
    expect((await stat(chosen)).isDirectory()).toBe(true);
    await expect(page.call('settings.change', { runsDir: 'here' })).rejects.toThrow(/runsDir must be an absolute path/);
    expect((await page.call('settings.change', { runsDir: null })).runsDir).toBeUndefined();
    expect(await chosenRunsDir(root, usual)).toBe(usual);
  } finally {
    await dispose();
  }
});

it('is the usual folder where the chosen one cannot be had', async () => {
  const file = join(root, 'a-file');
  await writeFile(file, '');
  await expect(checkRunsDir(join(file, 'runs'))).rejects.toThrow(FileError);
  await writeFile(join(root, 'settings.json'), JSON.stringify({ runsDir: join(file, 'runs') }));
  expect(await chosenRunsDir(root, join(root, 'usual'))).toBe(join(root, 'usual'));
});
