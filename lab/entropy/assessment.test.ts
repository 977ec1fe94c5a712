import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataError, FileError } from '../../base/index.js';
import { readAssessment } from './assessment.js';

let root: string;
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'spindrift-assessment-'))));
afterEach(() => rm(root, { recursive: true }));

const read = async (value: unknown, serial?: string): Promise<unknown> => {
  const path = join(root, 'a.json');
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
  return readAssessment(path, serial);
};

const good = {
  samples: 1_000_000,
  bitsPerSample: 1,
  minEntropy: 0.83,
  estimators: { mcv: 0.99, compression: null },
  sha256: 'ab'.repeat(32),
  board: { serial: 'S1', kind: 'real' },
};

describe('a stored assessment', () => {
  it('gives the min-entropy per bit and where it comes from', async () => {
    expect(await read(good, 'S1')).toEqual({
      minEntropy: 0.83,
      origin: join(root, 'a.json'),
      sha256: 'ab'.repeat(32),
      serial: 'S1',
      doubts: [],
    });
  });

  it('is doubted for few samples, another board, or pseudo-random bits', async () => {
    expect(await read({ ...good, samples: 5000, notEntropy: true }, 'S2')).toMatchObject({
      doubts: [/5000 samples/, /board S1/, /not entropy/],
    });
  });

  it('is refused where it is none', async () => {
    await expect(read('{')).rejects.toThrow(DataError);
    await expect(read({})).rejects.toThrow(/no assessment: samples/);
    await expect(read({ ...good, minEntropy: 0 })).rejects.toThrow(/minEntropy/);
    await expect(read({ ...good, minEntropy: 1.2 })).rejects.toThrow(/claims 1.2/);
    await expect(read({ ...good, bitsPerSample: 8 })).rejects.toThrow(/8 bits/);
    await expect(read({ ...good, conditioned: true })).rejects.toThrow(/nothing about raw bits/);
    await expect(readAssessment(join(root, 'nothing.json'))).rejects.toThrow(FileError);
  });
});
