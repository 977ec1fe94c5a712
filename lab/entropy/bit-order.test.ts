import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packMsbFirst, unpackLsbFirst, unpackMsbFirst } from './bit-order.js';

it('reads bits from either end of a byte', () => {
  const bytes = Uint8Array.of(0b1100_0001, 0b0000_0101);
  expect([...unpackLsbFirst(bytes)]).toEqual([1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0]);
  expect([...unpackMsbFirst(bytes)]).toEqual([1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1]);
  expect([...unpackLsbFirst(bytes, 11)]).toEqual([1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1]);
});

it('packs the first bit into the most significant place, with zeros after the last', () => {
  expect([...packMsbFirst(Uint8Array.of(1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1))]).toEqual([0b1000_0011, 0b1010_0000]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1), { maxLength: 99 }), (bits) => {
      expect([...unpackMsbFirst(packMsbFirst(Uint8Array.from(bits)), bits.length)]).toEqual(bits);
    }),
    { seed: 5, numRuns: 200 },
  );
});

it('fills an array that is given, and refuses one that is too short', () => {
  const out = new Uint8Array(new SharedArrayBuffer(9)).fill(7);
  const filled = unpackMsbFirst(Uint8Array.of(0xf0), 8, out);
  expect(filled.buffer).toBe(out.buffer);
  expect([...out]).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 7]);
  expect(() => unpackLsbFirst(Uint8Array.of(1), 8, new Uint8Array(7))).toThrow(RangeError);
  expect(() => unpackLsbFirst(Uint8Array.of(1), 9)).toThrow('bits must be an integer from 0 to 8, got 9');
});
