/** The chips of the auxiliary header by their registers, over the board's bus. */
import { describe, expect, it } from 'vitest';
import { BoardParts } from '../board-parts.js';
import { PinDriver } from '../testing/pin-driver.js';
import { Ads1015Register } from './ads1015.js';
import { I2C_ADDRESS } from './board-bus.js';
import { Pca9554Register } from './pca9554.js';

const { pca9554: LINES, ads1015: CONVERTER } = I2C_ADDRESS;

function bench(): { parts: BoardParts; pins: PinDriver } {
  const parts = new BoardParts({ scenario: 'ideal' });
  return { parts, pins: new PinDriver(parts) };
}

describe('PCA9554', () => {
  const { input, output, polarity, configuration } = Pca9554Register;
  const read = (pins: PinDriver, register: number): number => pins.register(LINES, register, 1);

  it('starts with eight inputs that are pulled up', () => {
    const { parts, pins } = bench();
    expect([input, output, polarity, configuration].map((register) => read(pins, register))).toEqual([
      0xff, 0xff, 0, 0xff,
    ]);
    expect(parts.bus.header.driven).toBe(0);
    parts.bus.header.outside = 0xa5;
    expect(read(pins, input)).toBe(0xa5);
  });

  it('drives what is an output, and nothing else', () => {
    const { parts, pins } = bench();
    const { header } = parts.bus;
    header.outside = 0xf0;
    pins.i2cWrite(LINES, [output, 0x03]);
    expect(header.lines).toBe(0xf0);
    pins.i2cWrite(LINES, [configuration, 0xf8]);
    expect([header.driven, header.lines]).toEqual([0x07, 0xf3]);
    header.outside = 0x0f;
    expect(read(pins, input)).toBe(0x0b);
    expect(read(pins, output)).toBe(0x03);
  });

  it('inverts the reading of inputs by polarity, not their levels', () => {
    const { parts, pins } = bench();
    parts.bus.header.outside = 0x3c;
    pins.i2cWrite(LINES, [polarity, 0x0f]);
    expect(read(pins, input)).toBe(0x33);
    expect(parts.bus.header.lines).toBe(0x3c);
  });

  it('takes every byte of a longer write into the same register, and none into the inputs', () => {
    const { parts, pins } = bench();
    pins.i2cWrite(LINES, [configuration, 0]);
    pins.i2cWrite(LINES, [output, 0x11, 0x22, 0x44]);
    expect(parts.bus.header.lines).toBe(0x44);
    pins.i2cWrite(LINES, [input, 0x99]);
    expect(read(pins, input)).toBe(0x44);
  });

  it('forgets everything with the power', () => {
    const { parts, pins } = bench();
    pins.i2cWrite(LINES, [configuration, 0]);
    pins.i2cWrite(LINES, [output, 0]);
    pins.i2cWrite(LINES, [polarity, 0xff]);
    parts.powerCycle(pins.nanos);
    expect([output, polarity, configuration].map((register) => read(pins, register))).toEqual([0xff, 0, 0xff]);
    expect(parts.bus.header.lines).toBe(0xff);
  });
});

describe('ADS1015', () => {
  const { conversion, config } = Ads1015Register;
  const READY = 0x8000;
  /** Single conversion, ±4.096 V, 3,300 a second, no comparator; the multiplexer is or-ed in. */
  const SINGLE = 0x83e3;
  const set = (pins: PinDriver, word: number): void => {
    pins.i2cWrite(CONVERTER, [config, word >> 8, word & 0xff]);
  };
  const ready = (pins: PinDriver): boolean => (pins.register(CONVERTER, config, 2) & READY) !== 0;
  /** Two's complement, left-aligned. */
  const code = (pins: PinDriver): number => (pins.register(CONVERTER, conversion, 2) << 16) >> 20;
  function converted(pins: PinDriver, word: number): number {
    set(pins, word);
    pins.wait(10e6);
    expect(ready(pins)).toBe(true);
    return code(pins);
  }

  it('starts at rest, between A0 and A1', () => {
    const { pins } = bench();
    expect(pins.register(CONVERTER, config, 2)).toBe(0x8583);
    expect(code(pins)).toBe(0);
  });

  it.each([128, 250, 490, 920, 1600, 2400, 3300, 3300].map((rate, setting) => [setting, rate] as const))(
    'takes its time: setting %d, %d a second',
    (setting, rate) => {
      const { parts, pins } = bench();
      parts.bus.analogHeader.inputsV[0] = 1;
      set(pins, (SINGLE & ~0xe0) | (4 << 12) | (setting << 5));
      const begun = pins.nanos;
      // The question itself takes a quarter of the shortest conversion.
      pins.wait(0.5e9 / rate);
      expect(ready(pins)).toBe(false);
      pins.wait(1e9 / rate - (pins.nanos - begun));
      expect([ready(pins), code(pins)]).toEqual([true, 500]);
    },
  );

  it('has four inputs against ground, and pairs', () => {
    const { parts, pins } = bench();
    parts.bus.analogHeader.inputsV.set([0.5, 1.1, 2.3, 3.0]);
    const volts = [0, 1, 2, 3, 4, 5, 6, 7].map((mux) => converted(pins, SINGLE | (mux << 12)) * 0.002);
    [-0.6, -2.5, -1.9, -0.7, 0.5, 1.1, 2.3, 3.0].forEach((expected, k) => expect(volts[k]).toBeCloseTo(expected, 6));
  });

  it('ends at its range, either way', () => {
    const { parts, pins } = bench();
    const { inputsV } = parts.bus.analogHeader;
    [6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256].forEach((spanV, gain) => {
      const word = (SINGLE & ~0xe00) | (gain << 9);
      inputsV.set([spanV / 2, 0, 0, 0]);
      expect(converted(pins, word)).toBe(1024);
      inputsV.set([2 * spanV, 0, 0, 0]);
      expect(converted(pins, word)).toBe(2047);
      inputsV.set([0, 2 * spanV, 0, 0]);
      expect(converted(pins, word)).toBe(-2048);
    });
  });

  it('keeps a single result, and renews a continuous one', () => {
    const { parts, pins } = bench();
    const { inputsV } = parts.bus.analogHeader;
    inputsV[0] = 1;
    expect(converted(pins, SINGLE | (4 << 12))).toBe(500);
    inputsV[0] = 2;
    pins.wait(10e6);
    expect(code(pins)).toBe(500);
    set(pins, (SINGLE & ~(READY | 0x100)) | (4 << 12));
    pins.wait(10e6);
    expect(code(pins)).toBe(1000);
    inputsV[0] = 3;
    pins.wait(10e6);
    expect(code(pins)).toBe(1500);
  });
});
