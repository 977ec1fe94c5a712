import { mkdtemp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileError } from '../../base/index.js';
import { BitFile } from './bit-file.js';
import type { BitRecord } from './bit-record.js';

const record = (part: Partial<BitRecord>): BitRecord =>
  ({ format: 'spindrift-bits', status: 'writing', mark: 'PSEUDO-RANDOM: NOT ENTROPY', bytes: 0, ...part }) as BitRecord;

let root: string;
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'spindrift-bits-'))));
afterEach(() => rm(root, { recursive: true }));
const at = (name: string): string => join(root, name);
const names = async (): Promise<string[]> => (await readdir(root)).sort();
const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(at(name), 'utf8'));

describe('a file of bits', () => {
  it('has its marks before its first bit, and its name when it is whole', async () => {
    const file = await BitFile.create(await BitFile.check(at('bits'), false), record({}));
    expect(await names()).toEqual(['bits.part', 'bits.part.json']);
    expect(await json('bits.part.json')).toMatchObject({ status: 'writing', mark: 'PSEUDO-RANDOM: NOT ENTROPY' });
    await file.write(Uint8Array.of(1, 2));
    // What a killed process would leave.
    expect([...(await readFile(at('bits.part')))]).toEqual([1, 2]);
    await file.write(Uint8Array.of(3));
    await file.close(record({ status: 'finished', bytes: 3 }));
    expect(await names()).toEqual(['bits', 'bits.json']);
    expect([...(await readFile(at('bits')))]).toEqual([1, 2, 3]);
    expect(await json('bits.json')).toMatchObject({ status: 'finished', bytes: 3 });
  });

  it('is as private as it is told, whatever lay there, and never written through a link', async () => {
    await writeFile(at('bits.part'), 'old', { mode: 0o644 });
    const file = await BitFile.create(at('bits'), record({}), 0o600);
    await file.close(record({ status: 'finished', bytes: 1 }));
    expect((await stat(at('bits'))).mode & 0o777).toBe(0o600);
    await symlink(at('victim'), at('more.part'));
    const more = await BitFile.create(await BitFile.check(at('more'), false), record({}));
    await more.write(Uint8Array.of(1));
    await more.close(record({ status: 'finished', bytes: 1 }));
    expect(await names()).not.toContain('victim');
  });

  it('holds as many bytes as its record says, also after a write that failed half way', async () => {
    const file = await BitFile.create(at('bits'), record({}));
    await file.write(Uint8Array.of(1, 2, 3));
    await file.close(record({ status: 'failed', bytes: 2 }));
    expect([...(await readFile(at('bits')))]).toEqual([1, 2]);
  });

  it('does not stay without a byte, and leaves the one that was there', async () => {
    await writeFile(at('bits'), 'old');
    const file = await BitFile.create(await BitFile.check(at('bits'), true), record({}));
    await file.close(record({ status: 'failed' }));
    expect(await names()).toEqual(['bits']);
    expect(await readFile(at('bits'), 'utf8')).toBe('old');
  });

  it('replaces another only by force, and one behind a link where it is', async () => {
    await mkdir(at('elsewhere'));
    await writeFile(at('elsewhere/bits'), 'old');
    await symlink(at('elsewhere/bits'), at('bits'));
    await expect(BitFile.check(at('bits'), false)).rejects.toThrow(/exists already/);
    const file = await BitFile.create(await BitFile.check(at('bits'), true), record({}));
    await file.write(Uint8Array.of(65));
    await file.close(record({ status: 'finished', bytes: 1 }));
    expect(await readFile(at('bits'), 'utf8')).toBe('A');
    expect((await readdir(at('elsewhere'))).sort()).toEqual(['bits', 'bits.json']);
  });

  const refused: [what: string, prepare: () => Promise<unknown>, path: () => string, line: RegExp][] = [
    ['a folder', () => mkdir(at('bits')), () => at('bits'), /it is a folder/],
    ['a device', async () => undefined, () => '/dev/null', /it is not a plain file/],
    [
      'a sidecar of another file',
      () => writeFile(at('bits.json'), '{}'),
      () => at('bits'),
      /bits\.json exists already/,
    ],
    [
      'what a killed command left',
      () => writeFile(at('bits.part'), 'x'),
      () => at('bits'),
      /bits\.part is there, from a command that was killed/,
    ],
    ['a path below a file', () => writeFile(at('bits'), 'x'), () => at('bits/more'), /a part of the path is a file/],
  ];
  for (const [what, prepare, path, line] of refused)
    it(`is not written over ${what}`, async () => {
      await prepare();
      const before = await names();
      const error: unknown = await BitFile.check(path(), false).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(FileError);
      expect((error as FileError).message).toMatch(line);
      expect((error as FileError).nextStep).toBeTruthy();
      expect(await names()).toEqual(before);
    });

  it('is never put in the place of a device, even by force', async () => {
    await expect(BitFile.check('/dev/null', true)).rejects.toThrow(/not a plain file/);
  });

  it('says which folder is missing', async () => {
    await expect(BitFile.create(at('nowhere/bits'), record({}))).rejects.toMatchObject({
      code: 'FILE',
      message: /nowhere/,
    });
  });
});
