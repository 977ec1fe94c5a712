import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BitPacker } from './bit-packer.js';

it('joins pieces of any length to the bytes that the bits make one after the other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 5 }), fc.nat(39)), { maxLength: 20 }),
      (pieces) => {
        const packer = new BitPacker();
        const got: number[] = [];
        const bits: number[] = [];
        for (const [bytes, n] of pieces) {
          const count = Math.min(n, bytes.length * 8);
          for (let k = 0; k < count; k++) bits.push((bytes[k >> 3]! >> (k & 7)) & 1);
          got.push(...packer.push(bytes, count));
        }
        const whole = Array.from({ length: bits.length >> 3 }, (_, i) =>
          bits.slice(8 * i, 8 * i + 8).reduce((byte, bit, k) => byte | (bit << k), 0),
        );
        expect(got).toEqual(whole);
        expect(packer.pending).toBe(bits.length & 7);
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});

it('passes whole bytes on without a copy', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  expect(new BitPacker().push(bytes, 24).buffer).toBe(bytes.buffer);
});
