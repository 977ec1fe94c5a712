/**
 * How fast the instrument is, in the emulated chip's own time: cycles are counted, not seconds, so that every run gives the same numbers. Entry and
 * exit of interrupts take 2 cycles there and some 28 on silicon; the share of the processor is therefore given for both.
 */
import { describe, expect, it } from 'vitest';
import { createEmulatedBoard } from '../../board-sim/emulator/board/emulated-board.js';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { InProcessTransport, openBoardOver } from '../../firmware-host/host/index.js';

/** What full-speed bulk transfers carry: 19 packets of 64 bytes in each millisecond. */
const BULK_LIMIT = 1_216_000;
const CLOCK_HZ = 125e6;
const BLOCK = 4096;
const WARM_UP = 25 * BLOCK;
const BYTES = 100 * BLOCK;

const image = buildImage('product');
if (image === undefined)
  console.warn('rates of the firmware: skipped, there is neither arm-none-eabi-gcc nor a released firmware');

describe.skipIf(image === undefined)('rates', () => {
  const open = async () => {
    const board = createEmulatedBoard({ image: image!, scenario: 'typical', seed: 11 });
    const client = await openBoardOver(new InProcessTransport(board, 'emulated'), 'rates', {
      clock: board.clock,
      hostName: 'rates',
    });
    return { board, client };
  };

  it('raw bits fill nine tenths of the bus and more, with a third of the processor', async () => {
    const { board, client } = await open();
    await client.arm();
    const stream = client.openBits({ totalBits: 8 * (WARM_UP + BYTES + BLOCK) });
    const read = async (bytes: number): Promise<number> => {
      let count = 0;
      while (count < bytes) count += (await stream.next())!.bytes.length;
      return count;
    };
    await read(WARM_UP);
    const { core } = board.machine.chip;
    const [nanos, cycles, packets] = [board.machine.nanos, core.cycles, board.machine.usb.counters.packets];
    await read(BYTES);
    const seconds = (board.machine.nanos - nanos) * 1e-9;
    const share = (core.cycles - cycles) / (seconds * CLOCK_HZ);
    const bulk = board.machine.usb.counters.packets - packets;
    const withEntries = share + (bulk * 28) / (seconds * CLOCK_HZ);
    const rate = BYTES / seconds;
    console.log(
      `${Math.round(rate)} B/s of bits, ${(100 * share).toFixed(1)} % of the processor (${(100 * withEntries).toFixed(1)} % with 28 cycles more for each packet's interrupt)`,
    );
    expect(rate).toBeGreaterThanOrEqual(0.9 * BULK_LIMIT);
    expect(share).toBeLessThanOrEqual(0.35);
    while ((await stream.next()) !== undefined) continue;
    expect(stream.summary).toMatchObject({ dropped: 0, missing: 0 });
    await client.close();
    board.close();
  });

  it('answers within a millisecond', async () => {
    const { board, client } = await open();
    for (let k = 0; k < 20; k++) {
      const before = board.machine.nanos;
      await client.getState();
      expect(board.machine.nanos - before).toBeLessThanOrEqual(1e6);
    }
    await client.close();
    board.close();
  });
});
