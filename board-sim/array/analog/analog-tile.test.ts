import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { analogMatrix, exactProducts, foldPairs, type AnalogMatrix } from './analog-matrix.js';
import { AnalogTile, type AnalogCounts, type AnalogTileOptions } from './analog-tile.js';
import { multiplyAnalogTwin } from './analog-tile-twin.js';
import { ColumnAdcs, type AdcErrors, type AdcSpec } from './column-adcs.js';
import { RowDacs, type DacErrors, type DacSpec } from './row-dacs.js';

const seed = [0x1234567, 0x89abcde] as const;
const dac8: DacSpec = { bits: 8, fullScale: 1, signed: true };
const adc8: AdcSpec = { bits: 8, coding: 'signMagnitude', low: -12, high: 12 };

function randomMatrix(rows: number, cols: number, noise = 0.01, which = 0): AnalogMatrix {
  const stream = RandomStream.from(1, 'matrix', rows, cols, which);
  const weights = Array.from({ length: rows * cols }, () => 2 * stream.uniform() - 1);
  return analogMatrix(rows, cols, weights, noise === 0 ? undefined : weights.map((w) => (noise * w) ** 2));
}

function randomInputs(count: number, largest = 1.02, which = 0): Float32Array {
  const stream = RandomStream.from(2, 'inputs', count, which);
  return Float32Array.from({ length: count }, () => largest * (2 * stream.uniform() - 1));
}

function dacErrors(rows: number, codes: number): DacErrors {
  const stream = RandomStream.from(3, 'dac', rows);
  const list = (n: number, sigma: number): number[] => Array.from({ length: n }, () => sigma * stream.gaussian());
  return { gain: list(rows, 0.01), offset: list(rows, 0.3), inl: list(rows, 0).map(() => list(codes, 0.2)) };
}

function adcErrors(cols: number): AdcErrors {
  const stream = RandomStream.from(4, 'adc', cols);
  const list = (sigma: number): number[] => Array.from({ length: cols }, () => sigma * stream.gaussian());
  return {
    gain: list(0.01),
    offset: list(0.7),
    bow: list(0.5),
    sCurve: list(0.5),
    amplifierNoise: list(0.02).map(Math.abs),
    converterNoise: 0.3,
  };
}

/** Random thresholds: some codes wide, some missing. */
function thresholds(cols: number, codeMin: number, count: number): NonNullable<AdcErrors['thresholds']> {
  const stream = RandomStream.from(5, 'thresholds');
  const lists = [0, 1, 2].map(() =>
    Array.from({ length: count }, (_, j) => codeMin + j + 0.5 + 1.5 * stream.gaussian()).sort((a, b) => a - b),
  );
  return { lists, ofColumn: Array.from({ length: cols }, (_, c) => c % 3) };
}

function tileOptions(rows: number, cols: number): AnalogTileOptions {
  return {
    matrix: randomMatrix(rows, cols),
    dacs: new RowDacs(rows, dac8, dacErrors(rows, 255)),
    adcs: new ColumnAdcs(cols, adc8, adcErrors(cols)),
    seed,
  };
}

function run(options: AnalogTileOptions, inputs: Float32Array, counter = 0): [Int16Array, AnalogCounts] {
  const tile = new AnalogTile(options);
  const codes = new Int16Array((inputs.length / tile.rows) * tile.outputs);
  return [codes, tile.multiply(inputs, counter, codes)];
}

describe('the analog tile', () => {
  const cases: [string, number, number, Partial<AnalogTileOptions>][] = [
    ['8 bits', 64, 64, {}],
    ['pairs after conversion', 20, 22, { pairs: true }],
    ['odd sizes', 7, 5, {}],
    ['the largest', 512, 512, {}],
    ['without read noise', 33, 12, { matrix: randomMatrix(33, 12, 0) }],
    [
      'with a shared variance',
      16,
      12,
      { matrix: { ...randomMatrix(16, 12, 0.05), sharedVariance: new Float32Array(12).fill(3e-5) } },
    ],
    [
      'one-bit inputs, binary codes',
      16,
      8,
      {
        dacs: new RowDacs(16, { bits: 1, fullScale: 1, signed: false }),
        adcs: new ColumnAdcs(8, { bits: 10, coding: 'binary', low: -9, high: 8 }, adcErrors(8)),
      },
    ],
    [
      '12 bits',
      130,
      24,
      {
        dacs: new RowDacs(130, { bits: 12, fullScale: 1, signed: true }, dacErrors(130, 4095)),
        adcs: new ColumnAdcs(24, { bits: 12, coding: 'signMagnitude', low: -20, high: 20 }, adcErrors(24)),
      },
    ],
    [
      'thresholds',
      24,
      17,
      {
        adcs: new ColumnAdcs(17, adc8, { ...adcErrors(17), thresholds: thresholds(17, -127, 254) }),
      },
    ],
  ];
  it.each(cases)('equals its twin to the last bit: %s, %i × %i', (_, rows, cols, changes) => {
    const options = { ...tileOptions(rows, cols), ...changes };
    const inputs = randomInputs(70 * rows); // more than one call of the kernel, the last group incomplete
    inputs[5] = Number.NaN;
    const counter = 2 ** 32 - 7; // crosses a word
    const [codes, counts] = run(options, inputs, counter);
    const twin = multiplyAnalogTwin(options, inputs, counter);
    expect(codes).toEqual(twin.codes);
    expect(counts).toEqual(twin.counts);
    expect(new Set(codes).size).toBeGreaterThan(20);
  });

  it('depends neither on batching nor on what else is in a call', () => {
    const options = tileOptions(20, 12);
    const inputs = randomInputs(150 * 20);
    const [whole] = run(options, inputs, 100);
    const [first] = run(options, inputs.subarray(0, 7 * 20), 100);
    const [second] = run(options, inputs.subarray(7 * 20), 107);
    expect([...first, ...second]).toEqual([...whole]);
    const [other] = run(options, inputs, 101);
    expect(other).not.toEqual(whole);
    const [reseeded] = run({ ...options, seed: [1, 2] }, inputs, 100);
    expect(reseeded).not.toEqual(whole);
  });

  it('rounds the exact product where nothing is noisy and converters are perfect', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), fc.nat(), (rows, cols, which) => {
        const matrix = randomMatrix(rows, cols, 0, which);
        const dacs = new RowDacs(rows, dac8);
        const adcs = new ColumnAdcs(cols, adc8);
        const inputs = randomInputs(5 * rows, 1, which);
        const [codes] = run({ matrix, dacs, adcs, seed }, inputs);
        const quantised = Float64Array.from(inputs, (x) => Math.round(x * 127) / 127);
        const exact = exactProducts(matrix, quantised);
        codes.forEach((code, k) => {
          expect(Math.abs(code - exact[k]! * adcs.codesPerUnit)).toBeLessThan(0.5 + 1e-4);
        });
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  it('has a read noise whose variance is that of fluctuating cells', () => {
    // One vector 8000 times, against 8000 products with every cell drawn. A ratio of two sample variances has a relative σ of √(4/8000) =
    // 2.2 %: 4σ for each of 12 columns, and 3σ for their mean; false alarm 8e-4 and 3e-3.
    const [rows, cols, trials] = [24, 12, 8000];
    const matrix = randomMatrix(rows, cols, 0.05);
    const wide: AdcSpec = { bits: 14, coding: 'signMagnitude', low: -12, high: 12 };
    const adcs = new ColumnAdcs(cols, wide);
    const dacs = new RowDacs(rows, dac8);
    const vector = randomInputs(rows, 1);
    const repeated = new Float32Array(trials * rows);
    for (let k = 0; k < trials; k++) repeated.set(vector, k * rows);
    const [codes] = run({ matrix, dacs, adcs, seed }, repeated);
    const stream = RandomStream.from(9, 'cells');
    const drawn = new Float64Array(trials * cols);
    for (let k = 0; k < trials; k++)
      for (let r = 0; r < rows; r++) {
        const x = dacs.voltage(r, dacs.codeOf(vector[r]!));
        for (let c = 0; c < cols; c++) {
          const sd = Math.sqrt(matrix.variances![r * cols + c]!);
          drawn[k * cols + c]! += (matrix.weights[r * cols + c]! + sd * stream.gaussian()) * x;
        }
      }
    const sigma = Math.sqrt(4 / trials);
    let pooled = 0;
    for (let c = 0; c < cols; c++) {
      const outputs = Float64Array.from(codes, (code) => code / adcs.codesPerUnit);
      const [meanOfTile, varianceOfTile] = momentsOf(outputs, c, cols);
      const [meanOfCells, varianceOfCells] = momentsOf(drawn, c, cols);
      const rounding = 1 / 12 / adcs.codesPerUnit ** 2;
      const ratio = (varianceOfTile - rounding) / varianceOfCells;
      expect(Math.abs(ratio - 1)).toBeLessThan(4 * sigma);
      expect(Math.abs(meanOfTile - meanOfCells)).toBeLessThan(4 * Math.sqrt((2 * varianceOfCells) / trials));
      pooled += (ratio - 1) / cols;
    }
    expect(Math.abs(pooled)).toBeLessThan((3 * sigma) / Math.sqrt(cols));
  });

  it('adds the noise of amplifiers and converters', () => {
    // 20 000 conversions of nothing: the variance of a column has a relative σ of 1 %; 5σ.
    const noisy: AdcErrors = { amplifierNoise: [0, 0.1, 0.2, 0], converterNoise: 2 };
    const adcs = new ColumnAdcs(4, { ...adc8, bits: 12 }, noisy);
    const options = { matrix: randomMatrix(3, 4, 0), dacs: new RowDacs(3, dac8), adcs, seed };
    const [codes] = run(options, new Float32Array(20_000 * 3));
    for (let c = 0; c < 4; c++) {
      const [mean, variance] = momentsOf(Float64Array.from(codes), c, 4);
      const expected = (noisy.amplifierNoise![c]! * adcs.codesPerUnit) ** 2 + 4 + 1 / 12;
      expect(Math.abs(variance / expected - 1)).toBeLessThan(0.05);
      expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(expected / 20_000));
    }
  });

  it('is as exact as single precision at 512 rows', () => {
    const matrix = randomMatrix(512, 8, 0);
    const adcs = new ColumnAdcs(8, { bits: 14, coding: 'signMagnitude', low: -60, high: 60 });
    const dacs = new RowDacs(512, { ...dac8, bits: 12 });
    const inputs = randomInputs(8 * 512, 1);
    const [codes] = run({ matrix, dacs, adcs, seed }, inputs);
    const exact = exactProducts(
      matrix,
      Float64Array.from(inputs, (x) => Math.round(x * 2047) / 2047),
    );
    codes.forEach((code, k) => {
      expect(Math.abs(code - exact[k]! * adcs.codesPerUnit)).toBeLessThan(0.5 + 0.01);
    });
  });

  it('counts inputs and outputs outside their ranges', () => {
    const matrix = analogMatrix(2, 1, [1, 1]);
    const adcs = new ColumnAdcs(1, { ...adc8, low: -1, high: 1 });
    const inputs = Float32Array.of(1.2, 0, -1, -1, 0.2, 0.3, Number.NaN, 0);
    const [codes, counts] = run({ matrix, dacs: new RowDacs(2, dac8), adcs, seed }, inputs);
    expect(counts).toEqual({ dacClipped: 2, adcClipped: 1 });
    expect([...codes]).toEqual([127, -127, 63, 127]);
  });

  it('subtracts pairs before or after conversion', () => {
    const matrix = randomMatrix(16, 8, 0.02);
    const folded = foldPairs(matrix);
    for (let r = 0; r < 16; r++)
      for (let j = 0; j < 4; j++) {
        const [a, b] = [r * 8 + 2 * j, r * 8 + 2 * j + 1];
        expect(folded.weights[r * 4 + j]).toBe(Math.fround(matrix.weights[a]! - matrix.weights[b]!));
        expect(folded.variances![r * 4 + j]).toBe(Math.fround(matrix.variances![a]! + matrix.variances![b]!));
      }
    const quiet = { ...tileOptions(16, 8), matrix: randomMatrix(16, 8, 0), adcs: new ColumnAdcs(8, adc8) };
    const inputs = randomInputs(10 * 16);
    const [single] = run(quiet, inputs);
    const [pairs] = run({ ...quiet, pairs: true }, inputs);
    expect([...pairs]).toEqual(Array.from({ length: 40 }, (_, k) => single[2 * k]! - single[2 * k + 1]!));
    expect(() => foldPairs(randomMatrix(2, 3))).toThrow(/cols must be even/);
  });

  it('takes another matrix of the same shape', () => {
    const options = tileOptions(9, 10);
    const tile = new AnalogTile(options);
    const other = randomMatrix(9, 10, 0, 5);
    tile.setMatrix(other);
    const inputs = randomInputs(4 * 9);
    const codes = new Int16Array(40);
    tile.multiply(inputs, 0, codes);
    expect(codes).toEqual(run({ ...options, matrix: other }, inputs)[0]);
    expect(() => tile.setMatrix(randomMatrix(9, 11))).toThrow(RangeError);
  });

  it('refuses what does not fit', () => {
    const options = tileOptions(4, 4);
    const tile = new AnalogTile(options);
    expect(() => tile.multiply(new Float32Array(5), 0, new Int16Array(4))).toThrow(/inputs must have a multiple of 4/);
    expect(() => tile.multiply(new Float32Array(4), 0, new Int16Array(5))).toThrow(/codes must have 4/);
    expect(() => tile.multiply(new Float32Array(4), -1, new Int16Array(4))).toThrow(/counter/);
    expect(() => new AnalogTile({ ...options, dacs: new RowDacs(5, dac8) })).toThrow(/dacs.rows/);
    expect(() => analogMatrix(1, 2, [1, Number.NaN])).toThrow(/finite/);
    expect(() => analogMatrix(1, 1, [1], [-1])).toThrow(/variances/);
  });
});

function momentsOf(values: Float64Array, col: number, cols: number): [mean: number, variance: number] {
  const own = values.filter((_, k) => k % cols === col);
  const mean = own.reduce((sum, x) => sum + x, 0) / own.length;
  return [mean, own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / own.length];
}
