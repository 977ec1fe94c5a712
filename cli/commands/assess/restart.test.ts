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
  root = await mkdtemp(join(tmpdir(), 'spindrift-restart-'));
  const random = RandomStream.from(3, 'restart command');
  const packed = Uint8Array.from({ length: 125_000 }, () => random.nextU32() >>> 24);
  // Each restart begins with the same byte.
  for (let restart = 0; restart < 1000; restart++) packed[125 * restart] = 0x5a;
  await writeFile(path('packed'), packed);
  await writeFile(path('short'), packed.subarray(0, 1000));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const world = new FakeWorld();
  const code = await runCli(['assess', 'restart', ...argv], world);
  return { code, out: world.stdout.text, err: world.stderr.text };
}

it('sees that every restart begins alike', async () => {
  const { code, out } = await call(path('packed'), '--bits', '1', '--packed', 'lsb', '--h-initial', '0.8', '--json');
  expect(code).toBe(0);
  const found = JSON.parse(out) as Record<string, unknown>;
  expect(found).toMatchObject({
    passed: false,
    sanity: { xMax: 1000, cutoff: 643, passed: false, at: { in: 'column', index: 0, symbol: 0 } },
    minEntropy: 0,
    hInitial: 0.8,
  });
  expect(found['hRow']).toBeGreaterThan(0.5);
  expect(found['hColumn']).toBeGreaterThan(0);
});

it('gives a reason for each estimate that is null', async () => {
  await writeFile(path('zeros'), new Uint8Array(125_000));
  const { out } = await call(path('zeros'), '--bits', '1', '--packed', 'lsb', '--h-initial', '0.8', '--json');
  const { validation } = JSON.parse(out) as {
    validation: Record<'rows' | 'columns', Record<string, number | null>> & {
      reasons: Record<'rows' | 'columns', Record<string, string>>;
    };
  };
  for (const set of ['rows', 'columns'] as const) {
    const nulls = Object.entries(validation[set]).flatMap(([id, value]) => (value === null ? [id] : []));
    expect(nulls).toHaveLength(9);
    expect(Object.keys(validation.reasons[set]).sort()).toEqual(nulls.sort());
  }
  const text = await call(path('zeros'), '--bits', '1', '--packed', 'lsb', '--h-initial', '0.8');
  expect(text.out).toContain('note: no collision estimate: all samples are equal');
});

it('refuses data of another size and an assessment above the width', async () => {
  const short = await call(path('short'), '--bits', '8', '--h-initial', '2');
  expect(short).toMatchObject({ code: 2, err: expect.stringContaining('takes 1000000') as string });
  expect((await call(path('packed'), '--bits', '1', '--packed', 'lsb', '--h-initial', '1.5')).code).toBe(2);
});
