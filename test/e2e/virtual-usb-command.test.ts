// The compiled `spindrift virtual-usb`, with each board in a thread of its own: used at once, and ended while in use.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { UsbIpClient } from '../../board-sim/virtual-usb/testing/usbip-client.js';
import { openBoardOver } from '../../firmware-host/host/index.js';
import { UsbIpTransport } from './harness/usbip-transport.js';
import { CLI } from './spindrift-command.js';

it('serves a simulated and an emulated board at the same time until Ctrl-C', async () => {
  if (!existsSync(CLI)) throw new Error('dist/ is missing: run npm run build first');
  const uris = ['sim:typical?seed=5', ...(buildImage('product') === undefined ? [] : ['emu:typical?seed=5'])];
  const flags = uris.flatMap((uri) => ['--board', uri]);
  const child = spawn(process.execPath, [CLI, 'virtual-usb', ...flags, '--listen', '127.0.0.1:0', '--json']);
  let [stdout, stderr] = ['', ''];
  const listening = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes('\n}')) resolve();
    });
    child.on('close', resolve);
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = new Promise((resolve) => child.on('close', resolve));
  try {
    await listening;
    const { listen, exports } = JSON.parse(stdout) as {
      listen: { host: string; port: number };
      exports: { busId: string; serial: string }[];
    };
    expect(exports).toHaveLength(uris.length);
    const draws = exports.map(async ({ busId, serial }) => {
      const client = await UsbIpClient.attach(listen, busId);
      const board = await openBoardOver(new UsbIpTransport(client), busId, { standIn: true });
      expect(board.identity.serial).toBe(serial);
      await board.arm();
      let got = 0;
      for await (const { bytes } of board.openBits({ totalBits: 8 * 8000 })) got += bytes.length;
      expect(got).toBe(8000);
      return { client, board };
    });
    const opened = await Promise.all(draws);
    child.kill('SIGINT');
    expect(await code).toBe(130);
    for (const { client, board } of opened) {
      await client.closed;
      await board.close();
    }
    for (const { busId } of exports)
      expect(stderr).toMatch(new RegExp(`${busId} attached by [^]*${busId} detached from .*the server was closed`));
  } finally {
    child.kill('SIGKILL');
  }
});
