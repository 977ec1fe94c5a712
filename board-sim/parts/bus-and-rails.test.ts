import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardParts } from './board-parts.js';
import { COIL_TAU_S } from './coil-driver.js';
import { EEPROM_WRITE_NS } from './i2c/eeprom-24m01.js';
import { I2C_ADDRESS } from './i2c/board-bus.js';
import { MONITOR_ADDRESS, TMP117_ADDRESS } from './rails.js';
import { DacChannel, VMID_V } from './serial/dac80508.js';
import { Ina228Register } from './ina228.js';
import { PinDriver } from './testing/pin-driver.js';

function bench(options: ConstructorParameters<typeof BoardParts>[0] = {}): { parts: BoardParts; pins: PinDriver } {
  const parts = new BoardParts({ scenario: 'ideal', ...options });
  return { parts, pins: new PinDriver(parts) };
}
const EEPROM = 0x50;
const at = (address: number): number[] => [address >> 8, address & 0xff];

describe('the bus', () => {
  it('has every chip at its address, and nobody elsewhere', () => {
    const { pins } = bench();
    pins.wait(1e9);
    const found = Array.from({ length: 128 }, (_, address) => address).filter((a) => pins.i2cWrite(a, []) >= 0);
    expect(found).toEqual([0x20, 0x35, 0x40, 0x41, 0x44, 0x45, 0x48, 0x49, 0x50, 0x51]);
    expect(Object.values(I2C_ADDRESS).length).toBeGreaterThan(0);
    expect(pins.i2cRead(0x10, 2)).toBeUndefined();
  });

  it('the power monitors say who they are', () => {
    const { pins } = bench();
    for (const address of [0x40, 0x41, 0x44, 0x45]) {
      expect(pins.register(address, 0x3e, 2)).toBe(0x5449);
      expect(pins.register(address, 0x3f, 2) >> 4).toBe(0x228);
    }
  });

  it('the thermometer reads −256 °C until its first conversion', () => {
    const { pins } = bench();
    expect(pins.register(TMP117_ADDRESS, 0, 2)).toBe(0x8000);
    pins.wait(2e9);
    const celsius = ((pins.register(TMP117_ADDRESS, 0, 2) << 16) >> 16) * 7.8125e-3;
    expect(celsius).toBeGreaterThan(24);
    expect(celsius).toBeLessThan(45);
  });

  it('a chip may fall silent and be heard again', () => {
    const { parts, pins } = bench();
    pins.wait(1e9);
    parts.bus.bus.silence(TMP117_ADDRESS, true);
    expect(pins.i2cRead(TMP117_ADDRESS, 2)).toBeUndefined();
    parts.bus.bus.silence(TMP117_ADDRESS, false);
    expect(pins.i2cRead(TMP117_ADDRESS, 2)).toBeDefined();
  });
});

describe('the EEPROM', () => {
  const written = (pins: PinDriver, address: number, bytes: readonly number[]): void => {
    expect(pins.i2cWrite(EEPROM, [...at(address), ...bytes])).toBe(bytes.length + 2);
  };
  const read = (pins: PinDriver, address: number, count: number): number[] => {
    pins.i2cWrite(EEPROM, at(address), false);
    return pins.i2cRead(EEPROM, count) ?? [];
  };

  it('answers nobody while it writes, for 5 ms', () => {
    const { pins } = bench();
    written(pins, 0x1234, [1, 2, 3]);
    expect(pins.i2cWrite(EEPROM, [])).toBe(-1);
    pins.wait(EEPROM_WRITE_NS);
    expect(read(pins, 0x1233, 5)).toEqual([0xff, 1, 2, 3, 0xff]);
  });

  it('wraps inside a page', () => {
    const { pins } = bench();
    written(pins, 0x02fe, [1, 2, 3, 4]);
    pins.wait(EEPROM_WRITE_NS);
    expect(read(pins, 0x02fe, 4)).toEqual([1, 2, 0xff, 0xff]);
    expect(read(pins, 0x0200, 3)).toEqual([3, 4, 0xff]);
  });

  it('tears the page when the power goes, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: EEPROM_WRITE_NS }), (cutNs) => {
        const image = new Uint8Array(1024).fill(7);
        const { parts, pins } = bench({ eeprom: image });
        written(pins, 0x0100, new Array<number>(256).fill(9));
        pins.wait(cutNs);
        parts.powerCycle(pins.nanos);
        const page = read(pins, 0x0100, 256);
        const fresh = page.filter((byte) => byte === 9).length;
        expect(page).toEqual(Array.from({ length: 256 }, (_, k) => (k < fresh ? 9 : 0xff)));
        // The stop comes with the last byte; the cut counts from there.
        expect(fresh).toBe(Math.floor((cutNs / EEPROM_WRITE_NS) * 256));
        expect(read(pins, 0x00ff, 1)).toEqual([7]);
        expect(read(pins, 0x0200, 1)).toEqual([7]);
      }),
      { seed: 6, numRuns: 30 },
    );
  });
});

describe('rails and field', () => {
  it('the array brought to a temperature drifts back, and the thermometer follows', () => {
    const { parts, pins } = bench();
    const celsius = (): number => ((pins.register(TMP117_ADDRESS, 0, 2) << 16) >> 16) * 7.8125e-3;
    pins.wait(1e9);
    const before = celsius();
    parts.rails.bringTo(80);
    pins.wait(1e6);
    expect(celsius()).toBeCloseTo(80, 1);
    // Three times the lag of 90 s.
    pins.wait(270e9);
    expect(celsius()).toBeCloseTo(parts.rails.celsius, 2);
    expect(celsius() - before).toBeLessThan(13);
    expect(celsius()).toBeGreaterThan(before);
  });

  it('a supply sags and comes back', () => {
    const { parts, pins } = bench();
    const volts = (address: number): number => (pins.register(address, Ina228Register.vBus, 3) / 16) * 195.3125e-6;
    pins.wait(1e7);
    expect(volts(MONITOR_ADDRESS.usb)).toBeCloseTo(5, 2);
    parts.rails.supply({ usbV: 4.2 });
    pins.wait(1e7);
    expect(volts(MONITOR_ADDRESS.usb)).toBeCloseTo(4.2, 2);
    expect(volts(MONITOR_ADDRESS.logic)).toBeCloseTo(3.3, 2);
    parts.rails.supply({});
    pins.wait(1e7);
    expect(volts(MONITOR_ADDRESS.usb)).toBeCloseTo(5, 2);
  });

  it('an output of the converter settles within 10 µs', () => {
    const { parts, pins } = bench();
    const before = parts.dac.volts(DacChannel.vAmp, pins.nanos);
    pins.volts(DacChannel.vAmp, 2);
    const off = (): number => Math.abs(parts.dac.volts(DacChannel.vAmp, pins.nanos) - 2);
    expect(off()).toBeCloseTo(2 - before, 2);
    pins.wait(10_000);
    expect(off()).toBeLessThan(1e-4 + 2.5 / 65_536);
  });

  it('the coil follows its set-point with L/R', () => {
    const { parts, pins } = bench();
    pins.set('COIL_EN', 1);
    pins.volts(DacChannel.coil, VMID_V + 0.3);
    pins.wait(COIL_TAU_S * 1e9);
    const once = parts.rails.coil.fieldUt(pins.nanos);
    pins.wait(20 * COIL_TAU_S * 1e9);
    const end = parts.rails.coil.fieldUt(pins.nanos);
    expect(Math.abs(end)).toBeGreaterThan(1000);
    expect(once / end).toBeCloseTo(1 - Math.exp(-1), 3);
    pins.set('COIL_EN', 0);
    pins.wait(20 * COIL_TAU_S * 1e9);
    expect(Math.abs(parts.rails.coil.fieldUt(pins.nanos) / end)).toBeLessThan(1e-6);
  });

  it('the monitor of the pulse supply counts the joules of the pulses', () => {
    const { parts, pins } = bench({ scenario: 'ideal', rows: 8 });
    pins.prepare({ rows: 0xffn });
    pins.delays(0, 0);
    pins.i2cWrite(MONITOR_ADDRESS.vAmp, [Ina228Register.config, 0, 0x10]); // the range of ±40.96 mV
    const joules = (): number => pins.register(MONITOR_ADDRESS.vAmp, Ina228Register.energy, 5) * 4e-6;
    pins.wait(1e6);
    const before = joules();
    const shots = 20_000;
    for (let k = 0; k < shots; k++) pins.shot(12);
    pins.wait(1e6);
    const measured = joules() - before;
    // Eight rows of 64 cells: C·V² of a line and the Joule heat of 96 ns through cells between both states.
    const { pulses } = parts.array;
    expect(pulses.rowPulses).toBe(8 * shots);
    const perRow = measured / pulses.rowPulses;
    const joule = (64 * 1.6 ** 2 * 96e-9) / 50.9e3;
    expect(perRow).toBeGreaterThan(0.6 * joule);
    expect(perRow).toBeLessThan(1.1 * joule + 10e-12 * 1.6 ** 2);
  });
});
