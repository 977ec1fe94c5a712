// A board on USB without a board and without a kernel: the server, a client, and the product's own Board on top.
import { afterEach, describe, expect, it } from 'vitest';
import { DataLossError } from '../../base/index.js';
import { FaultyDevice, SimulatedUsbDevice, UsbIpServer, createSimulatedBoard } from '../../board-sim/index.js';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { EmulatedUsbDevice } from '../../board-sim/virtual-usb/emulated-usb-device.js';
import { UsbIpClient } from '../../board-sim/virtual-usb/testing/usbip-client.js';
import type { VirtualDevice } from '../../board-sim/virtual-usb/virtual-device.js';
import { openBoardOver, type Board } from '../../firmware-host/host/index.js';
import { encodeFrame, FrameType } from '../../proto/index.js';
import { UsbIpTransport } from './harness/usbip-transport.js';

const image = buildImage('product');
if (image === undefined) console.log('skipped: the firmware behind USB/IP, for want of one');

interface Kind {
  readonly name: string;
  readonly skip: boolean;
  readonly serial: RegExp;
  readonly bytes: number;
  readonly make: () => VirtualDevice;
}
const kinds: readonly Kind[] = [
  {
    ...{ name: 'the behavioural board', skip: false, serial: /^SIM-typical-5$/, bytes: 300_000 },
    make: () => new SimulatedUsbDevice(createSimulatedBoard({ seed: 5 }), { speed: 'unpaced' }),
  },
  {
    ...{ name: 'the firmware', skip: image === undefined, serial: /^EMU-/, bytes: 12_000 },
    make: () => new EmulatedUsbDevice({ image: image!, seed: 5, provision: {} }),
  },
];

/** Its missing part would swallow whatever comes next. */
const HALF_A_FRAME = encodeFrame(FrameType.CONTROL_TO_DEVICE, new Uint8Array(450)).slice(0, 40);

const servers: UsbIpServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

interface Opened {
  readonly client: UsbIpClient;
  readonly board: Board;
}
async function plug(device: VirtualDevice): Promise<{ server: UsbIpServer; open: () => Promise<Opened> }> {
  const server = await UsbIpServer.start();
  servers.push(server);
  server.add(device);
  const open = async (): Promise<Opened> => {
    const client = await UsbIpClient.attach(server.address, '1-1');
    return { client, board: await openBoardOver(new UsbIpTransport(client), 'usbip', { standIn: true }) };
  };
  return { server, open };
}

async function draw(board: Board, bytes: number): Promise<Uint8Array> {
  await board.arm();
  const parts: Uint8Array[] = [];
  for await (const block of board.openBits({ totalBits: 8 * bytes })) parts.push(block.bytes);
  return Uint8Array.from(Buffer.concat(parts));
}

for (const { name, skip, serial, bytes, make } of kinds)
  describe.skipIf(skip)(`${name} behind USB/IP`, () => {
    it('is opened, draws bits, and is opened again by the next host', async () => {
      const { open } = await plug(make());
      for (let k = 0; k < 2; k++) {
        const { client, board } = await open();
        expect(board.identity.serial).toMatch(serial);
        expect((await draw(board, bytes)).length).toBe(bytes);
        await board.close();
        await client.detach();
      }
    });

    it('leaves the bus when it restarts, and comes back with another boot id', async () => {
      const { open } = await plug(make());
      const first = await open();
      await first.board.reboot({ target: 'app' });
      await first.client.closed;
      await first.board.close();
      const second = await open();
      expect(second.board.identity.bootId).not.toBe(first.board.identity.bootId);
      expect(second.board.identity.serial).toBe(first.board.identity.serial);
      await second.board.close();
    });

    it('a host that dies in the midst of a frame costs the next one nothing', async () => {
      const { server, open } = await plug(make());
      const { client } = await open();
      await client.write(HALF_A_FRAME);
      await client.detach();
      const { board } = await open();
      expect(board.identity.serial).toMatch(serial);
      expect(server.importerOf('1-1')).toBeDefined();
      await board.close();
    });

    it('takes half a frame, a LINK_RESET and a new Hello over the same connection', async () => {
      const { server } = await plug(make());
      const client = await UsbIpClient.attach(server.address, '1-1');
      await client.configure();
      await client.write(HALF_A_FRAME);
      const board = await openBoardOver(new UsbIpTransport(client), 'usbip', { standIn: true });
      expect(board.identity.serial).toMatch(serial);
      await board.close();
    });
  });

describe('a stream that the cable breaks', () => {
  it('ends as lost data, and everything before the hole is right', async () => {
    const device = (): VirtualDevice => new SimulatedUsbDevice(createSimulatedBoard({ seed: 5 }), { speed: 'unpaced' });
    const good = await (await plug(device())).open();
    const expected = await draw(good.board, 100_000);
    await good.board.close();
    const faulty = new FaultyDevice(device());
    const { board } = await (await plug(faulty)).open();
    await board.arm();
    faulty.lose(7, faulty.bytesIn + 30_000);
    const got: number[] = [];
    const read = async (): Promise<void> => {
      for await (const block of board.openBits({ totalBits: 8 * 100_000 })) got.push(...block.bytes);
    };
    await expect(read()).rejects.toBeInstanceOf(DataLossError);
    expect(got.length).toBeLessThan(100_000);
    expect(Uint8Array.from(got)).toEqual(expected.subarray(0, got.length));
    await board.close();
  });
});
