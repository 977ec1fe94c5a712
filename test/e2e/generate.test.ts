import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeGrayPng } from '../../lab/report/index.js';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Work that nobody waits for the end of: little is to be done until its first step is told. */
const ENDLESS = ['generate', '--images', '2', '--steps', '1000'];

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled command; `react` sees standard error as it grows and may send a signal. */
function spindrift(
  args: readonly string[],
  react?: (stderr: string, kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      react?.(stderr, (signal) => child.kill(signal));
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const sha = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

interface Posting {
  readonly scope: string;
  readonly kind: string;
  readonly joules: number;
}

/** Events of a run folder, by type. */
async function events(folder: string, type: string): Promise<Record<string, unknown>[]> {
  const lines = (await readFile(join(folder, 'events.jsonl'), 'utf8')).trimEnd().split('\n');
  return lines
    .map((line) => (JSON.parse(line) as { event: Record<string, unknown> }).event)
    .filter((e) => e['type'] === type);
}

type Books = Record<string, Record<string, { joules: number } | undefined> | undefined>;

/** Totals of a run's energy.json, by scope and kind. */
async function totals(folder: string): Promise<Record<string, number>> {
  const books = JSON.parse(await readFile(join(folder, 'energy.json'), 'utf8')) as Books;
  const found: Record<string, number> = {};
  for (const scope of ['device', 'array', 'board', 'host']) {
    for (const [kind, part] of Object.entries(books[scope] ?? {})) if (part) found[`${scope} ${kind}`] = part.joules;
  }
  return found;
}

describe('spindrift generate', () => {
  let root: string;
  beforeAll(async () => {
    expect(existsSync(CLI), 'npm run build comes first').toBe(true);
    root = await mkdtemp(join(tmpdir(), 'spindrift-generate-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  const small = (out: string, seed: number): string[] => [
    'generate',
    '--images',
    '10',
    '--steps',
    '2',
    '--seed',
    String(seed),
    '--out',
    join(root, out),
  ];

  it('makes the same bytes from the same seed, and others from another', async () => {
    const first = await spindrift([...small('a', 1), '--json']);
    expect(first.stderr + first.stdout, first.stderr).toContain('"grid"');
    expect(first.code).toBe(0);
    const json = JSON.parse(first.stdout) as Record<string, unknown>;
    expect(json).toMatchObject({ images: 10, steps: 2, grid: join(root, 'a', 'grid.png') });
    expect(json['bitsUsed']).toBe(10 * 2 * 784);
    expect(json['macs']).toBeGreaterThanOrEqual(10 * 2 * 7_225_344);

    expect((await spindrift(small('b', 1))).code).toBe(0);
    expect((await spindrift(small('c', 2))).code).toBe(0);
    for (const file of ['grid.png', 'path.png', 'images.idx3-ubyte', 'labels.idx1-ubyte']) {
      expect(await sha(join(root, 'b', file)), file).toBe(await sha(join(root, 'a', file)));
    }
    // How often telemetry was read depends on the clock, so the books differ in the number of postings, not in what they say.
    const [one, two] = [await totals(join(root, 'a')), await totals(join(root, 'b'))];
    expect(Object.keys(two)).toEqual(Object.keys(one));
    for (const [key, joules] of Object.entries(one))
      expect(Math.abs((two[key] ?? NaN) / joules - 1)).toBeLessThan(1e-9);
    expect(await sha(join(root, 'c', 'images.idx3-ubyte'))).not.toBe(await sha(join(root, 'a', 'images.idx3-ubyte')));
    const grid = decodeGrayPng(await readFile(join(root, 'a', 'grid.png')));
    expect(grid.width).toBeGreaterThan(10 * 28);
    expect(new Set(grid.data).size).toBeGreaterThan(50);
  });

  it('books every joule in one scope and kind, and the books add up', async () => {
    const booked = await totals(join(root, 'a'));
    const sums = new Map<string, number>();
    for (const event of await events(join(root, 'a'), 'posting')) {
      const { scope, kind, joules } = event['entry'] as Posting;
      sums.set(`${scope} ${kind}`, (sums.get(`${scope} ${kind}`) ?? 0) + joules);
    }
    expect([...sums.keys()].sort()).toEqual(['array modelled', 'board modelled', 'device modelled']);
    for (const [key, sum] of sums) {
      const total = booked[key] ?? NaN;
      expect(total).toBeGreaterThan(0);
      expect(Math.abs(sum - total) / total).toBeLessThan(1e-12);
    }
  });

  it('stops cleanly on an interrupt: array safe, folder whole, exit code 130', async () => {
    const out = join(root, 'interrupted');
    let sent = false;
    const { code, stderr } = await spindrift([...ENDLESS, '--out', out], (told, kill) => {
      if (!sent && told.includes('step 1/')) {
        sent = true;
        kill('SIGINT');
      }
    });
    expect(code, stderr).toBe(130);
    expect(stderr).toContain('the array is safe and the run is whole');
    const result = JSON.parse(await readFile(join(out, 'result.json'), 'utf8')) as { status: string };
    expect(result.status).toBe('aborted');
    expect(await events(out, 'safety')).toMatchObject([{ safe: true }]);
    expect(existsSync(join(out, 'grid.png'))).toBe(true);
    const shown = await spindrift(['show', out, '--json']);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      status: 'aborted',
      damagedLines: 0,
      events: { safety: 1, end: 1 },
    });
  });

  it('loses nothing that was stored when it is killed, and recover says what is there', async () => {
    const out = join(root, 'killed');
    let sent = false;
    await spindrift([...ENDLESS, '--out', out], (stderr, kill) => {
      if (!sent && /step (?:[2-9]|\d\d+)\//.test(stderr)) {
        sent = true;
        kill('SIGKILL');
      }
    });
    expect(existsSync(join(out, 'result.json'))).toBe(false);
    const before = (await events(out, 'row')).length;
    expect(before).toBeGreaterThanOrEqual(2);
    const { code, stdout } = await spindrift(['recover', out, '--json']);
    expect(code).toBe(0);
    expect(stdout).toContain('interrupted');
    expect(await events(out, 'row')).toHaveLength(before);
  });
});
