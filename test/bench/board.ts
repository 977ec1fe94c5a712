import { RandomStream } from '../../base/index.js';
import { openBoard } from '../../firmware-host/host/index.js';
import { bitSerialInputs } from './crossbar.js';
import type { Benchmark } from './harness.js';

/** The behavioural board through the wire, in this thread. */
export const boardBenchmarks: readonly Benchmark[] = [
  {
    id: 'board.multiply',
    unit: 'vector/s',
    what: 'the products of crossbar.bitserial.64 through the wire, board in this thread',
    async prepare() {
      const board = await openBoard('sim:typical?seed=1', { inThread: true });
      await board.arm();
      const states = RandomStream.from(4);
      const cells = Uint8Array.from({ length: 64 * 64 }, () => states.integer(2));
      await board.programTile({ tile: 0, rowFirst: 0, rows: 64, colFirst: 0, cols: 64, cells, verifyPasses: 8 });
      const x = bitSerialInputs(4096 * 64);
      return {
        subject: {
          amount: 4096,
          work: async () => {
            await board.multiply({ tile: 0, inputBits: 4, columnMode: 'differential', rows: 64, cols: 64, inputs: x });
          },
        },
        close: () => board.close(),
      };
    },
  },
  {
    id: 'array.shot',
    unit: 'bit/s',
    what: 'bits of the behavioural board through the wire, controller on',
    async prepare() {
      const board = await openBoard('sim:typical?seed=1', { inThread: true });
      await board.arm();
      const bits = 1 << 20;
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
];
