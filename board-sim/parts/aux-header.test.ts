// The two chips of the auxiliary header, register by register over the bus.
import { describe, expect, it } from 'vitest';
import { BoardParts } from './board-parts.js';
import { I2C_ADDRESS } from './i2c/board-bus.js';
import { Ads1015Register } from './i2c/ads1015.js';
import { Pca9554Register } from './i2c/pca9554.js';
import { PinDriver } from './testing/pin-driver.js';

function bench(): { parts: BoardParts; pins: PinDriver } {
  const parts = new BoardParts({ scenario: 'ideal' });
  return { parts, pins: new PinDriver(parts) };
}

describe('the eight lines', () => {
  const set = (pins: PinDriver, register: number, value: number): void => {
    expect(pins.i2cWrite(I2C_ADDRESS.pca9554, [register, value])).toBe(2);
  };
  const get = (pins: PinDriver, register: number): number => pins.register(I2C_ADDRESS.pca9554, register, 1);

  it('are inputs at power-on, pulled up, with ones in the output register', () => {
    const { pins, parts } = bench();
    expect([0, 1, 2, 3].map((register) => get(pins, register))).toEqual([0xff, 0xff, 0, 0xff]);
    expect(parts.bus.header.driven).toBe(0);
  });

  it('show what the outside does, turned over where the polarity register says so', () => {
    const { pins, parts } = bench();
    parts.bus.header.outside = 0b1010_0110;
    expect(get(pins, Pca9554Register.input)).toBe(0b1010_0110);
    set(pins, Pca9554Register.polarity, 0x0f);
    expect(get(pins, Pca9554Register.input)).toBe(0b1010_1001);
  });

  it('are driven where the configuration register has zeros, and read back what they are driven to', () => {
    const { pins, parts } = bench();
    set(pins, Pca9554Register.output, 0b0101_0101);
    set(pins, Pca9554Register.configuration, 0xf0);
    expect([parts.bus.header.driven, parts.bus.header.lines]).toEqual([0x0f, 0b1111_0101]);
    expect(get(pins, Pca9554Register.input)).toBe(0b1111_0101);
    expect(get(pins, Pca9554Register.output)).toBe(0b0101_0101);
  });

  it('take nothing into the input register, and keep the register for the next byte', () => {
    const { pins, parts } = bench();
    set(pins, Pca9554Register.input, 0x00);
    expect(get(pins, Pca9554Register.input)).toBe(0xff);
    pins.i2cWrite(I2C_ADDRESS.pca9554, [Pca9554Register.configuration, 0]);
    pins.i2cWrite(I2C_ADDRESS.pca9554, [Pca9554Register.output, 0x11, 0x22]);
    expect(parts.bus.header.lines).toBe(0x22);
  });

  it('let go when the power goes', () => {
    const { pins, parts } = bench();
    for (const register of [1, 2, 3]) set(pins, register, 0);
    parts.powerCycle((pins.nanos += 1e6));
    expect([0, 1, 2, 3].map((register) => get(pins, register))).toEqual([0xff, 0xff, 0, 0xff]);
  });
});

describe('the four voltages', () => {
  const START = 0x8000;
  const SINGLE = 0x0100;
  const RATE_1600 = 4 << 5;
  const configure = (pins: PinDriver, value: number): void => {
    expect(pins.i2cWrite(I2C_ADDRESS.ads1015, [Ads1015Register.config, value >> 8, value & 0xff])).toBe(3);
  };
  const read = (pins: PinDriver, register: number): number => pins.register(I2C_ADDRESS.ads1015, register, 2);
  const code = (pins: PinDriver): number => (read(pins, Ads1015Register.conversion) << 16) >> 20;
  const mux = (setting: number): number => setting << 12;
  const gain = (setting: number): number => setting << 9;

  it('are not converted before somebody asks', () => {
    const { pins, parts } = bench();
    parts.bus.analogHeader.inputsV.fill(1);
    expect([read(pins, Ads1015Register.config), code(pins)]).toEqual([0x8583, 0]);
    // Without its start bit a single shot is only a setting.
    configure(pins, mux(4) | SINGLE | RATE_1600);
    pins.wait(5e6);
    expect(code(pins)).toBe(0);
  });

  it('take as long as the rate says, with the start bit low meanwhile', () => {
    const { pins, parts } = bench();
    parts.bus.analogHeader.inputsV[0] = 1;
    configure(pins, START | mux(4) | gain(1) | SINGLE); // 128 a second
    pins.wait(6e6);
    expect([read(pins, Ads1015Register.config) & START, code(pins)]).toEqual([0, 0]);
    pins.wait(2e6);
    expect([read(pins, Ads1015Register.config) & START, code(pins)]).toEqual([START, 500]);
  });

  it.each([
    [0, 1, 0.25],
    [1, 1, -2],
    [2, 0.75, -2],
    [3, -0.5, -2],
  ])('are compared in pairs: setting %i', (setting, plus, minus) => {
    const { pins, parts } = bench();
    const inputs = parts.bus.analogHeader.inputsV;
    inputs.set([1, 0.75, -0.5, 0.25]);
    const [a, b] = [
      [0, 1],
      [0, 3],
      [1, 3],
      [2, 3],
    ][setting] as [number, number];
    inputs[b] = minus;
    inputs[a] = plus;
    configure(pins, START | mux(setting) | gain(1) | SINGLE | RATE_1600);
    pins.wait(1e6);
    expect(code(pins)).toBe(Math.round(((plus - minus) / 4.096) * 2048));
  });

  it('are each compared with ground, within the span of the gain and no further', () => {
    const { pins, parts } = bench();
    parts.bus.analogHeader.inputsV.set([0.1, 0.2, 0.3, 3]);
    const codes = [4, 5, 6, 7].map((setting) => {
      configure(pins, START | mux(setting) | gain(3) | SINGLE | RATE_1600);
      pins.wait(1e6);
      return code(pins);
    });
    expect(codes).toEqual([200, 400, 600, 2047]);
    parts.bus.analogHeader.inputsV[3] = -3;
    configure(pins, START | mux(7) | gain(3) | SINGLE | RATE_1600);
    pins.wait(1e6);
    expect(code(pins)).toBe(-2048);
    expect(read(pins, Ads1015Register.conversion) & 0xf).toBe(0);
  });

  it('are followed in continuous mode', () => {
    const { pins, parts } = bench();
    const inputs = parts.bus.analogHeader.inputsV;
    inputs[0] = 1;
    configure(pins, mux(4) | gain(1) | RATE_1600);
    pins.wait(1e6);
    expect(code(pins)).toBe(500);
    inputs[0] = 2;
    pins.wait(1e6);
    expect(code(pins)).toBe(1000);
  });

  it('are forgotten when the power goes', () => {
    const { pins, parts } = bench();
    parts.bus.analogHeader.inputsV[0] = 1;
    configure(pins, START | mux(4) | gain(1) | SINGLE | RATE_1600);
    pins.wait(1e6);
    expect(code(pins)).toBe(500);
    parts.powerCycle((pins.nanos += 1e6));
    expect([read(pins, Ads1015Register.config), code(pins)]).toEqual([0x8583, 0]);
  });
});
