import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldFromWire,
  fieldToWire,
  fromWire,
  maskToWire,
  temperatureFromWire,
  toWire,
  type WireUnit,
} from './units.js';

describe('wire units', () => {
  it('round-trip over the whole 32-bit range', () => {
    const units: WireUnit[] = ['uv', 'ps', 'ns', 'us'];
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.integer({ min: 0, max: 0xffffffff }),
        (unit, n) => toWire('x', fromWire(n, unit), unit) === n,
      ),
      { seed: 1, numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.integer(),
        (n) => toWire('x', fromWire(n, 'uv'), 'uv', true) === n && fieldToWire('x', fieldFromWire(n)) === n,
      ),
      { seed: 2, numRuns: 2000 },
    );
  });
  it('mean what they say', () => {
    expect(fromWire(850_000, 'uv')).toBe(0.85);
    expect(toWire('w', 1.2e-9, 'ps')).toBe(1200);
    expect(fieldFromWire(1e6)).toBeCloseTo(795_774.7, 0);
    expect(temperatureFromWire(25_000)).toBeCloseTo(298.15, 12);
    expect(Object.is(toWire('x', -1e-9, 'uv', true), 0)).toBe(true);
  });
  it('refuse what does not fit', () => {
    expect(() => toWire('readV', -1, 'uv')).toThrow(/readV/);
    for (const v of [Number.NaN, Infinity, 1]) expect(() => toWire('w', v, 'ps')).toThrow(RangeError);
    expect(() => toWire('w', '1' as unknown as number, 'ps')).toThrow(TypeError);
    expect(() => fieldToWire('h', 1e12)).toThrow(RangeError);
  });
});

describe('masks', () => {
  it('are little-endian bytes, and nothing for all', () => {
    expect(maskToWire('rowMask', undefined)).toEqual(new Uint8Array(0));
    expect(maskToWire('rowMask', 0x0180n)).toEqual(Uint8Array.of(0x80, 1));
    expect(maskToWire('rowMask', 1n << 255n).length).toBe(32);
  });
  it('refuse nothing, negatives and too many', () => {
    for (const mask of [0n, -1n, 1n << 256n]) expect(() => maskToWire('rowMask', mask)).toThrow(/rowMask/);
    expect(() => maskToWire('rowMask', 3 as unknown as bigint)).toThrow(TypeError);
  });
});
