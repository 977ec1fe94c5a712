import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { FileError, UsageError, VirtualClock } from '../../base/index.js';
import { defaultConfigDir } from './config-dir.js';
import { startServer, type RunningServer, type ServerOptions } from './start-server.js';

const TINY = fileURLToPath(new URL('./testing/tiny-backend.mjs', import.meta.url));

let page: string;
let server: RunningServer | undefined;
const news: string[] = [];
let log = '';
beforeAll(() => {
  page = mkdtempSync(join(tmpdir(), 'spindrift-shell-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
});
afterAll(() => rmSync(page, { recursive: true }));
afterEach(async () => {
  await server?.stop();
  server = undefined;
  news.length = 0;
  log = '';
});

async function start(more: Partial<ServerOptions> = {}): Promise<RunningServer> {
  server = await startServer({
    ...{ runsDir: '/runs here', configDir: '/settings', page, backend: TINY },
    onNews: (text) => news.push(text),
    onLog: (text) => (log += text),
    ...more,
  });
  return server;
}

async function connect({ origin, token }: RunningServer): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc?token=${token}`, { origin });
  await once(socket, 'open');
  return socket;
}

async function ask(socket: WebSocket, text: string): Promise<string> {
  const answer = once(socket, 'message');
  socket.send(text);
  const [data] = (await answer) as [Buffer];
  return data.toString();
}

describe('the browser shell', () => {
  it('gives sockets to the backend, which gets the folders and never the token', async () => {
    const running = await start();
    expect(running.url).toBe(`http://127.0.0.1:${running.port}/?token=${running.token}`);
    const sockets = await Promise.all([connect(running), connect(running)]);
    expect(await Promise.all(sockets.map((socket, i) => ask(socket, `hello ${i}`)))).toEqual(['hello 0', 'hello 1']);
    expect(JSON.parse(await ask(sockets[0], 'args'))).toEqual(['--runs', '/runs here', '--config', '/settings']);
    const message = await ask(sockets[0], 'message');
    expect(JSON.parse(message)).toMatchObject({ type: 'socket', url: '/rpc' });
    expect(message).not.toContain(running.token);
    await ask(sockets[0], 'runs');
    await vi.waitFor(() => expect(running.backend.activeRuns).toBe(2));
    for (const socket of sockets) socket.close();
  });

  it.each([
    ['die', 'with exit code 3'],
    ['kill', 'by SIGKILL'],
  ])('starts a backend again that is told to %s, and says why', async (how, why) => {
    const running = await start();
    const { pid } = running.backend;
    const socket = await connect(running);
    socket.send(how);
    await once(socket, 'close');
    await vi.waitFor(() => expect(news.at(-1)).toBe('the backend is back'), 10_000);
    expect(news[0]).toContain(why);
    expect(running.backend.pid).not.toBe(pid);
    expect(await ask(await connect(running), 'again')).toBe('again');
  });

  it('lets connections wait for a backend that starts anew, and refuses them when none comes', async () => {
    const clock = new VirtualClock();
    const running = await start({ clock });
    const socket = await connect(running);
    socket.send('die');
    await vi.waitFor(() => expect(running.backend.ready).toBe(false));
    const early = connect(running);
    await vi.waitFor(() => expect(clock.pending).toBe(2));
    clock.advance(0.25);
    expect(await ask(await early, 'back')).toBe('back');
    socket.terminate();
    (await early).send('die');
    await vi.waitFor(() => expect(news).toHaveLength(3));
    const late = connect(running);
    const refused = expect(late).rejects.toThrow('503');
    await vi.waitFor(() => expect(clock.pending).toBe(2));
    await running.stop();
    await refused;
  });

  it('ends in good order, also with pages open, and once', async () => {
    const running = await start();
    const socket = await connect(running);
    const closed = once(socket, 'close');
    await Promise.all([running.stop(), running.stop()]);
    await closed;
    expect(log).toContain('stopped in good order');
    expect(news).toEqual([]);
    await expect(fetch(running.origin)).rejects.toThrow();
  });

  it('says what is wrong with page, port and backend', async () => {
    await expect(start({ page: join(page, 'absent') })).rejects.toThrow(FileError);
    const running = await start();
    const { port } = running;
    await expect(startServer({ runsDir: 'r', configDir: 'c', page, backend: TINY, port })).rejects.toThrow(UsageError);
    const broken = join(page, 'broken.mjs');
    writeFileSync(broken, 'throw new RangeError("it cannot start");');
    await expect(startServer({ runsDir: 'r', configDir: 'c', page, backend: broken })).rejects.toMatchObject({
      code: 'BACKEND_FAILED',
      message: expect.stringContaining('RangeError: it cannot start') as string,
    });
  });
});

describe('the folder of the settings', () => {
  it('is where each system keeps them', () => {
    expect(defaultConfigDir({}, 'linux', '/home/ada')).toBe('/home/ada/.config/spindrift');
    expect(defaultConfigDir({ XDG_CONFIG_HOME: '/x' }, 'linux', '/home/ada')).toBe('/x/spindrift');
    expect(defaultConfigDir({ XDG_CONFIG_HOME: 'x' }, 'linux', '/home/ada')).toBe('/home/ada/.config/spindrift');
    expect(defaultConfigDir({}, 'darwin', '/Users/ada')).toBe('/Users/ada/Library/Application Support/Spindrift');
    expect(defaultConfigDir({ APPDATA: '/roam' }, 'win32', '/c')).toBe('/roam/Spindrift');
  });
});
