import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { CellArray } from '../cell-array.js';
import { WireSolver } from '../iterative-matrix.js';
import { AnalogBench } from './analog-bench.js';
import { exactProducts } from './analog-matrix.js';
import { AnalogTile } from './analog-tile.js';
import { cellMatrix } from './cell-matrix.js';
import { ColumnAdcs, type AdcSpec } from './column-adcs.js';
import { drawAdcErrors, drawDacErrors, type AdcSpread } from './converter-draws.js';
import { RowDacs } from './row-dacs.js';
import { calibrateTile, correctProducts, straighten, type CalibrationBench } from './tile-calibration.js';

const N = 32;
const VECTORS = 300;
const nominal = { resistanceP: 50e3, tmr: 1.2, tmrHalfVoltage: 0.5, hkAPerM: 50e3, vcmaSlopeAPerMPerV: -60e3 };
const dac = { bits: 8, fullScale: 1, signed: true };
const product: AdcSpec = { bits: 12, coding: 'binary', low: -400, high: 400 }; // µS: 0.2 a code
const cell: AdcSpec = { ...product, low: -40, high: 40 };
const seed = [11, 22] as const;

/** An array with everything drawn, and the matrix that it was meant to hold. */
function build(spread: { cells: number; readNoise: number; converters: AdcSpread }) {
  const solver = new WireSolver(N, N);
  const none = { hk: 0, vcmaSlope: 0, strayFieldAPerM: 0, readNoiseSpread: 0 };
  const drawn = { ...none, resistanceP: spread.cells, tmr: spread.cells, readNoise: spread.readNoise };
  const cells = new CellArray({ rows: N, cols: N, seed: 1, nominal, spread: drawn });
  const perfect = new CellArray({ rows: N, cols: N, seed: 1, nominal, spread: { ...drawn, resistanceP: 0, tmr: 0 } });
  const wires = { rowOhm: 2, colOhm: 2, driveOhm: 5, senseOhm: 1 };
  const matrix = cellMatrix(cells, { readV: 0.1, wires, solver });
  const lossless = { rowOhm: 1e-9, colOhm: 1e-9, driveOhm: 1e-9, senseOhm: 1e-9 };
  const wanted = cellMatrix(perfect, { readV: 0.1, wires: lossless, solver });
  const dacs = new RowDacs(N, dac, drawDacErrors(N, dac, { gain: 0.01 }, 2));
  const columns = (spec: AdcSpec, of: number) => new ColumnAdcs(N, spec, drawAdcErrors(N, spec, spread.converters, of));
  return { matrix, wanted, dacs, adcs: { product: columns(product, 3), cell: columns(cell, 4) } };
}

const rms = (actual: ArrayLike<number>, expected: Float64Array): number =>
  Math.sqrt(expected.reduce((sum, value, k) => sum + (actual[k]! - value) ** 2, 0) / expected.length);

/** Inputs on the grid of the rows' converters, so that their rounding is no part of the error. */
const stream = RandomStream.from(5);
const inputs = Float32Array.from({ length: VECTORS * N }, () => (stream.integer(255) - 127) / 127);
const options = { loads: { product: [10, 300], cell: [4, 32] }, averages: 64 } as const;

function errors(built: ReturnType<typeof build>): {
  before: number;
  straightened: number;
  after: number;
  sigma: number;
} {
  const { matrix, wanted, dacs, adcs } = built;
  const codes = new Int16Array(VECTORS * N);
  new AnalogTile({ matrix, dacs, adcs: adcs.product, seed }).multiply(inputs, 0, codes);
  const calibration = calibrateTile(new AnalogBench({ matrix, dacs, adcs, seed }), options);
  const truth = exactProducts(wanted, inputs);
  return {
    before: rms(
      Float64Array.from(codes, (code) => adcs.product.value(code)),
      truth,
    ),
    straightened: rms(straighten(calibration.line, codes), truth),
    after: rms(correctProducts(calibration, wanted.weights, inputs, codes), truth),
    sigma: calibration.sigma,
  };
}

describe('the calibration of a tile', () => {
  it('removes the static error down to noise, rounding and its own uncertainty', () => {
    const converters = { gain: 0.01, offset: 5, noise: 0.5 };
    const built = build({ cells: 0.05, readNoise: 0.003, converters });
    const { before, straightened, after, sigma } = errors(built);
    // What must remain: read noise of the product (3 ‰ of about 14 µS a cell, 32 of them at ⟨x²⟩ = ⅓), noise and rounding of the conversion,
    // and the uncertainty of 32 calibrated cells. The rms over 9600 outputs has a relative σ of 0.7 %, the calibration's share is fixed.
    const lsb = 1 / built.adcs.product.codesPerUnit;
    const meanSquare = built.matrix.weights.reduce((sum, w) => sum + w * w, 0) / N ** 2;
    const read = (N / 3) * meanSquare * 0.003 ** 2;
    const residual = Math.sqrt(read + lsb ** 2 * (0.25 + 1 / 12) + (N / 3) * sigma ** 2);
    expect(before).toBeGreaterThan(20 * residual);
    expect(straightened).toBeGreaterThan(10 * residual);
    expect(after / residual).toBeGreaterThan(0.9);
    expect(after / residual).toBeLessThan(1.3);
  });

  it('leaves what bends the converters, within a code', () => {
    const bent = build({
      cells: 0.05,
      readNoise: 0.003,
      converters: { gain: 0.01, offset: 5, noise: 0.5, bow: 1, sCurve: 1 },
    });
    const straight = errors(
      build({ cells: 0.05, readNoise: 0.003, converters: { gain: 0.01, offset: 5, noise: 0.5 } }),
    );
    const { before, after } = errors(bent);
    const lsb = 1 / bent.adcs.product.codesPerUnit;
    expect(after).toBeLessThan(before / 8);
    expect(Math.sqrt(after ** 2 - straight.after ** 2)).toBeLessThan(2 * lsb);
  });

  it('sees nothing but codes', () => {
    const { matrix, dacs, adcs } = build({
      cells: 0.05,
      readNoise: 0.003,
      converters: { gain: 0.01, offset: 5, noise: 0.5 },
    });
    const bench = new AnalogBench({ matrix, dacs, adcs, seed });
    // The same readings from a list: the calibration is a function of codes alone, all whole numbers within the converters' range.
    const heard: number[][] = [];
    const hear = (codes: ArrayLike<number>): ArrayLike<number> => {
      heard.push(Array.from(codes));
      return codes;
    };
    const recording: CalibrationBench = {
      rows: N,
      cols: N,
      readLoad: (range, load) => hear(bench.readLoad(range, load)),
      readRow: (row) => hear(bench.readRow(row)),
    };
    const first = calibrateTile(recording, options);
    expect(heard.flat().every((code) => Number.isInteger(code) && code >= 0 && code < 4096)).toBe(true);
    expect(heard.length).toBe((4 + N) * options.averages);
    let next = 0;
    const replay: CalibrationBench = {
      rows: N,
      cols: N,
      readLoad: () => heard[next++]!,
      readRow: () => heard[next++]!,
    };
    expect(calibrateTile(replay, options)).toEqual(first);
  });

  it('says when a column is dead, and what is wrong with its options', () => {
    const dead: CalibrationBench = { rows: 1, cols: 2, readLoad: (_, load) => [load, 7], readRow: () => [1, 1] };
    const loads = { product: [0, 1], cell: [0, 1] } as const;
    expect(() => calibrateTile(dead, { loads, averages: 1 })).toThrow(/column 1 .* product range/);
    expect(() => calibrateTile(dead, { loads: { ...loads, product: [1, 1] }, averages: 1 })).toThrow(
      /two different loads/,
    );
    expect(() => calibrateTile(dead, { loads, averages: 0 })).toThrow(/averages/);
  });
});
