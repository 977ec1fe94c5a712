import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { drawRecords } from '../testing/thermal-records.js';
import { escapeOf, type ThermalCell, type ThermalModel } from './escape-rate.js';
import { SwitchingData } from './switching-likelihood.js';
import { fitThermalCell } from './thermal-switching.js';

/** The stabler of the published magnets, with the board's field across it. */
const CELL: ThermalCell = { hkAPerM: 148e3, perV: -99 / 148, delta: 30, strayAPerM: 800 };
const MODEL: ThermalModel = { attemptRateHz: 1e9, inPlaneAPerM: 12e3 };
const SWEEP = { fieldMaxAPerM: 80e3, steps: 160, settleS: 5e-3, readS: 1e-3, repeats: 20 };

describe('thermally activated switching', () => {
  it('leaves a well at the rate of Arrhenius and Stoner–Wohlfarth', () => {
    const along: ThermalModel = { attemptRateHz: 1e9, inPlaneAPerM: 0 };
    const cell: ThermalCell = { hkAPerM: 100e3, perV: -0.5, delta: 40, strayAPerM: 1000 };
    // Hk(0.2 V) = 90 kA/m, Δ = 36; field −46 + 1 kA/m: h = ½.
    expect(escapeOf(cell, along, 'p', -46e3, 0.2).rate).toBeCloseTo(1e9 * Math.exp(-36 / 4), 3);
    expect(escapeOf(cell, along, 'ap', 44e3, 0.2).rate).toBeCloseTo(1e9 * Math.exp(-36 / 4), 3);
    expect(escapeOf(cell, along, 'p', -200e3, 0).rate).toBe(1e9);
    expect(escapeOf(cell, along, 'p', 200e3, 0).rate).toBe(0);
    expect(escapeOf(cell, along, 'p', 0, 3).rate).toBe(1e9);
  });

  it('has the likelihood of a hand count', () => {
    const along: ThermalModel = { attemptRateHz: 1e9, inPlaneAPerM: 0 };
    const rate = (fieldAPerM: number): number => escapeOf(CELL, along, 'p', fieldAPerM, 0).rate;
    const at = (fieldAPerM: number, secondsS: number) => ({ fieldAPerM, voltageV: 0, secondsS });
    const intervals = [
      { fieldAPerM: -30e3, exposures: [at(-30e3, 2)] },
      { fieldAPerM: -40e3, exposures: [at(-30e3, 1), at(-40e3, 3)] },
    ];
    const record = { from: 'p', biasV: 0, intervals, switchedIn: undefined } as const;
    const first = 2 * rate(-30e3);
    const second = 3 * rate(-40e3) + rate(-30e3);
    expect(new SwitchingData([record]).likelihood(CELL, along, 3).value).toBeCloseTo(-first - second, 12);
    const switched = { ...record, switchedIn: 1 };
    expect(new SwitchingData([switched]).likelihood(CELL, along, 3).value).toBeCloseTo(
      -first + Math.log(1 - Math.exp(-second)),
      12,
    );
    expect(new SwitchingData([record, switched]).likelihood(CELL, along, 3).value).toBeCloseTo(
      -2 * first - second + Math.log(1 - Math.exp(-second)),
      12,
    );
  });

  it('is found again: Hk, Δ and stray field of one cell, from either state', () => {
    const random = RandomStream.from(5, 'one');
    const fit = fitThermalCell(drawRecords(random, CELL, MODEL, { ...SWEEP, repeats: 400, biasesV: [0] }), MODEL, 0)!;
    for (const [estimate, truth, relative] of [
      [fit.hkAPerM, 148e3, 0.02],
      [fit.delta, 30, 0.06],
      [fit.strayAPerM, 800, 0.3],
    ] as const) {
      expect(estimate.standardError / Math.abs(truth)).toBeLessThan(relative);
      // Four standard errors: false alarm 6e-5 each.
      expect(Math.abs(estimate.value - truth)).toBeLessThan(4 * estimate.standardError);
    }
    expect(fit.correlation).toBeLessThan(-0.9);
    expect(fit).toMatchObject({ switched: 800, records: 800 });
  });

  it('finds dHk/dV and dΔ/dV from three biases', () => {
    const random = RandomStream.from(6, 'slope');
    const records = drawRecords(random, CELL, MODEL, { ...SWEEP, repeats: 50, biasesV: [-0.2, 0, 0.2] });
    const fit = fitThermalCell(records, MODEL)!;
    const { slopeAPerMPerV: slope, deltaPerV } = fit;
    expect(Math.abs(slope!.standardError / 99e3)).toBeLessThan(0.05);
    expect(Math.abs(slope!.value + 99e3)).toBeLessThan(4 * slope!.standardError);
    expect(Math.abs(deltaPerV!.value + (30 / 148e3) * 99e3)).toBeLessThan(4 * deltaPerV!.standardError);
  });

  it('is not confused by what the coil does between readings: long carried times', () => {
    const random = RandomStream.from(7, 'carried');
    const sweep = { ...SWEEP, settleS: 1e-3, carriedS: 20e-3, repeats: 200, biasesV: [0] };
    const fit = fitThermalCell(drawRecords(random, CELL, MODEL, sweep), MODEL, 0)!;
    expect(Math.abs(fit.hkAPerM.value - 148e3)).toBeLessThan(4 * fit.hkAPerM.standardError);
    expect(Math.abs(fit.delta.value - 30)).toBeLessThan(4 * fit.delta.standardError);
  });

  it('says nothing where nothing can be said', () => {
    const random = RandomStream.from(8, 'none');
    const weak = drawRecords(random, CELL, MODEL, { ...SWEEP, fieldMaxAPerM: 5e3, biasesV: [0] });
    expect(fitThermalCell(weak, MODEL, 0)).toBeUndefined();
    expect(fitThermalCell([], MODEL, 0)).toBeUndefined();
    // Every switching in the same interval: no width, no Δ.
    const [down] = drawRecords(random, CELL, MODEL, { ...SWEEP, steps: 4, repeats: 1, biasesV: [0] });
    expect(fitThermalCell([down!, down!, down!], MODEL, 0)).toBeUndefined();
  });
});
