import { beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { derive } from './derive.js';
import { boardCell } from './parameters.js';
import { escapeRates } from './escape-rates.js';
import { switchingTableData } from './gen/switching-table-data.js';
import { macrospinModel } from './macrospin.js';
import { flipProbability } from './retention.js';
import { decodeProbabilities, encodeProbabilities } from './table-codec.js';
import { Stencil } from './stencil.js';
import { TABLE_IN_PLANE_FIELD, TABLE_SIZE } from './table-axes.js';
import { type SwitchingCell, SwitchingTable } from './switching-table.js';
import { compareWithIntegration, randomPoints, TABLE_BUDGET } from './table-check.js';

const { effectiveField, vcmaSlope } = derive(boardCell);
const nominal: SwitchingCell = { hkAPerM: effectiveField, vcmaSlopeAPerMPerV: vcmaSlope, hzAPerM: 0 };
let table: SwitchingTable;
beforeAll(() => {
  table = SwitchingTable.standard();
});

describe('against direct integration', () => {
  // Tolerance at each point: 4 standard errors of the direct estimate plus the table's own budget. A correct table raises a
  // false alarm at a point with probability below 6e-5, so in these 12 about once in 1400 seeds. The seed is fixed.
  it.each(randomPoints(20250101, 12))('at $cell, $start, $voltageV V, $widthS s', (point) => {
    const { direct, tabulated, error } = compareWithIntegration(table, point, 300, 77);
    expect(Math.abs(tabulated - direct)).toBeLessThan(4 * error + TABLE_BUDGET);
  });
});

describe('the standard table', () => {
  it('has no switching without a pulse', () => {
    for (const start of ['P', 'AP'] as const) {
      expect(table.probability(nominal, start, 0, 10e-9)).toBe(0);
      expect(table.probability(nominal, start, -1.5, 10e-9)).toBe(0);
      expect(table.probability(nominal, start, 1.5, 0)).toBe(0);
      expect(table.probability(nominal, start, 2, 10e-12)).toBeLessThan(0.01);
      expect(table.probability(nominal, start, 0.9, 5e-9)).toBeLessThan(0.01);
    }
  });

  it('switches after half a turn at the critical voltage and returns after a whole one', () => {
    const critical = derive(boardCell).criticalVoltage;
    expect(table.probability(nominal, 'P', critical, 1.18e-9)).toBeGreaterThan(0.98);
    expect(table.probability(nominal, 'P', critical, 2.37e-9)).toBeLessThan(0.05);
  });

  it('exchanges the states with the sign of Hz, and none at Hz = 0', () => {
    for (const hzAPerM of [-2700, 400, 1900]) {
      const [cell, mirror] = [
        { ...nominal, hzAPerM },
        { ...nominal, hzAPerM: -hzAPerM },
      ];
      expect(table.probability(cell, 'P', 1.55, 4e-9)).toBe(table.probability(mirror, 'AP', 1.55, 4e-9));
    }
    expect(table.probability(nominal, 'P', 1.55, 4e-9)).toBe(table.probability(nominal, 'AP', 1.55, 4e-9));
  });

  it('is ½ and forgetful after a long pulse above the critical voltage', () => {
    for (const widthS of [25e-9, 60e-9, 100e-9]) {
      expect(Math.abs(table.probability(nominal, 'P', 1.6, widthS) - 0.5)).toBeLessThan(0.02);
      const tilted = { ...nominal, hzAPerM: 1500 };
      const [away, back] = (['P', 'AP'] as const).map((start) => table.probability(tilted, start, 1.6, widthS));
      expect(Math.abs((away ?? 0) + (back ?? 0) - 1)).toBeLessThan(0.03);
      expect(away).toBeLessThan(0.5);
    }
  });

  it('joins its tail to the table, and the tail only forgets', () => {
    // Sub-critical pulses: still activated at the end of the table, 60 ns.
    for (const volts of [1.05, 1.1]) {
      const curve = [40, 55, 59.9, 60.1, 80, 200, 1000, 10_000].map((ns) =>
        table.probability(nominal, 'P', volts, ns * 1e-9),
      );
      expect(Math.abs((curve[3] ?? 0) - (curve[2] ?? 0))).toBeLessThan(0.02);
      for (let i = 3; i < curve.length; i++) expect(curve[i]).toBeGreaterThanOrEqual((curve[i - 1] ?? 0) - 0.01);
      expect(curve.at(-1)).toBeCloseTo(0.5, 1);
    }
  });

  it('passes over to the escape rates where a weak pulse leaves a barrier', () => {
    // Between 40 and 50 kA/m both are at work: integration made the table, theory the rates.
    for (const hkPulse of [40e3, 45e3, 50e3]) {
      const volts = (hkPulse - effectiveField) / vcmaSlope;
      const rates = escapeRates(macrospinModel(boardCell), { hk: hkPulse, hx: TABLE_IN_PLANE_FIELD, hz: 0 });
      for (const widthS of [20e-9, 50e-9]) {
        const theory = flipProbability(rates, widthS).fromP;
        const p = table.probability(nominal, 'P', volts, widthS);
        // 12 % of the formula, and the sampling of the table.
        expect(Math.abs(p - theory)).toBeLessThan(0.12 * theory + 4 * Math.sqrt(theory / switchingTableData.trials));
      }
    }
    const weak = derive(boardCell).criticalVoltage / 2;
    const hk = effectiveField + vcmaSlope * weak;
    const rates = escapeRates(macrospinModel(boardCell), { hk, hx: TABLE_IN_PLANE_FIELD, hz: 0 });
    expect(table.probability(nominal, 'P', weak, 1e-5) / (rates.fromP * 1e-5)).toBeCloseTo(1, 1);
  });

  it('stays within 0 … 1 everywhere, far outside its axes too', () => {
    const random = RandomStream.from(3, 'range');
    for (let i = 0; i < 5000; i++) {
      const cell = {
        hkAPerM: 60e3 + 160e3 * random.uniform(),
        vcmaSlopeAPerMPerV: -180e3 * random.uniform(),
        hzAPerM: 60e3 * (random.uniform() - 0.5),
      };
      const p = table.probability(cell, 'AP', 2.5 * random.uniform(), 10 ** (-11 + 4 * random.uniform()));
      expect(p >= 0 && p <= 1).toBe(true);
    }
  });

  it('is continuous along every argument', () => {
    const random = RandomStream.from(4, 'continuity');
    for (let i = 0; i < 1000; i++) {
      const cell = {
        hkAPerM: 122e3 + 42e3 * random.uniform(),
        vcmaSlopeAPerMPerV: -99e3,
        hzAPerM: 32e3 * (random.uniform() - 0.5),
      };
      const [v, w] = [0.4 + 1.6 * random.uniform(), 0.1e-9 + 20e-9 * random.uniform()];
      const p = table.probability(cell, 'P', v, w);
      const near = [
        table.probability(cell, 'P', v + 1e-6, w),
        table.probability(cell, 'P', v, w + 1e-14),
        table.probability({ ...cell, hkAPerM: cell.hkAPerM + 0.05 }, 'P', v, w),
        table.probability({ ...cell, hzAPerM: cell.hzAPerM + 0.05 }, 'P', v, w),
      ];
      for (const other of near) expect(Math.abs(other - p)).toBeLessThan(5e-4);
    }
  });

  it('has a slope along the width', () => {
    const [low, high] = [2.99e-9, 3.01e-9].map((w) => table.probability(nominal, 'P', 1.5, w));
    const slope = ((high ?? 0) - (low ?? 0)) / 0.02e-9;
    expect(Math.abs(table.widthSlope(nominal, 'P', 1.5, 3e-9) / slope - 1)).toBeLessThan(0.05);
  });

  it('refuses nonsense', () => {
    expect(() => table.probability(nominal, 'P', 1, -1e-9)).toThrow(/widthS/);
    expect(() => table.probability(nominal, 'P', 1, Number.NaN)).toThrow(/widthS/);
    expect(() => table.probability({ ...nominal, vcmaSlopeAPerMPerV: 6e4 }, 'P', 1, 1e-9)).toThrow(/vcmaSlope/);
    expect(() => table.probability({ ...nominal, hzAPerM: Number.NaN }, 'P', 1, 1e-9)).toThrow(/finite/);
    expect(() => new SwitchingTable(new Float32Array(7))).toThrow(RangeError);
  });
});

describe('table plumbing', () => {
  it('stores probabilities to 1/8190', () => {
    const values = Array.from({ length: 1000 }, (_, i) => i / 999);
    const back = decodeProbabilities(encodeProbabilities([...values, -0.1, 1.1]), 1002);
    values.forEach((v, i) => expect(Math.abs((back[i] ?? 9) - v)).toBeLessThan(1 / 8190 + 1e-7));
    expect([back[1000], back[1001]]).toEqual([0, 1]);
    expect(() => decodeProbabilities('AAA', 1)).toThrow(RangeError);
    expect(() => decodeProbabilities('A!', 1)).toThrow(RangeError);
    expect(TABLE_SIZE).toBeLessThan(360_000);
  });

  it('interpolates cubics exactly, quadratics on three points, and clamps', () => {
    const axis = Float64Array.of(0, 1, 2.5, 3, 5, 8);
    const stencil = new Stencil(axis);
    const f = (x: number): number => 1 - 2 * x + 0.3 * x * x - 0.05 * x ** 3;
    const value = (x: number): number => {
      stencil.aim(x);
      return stencil.weights.reduce((sum, w, i) => sum + w * f(axis[stencil.first + i] ?? 0), 0);
    };
    for (const x of [0, 0.4, 1, 2.2, 2.7, 4, 7.9, 8]) expect(value(x)).toBeCloseTo(f(x), 12);
    expect(value(-3)).toBeCloseTo(f(0), 12);
    expect(value(11)).toBeCloseTo(f(8), 12);
    const three = new Stencil(Float64Array.of(1, 2, 4));
    three.aim(3.1);
    expect(three.weights.reduce((sum, w, i) => sum + w * ([1, 4, 16][three.first + i] ?? 0), 0)).toBeCloseTo(9.61, 12);
  });
});
