import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulatedBoard, serveTcp } from '../../board-sim/index.js';
import { openBoard } from '../../firmware-host/host/index.js';
import type { BitRecord } from '../../lab/entropy/index.js';
import { CLI, spindrift } from './spindrift-command.js';

const BOARD = 'sim:typical?seed=7&rows=32&cols=32';
/** The first bits of {@link BOARD}: whatever is asked of it, the same. */
const first = async (bytes: number): Promise<Buffer> => {
  const board = await openBoard(BOARD, { inThread: true });
  try {
    await board.arm();
    return Buffer.from(await board.openBits({ totalBits: bytes * 8 }).readBits(bytes * 8));
  } finally {
    await board.close();
  }
};

let root: string;
beforeAll(async () => {
  expect(existsSync(CLI), 'npm run build comes first').toBe(true);
  root = await mkdtemp(join(tmpdir(), 'spindrift-entropy-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));
const sidecar = async (path: string): Promise<BitRecord> =>
  JSON.parse(await readFile(`${path}.json`, 'utf8')) as BitRecord;

describe('spindrift entropy', () => {
  it('writes exactly the bits of the board to standard output, marked beside them', async () => {
    const { code, bytes, stderr } = await spindrift(['entropy', '--board', BOARD, '--bytes', '10001']);
    expect(code, stderr).toBe(0);
    expect(bytes.equals(await first(10_001))).toBe(true);
    expect(stderr).toContain('PSEUDO-RANDOM: NOT ENTROPY');
  });

  it('writes the same into a file, with all that is known of them in its sidecar', async () => {
    const path = join(root, 'bits.bin');
    const { code, stdout, stderr } = await spindrift([
      ...['entropy', '--board', BOARD, '--bytes', '64KiB', '--mode', 'raw', '--out', path, '--json'],
    ]);
    expect(code, stderr).toBe(0);
    const bytes = await readFile(path);
    expect(bytes.equals(await first(65_536))).toBe(true);
    const record = await sidecar(path);
    expect(JSON.parse(stdout)).toEqual({ ...record, file: path, sidecar: `${path}.json` });
    expect(record).toMatchObject({
      status: 'finished',
      notEntropy: true,
      mark: 'PSEUDO-RANDOM: NOT ENTROPY',
      bytes: 65_536,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      board: { uri: BOARD, kind: 'simulated' },
      gaps: { count: 0 },
      safe: true,
    });
  });

  it('ends quietly, its board safe, when the reader has enough', async () => {
    const child = spawn(process.execPath, [CLI, 'entropy', '--board', BOARD, '--bytes', '1GB'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code, stderr).toBe(0);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('NOT ENTROPY')]);
  });

  it('leaves what it had, whole and named, at Ctrl-C: 130', async () => {
    const path = join(root, 'stopped.bin');
    const { code, stdout, stderr } = await interrupted(path, 'SIGINT');
    expect(code, stderr).toBe(130);
    expect(stderr).toMatch(/interrupted after \d+ of 1000000000 bytes; those are whole in /);
    const bytes = await readFile(path);
    const record = await sidecar(path);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'interrupted', bytes: bytes.length });
    expect(record).toMatchObject({ status: 'interrupted', wantedBytes: 1e9, bytes: bytes.length, safe: true });
    expect(record.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.equals(await first(bytes.length))).toBe(true);
  });

  it('loses nothing that was written when it is killed, and does not write over it', async () => {
    const path = join(root, 'killed.bin');
    await interrupted(path, 'SIGKILL');
    const bytes = await readFile(`${path}.part`);
    expect(bytes.equals(await first(bytes.length))).toBe(true);
    expect(await sidecar(`${path}.part`)).toMatchObject({ status: 'writing', mark: 'PSEUDO-RANDOM: NOT ENTROPY' });
    const again = await spindrift(['entropy', '--board', BOARD, '--bytes', '1', '--out', path]);
    expect(again.code).toBe(6);
    expect(again.stderr).toMatch(/killed\.bin\.part is there, from a command that was killed.*Keep it/);
    expect((await stat(`${path}.part`)).size).toBe(bytes.length);
  });

  it('ends with 4 when the board goes, and keeps what arrived', async () => {
    const served = await serveTcp(createSimulatedBoard({ scenario: 'typical', seed: 7, rows: 32, cols: 32 }), {
      port: 0,
    });
    const path = join(root, 'lost.bin');
    const running = spindrift(['entropy', '--board', served.uri, '--bytes', '1GB', '--out', path, '--json']);
    await grown(`${path}.part`);
    await served.close();
    const { code, stdout, stderr } = await running;
    expect(code, stderr).toBe(4);
    const bytes = await readFile(path);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'BOARD_LOST', exitCode: 4, details: { file: path, bytes: bytes.length } },
    });
    expect(await sidecar(path)).toMatchObject({
      status: 'failed',
      notEntropy: true,
      bytes: bytes.length,
      error: { code: 'BOARD_LOST' },
    });
    expect(bytes.equals(await first(bytes.length))).toBe(true);
  });

  const mistakes: [what: string, args: string[], code: number, line: RegExp][] = [
    ['no number of bytes', [], 2, /how many bytes is missing.*--bytes/],
    ['a number that is none', ['--bytes', 'some'], 2, /whole number of bytes from 1/],
    ['a mode that is none', ['--bytes', '1', '--mode', 'true'], 2, /raw, debiased, conditioned, drbg/],
    ['JSON and bytes on one output', ['--bytes', '1', '--json'], 2, /cannot carry both.*--out/],
    ['folded raw bits', ['--bytes', '1', '--xor-stages', '2'], 2, /folded bits are not raw.*--mode debiased/],
    [
      'conditioned output of a stand-in',
      ['--bytes', '1', '--mode', 'conditioned'],
      2,
      /not entropy.*--allow-simulated/,
    ],
    ['drbg output of a stand-in', ['--bytes', '1', '--mode', 'drbg'], 2, /not entropy.*--allow-simulated/],
    ['a flag of the tap for raw bits', ['--bytes', '1', '--drbg', 'ctr'], 2, /--drbg has no meaning for raw bits/],
    ['a file that exists', ['--bytes', '1', '--out', 'there'], 6, /there exists already.*--force/],
    [
      'a device for a file',
      ['--bytes', '1', '--out', '/dev/null', '--force'],
      6,
      /\/dev\/null: it is not a plain file/,
    ],
  ];
  it.each(mistakes)('%s: refused', async (_what, args, code, line) => {
    const folder = await mkdtemp(join(root, 'mistake-'));
    await writeFile(join(folder, 'there'), 'mine');
    const ended = await spindrift(['entropy', '--board', BOARD, ...args], { cwd: folder });
    expect(ended.code, ended.stderr).toBe(code);
    expect(ended.stderr).toMatch(line);
    expect(await readdir(folder)).toEqual(['there']);
    expect(await readFile(join(folder, 'there'), 'utf8')).toBe('mine');
  });
});

/** Runs the command without an end into a file, and sends a signal when the file has begun to grow. */
async function interrupted(
  path: string,
  signal: NodeJS.Signals,
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const args = ['entropy', '--board', BOARD, '--bytes', '1GB', '--out', path, '--json'];
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const closed = new Promise<unknown>((resolve) => child.on('close', resolve));
  await grown(`${path}.part`);
  child.kill(signal);
  return { code: await closed, stdout, stderr };
}

/** Until a file has bytes in it. */
async function grown(path: string): Promise<void> {
  while ((await stat(path).catch(() => ({ size: 0 }))).size === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
