import { describe, expect, it } from 'vitest';
import { CellArray } from '../cell-array.js';
import { WireSolver } from '../iterative-matrix.js';
import { buildTileMatrix } from '../tile-matrix.js';
import { cellMatrix } from './cell-matrix.js';

const cells = new CellArray({
  rows: 16,
  cols: 12,
  seed: 1,
  nominal: { resistanceP: 50e3, tmr: 1.2, tmrHalfVoltage: 0.5, hkAPerM: 50e3, vcmaSlopeAPerMPerV: -60e3 },
  spread: {
    resistanceP: 0.03,
    tmr: 0.03,
    hk: 0,
    vcmaSlope: 0,
    strayFieldAPerM: 0,
    readNoise: 0.01,
    readNoiseSpread: 0.2,
  },
});
const solver = new WireSolver(16, 12);
const wires = { rowOhm: 0.5, colOhm: 0.5, driveOhm: 5, senseOhm: 1 };

describe('the matrix of an array', () => {
  it('is what the bit-serial kernel multiplies by, before coding', () => {
    const window = { rowFirst: 2, rows: 9, colFirst: 1, cols: 10 };
    const coded = buildTileMatrix(cells, window, 0.1, wires, solver);
    const { weights, variances, rows, cols } = cellMatrix(cells, { readV: 0.1, wires, solver, window });
    expect([rows, cols]).toEqual([9, 10]);
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < cols; c++) {
        const [own, other] = [r * cols + c, r * coded.stride + c];
        expect(Math.abs(weights[own]! - coded.weights[other]! * coded.stepUs)).toBeLessThan(0.51 * coded.stepUs);
        const difference = variances![own]! - coded.variances[other]! * coded.varianceStep;
        expect(Math.abs(difference)).toBeLessThan(0.51 * coded.varianceStep);
      }
  });

  it('may weigh noise locally, which changes little at κ = 0.002', () => {
    const effective = cellMatrix(cells, { readV: 0.1, wires, solver });
    const local = cellMatrix(cells, { readV: 0.1, wires, solver, noise: 'local' });
    expect(local.weights).toEqual(effective.weights);
    expect(local.sharedVariance?.length).toBe(12);
    local.variances!.forEach((variance, k) => {
      expect(variance / effective.variances![k]!).toBeCloseTo(1, 2);
      expect(variance).not.toBe(effective.variances![k]);
    });
  });
});
