import { RandomStream } from '../../base/index.js';
import { nominalCell, SwitchingTable } from '../../board-sim/device/index.js';
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
  {
    id: 'switching-table.lookup',
    unit: 'cell/s',
    what: 'switching probabilities of an array’s cells, as after a change of the drive',
    prepare() {
      const table = SwitchingTable.standard();
      const random = RandomStream.from(5);
      const cells = Array.from({ length: 4096 }, () => ({
        hkAPerM: nominalCell.hkAPerM * (1 + 0.02 * random.gaussian()),
        vcmaSlopeAPerMPerV: nominalCell.vcmaSlopeAPerMPerV * (1 + 0.01 * random.gaussian()),
        hzAPerM: 60 * random.gaussian(),
      }));
      return {
        subject: {
          amount: cells.length,
          work: () => {
            for (const cell of cells) table.probability(cell, 'P', 1.6, 9e-9);
          },
        },
      };
    },
  },
];
