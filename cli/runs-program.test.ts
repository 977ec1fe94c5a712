import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VirtualClock } from '../base/index.js';
import { RunWriter } from '../lab/runs/index.js';
import { runCli } from './run-cli.js';
import { FakeWorld } from './testing/fake-world.js';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-cli-runs-'));
  for (const [i, name] of ['a', 'b'].entries()) {
    const board = { uri: 'sim:ideal', kind: 'simulated' };
    const options = { dir: join(root, name), experiment: 'test', params: { widthS: (i + 1) * 1e-9 }, board };
    const run = await RunWriter.create({ ...options, clock: new VirtualClock() });
    for (let n = 0; n < 5; n++) run.post({ type: 'row', table: 't', values: { n, width_s: n / 3 } });
    await run.finish({ status: 'finished', results: { p: 0.5, pInterval: [0.4, 0.6 + i] } });
  }
});
afterAll(() => rm(root, { recursive: true }));

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const world = new FakeWorld(new VirtualClock());
  const code = await runCli([...argv, '--dir', root], world);
  return { code, out: world.stdout.text, err: world.stderr.text };
}
const json = async (...argv: string[]): Promise<Record<string, unknown>> => {
  const { code, out } = await call(...argv, '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
};

it('exports a part of a table, says first how large, and replaces nothing', async () => {
  const out = join(root, 't.csv');
  const argv = ['export', 'a', '--format', 'csv', '--from', '1', '--to', '3', '--out', out];
  expect(await json(...argv, '--estimate')).toMatchObject({
    what: 'table t, rows 1 to 2 of 5',
    fileName: 'a-t-rows-1-2.csv',
  });
  expect(await json(...argv)).toMatchObject({ path: out, format: 'csv' });
  expect(await readFile(out, 'utf8')).toBe(
    `n,Width (s),Source\r\n1,${1 / 3},"simulated board, not entropy"\r\n2,${2 / 3},"simulated board, not entropy"\r\n`,
  );
  expect(await call(...argv)).toMatchObject({ code: 6, err: expect.stringContaining('exists already') as string });
  expect(await call('export', 'a', '--format', 'xls')).toMatchObject({ code: 2 });
  expect(await call('export', 'a', '--format', 'csv', '--table', 'x')).toMatchObject({
    code: 5,
    err: expect.stringContaining('Choose one of: t.') as string,
  });
});

it('finds by what a person wrote, compares, packs, deletes, restores and imports', async () => {
  await json('runs', 'annotate', 'a', '--title', 'first try', '--tag', 'x', '--tag', 'y', '--star');
  expect(await json('runs', 'annotate', 'a', '--untag', 'x')).toMatchObject({
    title: 'first try',
    tags: ['y'],
    star: true,
    revision: 2,
  });
  expect(await call('runs', 'annotate', 'a', '--star', '--unstar')).toMatchObject({ code: 2 });
  expect(await json('runs', 'search', '#y', 'widthS<1.5ns')).toMatchObject({ runs: [{ name: 'a' }] });
  expect(await json('runs', 'search', 'first try')).toMatchObject({ query: '"first try"', runs: [{ name: 'a' }] });
  expect(await call('runs', 'search', 'state:odd')).toMatchObject({
    code: 2,
    err: expect.stringContaining('allowed are running') as string,
  });
  expect((await call('runs', 'compare', 'a', 'b')).out).toMatch(
    /Parameters that differ\n.*\nwidthS\s+1\.000.ns\s+2\.000.ns/,
  );
  expect(await json('runs', 'compare', 'a', 'b')).toMatchObject({
    results: [{ name: 'p', differences: [null, { value: 0 }] }],
  });
  expect(await call('runs', 'compare', 'a')).toMatchObject({ code: 2 });
  const spin = join(root, 'a.spin');
  await json('export', 'a', '--format', 'spin', '--out', spin);
  const { token } = await json('runs', 'delete', 'a');
  expect((await call('runs')).out).not.toMatch(/^a /m);
  expect(await json('import', spin)).toMatchObject({ dir: join(root, 'a'), boardKind: 'simulated' });
  expect(await call('runs', 'restore', String(token))).toMatchObject({
    code: 6,
    err: expect.stringContaining('exists already') as string,
  });
  expect(await json('runs', 'restore')).toMatchObject({ trash: [{ name: 'a' }] });
  expect(await call('import', spin)).toMatchObject({ code: 6 });
});
