import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activatedSockets } from './activation.js';
import { answers, listenOnPath } from './unix-socket.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-socket-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Leaves the file of a socket whose process was killed. */
function leaveStale(path: string): void {
  const program = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', program]);
}

describe('a Unix socket', () => {
  it('appears with its mode and goes with its owner', async () => {
    const path = join(folder, 'deep', 'a.sock');
    const server = createServer();
    const owned = await listenOnPath(server, path, 0o660);
    const there = await lstat(path);
    expect([there.isSocket(), (there.mode & 0o777).toString(8)]).toEqual([true, '660']);
    expect(await answers(path)).toBe(true);
    expect(await readdir(join(folder, 'deep'))).toEqual(['a.sock']);
    server.close();
    await owned.release();
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
  });

  it('is not taken from a process that answers', async () => {
    const path = join(folder, 'b.sock');
    const first = createServer();
    const owned = await listenOnPath(first, path, 0o600);
    await expect(listenOnPath(createServer(), path, 0o600)).rejects.toMatchObject({
      code: 'SOCKET_IN_USE',
      message: `another process listens on ${path} already`,
    });
    expect(await answers(path)).toBe(true);
    first.close();
    await owned.release();
  });

  it('that a killed process left is taken over', async () => {
    const path = join(folder, 'c.sock');
    leaveStale(path);
    expect((await lstat(path)).isSocket()).toBe(true);
    const server = createServer();
    const owned = await listenOnPath(server, path, 0o660);
    expect(await answers(path)).toBe(true);
    server.close();
    await owned.release();
  });

  it('of eight that start at once over a stale one, exactly one is left, and it answers', async () => {
    const path = join(folder, 'd.sock');
    for (let round = 0; round < 5; round++) {
      leaveStale(path);
      const servers = Array.from({ length: 8 }, () => createServer());
      const results = await Promise.allSettled(servers.map((server) => listenOnPath(server, path, 0o660)));
      const won = results.filter((result) => result.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await answers(path)).toBe(true);
      for (const server of servers) server.close();
      await won[0]?.value.release();
      expect((await readdir(folder)).filter((name) => name.startsWith('.') || name === 'd.sock')).toEqual([]);
    }
  });

  it('is not removed if it has become another’s', async () => {
    const path = join(folder, 'e.sock');
    const server = createServer();
    const owned = await listenOnPath(server, path, 0o660);
    await rm(path);
    const other = createServer().listen({ path });
    await once(other, 'listening');
    await owned.release();
    expect((await lstat(path)).isSocket()).toBe(true);
    server.close();
    other.close();
  });

  it('never replaces a file, and says what a path can be', async () => {
    const path = join(folder, 'file');
    await writeFile(path, 'mine');
    await expect(listenOnPath(createServer(), path, 0o660)).rejects.toThrow(/something that is no socket/);
    expect(await readFile(path, 'utf8')).toBe('mine');
    await expect(listenOnPath(createServer(), `/tmp/${'x'.repeat(120)}`, 0o660)).rejects.toThrow(/at most 107 bytes/);
    await expect(listenOnPath(createServer(), join(path, 'x.sock'), 0o660)).rejects.toThrow(/is a file, not a folder/);
    await chmod(path, 0o600);
  });
});

describe('sockets of systemd', () => {
  it('are those of this process, by name, and the variables are gone', () => {
    const env = { LISTEN_FDS: '2', LISTEN_PID: '7', LISTEN_FDNAMES: 'raw:entropy', HOME: '/' };
    expect(activatedSockets(env, 7)).toEqual([
      { role: 'raw', fd: 3 },
      { role: 'entropy', fd: 4 },
    ]);
    expect(env).toEqual({ HOME: '/' });
    expect(activatedSockets({ LISTEN_FDS: '1', LISTEN_PID: '8' }, 7)).toEqual([]);
    expect(activatedSockets({}, 7)).toEqual([]);
  });

  it('without a name of ours are taken in order', () => {
    const env = (names?: string) => ({
      LISTEN_FDS: '2',
      LISTEN_PID: '7',
      ...(names === undefined ? {} : { LISTEN_FDNAMES: names }),
    });
    const inOrder = [
      { role: 'entropy', fd: 3 },
      { role: 'raw', fd: 4 },
    ];
    expect(activatedSockets(env(), 7)).toEqual(inOrder);
    expect(activatedSockets(env('spindrift-entropyd.socket:unknown'), 7)).toEqual(inOrder);
    expect(activatedSockets(env('connection:entropy'), 7)).toEqual([
      { role: 'raw', fd: 3 },
      { role: 'entropy', fd: 4 },
    ]);
    expect(() => activatedSockets(env('raw:raw'), 7)).toThrow(/each socket once/);
    expect(() => activatedSockets({ ...env(), LISTEN_FDS: '9' }, 7)).toThrow(
      /LISTEN_FDS must be a whole number from 0 to 3/,
    );
  });
});
