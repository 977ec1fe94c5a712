import { RandomStream } from '../../base/index.js';
import {
  buildTileMatrix,
  CellArray,
  ColumnConverters,
  Crossbar,
  multiplyTwin,
  typical,
  WireSolver,
  type MultiplySettings,
} from '../../board-sim/index.js';
import { openBoard } from '../../firmware-host/host/index.js';
import { TensorEngine } from '../../lab/diffusion/tensor/engine.js';
import { matrix, multiply } from '../../lab/diffusion/tensor/matrix.js';
import * as plain from '../../lab/diffusion/tensor/plain.js';
import type { Benchmark } from './harness.js';
import { wireBenchmarks } from './wire.js';

const random = (n: number): Float32Array => {
  const stream = RandomStream.from(1);
  return Float32Array.from({ length: n }, () => stream.gaussian());
};

/** Inputs as the network makes them: 4 bits, about a third of the bits set. */
function inputs(count: number): Uint8Array {
  const stream = RandomStream.from(2);
  return Uint8Array.from({ length: count }, () => stream.integer(16) & stream.integer(16));
}

const VECTORS = 512;
const SETTINGS: MultiplySettings = {
  inputBits: 4,
  differential: true,
  repeats: 1,
  range: 'mac',
  colFirst: 0,
  readV: 0.1,
};

/** A junction like the board's. */
const NOMINAL = { resistanceP: 50e3, tmr: 1.2, tmrHalfVoltage: 0.5, hkAPerM: 50e3, vcmaSlopeAPerMPerV: -60e3 };

export const benchmarks: readonly Benchmark[] = [
  {
    id: 'tensor.gemm',
    unit: 'FLOP/s',
    what: 'matrix product of training, 784 x 64 by 64 x 128',
    against: 'plain TypeScript twin',
    prepare() {
      const [m, k, n] = [784, 64, 128];
      const engine = new TensorEngine(m * k + k * n + m * n + 64);
      const [a, b, c] = [engine.allocate(m * k), engine.allocate(k * n), engine.allocate(m * n)];
      a.data.set(random(m * k));
      b.data.set(random(k * n));
      const out = new Float32Array(m * n);
      const [left, right] = [Float32Array.from(a.data), Float32Array.from(b.data)];
      const amount = 2 * m * k * n;
      return {
        subject: {
          amount,
          work: () => multiply(engine.kernels, matrix(a.at, m, k), matrix(b.at, k, n), matrix(c.at, m, n)),
        },
        reference: { amount, work: () => plain.gemm(m, n, k, left, k, 1, right, out, false) },
      };
    },
  },
  {
    id: 'crossbar.mvm.64',
    unit: 'vector/s',
    what: '64 x 64 tile, 4 planes, wires, exact read noise, converters',
    against: 'plain TypeScript twin',
    prepare() {
      const { cells: spread, converters: converterSpread, wires } = typical;
      const cells = new CellArray({ rows: 64, cols: 64, seed: 3, nominal: NOMINAL, spread });
      const states = RandomStream.from(4);
      for (let i = 0; i < cells.state.length; i++) cells.state[i] = states.integer(2);
      const tile = buildTileMatrix(
        cells,
        { rowFirst: 0, rows: 64, colFirst: 0, cols: 64 },
        0.1,
        wires,
        new WireSolver(64, 64),
      );
      const converters = new ColumnConverters(64, converterSpread, 5);
      const seed = [1, 2] as const;
      const crossbar = new Crossbar(64, 64, seed);
      crossbar.load(tile, converters, SETTINGS);
      const x = inputs(VECTORS * 64);
      const out = new Uint8Array(VECTORS * crossbar.outputs * 2);
      return {
        subject: {
          amount: VECTORS,
          work: () => {
            crossbar.accept(x);
            crossbar.multiply(VECTORS, 0, out);
          },
        },
        reference: { amount: VECTORS, work: () => void multiplyTwin(tile, converters, SETTINGS, seed, x, VECTORS, 0) },
      };
    },
  },
  {
    id: 'board.multiply',
    unit: 'vector/s',
    what: 'the same products through the wire, board in this thread',
    async prepare() {
      const board = await openBoard('sim:typical?seed=1', { inThread: true });
      await board.arm();
      const states = RandomStream.from(4);
      const cells = Uint8Array.from({ length: 64 * 64 }, () => states.integer(2));
      await board.programTile({ tile: 0, rowFirst: 0, rows: 64, colFirst: 0, cols: 64, cells, verifyPasses: 8 });
      const x = inputs(4096 * 64);
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
  ...wireBenchmarks,
];
