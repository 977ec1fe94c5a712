import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { analogMatrix, exactProducts } from './analog-matrix.js';
import { AnalogTile } from './analog-tile.js';
import { ColumnAdcs } from './column-adcs.js';
import { recombineInputs, sliceInputs, type InputCoding } from './input-slices.js';
import { pairOutputError } from './output-error.js';
import { RowDacs } from './row-dacs.js';
import { recombineWeights, sliceWeights, type SignScheme, type WeightSlices } from './weight-slices.js';

const CODINGS: readonly InputCoding[] = ['unsigned', 'twosComplement', 'signMagnitude'];
const SCHEMES: readonly SignScheme[] = ['pair', 'offset', 'reference'];

/** Σ over rows, as integers. */
function product(weights: readonly number[], inputs: readonly number[], rows: number, outputs: number): number[] {
  return Array.from({ length: outputs }, (_, o) =>
    Array.from({ length: rows }, (_row, r) => weights[r * outputs + o]! * inputs[r]!).reduce((a, b) => a + b, 0),
  );
}

/** A random case: extreme values are as likely as all others together. */
const cases = fc
  .record({
    rows: fc.integer({ min: 1, max: 12 }),
    outputs: fc.integer({ min: 1, max: 4 }),
    weightBits: fc.integer({ min: 2, max: 8 }),
    inputBits: fc.integer({ min: 2, max: 8 }),
    scheme: fc.constantFrom(...SCHEMES),
    coding: fc.constantFrom(...CODINGS),
    tmr: fc.constantFrom(0.5, 1, 2), // g₀ = 2, 1, ½: exact in floating point
  })
  .chain((shape) => {
    const half = 2 ** (shape.weightBits - 1);
    const top = 2 ** (shape.inputBits - 1);
    const within = (min: number, max: number) => fc.oneof(fc.constantFrom(min, max, 0), fc.integer({ min, max }));
    const [low, high] = {
      unsigned: [0, 2 * top - 1],
      twosComplement: [-top, top - 1],
      signMagnitude: [1 - top, top - 1],
    }[shape.coding] as [number, number];
    const list = (values: fc.Arbitrary<number>, length: number) =>
      fc.array(values, { minLength: length, maxLength: length });
    return fc.record({
      shape: fc.constant(shape),
      weights: list(within(shape.scheme === 'pair' ? 1 - half : -half, half - 1), shape.rows * shape.outputs),
      inputs: list(within(low, high), shape.rows),
    });
  });

/** Column sums of binary cells with a finite on/off ratio, in steps of ΔG. */
function columnSums(slices: WeightSlices, plane: Uint8Array, tmr: number): Float64Array {
  return Float64Array.from({ length: slices.columns }, (_, column) => {
    let sum = 0;
    for (let r = 0; r < slices.rows; r++) sum += plane[r]! * (1 / tmr + slices.cells[r * slices.columns + column]!);
    return sum;
  });
}

describe('sliced weights and inputs', () => {
  it('give the integer product exactly, extreme values included', () => {
    fc.assert(
      fc.property(cases, ({ shape, weights, inputs }) => {
        const { rows, outputs, weightBits, inputBits, scheme, coding, tmr } = shape;
        const w = sliceWeights(weights, rows, outputs, { bits: weightBits, scheme, tmr });
        const x = sliceInputs(inputs, inputBits, coding);
        const perPlane = x.planes.map((plane) =>
          recombineWeights(w, columnSums(w, plane, tmr), [plane.reduce((a, b) => a + b, 0)]),
        );
        expect([...recombineInputs(x, perPlane)].map((y) => y + 0)).toEqual(
          product(weights, inputs, rows, outputs).map((y) => y + 0),
        );
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it.each(SCHEMES)(
    'give it through tiles with perfect converters, shifts added before or after conversion: %s',
    (scheme) => {
      const [rows, outputs, bits] = [16, 3, 4];
      const stream = RandomStream.from(2, scheme);
      const weights = Array.from({ length: rows * outputs }, () => stream.integer(15) - 7);
      const inputs = Array.from({ length: rows }, () => stream.integer(256));
      const w = sliceWeights(weights, rows, outputs, { bits, scheme, tmr: 1 });
      const x = sliceInputs(inputs, 8, 'unsigned');
      const matrix = analogMatrix(
        rows,
        w.columns,
        Array.from(w.cells, (on) => 1 + on),
      ); // TMR 1: off is one step, on is two
      const dacs = new RowDacs(rows, { bits: 1, fullScale: 1, signed: false });
      // One code for each step: 2·16 steps need six bits, and eight planes of them fourteen.
      const adcs = (codes: number, width: number): ColumnAdcs =>
        new ColumnAdcs(w.columns, { bits: width, coding: 'binary', low: 0, high: codes });
      const tile = new AnalogTile({ matrix, dacs, adcs: adcs(63, 6), seed: [1, 2] });
      const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((a, b) => a + b, 0);
      const digital = x.planes.map((plane) => {
        const codes = new Int16Array(w.columns);
        tile.multiply(Float32Array.from(plane), 0, codes);
        return recombineWeights(w, codes, [sum(plane)]);
      });
      const expected = product(weights, inputs, rows, outputs);
      expect([...recombineInputs(x, digital)]).toEqual(expected);
      const analog = recombineInputs(
        x,
        x.planes.map((plane) => exactProducts(matrix, plane)),
      );
      const converter = adcs(2 ** 14 - 1, 14);
      const once = analog.map((y, column) => converter.code(column, y));
      expect([...recombineWeights(w, once, [sum(inputs)])]).toEqual(expected);
    },
  );

  it('refuse what does not fit', () => {
    expect(() => sliceWeights([8], 1, 1, { bits: 4, scheme: 'pair' })).toThrow(/weights\[0\] .* -7 to 7, got 8/);
    expect(() => sliceWeights([1], 1, 1, { bits: 4, scheme: 'offset' })).toThrow(/tmr/);
    expect(() => sliceInputs([-1], 4, 'unsigned')).toThrow(/inputs\[0\]/);
    expect(() => sliceInputs([0], 1, 'signMagnitude')).toThrow(/bits/);
    const w = sliceWeights([1, 2], 1, 2, { bits: 4, scheme: 'reference' });
    expect(w.columns).toBe(10);
    expect(() => recombineWeights(w, [1, 2, 3])).toThrow(/multiple of 10/);
    const x = sliceInputs([1], 4, 'unsigned');
    expect(() => recombineInputs(x, [[1]])).toThrow(/4 planes/);
  });
});

describe('the output error of differential binary weights', () => {
  it.each([
    [64, 0.04, 1, 0.72],
    [64, 0.04, 1.5, 0.57],
    [64, 0.02, 2, 0.25],
  ])('is as predicted: %i inputs, spread %d, TMR %d: %d steps', (rows, sigma, tmr, published) => {
    expect(pairOutputError(Math.sqrt(rows), sigma, tmr)).toBeCloseTo(published, 2);
    // 4000 outputs: the sample σ has a relative σ of 1.1 %; 4σ, false alarm 6e-5.
    const outputs = 4000;
    const stream = RandomStream.from(3, tmr);
    const g = { on: (1 + tmr) / tmr, off: 1 / tmr }; // steps of ΔG
    let squares = 0;
    for (let o = 0; o < outputs; o++) {
      let error = 0;
      for (let r = 0; r < rows; r++) error += sigma * (g.on * stream.gaussian() - g.off * stream.gaussian());
      squares += error * error;
    }
    const measured = Math.sqrt(squares / outputs);
    expect(Math.abs(measured / pairOutputError(Math.sqrt(rows), sigma, tmr) - 1)).toBeLessThan(0.045);
  });
});
