import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { TensorEngine } from './engine.js';
import { matrix, multiply, transposed } from './matrix.js';
import * as plain from './plain.js';

const random = (seed: number, n: number, spread = 1): Float32Array => {
  const stream = RandomStream.from(seed, 'tensor test');
  return Float32Array.from({ length: n }, () => stream.gaussian() * spread);
};

describe('gemm', () => {
  it('equals the plain twin bit for bit, for any shape, transposed or not, set or added', () => {
    const size = fc.integer({ min: 1, max: 37 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 600 }), fc.boolean(), fc.boolean(), (m, n, k, flip, add) => {
        const engine = new TensorEngine(m * k + k * n + m * n + 64);
        const [a, b, c] = [engine.allocate(m * k), engine.allocate(k * n), engine.allocate(m * n)];
        a.data.set(random(1, m * k));
        b.data.set(random(2, k * n));
        c.data.set(random(3, m * n));
        const expected = Float32Array.from(c.data);
        const [rowStride, colStride] = flip ? [1, m] : [k, 1];
        plain.gemm(m, n, k, a.data, rowStride, colStride, b.data, expected, add);
        const left = flip ? transposed(matrix(a.at, k, m)) : matrix(a.at, m, k);
        multiply(engine.kernels, left, matrix(b.at, k, n), matrix(c.at, m, n), add ? 'add' : 'set');
        expect(c.data).toEqual(expected);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('names the shapes that do not fit', () => {
    const { kernels } = new TensorEngine(64);
    expect(() => multiply(kernels, matrix(0, 2, 3), matrix(0, 4, 5), matrix(0, 2, 5))).toThrow(
      'cannot multiply 2 x 3 by 4 x 5 into 2 x 5',
    );
  });
});

describe('element-wise kernels equal their twins bit for bit', () => {
  const [images, rows, cols] = [3, 5, 8];
  const n = images * rows * cols;

  it.each([0, 0.3])('modulate and its backward pass, step %d', (step) => {
    const engine = new TensorEngine(n * 4 + images * cols * 4 + 256);
    const [x, y, dy, dx] = [0, 1, 2, 3].map(() => engine.allocate(n));
    const [scale, shift, dScale, dShift] = [0, 1, 2, 3].map(() => engine.allocate(images * cols));
    x!.data.set(random(1, n));
    dy!.data.set(random(2, n));
    dx!.data.set(random(3, n));
    scale!.data.set(random(4, images * cols, 0.5));
    shift!.data.set(random(5, images * cols));
    const modulation = { scale: scale!.data, shift: shift!.data };
    const expected = new Float32Array(n);
    plain.modulate(images, rows, cols, x!.data, modulation, expected, step, 7);
    engine.kernels.modulate(images, rows, cols, x!.at, scale!.at, shift!.at, cols, y!.at, step, 7);
    expect(y!.data).toEqual(expected);

    const expectedDx = Float32Array.from(dx!.data);
    const gradient = { scale: new Float32Array(images * cols), shift: new Float32Array(images * cols) };
    const expectedStep = plain.modulateBackward(
      images,
      rows,
      cols,
      x!.data,
      modulation,
      dy!.data,
      expectedDx,
      gradient,
      step,
      7,
    );
    const dStep = engine.kernels.modulateBackward(
      images,
      rows,
      cols,
      x!.at,
      scale!.at,
      shift!.at,
      cols,
      dy!.at,
      dx!.at,
      dScale!.at,
      dShift!.at,
      step,
      7,
    );
    expect(dx!.data).toEqual(expectedDx);
    expect(dScale!.data).toEqual(gradient.scale);
    expect(dShift!.data).toEqual(gradient.shift);
    expect(dStep).toBeCloseTo(expectedStep, 4);
  });

  it.each([0, 0.3])('bias, rectifier and gate, step %d', (step) => {
    const engine = new TensorEngine(n * 3 + 512);
    const [u, y, out] = [0, 1, 2].map(() => engine.allocate(n));
    const bias = engine.allocate(rows);
    const wide = engine.allocate(cols);
    const gate = engine.allocate(images * cols);
    for (const [i, t] of [u, bias, wide, gate].entries()) t!.data.set(random(i, t!.length));
    const expected = new Float32Array(n);
    plain.biasRelu(images * rows, cols, u!.data, bias.data, true, expected, step, 15);
    engine.kernels.biasRelu(images * rows, cols, u!.at, bias.at, 1, rows, y!.at, step, 15);
    expect(y!.data).toEqual(expected);
    plain.biasRelu(images * rows, cols, u!.data, wide.data, false, expected, step, 15);
    engine.kernels.biasRelu(images * rows, cols, u!.at, wide.at, 0, 1, y!.at, step, 15);
    expect(y!.data).toEqual(expected);
    plain.gatedAdd(images, rows, cols, u!.data, gate.data, y!.data, expected);
    engine.kernels.gatedAdd(images, rows, cols, u!.at, gate.at, cols, y!.at, out!.at);
    expect(out!.data).toEqual(expected);
  });

  it('refuses to hand out more memory than it has', () => {
    expect(() => new TensorEngine(16).allocate(1e6)).toThrow(RangeError);
  });
});
