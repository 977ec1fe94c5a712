import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRun, recoverRun } from '../../lab/runs/index.js';

const HARNESS = fileURLToPath(new URL('./harness/append-until-killed.mjs', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/lab/runs/index.js', import.meta.url));

/** Runs the harness and kills it with SIGKILL as soon as it has acknowledged `count` events. @returns the numbers acknowledged */
function appendAndKill(dir: string, count: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [HARNESS, dir], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    let killed = false;
    const acknowledged = (): number[] =>
      output
        .slice(0, output.lastIndexOf('\n') + 1)
        .split('\n')
        .filter((line) => /^\d+$/.test(line))
        .map(Number);
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (!killed && acknowledged().length >= count) killed = child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(acknowledged());
      else reject(new Error(`the harness ended by itself (${String(signal)}): ${errors}`));
    });
  });
}

describe('a run whose process is killed', () => {
  let root: string;
  beforeAll(async () => {
    if (!existsSync(BUILT)) throw new Error('dist/ is missing: run `npm run build` first');
    root = await mkdtemp(join(tmpdir(), 'spindrift-kill-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it.each([1, 2, 10, 60, 200])('loses nothing acknowledged (killed after %i events)', async (count) => {
    const dir = join(root, `run-${count}`);
    const acknowledged = await appendAndKill(dir, count);
    expect(acknowledged.length).toBeGreaterThanOrEqual(count);
    expect((await readRun(dir)).state).toBe('interrupted');

    const recovery = await recoverRun(dir);
    expect(recovery).toMatchObject({ recovered: true, state: 'interrupted', damagedLines: 0, missingEvents: 0 });

    const run = await readRun(dir);
    const stored = new Set<number>();
    for await (const { seq } of run.events()) stored.add(seq);
    expect(acknowledged.filter((seq) => !stored.has(seq))).toEqual([]);
    expect(stored.size).toBe(recovery.events + 1);

    // Every artifact is whole: one number, 20 000 times.
    const names = (await readdir(dir)).filter((name) => name.startsWith('artifact-'));
    for (const name of names) {
      const lines = (await readFile(join(dir, name), 'utf8')).trimEnd().split('\n');
      expect(lines.length).toBe(20_000);
      expect(new Set(lines).size).toBe(1);
    }
    expect((await readdir(dir)).filter((name) => name.includes('.tmp-'))).toEqual([]);
  });
});
