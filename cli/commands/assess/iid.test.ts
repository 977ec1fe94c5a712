import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { runCli } from '../../run-cli.js';
import { FakeWorld } from '../../testing/fake-world.js';

let root: string;
const path = (name: string): string => join(root, name);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-iid-'));
  const random = RandomStream.from(1, 'iid command');
  await writeFile(
    path('uniform'),
    Uint8Array.from({ length: 1200 }, () => random.nextU32() >>> 30),
  );
  await writeFile(path('constant'), new Uint8Array(100));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const world = new FakeWorld();
  const code = await runCli(['assess', 'iid', ...argv], world);
  return { code, out: world.stdout.text, err: world.stderr.text };
}

it('prints one document, the same for the same seed', async () => {
  const { code, out } = await call(path('uniform'), '--bits', '2', '--seed', '4', '--json');
  expect(code).toBe(0);
  const found = JSON.parse(out) as { permutation: { statistics: Record<string, unknown> } };
  expect(found).toMatchObject({
    passed: true,
    valid: false,
    samples: 1200,
    permutation: { passed: true, seed: '4', rounds: 10_000 },
    chiSquare: { independence: { df: 12 }, goodnessOfFit: { df: 27 } },
    lrs: { w: expect.any(Number) as number, pcol: expect.any(Number) as number },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
  expect(Object.keys(found.permutation.statistics)).toHaveLength(19);
  expect((await call(path('uniform'), '--bits', '2', '--seed', '4', '--json')).out).toBe(out);
});

it('says that a verdict is not valid, and how often good samples fail', async () => {
  const { out } = await call(path('uniform'), '--bits', '2');
  expect(out).toContain('NOT VALID: no test speaks against');
  expect(out).toContain('2 times in 100');
  expect(out).toMatch(/^longest directional run +\d/m);
  expect(out).toMatch(/^periodicity, lag 16 +\d/m);
  expect(out).not.toMatch(/longestDirectionalRun|periodicity16/);
});

it('judges two samples, and says that the χ² tests say nothing of them', async () => {
  await writeFile(path('two'), Uint8Array.of(0, 1));
  const { code, out } = await call(path('two'), '--bits', '1');
  expect(code).toBe(0);
  expect(out).toMatch(/^χ² goodness of fit +0\.000 +0 +- +passed$/m);
  expect(out).toContain('too few samples for the χ² test of goodness of fit');
});

it('calls samples that never change a failure of data, samples that are too wide wrong use', async () => {
  expect((await call(path('constant'), '--bits', '1')).code).toBe(5);
  expect((await call(path('uniform'), '--bits', '1')).code).toBe(2);
});
