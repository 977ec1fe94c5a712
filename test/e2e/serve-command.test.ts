// `spindrift serve` as it is built: what it prints, that its address works, how it ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { api } from '../../desktop/rpc/api/index.js';
import { RpcClient, webSocketTransport } from '../../desktop/rpc/index.js';
import { readRun } from '../../lab/runs/index.js';
import { eventually } from './harness/desktop-shell.js';
import { CLI, spindrift } from './spindrift-command.js';

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

let root: string;
beforeAll(async () => {
  if (!existsSync(CLI)) throw new Error('dist/ is missing: run `npm run build` first');
  root = await mkdtemp(join(tmpdir(), 'spindrift-serve-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Starts a program without a screen and reads what it prints until its address is there. */
async function serving(program: readonly string[], pattern: RegExp) {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', XDG_CONFIG_HOME: join(root, 'config') };
  const child = spawn(process.execPath, program, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null]>;
  await eventually('it prints its address', () => {
    if (child.exitCode !== null) throw new Error(`it ended: ${said.err}`);
    return pattern.test(said.out);
  });
  return { child, said, closed };
}

describe('spindrift serve', () => {
  it('prints an address that works, and ends a run in good order at Ctrl-C', async () => {
    const { child, said, closed } = await serving([CLI, 'serve', '--no-open', '--json', '--runs', 'store'], /\n\}\n/);
    const told = JSON.parse(said.out) as { url: string; port: number; runs: string };
    expect(told).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/) as string,
      port: Number(new URL(told.url).port),
      runs: join(root, 'store'),
    });
    const page = await fetch(told.url);
    expect(await page.text()).toContain('<div id="app">');

    const address = new URL(told.url);
    const socket = new WebSocket(`ws://${address.host}/rpc${address.search}`, { origin: address.origin });
    await once(socket, 'open');
    const client = new RpcClient(api, webSocketTransport(socket));
    expect(await client.call('system.hello', {})).toMatchObject({ runsDir: told.runs });
    const { dir } = await client.call('experiments.start', {
      board: 'sim:typical?seed=2',
      experiment: 'resistance-map',
      params: {},
    });
    child.kill('SIGINT');
    const [code] = await closed;
    expect(code).toBe(130);
    expect(await client.closed).toBeTruthy();
    expect((await readRun(dir)).state).toBe('aborted');
    expect(said.err).toContain('an array in use is made safe');
    expect(said.err).not.toContain(address.searchParams.get('token'));
  });

  it('says that there is no screen, and prints the address of the view', async () => {
    const { child, said, closed } = await serving([CLI, 'serve', '--at', '/runs'], /Ctrl-C ends it/);
    expect(said.out).toMatch(/^Spindrift is at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+#\/runs\n/);
    await eventually('it says so', () => said.err.includes('no browser can be opened from here'));
    child.kill('SIGTERM');
    expect((await closed)[0]).toBe(130);
  });

  it('names what is wrong with a port and a view', async () => {
    const wrong = async (...args: string[]): Promise<string> => {
      const { code, stderr } = await spindrift(['serve', '--no-open', ...args], { cwd: root });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await wrong('--port', '70000')).toContain('65535');
    expect(await wrong('--at', 'runs?x')).toContain('--at must be a view');
    const taken = await serving([CLI, 'serve', '--no-open', '--json'], /\n\}\n/);
    const { port } = JSON.parse(taken.said.out) as { port: number };
    expect(await wrong('--port', String(port))).toContain(`port ${port} is in use`);
    taken.child.kill('SIGINT');
    await taken.closed;
  });
});

describe('npm start', () => {
  it('opens the browser shell where Electron is not installed, at the demonstration', async () => {
    const absent = join(root, 'absent');
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = absent;
    onTestFinished(() => {
      delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    });
    const { child, said, closed } = await serving([START], /Ctrl-C ends it/);
    expect(said.err).toContain('The same application opens in the browser.');
    expect(said.out).toContain('#/generate/demo\n');
    child.kill('SIGTERM');
    expect((await closed)[0]).toBe(0);
  });
});
