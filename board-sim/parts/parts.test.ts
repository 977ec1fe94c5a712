import { describe, expect, it } from 'vitest';
import { COIL_BUDGET_A2S, CoilGuard } from './coil.js';
import { Ina228, Ina228Register, Unwrapped40 } from './ina228.js';
import { PowerModel } from './power.js';
import { ThermalModel } from './thermal.js';
import { Tmp117, TMP117_NOT_READY, tmp117MilliC } from './tmp117.js';
import { widthSetting } from './delay-line.js';

describe('INA228', () => {
  it('has the calibration values of the board', () => {
    for (const [shunt, fullScale, currentLsb, energyLsb] of [
      [0.05, 0.8192, 1.5625e-6, 80e-6],
      [1, 0.04096, 78.125e-9, 4e-6],
      [0.02, 2.048, 3.90625e-6, 200e-6],
    ] as const) {
      const monitor = new Ina228('x', shunt, fullScale);
      expect(monitor.read(Ina228Register.shuntCal)).toBe(4096n);
      expect(monitor.currentLsbA).toBeCloseTo(currentLsb, 12);
      expect(monitor.energyLsbJ).toBeCloseTo(energyLsb, 9);
    }
  });

  it('counts 51.2 µJ a code at 1 µA', () => {
    const monitor = new Ina228('x', 0.1, 2 ** 19 * 1e-6);
    expect(monitor.energyLsbJ * 1e6).toBeCloseTo(51.2, 1);
    monitor.accumulate(5, 1, 1);
    expect(Number(monitor.read(Ina228Register.energy))).toBe(Math.floor(1 / monitor.energyLsbJ));
  });

  it('shows bus voltage, current and power in left-aligned codes', () => {
    const monitor = new Ina228('x', 0.05, 0.8192);
    monitor.accumulate(5, 2, 1);
    expect(Number(monitor.read(Ina228Register.vBus) >> 4n) * 195.3125e-6).toBeCloseTo(5, 3);
    expect(Number(monitor.read(Ina228Register.current) >> 4n) * monitor.currentLsbA).toBeCloseTo(0.4, 5);
    expect(Number(monitor.read(Ina228Register.power)) * monitor.powerLsbW).toBeCloseTo(2, 4);
    expect(Number(monitor.read(Ina228Register.charge)) * monitor.currentLsbA).toBeCloseTo(0.4, 5);
  });

  it('wraps at forty bits, and the firmware follows it', () => {
    const monitor = new Ina228('x', 0.05, 0.8192);
    const total = new Unwrapped40();
    const almost = (2 ** 40 - 10) * monitor.energyLsbJ;
    monitor.accumulate(5, almost, 1e6);
    total.update(monitor.read(Ina228Register.energy));
    monitor.accumulate(5, 100 * monitor.energyLsbJ, 1);
    expect(monitor.read(Ina228Register.energy)).toBeLessThan(100n);
    const unwrapped = Number(total.update(monitor.read(Ina228Register.energy)) - 2n ** 40n);
    expect(Math.abs(unwrapped - 90)).toBeLessThanOrEqual(1);
  });

  it('resets its accumulators by bit 14 and everything by bit 15', () => {
    const monitor = new Ina228('x', 0.05, 0.8192);
    monitor.accumulate(5, 1, 1);
    monitor.write(Ina228Register.config, 1 << 14);
    expect(monitor.read(Ina228Register.energy)).toBe(0n);
    expect(monitor.read(Ina228Register.shuntCal)).toBe(4096n);
    monitor.write(Ina228Register.config, 1 << 15);
    expect(monitor.read(Ina228Register.config)).toBe(0n);
    expect(monitor.currentLsbA).toBeCloseTo(4 * 1.5625e-6, 12); // the wide range again: a trap for who resets and forgets
  });

  it('reads zero without SHUNT_CAL', () => {
    const monitor = new Ina228('x', 0.05, 0.8192);
    monitor.write(Ina228Register.shuntCal, 0);
    monitor.accumulate(5, 10, 1);
    expect(monitor.read(Ina228Register.energy)).toBe(0n);
    expect(monitor.read(Ina228Register.current)).toBe(0n);
    expect(monitor.read(Ina228Register.vBus)).not.toBe(0n);
  });
});

describe('TMP117', () => {
  it('holds −256 °C until its first conversion, and nobody may believe it', () => {
    const chip = new Tmp117();
    chip.advance(0.01, 25);
    expect(chip.read()).toBe(TMP117_NOT_READY);
    expect(tmp117MilliC(chip.read())).toBeUndefined();
    chip.advance(0.2, 31.25);
    expect(tmp117MilliC(chip.read())).toBe(31250);
    chip.advance(0.2, -10);
    expect(tmp117MilliC(chip.read())).toBe(-10000);
  });
});

describe('the power model', () => {
  it('books idle power, pulses and coil to their rails', () => {
    const power = new PowerModel();
    power.advance(10, 1e-3, 1.5, 15_000);
    const [usb, logic, pulse, coil] = power.codes();
    const joules = (rail: typeof usb): number => Number(rail!.energyCode) * rail!.energyLsbNj * 1e-9;
    expect(joules(usb)).toBeCloseTo(20.0011, 3);
    expect(joules(logic)).toBeCloseTo(18, 3);
    expect(joules(pulse)).toBeCloseTo(1e-3, 5);
    expect(joules(coil)).toBeCloseTo(0.25 * 1.5 * 10, 2);
    expect(power.powerW).toBeCloseTo(2, 3);
  });
});

describe('the thermal model', () => {
  it("settles at ambient plus the board's own warming, whatever the steps", () => {
    const one = new ThermalModel(25);
    const many = new ThermalModel(25);
    one.advance(100, 2);
    for (let k = 0; k < 100; k++) many.advance(1, 2);
    expect(many.celsius).toBeCloseTo(one.celsius, 9);
    one.advance(1e5, 2);
    expect(one.celsius).toBeCloseTo(33, 6);
  });
});

describe('the coil', () => {
  it('carries half an ampere for good, and 2 A until its budget is used up', () => {
    const guard = new CoilGuard();
    guard.advance(1e6, -15_000);
    expect(guard.heat).toBe(0);
    guard.advance((0.999 * COIL_BUDGET_A2S) / 3.75, 60_000);
    expect(guard.overloaded).toBe(false);
    guard.advance(0.01, -60_000);
    expect(guard.overloaded).toBe(true);
    // Without current it gives off what half an ampere would bring.
    const { heat } = guard;
    for (let k = 0; k < 10; k++) guard.advance(1, 0);
    expect(guard.heat).toBeCloseTo(heat - 2.5, 9);
    guard.advance(1e3, 0);
    expect(guard.heat).toBe(0);
  });
});

describe('the delay line', () => {
  it('makes widths of 5 ps from cycles and codes', () => {
    expect(widthSetting(500)).toEqual({ cycles: 0, codes: 100, widthPs: 500 });
    expect(widthSetting(30_000)).toEqual({ cycles: 4, codes: -400, widthPs: 30_000 });
    expect(widthSetting(1_232).widthPs).toBe(1230);
    for (let ps = 500; ps < 100_000; ps += 777) expect(Math.abs(widthSetting(ps).codes)).toBeLessThanOrEqual(800);
  });
});
