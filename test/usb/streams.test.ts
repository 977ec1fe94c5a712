/** Data over a kernel's USB: whole, in order, and the same as without. */
import { expect, it } from 'vitest';
import { createSimulatedBoard, type SimulatedBoardOptions } from '../../board-sim/index.js';
import { SimulatedUsbDevice } from '../../board-sim/virtual-usb/index.js';
import { InProcessTransport, openBoardOver, type Board } from '../../firmware-host/host/index.js';
import { DATA_OFFSET, USB_FULL_SPEED_PACKET_BYTES } from '../../proto/index.js';
import { simulatedDevice, withBench } from './bench.js';
import type { ProgramContext } from './guest/program.js';
import { TransferLog } from './recording.js';

const BITS = 8 * 1_200_000;
const BOARD: SimulatedBoardOptions = { seed: 5, rows: 32, cols: 64 };

/** Bits, then products. Runs in the guest and here: only its text reaches the guest. */
async function use(board: Board, bitCount: number) {
  const { rows, cols } = board.identity.geometry;
  await board.arm();
  const stream = board.openBits({ totalBits: bitCount, controller: true });
  const bits = await stream.readBits(bitCount);
  await stream.close();
  const cells = Uint8Array.from({ length: rows * cols }, (_, i) => (i * 5) & 1);
  await board.programTile({ tile: 0, rowFirst: 0, rows, colFirst: 0, cols, cells, verifyPasses: 4 });
  const inputs = Uint8Array.from({ length: 500 * rows }, (_, i) => (i * 7) % 16);
  const products = await board.multiply({ tile: 0, inputBits: 4, columnMode: 'differential', rows, cols, inputs });
  const { counters } = await board.readTelemetry();
  await board.close();
  return { bits, results: new Uint8Array(products.results.buffer), shift: products.shift, counters };
}
const useThere = async (
  { host }: ProgramContext,
  { uri, source, bits }: { uri: string; source: string; bits: number },
) => ((0, eval)(`(${source})`) as typeof use)(await host.openBoard(uri), bits);

withBench('streams over USB', (bench) => {
  it('more than a megabyte of bits and a tile of products are those of the board without USB', async () => {
    await bench().plug(simulatedDevice(BOARD));
    const program = bench().shared;
    const here = await openBoardOver(new InProcessTransport(createSimulatedBoard(BOARD)), 'here', { standIn: true });
    const expected = await use(here, BITS);
    const got = await program.run(useThere, { uri: 'usb:', source: use.toString(), bits: BITS }, 120);
    expect(got.bits.length).toBe(1_200_000);
    expect(Buffer.from(got.bits).equals(expected.bits)).toBe(true);
    expect(Buffer.from(got.results).equals(expected.results)).toBe(true);
    expect([got.shift, got.counters]).toEqual([expected.shift, expected.counters]);
  });

  it('a burst ends short, with an empty packet if it must, so that no block waits for the next', async () => {
    const cols = 16;
    const log = new TransferLog(
      new SimulatedUsbDevice(createSimulatedBoard({ seed: 5, rows: 16, cols }), { speed: 'unpaced' }),
    );
    await bench().plug(log);
    const program = bench().shared;
    // Frames of 1024 bytes, 16 full packets; then frames that are not.
    const sizes = [1024 - DATA_OFFSET, 1024 - DATA_OFFSET + 10];
    const blocks = await program.run(async ({ host }, blockBytes) => {
      const board = await host.openBoard('usb:');
      await board.arm();
      const counts: number[] = [];
      for (const size of blockBytes) {
        // Stop and wait: the next block comes only when this one has arrived.
        const stream = board.openBits({ blockBytes: size, totalBits: 8 * size * 20, window: 1 });
        let count = 0;
        for await (const { bytes, gap } of stream) if (bytes.length === size && gap === 0) count++;
        counts.push(count);
      }
      await board.close();
      return counts;
    }, sizes);
    expect(blocks).toEqual([20, 20]);
    const short = log.transfers.filter(({ asked, got }) => got < asked);
    expect(short.filter(({ got }) => got > 0 && got % USB_FULL_SPEED_PACKET_BYTES === 0).length).toBeGreaterThan(10);
    expect(short.filter(({ got }) => got % USB_FULL_SPEED_PACKET_BYTES !== 0).length).toBeGreaterThan(10);
  });

  it('a halt of the IN pipe in the midst of a stream ends the link; opened again, the stream runs on', async () => {
    const device = simulatedDevice(BOARD);
    await bench().plug(device);
    const program = bench().shared;
    const loss = program.run(async ({ host }) => {
      const board = await host.openBoard('usb:');
      await board.arm();
      let next = 0;
      try {
        for await (const { seq, gap } of board.openBits()) if (seq !== next++ || gap > 0) return 'a gap';
      } catch (error) {
        return (error as Error & { details?: unknown }).details;
      }
      return 'no end';
    });
    await bench().guest.until('the stream to run', async () => device.bytesIn > 300_000);
    device.stall('in');
    expect(await loss).toEqual({ usb: 'stall' });
    const bits = await program.run(async ({ host }) => {
      const board = await host.openBoard('usb:');
      await board.arm();
      const read = await board.openBits().readBits(80_000);
      await board.close();
      return read.length;
    });
    expect(bits).toBe(10_000);
  });

  it('half a frame and a full pipe, left behind by a program that was killed, harm nobody', async () => {
    const device = simulatedDevice(BOARD);
    await bench().plug(device);
    const killed = bench().program();
    void killed
      .run(async ({ host, load, tell }) => {
        const board = await host.openBoard('usb:', { inThread: true });
        await board.arm();
        const stream = board.openBits();
        await stream.readBits(80_000);
        // The library gives the same object for a device that is open.
        const { getDeviceList } = (await load('usb')) as {
          getDeviceList(this: void): {
            readonly deviceDescriptor: { readonly idVendor: number };
            readonly interfaces?: { endpoint(address: number): { transfer(data: Buffer, done: () => void): void } }[];
          }[];
        };
        const usb = getDeviceList().find(({ deviceDescriptor }) => deviceDescriptor.idVendor === 0x1209)!;
        // The head of a frame whose payload never comes.
        const head = Buffer.from([0x53, 0x44, 0x10, 0, 0xff, 0, 0, 0]);
        await new Promise<void>((sent) => {
          usb.interfaces![0]!.endpoint(0x01).transfer(head, sent);
        });
        tell('sent');
        setInterval(() => undefined, 1000);
        await new Promise(() => undefined);
      })
      .catch(() => undefined);
    await killed.process.until(() => killed.told.length > 0);
    killed.process.kill('SIGKILL');
    await killed.process.ended();
    const program = bench().shared;
    const after = await program.run(async ({ host }) => {
      const board = await host.openBoard('usb:');
      const { state } = await board.getState();
      await board.arm();
      const bits = await board.openBits({ totalBits: 80_000 }).readBits(80_000);
      await board.close();
      return { state, bits: bits.length };
    });
    expect(after).toEqual({ state: 'safe', bits: 10_000 });
  });
});
