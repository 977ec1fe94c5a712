/** What hangs on the auxiliary header, by its registers over the board's bus. */
import { describe, expect, it } from 'vitest';
import { BoardParts } from '../board-parts.js';
import { type BoardPartsOptions } from '../board-options.js';
import { DacChannel } from '../serial/dac80508.js';
import { PinDriver } from '../testing/pin-driver.js';
import { type HeaderSpec } from './header-spec.js';

const TMP102 = 0x4a;
const MEMORY = 0x3c;

function bench(header: HeaderSpec, more: BoardPartsOptions = {}): { parts: BoardParts; pins: PinDriver } {
  const parts = new BoardParts({ scenario: 'ideal', header, ...more });
  return { parts, pins: new PinDriver(parts) };
}

describe('a TMP102 on the header', () => {
  // The table of the data sheet.
  it.each([
    [127.9375, 0x7ff0],
    [100, 0x6400],
    [25, 0x1900],
    [0.25, 0x0040],
    [0, 0],
    [-0.25, 0xffc0],
    [-25, 0xe700],
    [-55, 0xc900],
  ])('reads %d °C as %i', (celsius, register) => {
    const { pins } = bench({ devices: [{ kind: 'tmp102', address: TMP102, celsius }] });
    expect(pins.register(TMP102, 0, 2)).toBe(register);
  });

  it('has a thirteenth bit in its extended mode, and says so', () => {
    const { pins } = bench({ devices: [{ kind: 'tmp102', address: TMP102, celsius: 150 }] });
    expect(pins.register(TMP102, 0, 2)).toBe(0x7ff0);
    pins.i2cWrite(TMP102, [1, 0x60, 0xb0]);
    expect(pins.register(TMP102, 0, 2)).toBe(0x4b01);
    expect([2, 3].map((limit) => pins.register(TMP102, limit, 2))).toEqual([0x4b00, 0x5000]);
  });
});

describe('a memory on the header', () => {
  it('goes on from the pointer that a write sets, and round at its end', () => {
    const { pins } = bench({ devices: [{ kind: 'memory', address: MEMORY, size: 16 }] });
    pins.i2cWrite(MEMORY, [14, 1, 2, 3]);
    expect(pins.register(MEMORY, 14, 3)).toBe(0x010203);
    expect(pins.register(MEMORY, 0, 1)).toBe(3);
  });
});

describe('the header from outside', () => {
  it('is held at what it is made with, and afterwards at what it is set to', () => {
    const { parts, pins } = bench({ lines: 0x0f, inputsV: [0, 0, 1.5] });
    const { aux } = parts.bus;
    expect(pins.register(0x20, 0, 1)).toBe(0x0f);
    expect([aux.level(0), aux.level(7), aux.driven(0)]).toEqual([1, 0, false]);
    aux.setLevel(7, 1);
    aux.setLevel(0, 0);
    expect(pins.register(0x20, 0, 1)).toBe(0x8e);
    expect(parts.bus.analogHeader.inputsV[2]).toBe(1.5);
    expect(aux.outputV(1)).toBe(parts.dac.settledVolts(DacChannel.aux1));
  });

  it('refuses what cannot hang there', () => {
    const device = (address: number): HeaderSpec => ({ devices: [{ kind: 'memory', address }] });
    expect(() => bench(device(0x48))).toThrow("address 72 is taken: there is the board's own thermometer");
    expect(() => bench(device(0x78))).toThrow('address must be an integer from 8 to 119');
    expect(() => bench({ inputsV: [5] })).toThrow('volts must be a finite number from 0 to 3.3');
    expect(() => bench({ inputsV: [0, 0, 0, 0, 0] })).toThrow(RangeError);
    expect(() => bench({ lines: 256 })).toThrow('lines');
    const unknown = { kind: 'piano', address: 0x30 } as unknown as { kind: 'memory'; address: number };
    expect(() => bench({ devices: [unknown] })).toThrow('tmp102 or memory, got piano');
  });
});
