import { describe, expect, it } from 'vitest';
import {
  chargeEnergyJ,
  conductance,
  jouleEnergyJ,
  jouleEnergyOfMean,
  junctionElectrics,
  parallelResistanceAt,
  readEnergyJ,
  resistance,
  stateResistance,
  tmrAt,
} from './electrical.js';
import { type DeviceParameters, s1, s3 } from './parameters.js';

const j1 = junctionElectrics(s1);
const j3 = junctionElectrics(s3);
/** 70 nm, 1.5 nm of bulk MgO, S1's magnet: the example of the energy figures. */
const wide = (resistanceAreaProduct: number): DeviceParameters => {
  const { resistanceP: _unused, ...rest } = s1;
  return { ...rest, diameter: 70e-9, relativePermittivity: 9.7, resistanceAreaProduct };
};

describe('resistance', () => {
  it('is RP at 0 and RP (1 + TMR(V)) at π', () => {
    for (const v of [0, 0.1, 0.5, -1.2]) {
      expect(resistance(j1, 1, v)).toBeCloseTo(5e3, 9);
      expect(resistance(j1, -1, v)).toBeCloseTo(5e3 * (1 + 1.2 / (1 + (v / 0.5) ** 2)), 8);
      expect(stateResistance(j1, 'P', v)).toBeCloseTo(resistance(j1, 1, v), 9);
      expect(stateResistance(j1, 'AP', v)).toBeCloseTo(resistance(j1, -1, v), 8);
    }
    expect(tmrAt(j1, 0.5)).toBe(0.6);
    expect(tmrAt(j1, 0.1) / 1.2).toBeCloseTo(0.962, 3);
  });

  it('has a conductance linear in mz', () => {
    for (const v of [0, 0.3, 1]) {
      for (const mz of [-1, -0.4, 0, 0.77, 1]) {
        expect(conductance(j1, mz, v) * resistance(j1, mz, v)).toBeCloseTo(1, 12);
      }
      const middle = (conductance(j1, -0.6, v) + conductance(j1, 0.2, v)) / 2;
      expect(conductance(j1, -0.2, v)).toBeCloseTo(middle, 15);
    }
  });
});

describe('a bias table of the parallel resistance', () => {
  const device = { ...s1, resistanceBias: { voltage: [0, 0.5, 1, 1.5], ratio: [1, 0.9, 0.7, 0.45] } };
  const biased = junctionElectrics(device);

  it('scales both states, smoothly and falling, for both polarities', () => {
    expect(parallelResistanceAt(biased, 0)).toBe(5e3);
    for (const v of [0.5, -0.5]) {
      expect(parallelResistanceAt(biased, v)).toBeCloseTo(4.5e3, 9);
      expect(stateResistance(biased, 'AP', v)).toBeCloseTo(4.5e3 * 1.6, 9);
      expect(resistance(biased, -1, v)).toBeCloseTo(4.5e3 * 1.6, 9);
      expect(conductance(biased, 0.3, v) * resistance(biased, 0.3, v)).toBeCloseTo(1, 12);
    }
    expect(parallelResistanceAt(biased, 0.75)).toBeLessThan(4.5e3);
    expect(parallelResistanceAt(biased, 0.75)).toBeGreaterThan(3.5e3);
    expect(jouleEnergyJ(biased, 'P', 'P', 1, 1e-9).joules * 1e12).toBeCloseTo(0.2 / 0.7, 9);
  });

  it('says where it ends', () => {
    for (const v of [1.6, -1.6, Number.NaN]) {
      expect(() => parallelResistanceAt(biased, v)).toThrow(/voltageV must be from -1\.5 to 1\.5.*resistanceBias/);
    }
    const lopsided = junctionElectrics({ ...s1, resistanceBias: { voltage: [-0.2, 0, 1], ratio: [0.9, 1, 0.5] } });
    expect(parallelResistanceAt(lopsided, -0.2)).toBeCloseTo(4.5e3, 9);
    expect(() => parallelResistanceAt(lopsided, -0.3)).toThrow(/from -0\.2 to 1,/);
  });
});

describe('energies', () => {
  it('charges S1 with 46.36 aJ and S3 with 120 aJ at 1 V', () => {
    expect(chargeEnergyJ(j1, 1) * 1e18).toBeCloseTo(46.36, 2);
    expect(chargeEnergyJ(j3, 1) * 1e18).toBeCloseTo(120, 0);
    expect(chargeEnergyJ(j1, -2)).toBeCloseTo(4 * chargeEnergyJ(j1, 1), 24);
  });

  it('spends 0.2 pJ a nanosecond in S1 and 3.0 fJ in S3 at 1 V, parallel', () => {
    expect(jouleEnergyJ(j1, 'P', 'P', 1, 1e-9).joules * 1e12).toBeCloseTo(0.2, 12);
    expect(jouleEnergyJ(j3, 'P', 'P', 1, 1e-9).joules * 1e15).toBeCloseTo(3.0, 1);
  });

  it('gives the figures of a 70 nm cell at 1.5 V and 0.7 ns', () => {
    const [low, high] = [junctionElectrics(wide(200e-12)), junctionElectrics(wide(1e-9))];
    expect(low.resistanceP / 1e3).toBeCloseTo(52, 0);
    expect(high.resistanceP / 1e3).toBeCloseTo(260, 0);
    expect(low.capacitance * 1e15).toBeCloseTo(0.22, 2);
    expect(chargeEnergyJ(low, 1.5) * 1e15).toBeCloseTo(0.5, 2);
    expect(jouleEnergyJ(low, 'P', 'P', 1.5, 0.7e-9).joules * 1e15).toBeCloseTo(30, 0);
    expect(jouleEnergyJ(high, 'P', 'P', 1.5, 0.7e-9).joules * 1e15).toBeCloseTo(6.1, 1);
  });

  it('spends 13.5 pJ in S1 at 1.5 V in 30 ns', () => {
    expect(jouleEnergyJ(j1, 'P', 'P', 1.5, 30e-9).joules * 1e12).toBeCloseTo(13.5, 12);
    expect((0.5 * chargeEnergyJ(j1, 1.5)) / 1e-18).toBeCloseTo(52, 0);
  });

  it('takes the mean of P and AP for a switched cell, in both directions, and says so', () => {
    const ends = (['P', 'AP'] as const).map((s) => jouleEnergyJ(j1, s, s, 1, 1e-9).joules);
    for (const [before, after] of [['P', 'AP'] as const, ['AP', 'P'] as const]) {
      const energy = jouleEnergyJ(j1, before, after, 1, 1e-9);
      expect(energy.estimate).toBe('end-state mean');
      expect(energy.joules).toBeCloseTo(((ends[0] ?? 0) + (ends[1] ?? 0)) / 2, 24);
    }
    expect(jouleEnergyOfMean(j1, 0, 1, 1e-9)).toEqual({
      joules: jouleEnergyJ(j1, 'P', 'AP', 1, 1e-9).joules,
      estimate: 'trajectory',
    });
  });

  it('reads with Vr² G t', () => {
    const cell = junctionElectrics({ ...s1, resistanceP: 50e3 });
    expect(readEnergyJ(cell, 'P', 0.1, 0.5e-6) * 1e12).toBeCloseTo(0.1, 12);
    expect(readEnergyJ(cell, 'AP', 0.1, 0.5e-6)).toBeLessThan(readEnergyJ(cell, 'P', 0.1, 0.5e-6));
  });
});
