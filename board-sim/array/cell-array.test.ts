import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellArray, type CellArrayOptions } from './cell-array.js';
import { CellCondition, NO_FAULTS, tmrAtBias } from './cell-model.js';

const base: CellArrayOptions = {
  rows: 64,
  cols: 64,
  seed: 7,
  nominal: { resistanceP: 50e3, tmr: 1.2, tmrHalfVoltage: 0.5, hkAPerM: 50e3, vcmaSlopeAPerMPerV: -60e3 },
  spread: {
    resistanceP: 0.03,
    tmr: 0.03,
    hk: 0.02,
    vcmaSlope: 0.01,
    strayFieldAPerM: 100,
    readNoise: 0.003,
    readNoiseSpread: 0.2,
  },
};

function meanAndSigma(values: Float64Array): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)];
}

describe('CellArray', () => {
  it('draws each parameter with the spread asked for', () => {
    // 4096 cells: σ of a mean is σ/64, of a σ is 1.1 %; bands of 5σ, false alarm 6e-7 each.
    const cells = new CellArray(base);
    const [r, sigmaR] = meanAndSigma(cells.resistanceP.map(Math.log));
    expect(Math.abs(r - Math.log(50e3))).toBeLessThan((5 * 0.03) / 64);
    expect(Math.abs(sigmaR / 0.03 - 1)).toBeLessThan(0.055);
    const [hk, sigmaHk] = meanAndSigma(cells.hk);
    expect(Math.abs(hk / 50e3 - 1)).toBeLessThan((5 * 0.02) / 64);
    expect(Math.abs(sigmaHk / 1000 - 1)).toBeLessThan(0.055);
    const [slope] = meanAndSigma(cells.vcmaSlope);
    expect(slope).toBeLessThan(0);
    const [stray, sigmaStray] = meanAndSigma(cells.strayField);
    expect(Math.abs(stray)).toBeLessThan(500 / 64);
    expect(Math.abs(sigmaStray / 100 - 1)).toBeLessThan(0.055);
  });

  it('is the same for the same seed, another for another seed or tile', () => {
    const again = new CellArray(base);
    expect(again.resistanceP).toEqual(new CellArray(base).resistanceP);
    expect(again.state).toEqual(new CellArray(base).state);
    expect(new CellArray({ ...base, seed: 8 }).resistanceP).not.toEqual(again.resistanceP);
    expect(new CellArray({ ...base, tile: 1 }).resistanceP).not.toEqual(again.resistanceP);
  });

  it('realises fault counts exactly, without overlap', () => {
    const faults = { ...NO_FAULTS, stuckAP: 40, stuckP: 30, short: 5, open: 7 };
    const { condition, state } = new CellArray({ ...base, faults });
    const count = (code: number): number => condition.filter((value) => value === code).length;
    expect(count(CellCondition.stuckAP)).toBe(40);
    expect(count(CellCondition.stuckP)).toBe(30);
    expect(count(CellCondition.short)).toBe(5);
    expect(count(CellCondition.open)).toBe(7);
    condition.forEach((code, cell) => {
      if (code === CellCondition.stuckAP || code === CellCondition.open) expect(state[cell]).toBe(1);
      if (code === CellCondition.stuckP || code === CellCondition.short) expect(state[cell]).toBe(0);
    });
    expect(() => new CellArray({ ...base, rows: 2, cols: 2, faults })).toThrow(RangeError);
  });

  it('realises every plan exactly and puts no two faults on a cell', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 24 }),
      cols: fc.integer({ min: 1, max: 24 }),
      seed: fc.nat(),
    });
    // Cuts of the number of cells: what lies between two of them is the count of a kind, all cells at most.
    const plans = sizes.chain((size) =>
      fc
        .array(fc.integer({ min: 0, max: size.rows * size.cols }), { minLength: 4, maxLength: 4 })
        .map((cuts) => ({ size, cuts: cuts.sort((a, b) => a - b) as [number, number, number, number] })),
    );
    fc.assert(
      fc.property(plans, fc.boolean(), ({ size, cuts: [a, b, c, d] }, cut) => {
        const faults = { ...NO_FAULTS, stuckAP: a, stuckP: b - a, short: c - b, open: d - c };
        const { condition } = new CellArray({ ...base, ...size, faults });
        const count = (code: number): number => condition.filter((value) => value === code).length;
        expect(
          [CellCondition.stuckAP, CellCondition.stuckP, CellCondition.short, CellCondition.open].map(count),
        ).toEqual([faults.stuckAP, faults.stuckP, faults.short, faults.open]);
        expect(count(CellCondition.good)).toBe(size.rows * size.cols - d);
        if (!cut) return;
        // A dead line covers what lies on it and moves nothing.
        const lines = { ...faults, openRows: [0], openCols: [size.cols - 1] };
        new CellArray({ ...base, ...size, faults: lines }).condition.forEach((code, cell) => {
          const dead = cell < size.cols || cell % size.cols === size.cols - 1;
          expect(code).toBe(dead ? CellCondition.open : condition[cell]);
        });
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('cuts whole rows and columns', () => {
    const cells = new CellArray({ ...base, faults: { ...NO_FAULTS, openRows: [3], openCols: [60] } });
    expect(cells.conductance(3 * 64 + 10, 0, 0.1)).toBe(0);
    expect(cells.resistance(20 * 64 + 60, 0.1)).toBe(Infinity);
    expect(cells.isGood(0)).toBe(true);
  });

  it('reads R_P and R_P (1 + TMR(V))', () => {
    const cells = new CellArray(base);
    expect(1 / cells.conductance(5, 0, 0.1)).toBeCloseTo(cells.resistanceP[5]!, 6);
    expect(1 / cells.conductance(5, 1, 0.1)).toBeCloseTo(cells.resistanceP[5]! * (1 + cells.tmr[5]! / 1.04), 6);
    expect(tmrAtBias(1.2, 0.5, 0.5)).toBeCloseTo(0.6, 12);
  });

  it('gives the output error of binary weights that the spread predicts', () => {
    // σ_y = √N · σ · √((1 + TMR)² + 1)/TMR in unit steps: 0.72 for N = 64, σ = 4 %, TMR = 100 %. 960 outputs: σ of σ_y is 2.3 %, band 5σ.
    let squares = 0;
    let count = 0;
    for (let seed = 0; seed < 30; seed++) {
      const cells = new CellArray({
        ...base,
        seed,
        nominal: { ...base.nominal, tmr: 1, tmrHalfVoltage: 1e9 },
        spread: { ...base.spread, resistanceP: 0.04, tmr: 0 },
      });
      for (let c = 0; c < 64; c += 2) {
        let error = 0;
        for (let r = 0; r < 64; r++) {
          const cell = r * 64 + c;
          cells.state[cell + 1] = 1 - cells.state[cell]!;
        }
        const pair = buildColumnPair(cells, c);
        for (let r = 0; r < 64; r++) error += pair[r]!;
        squares += error * error;
        count++;
      }
    }
    expect(Math.abs(Math.sqrt(squares / count) / 0.716 - 1)).toBeLessThan(0.115);
  });
});

/** Error of each weight of a differential column pair, in unit steps of 10 µS (52 → 50 kΩ class: ΔG = G_P/2). */
function buildColumnPair(cells: CellArray, c: number): Float64Array {
  const step = 0.5 / 50e3;
  return Float64Array.from({ length: cells.rows }, (_, r) => {
    const cell = r * cells.cols + c;
    const wanted = cells.state[cell] === 0 ? 1 : -1;
    const difference =
      cells.conductance(cell, cells.state[cell]!, 0) - cells.conductance(cell + 1, cells.state[cell + 1]!, 0);
    return difference / step - wanted;
  });
}
