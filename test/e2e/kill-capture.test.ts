import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recoverCapture, StoredCapture } from '../../lab/capture/index.js';
import { readRun } from '../../lab/runs/index.js';

const HARNESS = fileURLToPath(new URL('./harness/capture-until-killed.mjs', import.meta.url));
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spindrift-kill-capture-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Records into a folder and kills the recorder once it has acknowledged so many batches. @returns samples acknowledged */
function recordAndKill(dir: string, batches: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [HARNESS, dir], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    let killed = false;
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (!killed && output.split('\n').length > batches) killed = child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      const whole = output.slice(0, output.lastIndexOf('\n')).split('\n');
      if (signal === 'SIGKILL') resolve(Number(whole.at(-1)));
      else reject(new Error(`the recorder ended by itself: ${errors}`));
    });
  });
}

it.each([1, 5, 40])('a killed capture loses nothing acknowledged (%i batches)', async (batches) => {
  const dir = join(root, `run-${batches}`);
  const acknowledged = await recordAndKill(dir, batches);
  expect(acknowledged).toBeGreaterThanOrEqual(batches * 997);
  // Half a sample, as a torn write leaves it.
  await appendFile(join(dir, 'channels/x.f64'), Uint8Array.of(1, 2, 3));
  const recovery = await recoverCapture(dir);
  expect(recovery).toMatchObject({ state: 'interrupted', recovered: true });
  expect(recovery.trimmedBytes).toBeGreaterThan(0);
  expect((await recoverCapture(dir)).trimmedBytes).toBe(0);
  expect((await readFile(join(dir, 'channels/x.f64'))).length % 8).toBe(0);
  expect((await readRun(dir)).state).toBe('interrupted');
  const stored = await StoredCapture.open(dir);
  for (const name of ['x', 'y']) {
    const data = stored.data(name);
    expect(data.length).toBeGreaterThanOrEqual(acknowledged);
    const { min, max, sum, count } = data.aggregate(0, acknowledged);
    expect([min, max, count]).toEqual([0, acknowledged - 1, acknowledged]);
    expect(sum).toBe((acknowledged * (acknowledged - 1)) / 2);
  }
  expect(stored.times('x').timeOf(0, 'board')).toBe(0);
  stored.close();
});
