import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileError } from '../../base/index.js';
import { makeFolders } from './make-folders.js';

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
