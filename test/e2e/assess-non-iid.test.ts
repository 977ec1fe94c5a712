import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import type * as Assessment from '../../lab/entropy/sp800-90b/index.js';
import { CLI, spindrift } from './spindrift-command.js';

let root: string;
beforeAll(async () => {
  expect(existsSync(CLI), 'npm run build comes first').toBe(true);
  root = await mkdtemp(join(tmpdir(), 'spindrift-assess-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const bytes = (length: number, bits: number): Uint8Array => {
  const random = RandomStream.from(3, 'assess e2e');
  return Uint8Array.from({ length }, () => random.nextU32() >>> (32 - bits));
};
const compiled = async (): Promise<typeof Assessment> =>
  (await import(new URL('../../dist/lab/entropy/sp800-90b/index.js', import.meta.url).href)) as typeof Assessment;

describe('spindrift assess non-iid', () => {
  it('takes what spindrift entropy wrote, and keeps its mark', async () => {
    const path = join(root, 'bits');
    const board = 'sim:typical?seed=7&rows=32&cols=32';
    const written = await spindrift(['entropy', '--board', board, '--bytes', '30kB', '--out', path]);
    expect(written.code, written.stderr).toBe(0);
    const { code, stdout, stderr } = await spindrift([
      ...['assess', 'non-iid', path, '--bits', '1', '--packed', 'lsb', '--json'],
    ]);
    expect(code, stderr).toBe(0);
    const found = JSON.parse(stdout) as Assessment.NonIidAssessment;
    expect(found).toMatchObject({
      samples: 240_000,
      notEntropy: true,
      mark: 'PSEUDO-RANDOM: NOT ENTROPY',
      board: { kind: 'simulated' },
      otherBytes: false,
    });
    expect(Object.values(found.estimators).every((value) => value !== null && value > 0 && value <= 1)).toBe(true);
    expect(stderr).toContain('PSEUDO-RANDOM: NOT ENTROPY');
  });

  it('stops at Ctrl-C in the midst of its work', async () => {
    const path = join(root, 'many');
    await writeFile(path, bytes(4_000_000, 8));
    const { code, stdout } = await spindrift(['assess', 'non-iid', path, '--bits', '8', '--workers', '2'], {
      react: (stderr, kill) => {
        if (/estimators/.test(stderr)) kill('SIGINT');
      },
    });
    expect([code, stdout]).toEqual([130, '']);
  });
});

describe('an assessment on worker threads', () => {
  it('is the same with none, one and three', async () => {
    const { assessNonIid, estimateMinEntropy } = await compiled();
    const samples = bytes(80_000, 3);
    const wanted = estimateMinEntropy(samples, 3);
    for (const workers of [0, 1, 3]) expect(await assessNonIid(samples, 3, { workers })).toEqual(wanted);
  });
});
