import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { CellArray } from './cell-array.js';
import { type CellSpread, type NominalCell } from './cell-model.js';
import { ColumnConverters, codesPerMicrosiemens, type ConverterSpread } from './column-converters.js';
import { Crossbar, resultShift, type MultiplySettings } from './crossbar.js';
import { multiplyTwin, readGaussian, vectorKeys } from './crossbar-twin.js';
import { WireSolver } from './iterative-matrix.js';
import { buildTileMatrix, codeMatrix, type TileMatrix } from './tile-matrix.js';
import { type Wires } from './wires.js';

const nominal: NominalCell = {
  resistanceP: 50e3,
  tmr: 1.2,
  tmrHalfVoltage: 0.5,
  hkAPerM: 50e3,
  vcmaSlopeAPerMPerV: -60e3,
};
const spread: CellSpread = {
  resistanceP: 0.03,
  tmr: 0.03,
  hk: 0.02,
  vcmaSlope: 0.02,
  strayFieldAPerM: 100,
  readNoise: 0.003,
  readNoiseSpread: 0.2,
};
const noSpread: CellSpread = {
  resistanceP: 0,
  tmr: 0,
  hk: 0,
  vcmaSlope: 0,
  strayFieldAPerM: 0,
  readNoise: 0,
  readNoiseSpread: 0,
};
const perfect: ConverterSpread = { offset: 0, gain: 0, bow: 0, sCurve: 0, noise: 0 };
const real: ConverterSpread = { offset: 3, gain: 0.002, bow: 0.6, sCurve: 0.6, noise: 0.5 };
const wires: Wires = { rowOhm: 0.5, colOhm: 0.5, driveOhm: 5, senseOhm: 1 };
const seed: readonly [number, number] = [0x1234567, 0x89abcde];

function settings(changes: Partial<MultiplySettings> = {}): MultiplySettings {
  return { inputBits: 4, differential: true, repeats: 1, range: 'mac', colFirst: 0, readV: 0.1, ...changes };
}

function tile(rows: number, cols: number, cellSpread = spread, tileSeed = 3): TileMatrix {
  const cells = new CellArray({ rows, cols, seed: tileSeed, nominal, spread: cellSpread });
  return buildTileMatrix(cells, { rowFirst: 0, rows, colFirst: 0, cols }, 0.1, wires, new WireSolver(rows, cols));
}

function randomInputs(count: number, bits: number, share: number): Uint8Array {
  const stream = RandomStream.from(11, 'inputs', count);
  return Uint8Array.from({ length: count }, () => {
    let x = 0;
    for (let b = 0; b < bits; b++) if (stream.uniform() < share) x |= 1 << b;
    return x;
  });
}

function run(
  crossbar: Crossbar,
  inputs: Uint8Array,
  vectors: number,
  counter = 0,
): [Int16Array, ReturnType<Crossbar['multiply']>] {
  expect(crossbar.accept(inputs)).toBe(true);
  const out = new Int16Array(vectors * crossbar.outputs);
  const counts = crossbar.multiply(vectors, counter, new Uint8Array(out.buffer));
  return [out, counts];
}

describe('the crossbar kernel', () => {
  it.each([
    [64, 64, settings()],
    [64, 64, settings({ differential: false, inputBits: 8 })],
    [40, 50, settings({ repeats: 3 })],
    [7, 5, settings({ differential: false, inputBits: 1, range: 'cell' })],
    [130, 96, settings({ inputBits: 6, readV: 0.2 })],
    [64, 10, settings({ colFirst: 20 })],
  ] as [number, number, MultiplySettings][])('equals its twin to the last bit: %i × %i', (rows, cols, how) => {
    const matrix = tile(rows, cols);
    const converters = new ColumnConverters(how.colFirst + cols, real, 5);
    const vectors = 40;
    const inputs = randomInputs(vectors * rows, how.inputBits, 0.3);
    inputs.fill(0, rows, 2 * rows); // one vector without any driven row
    const counter = 2 ** 32 - 7; // crosses a word
    const crossbar = new Crossbar(rows, cols, seed);
    crossbar.load(matrix, converters, how);
    const [out, counts] = run(crossbar, inputs, vectors, counter);
    const twin = multiplyTwin(matrix, converters, how, seed, inputs, vectors, counter);
    expect(out).toEqual(twin.results);
    expect(counts).toEqual(twin.counts);
  });

  it('does not depend on batching', () => {
    const matrix = tile(64, 64);
    const converters = new ColumnConverters(64, real, 5);
    const inputs = randomInputs(20 * 64, 4, 0.3);
    const crossbar = new Crossbar(64, 64, seed);
    crossbar.load(matrix, converters, settings());
    const [whole] = run(crossbar, inputs, 20, 100);
    const [first] = run(crossbar, inputs.subarray(0, 7 * 64), 7, 100);
    const [second] = run(crossbar, inputs.subarray(7 * 64), 13, 107);
    expect([...first, ...second]).toEqual([...whole]);
  });

  it('gives the exact product where everything is perfect', () => {
    // Equal cells, no wires, no noise: a result is Σ 2^b (round(P_b · ΔG-sum) …) and can be worked out by hand.
    const cells = new CellArray({ rows: 8, cols: 4, seed: 1, nominal, spread: noSpread });
    cells.state.set([0, 1, 0, 1], 0);
    const g = Float64Array.from({ length: 32 }, (_, k) => cells.conductance(k, cells.state[k]!, 0.1) * 1e6);
    const matrix = codeMatrix(g, new Float64Array(32), 8, 4);
    const crossbar = new Crossbar(8, 4, seed);
    crossbar.load(matrix, new ColumnConverters(4, perfect, 1), settings({ differential: false }));
    const inputs = Uint8Array.of(3, 1, 0, 2, 15, 7, 0, 4);
    const [out] = run(crossbar, inputs, 1);
    const perUs = codesPerMicrosiemens(0.1, 'mac');
    for (let c = 0; c < 4; c++) {
      let expected = 0;
      for (let b = 0; b < 4; b++) {
        let sum = 0;
        for (let r = 0; r < 8; r++) if (((inputs[r]! >> b) & 1) === 1) sum += g[r * 4 + c]!;
        expected += 2 ** b * Math.round(sum * perUs);
      }
      expect(out[c]).toBe(expected);
    }
  });

  it('adds the variance of exactly the driven cells', () => {
    // 2000 repetitions of one vector; the sample variance of a normal has a relative σ of √(2/N) = 3.2 %: 5σ, false alarm 6e-7 each.
    const matrix = tile(64, 64, { ...spread, readNoise: 0.03 });
    const converters = new ColumnConverters(64, perfect, 5);
    const how = settings({ differential: false, inputBits: 1, readV: 0.1 });
    const crossbar = new Crossbar(64, 64, seed);
    crossbar.load(matrix, converters, how);
    const vector = randomInputs(64, 1, 0.5);
    const n = 500;
    const repeated = new Uint8Array(n * 64);
    for (let k = 0; k < n; k++) repeated.set(vector, k * 64);
    const sums = new Float64Array(64);
    const squares = new Float64Array(64);
    for (let batch = 0; batch < 4; batch++) {
      const [out] = run(crossbar, repeated, n, batch * n);
      out.forEach((value, k) => {
        sums[k % 64]! += value;
        squares[k % 64]! += value * value;
      });
    }
    const perUs = codesPerMicrosiemens(0.1, 'mac');
    for (const c of [0, 17, 40, 63]) {
      let variance = 1 / 12; // rounding
      let mean = 0;
      for (let r = 0; r < 64; r++) {
        if (vector[r] === 0) continue;
        variance += matrix.variances[r * 64 + c]! * matrix.varianceStep * perUs ** 2;
        mean += matrix.weights[r * 64 + c]! * matrix.stepUs * perUs;
      }
      const measured = squares[c]! / 2000 - (sums[c]! / 2000) ** 2;
      expect(Math.abs(measured / variance - 1)).toBeLessThan(0.16);
      expect(Math.abs(sums[c]! / 2000 - mean)).toBeLessThan(5 * Math.sqrt(variance / 2000));
    }
  });

  it('counts conversions that leave the range, and saturated outputs', () => {
    const matrix = tile(64, 64);
    const crossbar = new Crossbar(64, 64, seed);
    crossbar.load(
      matrix,
      new ColumnConverters(64, perfect, 1),
      settings({ differential: false, range: 'cell', inputBits: 1 }),
    );
    const inputs = new Uint8Array(64).fill(1);
    const [out, counts] = run(crossbar, inputs, 1);
    expect(counts.clipped).toBe(64); // 64 cells in the 100 kΩ range: far beyond full scale
    expect(out.every((code) => code === 2047)).toBe(true);
  });

  it('skips planes that drive no row', () => {
    const crossbar = new Crossbar(64, 64, seed);
    crossbar.load(tile(64, 64), new ColumnConverters(64, real, 1), settings({ inputBits: 8 }));
    const inputs = new Uint8Array(3 * 64);
    inputs[70] = 0b1010;
    const [out, counts] = run(crossbar, inputs, 3);
    expect(counts.planes).toBe(2);
    expect(out.subarray(0, 32).every((value) => value === 0)).toBe(true);
  });

  it('refuses values with too many bits and tells nothing apart otherwise', () => {
    const crossbar = new Crossbar(64, 64, seed);
    crossbar.load(tile(64, 64), new ColumnConverters(64, real, 1), settings({ inputBits: 4 }));
    const inputs = new Uint8Array(64 * 3 + 0).fill(15);
    expect(crossbar.accept(inputs)).toBe(true);
    inputs[100] = 16;
    expect(crossbar.accept(inputs)).toBe(false);
  });

  it('fits sixteen bits with the stated shift', () => {
    expect([1, 4, 5, 8].map(resultShift)).toEqual([0, 0, 1, 4]);
    for (let bits = 1; bits <= 8; bits++)
      expect(((2 ** bits - 1) * 2047) >> resultShift(bits)).toBeLessThanOrEqual(32767);
  });
});

describe('the noise generator', () => {
  it('is standard normal in its first four moments', () => {
    // 200 000 draws: σ of the mean 0.0022, of the variance 0.0032, of the kurtosis 0.011; bands of 5σ.
    const n = 200_000;
    const moments = [0, 0, 0, 0];
    let lag = 0;
    let before = 0;
    for (let k = 0; k < n; k++) {
      const [key0, key1] = vectorKeys(seed, Math.floor(k / 64));
      const z = readGaussian(Math.imul(k % 64, 0x85ebca6b), key0, key1);
      for (let q = 0; q < 4; q++) moments[q]! += z ** (q + 1) / n;
      lag += (z * before) / n;
      before = z;
    }
    expect(Math.abs(moments[0]!)).toBeLessThan(0.0112);
    expect(Math.abs(moments[1]! - 1)).toBeLessThan(0.016);
    expect(Math.abs(moments[2]!)).toBeLessThan(0.03);
    expect(Math.abs(moments[3]! - 3)).toBeLessThan(0.055);
    expect(Math.abs(lag)).toBeLessThan(0.0112);
  });
});
