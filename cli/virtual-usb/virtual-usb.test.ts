// `spindrift virtual-usb` in a world of its own: what it prints, who may attach, how it ends.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsbIpServer } from '../../board-sim/index.js';
import { eventually } from '../../board-sim/virtual-usb/testing/eventually.js';
import { UsbIpClient, listDevices } from '../../board-sim/virtual-usb/testing/usbip-client.js';
import { EXIT } from '../exit-codes.js';
import { runCli } from '../run-cli.js';
import { FakeWorld } from '../testing/fake-world.js';

const folder = mkdtempSync(join(tmpdir(), 'spindrift-virtual-usb-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ANYWHERE = ['--listen', '127.0.0.1:0'];
const run = async (...flags: string[]): Promise<{ code: number; world: FakeWorld }> => {
  const world = new FakeWorld();
  return { code: await runCli(['virtual-usb', ...flags], world), world };
};

describe('spindrift virtual-usb', () => {
  it('exports two boards, says how to plug them in and who comes, and ends cleanly at Ctrl-C', async () => {
    const world = new FakeWorld();
    const boards = ['--board', 'sim:typical', '--board', 'sim:aged?seed=4'];
    const ended = runCli(['virtual-usb', ...boards, ...ANYWHERE, '--json'], world);
    await eventually(() => world.stdout.text.includes('\n}'), 'it says that it listens');
    const told = JSON.parse(world.stdout.text) as {
      listen: { host: string; port: number };
      exports: Record<string, unknown>[];
    };
    const { port } = told.listen;
    expect(told.exports).toEqual([
      {
        ...{ busId: '1-1', uri: 'sim:typical', kind: 'simulated', serial: 'SIM-typical-1' },
        attach: `sudo usbip --tcp-port ${port} attach -r 127.0.0.1 -b 1-1`,
      },
      {
        ...{ busId: '1-2', uri: 'sim:aged?seed=4', kind: 'simulated', serial: 'SIM-aged-4' },
        attach: `sudo usbip --tcp-port ${port} attach -r 127.0.0.1 -b 1-2`,
      },
    ]);
    expect((await listDevices(told.listen)).map(({ busId }) => busId)).toEqual(['1-1', '1-2']);
    const client = await UsbIpClient.attach(told.listen, '1-2');
    await client.configure();
    const serial = await client.control(0x80, 6, 0x0303, 0x0409, 255);
    expect(Buffer.from(serial.subarray(2)).toString('utf16le')).toBe('SIM-aged-4');
    world.send('SIGINT');
    expect(await ended).toBe(EXIT.interrupted);
    await client.closed;
    expect(world.stderr.text).toMatch(/1-2 attached by 127\.0\.0\.1:\d+\n[^]*1-2 detached .*: the server was closed/);
    expect(world.watched).toBe(0);
    // One document, and nothing after it.
    expect(() => JSON.parse(world.stdout.text) as unknown).not.toThrow();
  });

  it('on a Unix socket, for people', async () => {
    const world = new FakeWorld();
    const path = join(folder, 'board.sock');
    const ended = runCli(['--board', 'sim:ideal', 'virtual-usb', '--socket', path], world);
    await eventually(() => world.stdout.text.includes('Listening'), 'it says that it listens');
    expect(world.stdout.text).toMatch(/1-1 +sim:ideal +simulated +SIM-ideal-1/);
    expect((await listDevices({ path }))[0]).toMatchObject({ busId: '1-1' });
    world.send('SIGTERM');
    expect(await ended).toBe(EXIT.interrupted);
  });

  it('refuses boards that could not be told apart, and what is no stand-in', async () => {
    const twins = await run('--board', 'sim:typical', '--board', 'sim:typical?seed=1', ...ANYWHERE);
    expect(twins.code).toBe(EXIT.usage);
    expect(twins.world.stderr.text).toMatch(/serial number SIM-typical-1\. Give one of them another seed/);
    const real = await run('--board', 'usb:', ...ANYWHERE);
    expect(real.code).toBe(EXIT.usage);
    expect(real.world.stderr.text).toMatch(/usb: cannot be exported/);
    expect((await run('--board', 'sim:nosuch', ...ANYWHERE)).code).toBe(EXIT.noBoard);
    expect((await run('--board', 'emu:?image=/nowhere.uf2', ...ANYWHERE)).code).toBe(EXIT.noBoard);
  });

  it('says in words why it cannot listen', async () => {
    const server = await UsbIpServer.start();
    const { port } = server.address as { port: number };
    const taken = await run('--listen', String(port));
    expect(taken.code).toBe(EXIT.usage);
    expect(taken.world.stderr.text).toMatch(/port 127\.0\.0\.1:\d+ is in use.*--listen/);
    await server.close();
    const path = join(folder, 'taken');
    writeFileSync(path, '');
    const file = await run('--socket', path);
    expect(file.code).toBe(EXIT.file);
    expect(file.world.stderr.text).toMatch(/exists already/);
    for (const listen of ['0.0.0.0:0', '10.1.2.3:3240', '[::]:0']) {
      const { code, world } = await run('--listen', listen);
      expect(code, listen).toBe(EXIT.usage);
      expect(world.stderr.text).toMatch(/no password and no encryption.*--expose-to-network/);
    }
    for (const flags of [
      ['--listen', 'here'],
      ['--listen', '::1:3'],
      ['--listen', '1', '--socket', 'x'],
      ['--listen', '70000'],
    ])
      expect((await run(...flags)).code, flags.join(' ')).toBe(EXIT.usage);
  });
});
