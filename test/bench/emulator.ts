import { readFileSync } from 'node:fs';
import { createEmulatedBoard } from '../../board-sim/emulator/board/emulated-board.js';
import { InProcessTransport, openBoardOver, type Board } from '../../firmware-host/host/index.js';
import { firmwareFile } from '../../firmware-host/host/transport/firmware-file.js';
import type { Benchmark } from './harness.js';

async function emulated(path: string): Promise<{ board: Board; pass: (seconds: number) => Promise<void> }> {
  const emulator = createEmulatedBoard({ image: readFileSync(path) });
  const transport = new InProcessTransport(emulator, 'emulated');
  const board = await openBoardOver(transport, 'emulated', { clock: emulator.clock, standIn: true });
  return { board, pass: (seconds) => emulator.pass(seconds) };
}

/** The firmware on the emulated chip, in this thread, as fast as it goes; nothing where there is no firmware. */
export const emulatorBenchmarks: readonly Benchmark[] = ((path) =>
  path === undefined
    ? []
    : [
        {
          id: 'emulator.bits',
          unit: 'bit/s',
          what: 'bits of the firmware on the emulated chip, through the wire, controller on',
          async prepare() {
            const { board } = await emulated(path);
            await board.arm();
            const bits = 100_000;
            return {
              subject: {
                amount: bits,
                work: async () => {
                  const stream = board.openBits({ totalBits: bits, controller: true });
                  await stream.readBits(bits);
                  await stream.finish();
                },
              },
              close: () => board.close(),
            };
          },
        },
        {
          id: 'emulator.idle',
          unit: 's/s',
          what: 'seconds of a board that has nothing to do but heartbeats, per second',
          async prepare() {
            const { board, pass } = await emulated(path);
            return { subject: { amount: 10, work: () => pass(10) }, close: () => board.close() };
          },
        },
      ])(firmwareFile());
