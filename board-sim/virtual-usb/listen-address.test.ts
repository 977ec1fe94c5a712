// Where a server may listen, and who may come.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkListenAddress, isLocal } from './listen-address.js';
import { ScriptedDevice } from './testing/scripted-device.js';
import { UsbIpClient } from './testing/usbip-client.js';
import { UsbIpServer } from './usbip-server.js';

const folder = mkdtempSync(join(tmpdir(), 'spindrift-usbip-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('addresses', () => {
  it('of this computer are taken, others only with the flag that says what it does', () => {
    for (const host of [undefined, '127.0.0.1', '127.1.2.3', '::1', 'localhost'])
      expect(() => checkListenAddress({ host, port: 0 }, false), host).not.toThrow();
    for (const host of [
      '0.0.0.0',
      '::',
      '192.168.1.7',
      'example.org',
      '',
      '127.0.0.1.example.org',
      '::ffff:10.0.0.1',
    ]) {
      expect(isLocal({ host, port: 1 }), host).toBe(false);
      expect(() => checkListenAddress({ host, port: 1 }, false), host).toThrow(/no password.*--expose-to-network/);
      expect(() => checkListenAddress({ host, port: 1 }, true), host).not.toThrow();
    }
  });

  it('that are none are refused by name', () => {
    for (const port of [-1, 65_536, 1.5, NaN]) expect(() => checkListenAddress({ port }, true)).toThrow(/port must be/);
    expect(() => checkListenAddress({ path: '' }, true)).toThrow(/path/);
  });
});

describe('a server', () => {
  it('on a Unix socket is its owner’s alone', async () => {
    const path = join(folder, 'usbip.sock');
    const server = await UsbIpServer.start({ listen: { path } });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    server.add(new ScriptedDevice(), { localOnly: true });
    const client = await UsbIpClient.attach({ path }, '1-1');
    expect(server.importerOf('1-1')).toBe('a program on this computer');
    await client.detach();
    await server.close();
  });

  it('says that a port is in use', async () => {
    const first = await UsbIpServer.start();
    const { port } = first.address as { port: number };
    await expect(UsbIpServer.start({ listen: { port } })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });

  it('that others can reach never offers what must stay here', async () => {
    await expect(UsbIpServer.start({ listen: { host: '0.0.0.0', port: 0 } })).rejects.toThrow(RangeError);
    const server = await UsbIpServer.start({ listen: { host: '0.0.0.0', port: 0 }, exposeToNetwork: true });
    expect(() => server.add(new ScriptedDevice(), { localOnly: true })).toThrow(/loopback/);
    expect(server.busIds).toEqual([]);
    await server.close();
  });
});
