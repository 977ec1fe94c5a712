import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { quantiseMatrix } from '../network/quantise.js';
import { ExactProducts, multiplyLayer } from './product.js';
import { planCost, planLayer } from './tiles.js';

function weights(rows: number, cols: number, seed: number): Float32Array {
  const random = RandomStream.from(seed, 'weights');
  return Float32Array.from({ length: rows * cols }, () => random.gaussian());
}

describe('a layer on tiles', () => {
  it('gives the product with the matrix of levels, whatever the sizes', async () => {
    const size = fc.integer({ min: 1, max: 150 });
    await fc.assert(
      fc.asyncProperty(
        size,
        size,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (rows, cols, trits, n) => {
          const matrix = quantiseMatrix(weights(rows, cols, rows * 151 + cols), rows, cols, trits);
          const random = RandomStream.from(n);
          const inputs = Uint8Array.from({ length: n * rows }, () => random.integer(16));
          const plan = planLayer(matrix, trits, { rows: 64, cols: 64 });
          const got = await multiplyLayer(new ExactProducts(), plan, inputs);
          for (let v = 0; v < n; v++) {
            for (let c = 0; c < cols; c++) {
              let expected = 0;
              for (let r = 0; r < rows; r++) expected += inputs[v * rows + r]! * matrix.levels[r * cols + c]!;
              expect(got[v * cols + c]).toBe(expected);
            }
          }
        },
      ),
      { numRuns: 25, seed: 5 },
    );
  });

  it('covers every weight once and stays inside the array', () => {
    const plan = planLayer(quantiseMatrix(weights(130, 33, 1), 130, 33, 2), 2, { rows: 64, cols: 64 });
    const covered = new Uint8Array(130 * 33);
    for (const tile of plan.tiles) {
      expect(tile.rows).toBeLessThanOrEqual(64);
      expect(tile.cols).toBeLessThanOrEqual(64);
      expect(tile.cells).toHaveLength(tile.rows * tile.cols);
      for (let r = 0; r < tile.rows; r++)
        for (let o = 0; o < tile.outs; o++) covered[(tile.rowFirst + r) * 33 + tile.outFirst + o]!++;
    }
    expect(covered.every((n) => n === 1)).toBe(true);
    expect(planCost([plan], { rows: 64, cols: 64 })).toMatchObject({ tiles: plan.tiles.length, cells: 130 * 33 * 4 });
  });

  it('says when the array is too narrow', () => {
    const matrix = quantiseMatrix(weights(4, 4, 1), 4, 4, 3);
    expect(() => planLayer(matrix, 3, { rows: 8, cols: 4 })).toThrow('takes 6 columns; the array has 4');
  });
});
