import { RandomStream } from '../../base/index.js';
import {
  AnalogTile,
  buildTileMatrix,
  CellArray,
  cellMatrix,
  ColumnAdcs,
  ColumnConverters,
  converterRange,
  Crossbar,
  drawAdcErrors,
  drawDacErrors,
  exactProducts,
  multiplyAnalogTwin,
  multiplyTwin,
  RowDacs,
  typical,
  WireSolver,
  type AdcSpec,
  type AnalogTileOptions,
  type DacSpec,
  type MultiplySettings,
  type NominalCell,
} from '../../board-sim/index.js';
import type { Benchmark } from './harness.js';

/** A junction like the board's. */
const NOMINAL: NominalCell = {
  resistanceP: 50e3,
  tmr: 1.2,
  tmrHalfVoltage: 0.5,
  hkAPerM: 50e3,
  vcmaSlopeAPerMPerV: -60e3,
};

/** Inputs as the network makes them: 4 bits, about a third of the bits set. */
export function bitSerialInputs(count: number): Uint8Array {
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

const bitSerial: Benchmark = {
  id: 'crossbar.bitserial.64',
  unit: 'vector/s',
  what: '64 x 64 tile, 4 planes, wires, exact read noise, converters',
  against: 'plain TypeScript twin',
  prepare() {
    const { cells: spread, converters: converterSpread, wires } = typical;
    const cells = new CellArray({ rows: 64, cols: 64, seed: 3, nominal: NOMINAL, spread });
    randomise(cells);
    const window = { rowFirst: 0, rows: 64, colFirst: 0, cols: 64 };
    const tile = buildTileMatrix(cells, window, 0.1, wires, new WireSolver(64, 64));
    const converters = new ColumnConverters(64, converterSpread, 5);
    const seed = [1, 2] as const;
    const crossbar = new Crossbar(64, 64, seed);
    crossbar.load(tile, converters, SETTINGS);
    const x = bitSerialInputs(VECTORS * 64);
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
};

const DAC: DacSpec = { bits: 8, fullScale: 1, signed: true };

/** Everything on: drawn cells, solved wires, read noise, 8-bit converters with gain, offset and bent characteristics. */
function everythingOn(size: number): AnalogTileOptions {
  // At 250 kΩ, the upper end of what the board is made for, wires of 512 cells can still be solved in seconds.
  const nominal = { ...NOMINAL, resistanceP: 250e3 };
  const cells = new CellArray({ rows: size, cols: size, seed: 3, nominal, spread: typical.cells });
  randomise(cells);
  const matrix = cellMatrix(cells, { readV: 0.1, wires: typical.wires, solver: new WireSolver(size, size) });
  // A range such as profiling would find: few outputs of random inputs saturate.
  const outputs = exactProducts(matrix, analogInputs(64 * size));
  const range = converterRange('signMagnitude', { mode: 'calibrated', outputs, share: 0.9995 });
  const adc: AdcSpec = { bits: 8, coding: 'signMagnitude', ...range };
  const bent = { gain: 0.003, offset: 0.5, bow: 0.3, sCurve: 0.3 };
  return {
    matrix,
    dacs: new RowDacs(size, DAC, drawDacErrors(size, DAC, bent, 5)),
    adcs: new ColumnAdcs(size, adc, drawAdcErrors(size, adc, { ...bent, noise: 0.3 }, 6)),
    seed: [1, 2],
  };
}

function analog(size: number): Benchmark {
  return {
    id: `crossbar.mvm.${size}`,
    unit: 'product/s',
    what: `${size} x ${size} tile: 8-bit DAC, effective matrix, exact read noise, 8-bit ADC`,
    against: 'plain TypeScript twin',
    prepare() {
      const options = everythingOn(size);
      const tile = new AnalogTile(options);
      const inputs = analogInputs(VECTORS * size);
      const codes = new Int16Array(VECTORS * tile.outputs);
      const few = Math.max(2, 8192 / size);
      return {
        subject: { amount: VECTORS, work: () => void tile.multiply(inputs, 0, codes) },
        reference: { amount: few, work: () => void multiplyAnalogTwin(options, inputs.subarray(0, few * size), 0) },
      };
    },
  };
}

function analogInputs(count: number): Float32Array {
  const stream = RandomStream.from(7);
  return Float32Array.from({ length: count }, () => 2 * stream.uniform() - 1);
}

function randomise(cells: CellArray): void {
  const states = RandomStream.from(4);
  for (let i = 0; i < cells.state.length; i++) cells.state[i] = states.integer(2);
}

/** The array's products without a board around them. */
export const crossbarBenchmarks: readonly Benchmark[] = [bitSerial, ...[64, 128, 256, 512].map(analog)];
