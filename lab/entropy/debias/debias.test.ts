import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { pack } from '../health/testing/streams.js';
import { Debias, DEBIAS_KINDS, debiasedCredit, type DebiasKind } from './debias.js';

/** Pairs by definition: bit i with bit i + d of each whole block of 2d. */
function pairsOf(bits: readonly number[], d: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let block = 0; block < bits.length; block += 2 * d)
    for (let i = block; i < block + d && i + d < bits.length; i++) pairs.push([bits[i]!, bits[i + d]!]);
  return pairs;
}

const expected: Readonly<Record<DebiasKind, (pairs: readonly [number, number][]) => number[]>> = {
  xor: (pairs) => pairs.map(([a, b]) => a ^ b),
  vonNeumann: (pairs) => pairs.filter(([a, b]) => a !== b).map(([a]) => a),
};

describe.each(DEBIAS_KINDS)('%s', (kind) => {
  it('joins the pairs of its definition, however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1), { maxLength: 600 }),
        fc.integer({ min: 1, max: 70 }),
        fc.array(fc.nat(600), { maxLength: 6 }),
        (bits, distance, places) => {
          const debias = new Debias(kind, distance);
          const cuts = [0, ...places.filter((p) => p < bits.length).sort((a, b) => a - b), bits.length];
          const got = cuts.slice(1).flatMap((to, i) => [...debias.push(pack(bits.slice(cuts[i], to)), to - cuts[i]!)]);
          const whole = expected[kind](pairsOf(bits, distance));
          expect(got).toEqual([...pack(whole.slice(0, whole.length & ~7))]);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('takes the bias away from independent bits', () => {
    const random = RandomStream.from(1);
    const n = 800_000;
    const bytes = pack(Array.from({ length: n }, () => (random.uniform() < 0.55 ? 1 : 0)));
    const out = new Debias(kind, 64).push(bytes, n);
    const ones = out.reduce((sum, byte) => sum + [0, 1, 2, 3, 4, 5, 6, 7].filter((k) => (byte >> k) & 1).length, 0);
    const mean = ones / (out.length * 8);
    // p .55: XOR leaves 2ε² = .005 (below one half), von Neumann nothing. Six standard deviations, 2e-9.
    const sigma = 0.5 / Math.sqrt(out.length * 8);
    expect(Math.abs(mean - (kind === 'xor' ? 0.495 : 0.5))).toBeLessThan(6 * sigma);
    const share = (out.length * 8) / n;
    expect(share).toBeGreaterThan(kind === 'xor' ? 0.4999 : 0.24);
    expect(share).toBeLessThanOrEqual(kind === 'xor' ? 0.5 : 0.25);
  });

  it('forgets what waits when it is flushed', () => {
    const debias = new Debias(kind, 8);
    debias.push(Uint8Array.of(0xff, 0x0f), 13);
    debias.flush();
    expect([...debias.push(Uint8Array.of(0b10101010, 0b01010101), 16)]).toEqual([kind === 'xor' ? 255 : 0b10101010]);
  });
});

describe('the credit of a debiased bit', () => {
  it('is none without an assessment of the output, and never full', () => {
    expect(debiasedCredit(0.9, undefined)).toBe(0);
    expect(debiasedCredit(0.9, 1)).toBe(0.999);
    expect(debiasedCredit(0.9, 0.85)).toBe(0.85);
    expect(debiasedCredit(0.2, 0.85)).toBe(0.4);
  });
});
