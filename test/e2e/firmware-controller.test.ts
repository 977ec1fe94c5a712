/** The bias controller of the firmware: it measures its levers, then brings rows to one half by their widths and the array by the coil. */
import { expect, it } from 'vitest';
import { createEmulatedBoard } from '../../board-sim/emulator/board/emulated-board.js';
import { InProcessTransport, openBoardOver, type Board } from '../../firmware-host/host/index.js';
import { productImage } from '../contract/emulated.js';

const image = productImage();
if (typeof image === 'string') console.log(`skipped: the firmware's controller: ${image}`);
const COLUMNS = 64;
const SHOTS = 32;

/** Share of cells that turn from one shot to the next, over some rows. */
async function switching(board: Board): Promise<number> {
  let turns = 0;
  let count = 0;
  for (let row = 0; row < 64; row += 4) {
    const { outcomes } = await board.runShots({ rowMask: 1n << BigInt(row), shots: SHOTS });
    const bit = (at: number): number => (outcomes[at >> 3]! >> (at & 7)) & 1;
    for (let at = COLUMNS; at < SHOTS * COLUMNS; at++, count++) turns += bit(at) ^ bit(at - COLUMNS);
  }
  return turns / count;
}

it.skipIf(typeof image === 'string')('trims every row where widths have a lever', async () => {
  const emulated = createEmulatedBoard({ image: image as Uint8Array, scenario: 'typical', seed: 6, provision: {} });
  const board = await openBoardOver(new InProcessTransport(emulated, 'emu'), 'controller', {
    clock: emulated.clock,
    hostName: 'controller',
  });
  try {
    const { drive } = await board.getState();
    // On the flank of the first half turn a picosecond moves the switching fraction by some thousandth; a little past its middle.
    await board.setConfig({ ...drive, amplitudeV: 1.45, pulseWidthS: 0.6e-9 });
    await board.arm();
    const before = await switching(board);
    const { values, failed } = await board.calibrate('bias-to-half');
    const found = Object.fromEntries(values.map(({ name, value }) => [name, value]));
    console.log(`switching before ${before.toFixed(3)}, then`, found);
    expect(failed).toBe(0);
    // Too many turns before: every row gets shorter pulses, each its own.
    expect(before).toBeGreaterThan(0.55);
    expect(found['trim_max']).toBeLessThan(0);
    expect(found['trim_max']! - found['trim_min']!).toBeGreaterThan(20);
    // The loop corrects a quarter of an error at a time, a dozen times: what is left is a part of what was there.
    const left = Math.abs(found['switching']! / 1e6 - 0.5);
    expect(left).toBeLessThan(0.6 * (before - 0.5));
    // 1 M outcomes: a standard deviation of 0.0005, and the coil's own steps.
    expect(Math.abs(found['ones']! / 1e6 - 0.5)).toBeLessThan(0.015);
  } finally {
    await board.close();
    emulated.close();
  }
});
