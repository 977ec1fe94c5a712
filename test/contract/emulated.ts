/** The emulated board for the contract suite, if there is a firmware for it to run. */
import { createEmulatedBoard } from '../../board-sim/emulator/board/emulated-board.js';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { InProcessTransport } from '../../firmware-host/host/index.js';
import type { BoardFactory } from './boards.js';

/** The firmware of the sources if it can be built here, else the released one; a text says why there is none. */
export function productImage(): Uint8Array | string {
  return buildImage('product') ?? 'there is neither arm-none-eabi-gcc nor a released firmware';
}

/** The factory, or none where it cannot be: then a line says why. */
export function emulatedFactories(arrive: () => Promise<void>): readonly BoardFactory[] {
  const firmware = productImage();
  if (typeof firmware === 'string') {
    console.log(`skipped: the contract with an emulated board: ${firmware}`);
    return [];
  }
  const create: BoardFactory['create'] = async () => {
    // Time is the board's: it goes on while a host waits, by the same slices in every run.
    const board = createEmulatedBoard({ image: firmware, scenario: 'typical', seed: 11 });
    return {
      clock: board.clock,
      header: board.header,
      connect: () => new InProcessTransport(board, 'emulated'),
      pass: async (seconds) => {
        await arrive();
        await board.pass(seconds);
        await arrive();
      },
      close: async () => board.close(),
    };
  };
  return [{ name: 'emulated, in this process', create }];
}
