import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Conditioner, CONDITIONERS, rawBitsPerDigest } from './conditioner.js';

const digests = (bytes: Uint8Array): string[] =>
  Array.from({ length: bytes.length / 32 }, (_, i) => Buffer.from(bytes.subarray(32 * i, 32 * i + 32)).toString('hex'));

describe('raw bits of a digest', () => {
  it('hold 320 bits of assessed entropy', () => {
    expect([1, 0.8, 0.5].map(rawBitsPerDigest)).toEqual([320, 400, 640]);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (h) => {
        const bits = rawBitsPerDigest(h);
        expect(bits % 8).toBe(0);
        expect(bits * h).toBeGreaterThanOrEqual(320 - 1e-9);
        expect((bits - 8) * h).toBeLessThan(320);
      }),
      { seed: 1 },
    );
    expect(() => rawBitsPerDigest(0)).toThrow(/minEntropy/);
  });
});

describe.each(CONDITIONERS)('conditioning by %s', (name) => {
  const key = Uint8Array.of(1, 2, 3);
  const cut = (bytes: Uint8Array, places: readonly number[], conditioner: Conditioner): Uint8Array => {
    const all = [0, ...places.filter((p) => p < bytes.length).sort((a, b) => a - b), bytes.length];
    return Buffer.concat(all.slice(1).map((to, i) => conditioner.push(bytes.subarray(all[i], to))));
  };

  it('gives the digest of each stretch, however the input is cut', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 6000 }),
        fc.array(fc.nat(6000), { maxLength: 6 }),
        fc.constantFrom(1, 0.83, 0.5),
        (bytes, places, h) => {
          const conditioner = new Conditioner(h, name, key);
          const need = rawBitsPerDigest(h) / 8;
          const expected: string[] = [];
          for (let at = 0; at + need <= bytes.length; at += need) {
            const made = name === 'sha-256' ? createHash('sha256') : createHmac('sha256', key);
            const number = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, expected.length);
            expected.push(
              made
                .update(number)
                .update(bytes.subarray(at, at + need))
                .digest('hex'),
            );
          }
          expect(digests(cut(bytes, places, conditioner))).toEqual(expected);
          expect(conditioner.pending).toBe(bytes.length % need);
        },
      ),
      { seed: 2, numRuns: 100 },
    );
  });

  it('repeats no output block, however a counter is cut', () => {
    // It comes round after 256 bytes, which 32 digests at H = 1 would do too, were they not numbered.
    const counter = Uint8Array.from({ length: 30_000 }, (_, i) => i & 255);
    fc.assert(
      fc.property(fc.array(fc.nat(30_000), { maxLength: 40 }), (places) => {
        const out = digests(cut(counter, places, new Conditioner(1, name, key)));
        expect(new Set(out).size).toBe(out.length);
        expect(out.length).toBeGreaterThan(700);
      }),
      { seed: 3, numRuns: 20 },
    );
  });

  it('forgets what waits when it is flushed', () => {
    const conditioner = new Conditioner(1, name, key);
    conditioner.push(new Uint8Array(39).fill(9));
    expect([conditioner.flush(), conditioner.pending]).toEqual([39, 0]);
    const bytes = new Uint8Array(40).fill(5);
    expect(digests(conditioner.push(bytes))).toEqual(digests(new Conditioner(1, name, key).push(bytes)));
  });
});

it('draws another key for every HMAC', () => {
  const bytes = new Uint8Array(40);
  const make = (): string => Buffer.from(new Conditioner(1, 'hmac-sha-256').push(bytes)).toString('hex');
  expect(make()).not.toBe(make());
});
