import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileError, VirtualClock } from '../base/index.js';
import { makeFolders, newRunFolder } from './run-folder.js';

const root = mkdtempSync(join(tmpdir(), 'spindrift-folders-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('makeFolders', () => {
  it('makes every folder on the way, and is content with one that exists', async () => {
    await makeFolders(join(root, 'a/b/c'));
    await makeFolders(join(root, 'a/b/c'));
    expect(existsSync(join(root, 'a/b/c'))).toBe(true);
  });

  it('says what stands in the way', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(makeFolders(join(root, 'file/below'))).rejects.toThrow(/file\/below: a part of the path is a file/);
  });

  it.skipIf(process.platform !== 'linux')('gives up where nothing can be made', async () => {
    await expect(makeFolders('/proc/spindrift/runs')).rejects.toThrow(FileError);
    await expect(makeFolders('/proc/spindrift')).rejects.toThrow(/nothing can be stored in \/proc/);
  });
});

describe('newRunFolder', () => {
  it('names experiment and time, and never a folder that exists', async () => {
    const clock = new VirtualClock();
    const first = newRunFolder('generate', clock, root);
    expect(first).toMatch(/\/generate-\d{8}-\d{6}$/);
    await makeFolders(first);
    expect(newRunFolder('generate', clock, root)).toBe(`${first}-2`);
  });
});
