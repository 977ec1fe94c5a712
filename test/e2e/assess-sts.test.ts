import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededBits } from '../../lab/entropy/sp800-22/testing/seeded-bits.js';
import { constantDigits } from '../../lab/entropy/sp800-22/testing/constants.js';
import { CLI, spindrift } from './spindrift-command.js';

let root: string;
beforeAll(async () => {
  expect(existsSync(CLI), 'npm run build comes first').toBe(true);
  root = await mkdtemp(join(tmpdir(), 'spindrift-sts-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('spindrift assess sts', () => {
  it('gives the p-values of the standard’s appendix, on threads', async () => {
    await writeFile(join(root, 'sqrt2.txt'), constantDigits('sqrt2', 1_000_000));
    const { code, stdout, stderr } = await spindrift(['assess', 'sts', 'sqrt2.txt', '--format', 'ascii', '--json'], {
      cwd: root,
    });
    expect(code, stderr).toBe(0);
    const { tests } = JSON.parse(stdout) as { tests: Record<string, number> };
    expect(tests['frequency']).toBeCloseTo(0.811881, 5);
    expect(tests['dft']).toBeCloseTo(0.581909, 5);
    expect(tests['linearComplexity']).toBeCloseTo(0.317127, 5);
  });

  it('gives the same document with threads and without', async () => {
    await writeFile(join(root, 'bits'), seededBits(11, 400_000).bytes);
    const args = ['assess', 'sts', 'bits', '--streams', '3', '--json'];
    const [none, two] = [
      await spindrift([...args, '--workers', '0'], { cwd: root }),
      await spindrift([...args, '--workers', '2'], { cwd: root }),
    ];
    expect(none.code, none.stderr).toBe(0);
    expect(two.stdout).toBe(none.stdout);
  });
});
