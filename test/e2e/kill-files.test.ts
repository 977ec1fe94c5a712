// Processes that are killed while they write files for people: exports, imports, settings.
import { spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SettingsStore } from '../../desktop/backend/settings-store.js';
import { exportRun, listRuns, readRun, RunWriter } from '../../lab/runs/index.js';
import { spindrift } from './spindrift-command.js';

const HARNESS = fileURLToPath(new URL('./harness/file-work-until-killed.mjs', import.meta.url));
const ROWS = 20_000;

let root: string;
let run: string;
let spin: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-kill-files-'));
  run = join(root, 'run');
  const writer = await RunWriter.create({ dir: run, experiment: 'kill', params: {} });
  for (let n = 0; n < ROWS; n++) {
    writer.post({ type: 'row', table: 'kill', values: { n, x: n / 7 } });
    if (n % 1000 === 0) await writer.ready();
  }
  for (let n = 0; n < 4; n++) await writer.writeFile(`bits-${n}.bin`, randomFillSync(new Uint8Array(1e6)));
  await writer.finish({ status: 'finished' });
  spin = join(root, 'run.spin');
  expect((await spindrift(['export', run, '--format', 'spin', '--out', spin])).code).toBe(0);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs the harness to its end, which is SIGKILL; `react` sees its output grow. */
function untilKilled(
  args: readonly string[],
  react?: (output: string, kill: () => void) => void,
): Promise<{ readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [HARNESS, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      react?.(output, () => child.kill('SIGKILL'));
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ output });
      else reject(new Error(`the harness ended by itself (${String(code ?? signal)}): ${errors}`));
    });
  });
}

describe('an export that is killed', () => {
  it.each([
    ['csv', 0.01],
    ['csv', 0.9],
    ['parquet', 0.5],
    ['hdf5', 0.5],
    ['spin', 0.5],
  ] as const)('as %s when %f of it is done leaves no half file, and can be made again', async (format, part) => {
    const folder = join(root, `${format}-${part}`);
    const out = join(folder, `run.${format}`);
    await mkdir(folder);
    await untilKilled([format, run, out, String(part)]);
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([]);
    expect((await spindrift(['export', run, '--format', format, '--out', out])).code).toBe(0);
    expect(await readdir(folder)).toEqual([`run.${format}`]);
    const whole = await exportRun(run, { format }, { out: join(root, `whole-${part}.${format}`) });
    expect((await stat(out)).size).toBe(whole.bytes);
  });

  it('in the place of an older file leaves that one whole', async () => {
    const folder = join(root, 'older');
    const out = join(folder, 'run.csv');
    await mkdir(folder);
    await writeFile(out, 'older');
    await untilKilled(['csv', run, out, '0.5', 'force']);
    expect(await readFile(out, 'utf8')).toBe('older');
    expect((await spindrift(['export', run, '--format', 'csv', '--out', out, '--force'])).code).toBe(0);
    expect(await readdir(folder)).toEqual(['run.csv']);
    expect((await stat(out)).size).toBeGreaterThan(ROWS);
  });
});

describe('an import that is killed', () => {
  it.each([0.01, 0.5, 1])('when %f of it is done leaves no run, and can be made again', async (part) => {
    const store = join(root, `store-${part}`);
    await untilKilled(['import', spin, store, String(part)]);
    expect(await listRuns(store)).toEqual({ runs: [], problems: [] });
    expect((await spindrift(['import', spin, '--dir', store])).code).toBe(0);
    expect(await readdir(store)).toEqual(['run']);
    const imported = join(store, 'run');
    expect((await readRun(imported)).result).toEqual((await readRun(run)).result);
    for (const name of await readdir(run))
      expect((await readFile(join(imported, name))).equals(await readFile(join(run, name))), name).toBe(true);
  });
});

describe('a program that is killed while it saves settings', () => {
  it.each([1, 5, 40])('leaves the old ones or the new ones, whole (killed after %i changes)', async (changes) => {
    const config = join(root, `config-${changes}`);
    const { output } = await untilKilled(['settings', '-', config], (text, kill) => {
      if (text.split('\n').length > changes) kill();
    });
    const acknowledged = Number(output.trimEnd().split('\n').at(-1));
    const warnings: string[] = [];
    const store = new SettingsStore(config, (text) => warnings.push(text));
    const { hostWattsPerCore } = await store.get();
    expect([acknowledged, acknowledged + 1]).toContain(hostWattsPerCore);
    await store.change({ theme: 'dark' });
    expect(warnings).toEqual([]);
    expect(await readdir(config)).toEqual(['settings.json']);
    expect(await new SettingsStore(config, (text) => warnings.push(text)).get()).toMatchObject({
      theme: 'dark',
      hostWattsPerCore,
    });
  });
});
