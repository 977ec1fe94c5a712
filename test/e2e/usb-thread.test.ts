/** The thread that drives USB, as it is built; there need be no USB for it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const USB = new URL('../../dist/firmware-host/host/transport/usb/', import.meta.url).href;

const run = async (script: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return stdout.trim();
};

describe('the thread that drives USB', () => {
  it('answers from anywhere, and lets the process end', async () => {
    const out = await run(`
      import { freshUsbThread, onUsbChange, usbThread } from '${USB}usb-threads.js';
      const first = usbThread();
      const lists = [Array.isArray(await first.list())];
      onUsbChange(() => undefined);
      lists.push(Array.isArray(await freshUsbThread().list()), first === usbThread());
      console.log(JSON.stringify(lists));
    `);
    expect(JSON.parse(out)).toEqual([true, true, false]);
  });

  it('refuses what is not there with the class of the error tree, and lets the process end at once', async () => {
    const out = await run(`
      import { RemoteTransport } from '${USB}remote-transport.js';
      import { usbThread } from '${USB}usb-threads.js';
      const device = { name: 'usb:NONE', bus: 250, address: 120, path: '250-1' };
      const transport = new RemoteTransport(device.name, async () => usbThread().open(device));
      const handlers = { onData() {}, onDrain() {}, onClose() {} };
      const error = await transport.open(handlers).catch((e) => e);
      await transport.close();
      console.log(JSON.stringify([error.name, error.code]));
      process.exit();
    `);
    expect(JSON.parse(out)).toEqual(['BoardNotFoundError', 'USB_LIST_STALE']);
  });
});
