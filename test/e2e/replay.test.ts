import { execFileSync, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRun } from '../../lab/runs/index.js';
import { CLI, spindrift } from './spindrift-command.js';

const TSHARK = '/usr/bin/tshark';

let root: string;
beforeAll(async () => {
  expect(existsSync(CLI), 'npm run build comes first').toBe(true);
  root = await mkdtemp(join(tmpdir(), 'spindrift-replay-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, stdout, stderr } = await spindrift([...args, '--json'], { cwd: root });
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>;
};

/** The rows of a run, as they are stored. */
async function rowsOf(name: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const { event } of (await readRun(join(root, 'runs', name))).events())
    if (event.type === 'row') rows.push(event);
  return rows;
}

describe('a run that was made with --record-wire', () => {
  it('is a board: the experiment measures the same again, and so it says of the energy', async () => {
    const first = await json(
      ...[
        'run',
        'switching-probability',
        '--board',
        'sim:typical?seed=4&rows=8&cols=8',
        '--width-points',
        '4',
        '--voltage-points',
        '3',
      ],
      ...['--record-wire', '--out', 'runs/map'],
    );
    expect((await readRun(join(root, 'runs/map'))).result?.artifacts.map(({ name }) => name)).toContain('wire.pcapng');
    const again = await json(
      ...[
        'run',
        'switching-probability',
        '--board',
        'replay:map?speed=max',
        '--width-points',
        '4',
        '--voltage-points',
        '3',
        '--out',
        'runs/again',
      ],
    );
    const { seconds: _a, ...results } = first['results'] as Record<string, unknown>;
    const { seconds: _b, ...replayed } = again['results'] as Record<string, unknown>;
    expect(replayed).toEqual(results);
    expect(await rowsOf('again')).toEqual(await rowsOf('map'));
    const compared = await json('compare', 'map', 'again');
    const energy = compared['energy'] as { scope: string; kind: string; joules: number[] }[];
    for (const { scope, kind, joules } of energy.filter(({ scope }) => scope !== 'host')) {
      expect(kind, scope).toBe('modelled');
      expect(joules[1], scope).toBeCloseTo(joules[0]!, 12);
    }
    expect(compared['warnings']).toContain('The runs were made on boards of different kinds: simulated, replayed.');
    // A finished run says of itself what its data are.
    expect((await readRun(join(root, 'runs/again'))).manifest.board).toMatchObject({ kind: 'replayed' });
  });

  it('refuses other parameters with the reason, and leaves a whole run', async () => {
    const { code, stderr } = await spindrift(
      [
        'run',
        'switching-probability',
        '--board',
        'replay:map?speed=max',
        '--width-points',
        '5',
        '--voltage-points',
        '3',
        '--out',
        'runs/other',
      ],
      { cwd: root },
    );
    expect(code).toBe(3);
    expect(stderr).toMatch(/the recording has no \w+ like this; ask for what was asked when it was made/);
    expect((await readRun(join(root, 'runs/other'))).state).toBe('failed');
  });

  it('gives no entropy, whatever was recorded', async () => {
    const { code, stderr } = await spindrift(
      ['entropy', '--bytes', '64', '--mode', 'conditioned', '--board', 'replay:map', '--out', 'none.bin'],
      { cwd: root },
    );
    expect([code, existsSync(join(root, 'none.bin'))]).toEqual([2, false]);
    expect(stderr).toContain('a board that is replayed are not entropy');
  });

  it('shows its events again, and says that it is a board', async () => {
    const { code, stdout } = await spindrift(['replay', 'map', '--speed', 'max'], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +0\.000 s {2}status {2}running$/m);
    expect(stdout).toMatch(/as a board: +--board replay:/);
    const { events, wire } = await json('replay', 'map');
    expect(events).toMatchObject({ end: 1 });
    expect(wire).toMatchObject({ bytes: (await readFile(join(root, 'runs/map/wire.pcapng'))).length });
  });

  it('is read by Wireshark', async ({ skip }) => {
    if (!existsSync(TSHARK)) skip('tshark is not installed');
    const fields = ['-T', 'fields', '-e', 'frame.p2p_dir', '-e', 'frame.interface_name', '-e', 'data.data'];
    const packets = execFileSync(TSHARK, ['-r', join(root, 'runs/map/wire.pcapng'), ...fields], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    })
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(packets.length).toBeGreaterThan(100);
    // Hello goes out (0), its answer comes in (1); each begins with the magic of a frame.
    expect(packets.slice(0, 2).map(([direction]) => direction)).toEqual(['0', '1']);
    expect(packets[0]![1]).toBe('sim:typical?seed=4&rows=8&cols=8');
  });
});

describe('a recording that is cut short', () => {
  it('a process that is killed leaves what was recorded until then', async () => {
    const child = spawn(
      process.execPath,
      [CLI, 'capture', '--board', 'sim:ideal?rows=8&cols=8', '--record-wire', '--out', 'runs/cut'],
      { cwd: root, stdio: 'ignore' },
    );
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, by) => resolve(by)));
    const file = join(root, 'runs/cut/wire.pcapng');
    while (child.exitCode === null && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) < 20_000)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect((await readRun(join(root, 'runs/cut'))).state).toBe('interrupted');
    const board = await json('info', '--board', 'replay:cut');
    expect(board).toMatchObject({ kind: 'replayed', geometry: { rows: 8, cols: 8 } });
  });

  it('a run whose frames fit on no disk goes on without them, and says so', async () => {
    // Files of this process may have 512 KiB: the frames of some bits do not fit, the run does.
    const command = `ulimit -f 1024; exec ${process.execPath} ${CLI} run bit-statistics --board 'sim:ideal?rows=16&cols=16' --record-wire --out runs/full --json`;
    await writeFile(join(root, 'limited.sh'), command);
    const stdout = execFileSync('/bin/bash', [join(root, 'limited.sh')], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(JSON.parse(stdout)).toMatchObject({ status: 'finished' });
    const logs: unknown[] = [];
    for await (const { event } of (await readRun(join(root, 'runs/full'))).events())
      if (event.type === 'log') logs.push(event['text']);
    expect(logs.join('\n')).toMatch(/the frames were not recorded to the end: cannot write .*wire\.pcapng/);
  });
});
