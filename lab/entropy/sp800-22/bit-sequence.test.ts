import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packMsbFirst, unpackLsbFirst, unpackMsbFirst } from '../bit-order.js';
import { bitsFromAscii, bitsFromBytes, bitsFromSamples, sliceBits, type BitSequence } from './bit-sequence.js';

const digits = ({ bytes, length }: BitSequence): string => unpackMsbFirst(bytes, length).join('');

it('reads the same bits from text, from bits and from packed bytes of either order', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(7), (bytes, cut) => {
      const length = Math.max(0, bytes.length * 8 - cut);
      const bits = unpackMsbFirst(bytes, length);
      expect(digits(bitsFromBytes(bytes, 'msb', length))).toBe(bits.join(''));
      expect(digits(bitsFromSamples(bits))).toBe(bits.join(''));
      expect(digits(bitsFromAscii(bits.join('').replace(/(.{5})/g, '$1 \r\n\t')))).toBe(bits.join(''));
      expect(digits(bitsFromBytes(bytes, 'lsb', length))).toBe(unpackLsbFirst(bytes, length).join(''));
    }),
    { seed: 4, numRuns: 200 },
  );
});

it('cuts parts at any bit', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (bytes, a, b) => {
      const whole = bitsFromBytes(bytes);
      const from = a % (whole.length + 1);
      const length = b % (whole.length - from + 1);
      const part = sliceBits(whole, from, length);
      expect(digits(part)).toBe(digits(whole).slice(from, from + length));
      expect(part.bytes.length).toBe(packMsbFirst(new Uint8Array(length)).length);
    }),
    { seed: 5, numRuns: 300 },
  );
});

it('says what is no bit, and where', () => {
  expect(() => bitsFromAscii('0102')).toThrow('text[3] must be 0, 1 or white space, got character 50');
  expect(() => bitsFromSamples(Uint8Array.of(0, 1, 48))).toThrow('samples[2] must be 0 or 1, got 48');
  expect(() => bitsFromBytes(new Uint8Array(2), 'msb', 17)).toThrow(RangeError);
  expect(() => sliceBits(bitsFromBytes(new Uint8Array(2)), 9, 8)).toThrow(RangeError);
});
