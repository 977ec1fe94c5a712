import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { CellArray } from './cell-array.js';
import { TemperatureField, drivenPower, type ThermalSheet } from './temperature-field.js';

const sheet: ThermalSheet = { lateralWPerK: 5e-6, verticalWPerK: 1e-6, rowGradientK: 0, colGradientK: 0 };

describe('the temperature field of an array', () => {
  it('satisfies the balance of every cell', () => {
    for (const [rows, cols] of [
      [9, 14],
      [1, 5],
      [16, 16],
    ] as const) {
      const stream = RandomStream.from(1, rows);
      const power = Float64Array.from({ length: rows * cols }, () => 1e-6 * stream.uniform());
      const rise = new TemperatureField(rows, cols, sheet).rise(power);
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < cols; c++) {
          const own = rise[r * cols + c]!;
          let out = sheet.verticalWPerK * own;
          if (r > 0) out += sheet.lateralWPerK * (own - rise[(r - 1) * cols + c]!);
          if (r < rows - 1) out += sheet.lateralWPerK * (own - rise[(r + 1) * cols + c]!);
          if (c > 0) out += sheet.lateralWPerK * (own - rise[r * cols + c - 1]!);
          if (c < cols - 1) out += sheet.lateralWPerK * (own - rise[r * cols + c + 1]!);
          expect(Math.abs(out - power[r * cols + c]!)).toBeLessThan(1e-17);
        }
    }
  });

  it('is even for even power, and falls off a heated row as a chain does', () => {
    const field = new TemperatureField(40, 8, sheet);
    for (const rise of field.rise(new Float64Array(320).fill(2e-6))) expect(rise).toBeCloseTo(2, 12);
    const row = new Float64Array(320).fill(1e-6, 0, 8);
    const rise = field.rise(row);
    // Far from both ends a step down the chain is by e^-q with cosh q = 1 + vertical/(2·lateral).
    const q = Math.acosh(1 + sheet.verticalWPerK / (2 * sheet.lateralWPerK));
    expect(Math.log(rise[10 * 8]! / rise[11 * 8]!)).toBeCloseTo(q, 4);
    expect(rise[3]).toBeCloseTo(rise[0]!, 12);
  });

  it('is reciprocal, and adds gradients around the middle', () => {
    const field = new TemperatureField(7, 6, { ...sheet, rowGradientK: 0.5, colGradientK: -0.2 });
    const unit = (cell: number): Float64Array => new Float64Array(42).fill(1e-6, cell, cell + 1);
    expect(field.rise(unit(5))[30]).toBeCloseTo(field.rise(unit(30))[5]!, 12);
    const still = field.temperatures(30);
    expect(still.reduce((sum, t) => sum + t, 0) / 42).toBeCloseTo(30, 12);
    expect(still[0]).toBeCloseTo(30 - 1.5 + 0.5, 12);
    const warm = field.temperatures(30, unit(5));
    expect(warm[5]! - still[5]!).toBeCloseTo(field.rise(unit(5))[5]!, 12);
    expect(() => field.rise([1])).toThrow(/7 × 6/);
  });

  it('takes the Joule power of driven rows', () => {
    const cells = new CellArray({
      rows: 4,
      cols: 3,
      seed: 1,
      nominal: { resistanceP: 50e3, tmr: 1, tmrHalfVoltage: 0.5, hkAPerM: 50e3, vcmaSlopeAPerMPerV: -60e3 },
      spread: { resistanceP: 0, tmr: 0, hk: 0, vcmaSlope: 0, strayFieldAPerM: 0, readNoise: 0, readNoiseSpread: 0 },
    });
    cells.state.fill(0);
    const power = drivenPower(cells, [0.1, 0, 0, 0.2], 0.5);
    expect(power[1]).toBeCloseTo((0.5 * 0.01) / 50e3, 15);
    expect(power[4]).toBe(0);
    expect(power[10]).toBeCloseTo((0.5 * 0.04) / 50e3, 15);
  });
});
