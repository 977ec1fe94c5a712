// A board on USB without a board and without a kernel: the server, a client, and the product's own Board on top.
import { afterEach, describe, expect, it } from 'vitest';
import { SimulatedUsbDevice, UsbIpServer, createSimulatedBoard } from '../../board-sim/index.js';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { EmulatedUsbDevice } from '../../board-sim/virtual-usb/emulated-usb-device.js';
import { UsbIpClient, listDevices } from '../../board-sim/virtual-usb/testing/usbip-client.js';
import { openBoardOver } from '../../firmware-host/host/index.js';
import { UsbIpTransport } from './harness/usbip-transport.js';

const open: UsbIpServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
async function serve(): Promise<UsbIpServer> {
  const server = await UsbIpServer.start();
  open.push(server);
  return server;
}

const image = buildImage('product');
if (image === undefined) console.log('skipped: the firmware behind USB/IP, for want of one');

describe.skipIf(image === undefined)('the firmware behind USB/IP', () => {
  it('is opened, gives bits, leaves when it restarts, and can be opened again', async () => {
    const server = await serve();
    const device = new EmulatedUsbDevice({ image: image!, seed: 5, provision: {} });
    server.add(device);
    for (let k = 0; k < 2; k++) {
      const client = await UsbIpClient.attach(server.address, '1-1');
      const board = await openBoardOver(new UsbIpTransport(client), 'usbip', { standIn: true });
      expect(board.identity.kind).toBe('emulated');
      expect(board.identity.serial).toMatch(/^EMU-/);
      await board.arm();
      let got = 0;
      for await (const { bytes } of board.openBits({ totalBits: 8 * 20_000 })) got += bytes.length;
      expect(got).toBe(20_000);
      if (k === 0) {
        await board.makeSafe();
        await board.reboot({ target: 'app' });
        await client.closed;
        await board.close();
      } else {
        await board.close();
        await client.detach();
      }
    }
    expect(device.board.starts).toBe(2);
  });
});

describe('a simulated board behind USB/IP', () => {
  it('is opened, gives bits, and can be opened again', async () => {
    const server = await serve();
    server.add(new SimulatedUsbDevice(createSimulatedBoard({ seed: 5 }), { speed: 'unpaced' }));
    expect((await listDevices(server.address)).map(({ busId }) => busId)).toEqual(['1-1']);
    for (let k = 0; k < 2; k++) {
      const client = await UsbIpClient.attach(server.address, '1-1');
      const board = await openBoardOver(new UsbIpTransport(client), 'usbip', { standIn: true });
      expect(board.identity.serial).toBe('SIM-typical-5');
      await board.arm();
      const stream = board.openBits({ totalBits: 8 * 300_000 });
      let got = 0;
      for await (const { bytes } of stream) got += bytes.length;
      expect(got).toBe(300_000);
      await board.close();
      await client.detach();
    }
  });
});
