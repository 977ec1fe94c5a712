// What the entropy daemon does when the world is against it.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSimulatedBoard, serveTcp } from '../../board-sim/index.js';
import { connectEntropy } from '../../lab/entropyd/client.js';
import { entropydFolder } from './harness/entropyd-folder.js';
import { drain, startEntropyd, until } from './harness/entropyd-process.js';
import { CLI } from './spindrift-command.js';

const { at, place, board } = entropydFolder();
const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

describe('the entropy daemon', () => {
  it('serves on while its log goes to a full disk', async () => {
    const path = place();
    const full = openSync('/dev/full', 'w');
    const daemon = startEntropyd([...board(), '--socket', path, '--log-level', 'debug'], { stderr: full });
    closeSync(full);
    await daemon.listening;
    const client = await connectEntropy({ path });
    expect((await client.read(1000)).length).toBe(1000);
    client.close();
    expect(await daemon.stop()).toBe(0);
    expect(existsSync(path)).toBe(false);
  });

  it('serves on while no file can grow, and says once that its status file cannot be written', async () => {
    const path = place();
    // What a full disk does to a file, without one: EFBIG instead of ENOSPC.
    const limited = ['/bin/sh', '-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, CLI] as const;
    const daemon = startEntropyd([...board(), '--socket', path], { command: [...limited] });
    await daemon.listening;
    const client = await connectEntropy({ path });
    expect((await client.read(1000)).length).toBe(1000);
    client.close();
    expect(await daemon.stop()).toBe(0);
    const failures = daemon.lines().filter(({ msg }) => msg.startsWith('status file: cannot write'));
    // The first, and how often it came again.
    expect(failures.map(({ repeated }) => repeated === undefined)).toEqual([true, false]);
    expect(existsSync(`${path}.json`)).toBe(false);
  });

  it('never replaces what is no file of its own', async () => {
    const path = place();
    const file = at('device.json');
    await writeFile(file, JSON.stringify({ status: { path: '/dev/full' }, socket: { path } }));
    const daemon = startEntropyd(['--config', file, ...board()]);
    await daemon.listening;
    await until(() => daemon.lines().some(({ msg }) => msg === 'pool: open'));
    expect(await daemon.stop()).toBe(0);
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
    expect(daemon.stderr()).toContain('status file: cannot write /dev/full: it is not a plain file');
  });

  it('holds little for clients that never read', async () => {
    const path = place();
    const daemon = startEntropyd([...board(), '--socket', path]);
    await daemon.listening;
    const warm = await connectEntropy({ path });
    await warm.read(300_000);
    const before = daemon.usage().residentKib;
    const idle = Array.from({ length: 100 }, () => connect({ path }).pause());
    // Each of them has the same right to bytes: held without bound, they would be 100 times what the reader gets, 150 MB.
    for (let k = 0; k < 3; k++) await warm.read(500_000);
    expect(daemon.usage().residentKib - before).toBeLessThan(100_000);
    for (const socket of idle) socket.destroy();
    warm.close();
    expect(await daemon.stop()).toBe(0);
  });

  it('follows boards that a folder names, and goes on when one is unplugged', async () => {
    const [path, watched] = [place(), await mkdtemp(at('boards-'))];
    const daemon = startEntropyd(['--watch', watched, '--socket', path, '--allow-simulated']);
    await daemon.listening;
    const client = await connectEntropy({ path }, { timeoutS: 100 });
    const makeBoard = () => createSimulatedBoard({ scenario: 'typical', seed: 11 });
    for (let k = 0; k < 3; k++) {
      const served = await serveTcp(makeBoard(), { path: join(watched, 'board') });
      expect((await client.read(100)).length).toBe(100);
      await served.close();
      await until(() => readFileSync(`${path}.json`, 'utf8').includes('"boards": []'));
      // What was made before is not given afterwards, so that this waits for the next.
    }
    expect(client.connected).toBe(true);
    client.close();
    expect(await daemon.stop()).toBe(0);
  });

  const activation = has('systemd-socket-activate');
  if (!activation) console.warn('skipped: systemd-socket-activate is not installed');
  it.skipIf(!activation)('takes its sockets from systemd, by name, and leaves their files alone', async () => {
    const [path, raw] = [place(), place()];
    const activate = ['systemd-socket-activate', '-l', path, '-l', raw, '--fdname=entropy:raw', process.execPath, CLI];
    const daemon = startEntropyd(board(), { command: activate as [string, ...string[]] });
    // The first connection starts it.
    await until(() => existsSync(path) && existsSync(raw));
    const client = await connectEntropy({ path }, { timeoutS: 100 });
    expect((await client.read(1000)).length).toBe(1000);
    const student = drain(raw);
    const more = client.read(300_000);
    await until(() => student.length() > 1000);
    await more;
    const first = student.bytes();
    expect(JSON.parse(first.subarray(0, first.indexOf(10)).toString())).toMatchObject({
      ...{ format: 'spindrift-raw', kind: 'simulated', mark: 'PSEUDO-RANDOM: NOT ENTROPY' },
    });
    client.close();
    expect(await daemon.stop()).toBe(0);
    expect([existsSync(path), existsSync(raw)]).toEqual([true, true]);
  });
});
