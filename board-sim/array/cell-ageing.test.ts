import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrownianTree, HORIZON_S, TICK_S } from './brownian-tree.js';
import { CellAgeing, NO_AGEING, type AgeingPlan } from './cell-ageing.js';
import { CellArray } from './cell-array.js';

function cells(): CellArray {
  return new CellArray({
    rows: 64,
    cols: 64,
    seed: 3,
    nominal: { resistanceP: 50e3, tmr: 1.2, tmrHalfVoltage: 0.5, hkAPerM: 50e3, vcmaSlopeAPerMPerV: -60e3 },
    spread: { resistanceP: 0.03, tmr: 0.03, hk: 0, vcmaSlope: 0, strayFieldAPerM: 0, readNoise: 0, readNoiseSpread: 0 },
  });
}
const new1 = { timeS: 0, temperatureC: 25, pulses: 0 };

describe('the random walk of cells', () => {
  it('has the covariance min(s, t) at irregular times', () => {
    // 20 000 cells: an estimated covariance of walks at s and t has σ = √((st + min²)/20 000); 4.5σ for 15 pairs, false alarm 1e-4.
    const n = 20_000;
    const tree = new BrownianTree(n, 1, 'test');
    const times = [0.3, 7, 7.25, 1000.125, 3.1e7];
    const walks = times.map((t) => tree.at(t));
    times.forEach((s, i) =>
      times.slice(i).forEach((t, k) => {
        const other = walks[i + k]!;
        const covariance = walks[i]!.reduce((sum, value, cell) => sum + value * other[cell]!, 0) / n;
        const sigma = Math.sqrt((s * t + s * s) / n);
        expect(Math.abs(covariance - s)).toBeLessThan(4.5 * sigma + TICK_S);
      }),
    );
  });

  it('has increments that are normal, alike and independent of what came before', () => {
    // 20 000 cells: σ of the second moment √(2/n), of the fourth √(96/n), of a correlation 1/√n; 4.5σ for each of 16 figures.
    const n = 20_000;
    const tree = new BrownianTree(n, 2, 'test');
    const at = [10, 10.5, 11, 11.5, 12].map((t) => tree.at(t));
    const steps = at.slice(1).map((walk, k) => walk.map((value, cell) => (value - at[k]![cell]!) / Math.sqrt(0.5)));
    steps.forEach((step, k) => {
      const moment = (power: number): number => step.reduce((sum, x) => sum + x ** power, 0) / n;
      expect(Math.abs(moment(2) - 1)).toBeLessThan(4.5 * Math.sqrt(2 / n));
      expect(Math.abs(moment(4) - 3)).toBeLessThan(4.5 * Math.sqrt(96 / n));
      const before = k === 0 ? at[0]!.map((x) => x / Math.sqrt(10)) : steps[k - 1]!;
      const correlation = step.reduce((sum, x, cell) => sum + x * before[cell]!, 0) / n;
      expect(Math.abs(correlation)).toBeLessThan(4.5 / Math.sqrt(n));
      const neighbours = step.reduce((sum, x, cell) => sum + x * (step[cell + 1] ?? 0), 0) / n;
      expect(Math.abs(neighbours)).toBeLessThan(4.5 / Math.sqrt(n));
    });
  });

  it('is a function of time, whatever was asked before', () => {
    const times = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(times, (list) => {
        const tree = new BrownianTree(6, 5, 'test');
        const forward = list.map((t) => tree.at(t));
        const backward = [...list].reverse().map((t) => new BrownianTree(6, 5, 'test').at(t));
        expect(backward.reverse()).toEqual(forward);
      }),
      { numRuns: 30, seed: 1 },
    );
    expect(new BrownianTree(4, 1).at(0)).toEqual(new Float64Array(4));
    expect(new BrownianTree(4, 1).at(HORIZON_S).every((x) => x !== 0)).toBe(true);
    expect(new BrownianTree(4, 1).at(5)).not.toEqual(new BrownianTree(4, 2).at(5));
    expect(() => new BrownianTree(4, 1).at(-1)).toThrow(/timeS/);
  });
});

describe('the ageing of cells', () => {
  it('costs and changes nothing by default', () => {
    const array = cells();
    const before = array.resistanceP.slice();
    const ageing = new CellAgeing(array, NO_AGEING, 3);
    expect(ageing.apply({ timeS: 1e6, temperatureC: 80, pulses: 1e12 })).toBe(false);
    expect(array.version).toBe(0);
    expect(array.resistanceP).toEqual(before);
  });

  it('lets ln R walk by the √time asked for, and comes back to what it was at 0', () => {
    // 4096 cells: σ of a σ is 1.1 %; 4.5σ.
    const array = cells();
    const before = array.resistanceP.slice();
    const ageing = new CellAgeing(array, { ...NO_AGEING, walkPerSqrtHour: 0.01 }, 3);
    for (const hours of [1, 4, 100]) {
      expect(ageing.apply({ ...new1, timeS: 3600 * hours })).toBe(true);
      const squares = array.resistanceP.reduce((sum, r, cell) => sum + Math.log(r / before[cell]!) ** 2, 0);
      expect(Math.abs(Math.sqrt(squares / 4096) / (0.01 * Math.sqrt(hours)) - 1)).toBeLessThan(0.05);
    }
    ageing.apply(new1);
    expect(array.resistanceP).toEqual(before);
    expect(array.version).toBe(4);
  });

  it('does not depend on how time is cut', () => {
    const plan: AgeingPlan = { ...NO_AGEING, walkPerSqrtHour: 0.01, tmrPerK: -1e-3, tmrPerDecade: -0.02 };
    const [often, once] = [cells(), cells()];
    const ageing = new CellAgeing(often, plan, 3);
    for (let t = 0; t <= 1000; t += 125) ageing.apply({ timeS: t, temperatureC: 25 + t / 100, pulses: t * 1e6 });
    new CellAgeing(once, plan, 3).apply({ timeS: 1000, temperatureC: 35, pulses: 1e9 });
    expect(often.resistanceP).toEqual(once.resistanceP);
    expect(often.tmr).toEqual(once.tmr);
  });

  it('follows temperature and pulses by their coefficients, cell by cell', () => {
    const array = cells();
    const [r, t] = [array.resistanceP.slice(), array.tmr.slice()];
    const plan = {
      ...NO_AGEING,
      resistancePerK: -2e-4,
      tmrPerK: -1e-3,
      resistancePerDecade: -0.01,
      tmrPerDecade: -0.03,
    };
    const temperatureC = new Float64Array(4096).fill(25);
    temperatureC[7] = 65;
    const pulses = new Float64Array(4096);
    pulses[9] = 99e6; // two decades
    new CellAgeing(array, plan, 3).apply({ timeS: 0, temperatureC, pulses });
    expect(array.resistanceP[7]! / r[7]!).toBeCloseTo(1 - 0.008, 12);
    expect(array.tmr[7]! / t[7]!).toBeCloseTo(1 - 0.04, 12);
    expect(array.resistanceP[9]! / r[9]!).toBeCloseTo(1 - 0.02, 12);
    expect(array.tmr[9]! / t[9]!).toBeCloseTo(1 - 0.06, 12);
    expect(array.resistanceP[0]).toBe(r[0]);
    expect(() => new CellAgeing(cells(), plan, 3).apply({ ...new1, temperatureC: 2000 })).toThrow(
      /leave cell 0 no resistance or TMR/,
    );
  });
});
