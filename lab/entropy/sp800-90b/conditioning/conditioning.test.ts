import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionedEntropy, outputEntropy, samplesForFullEntropy, type ConditioningSizes } from './index.js';

interface Row extends ConditioningSizes {
  readonly hOut: number;
  readonly deficit: number;
}
const vectors = JSON.parse(
  readFileSync(new URL('../../../../test/vectors/sp800-90b/output-entropy-exact.json', import.meta.url), 'utf8'),
) as { rows: Row[] };

/** Sizes and an input entropy that go together. */
const sizes = fc
  .record({
    nIn: fc.integer({ min: 1, max: 5000 }),
    nOut: fc.integer({ min: 1, max: 5000 }),
    nw: fc.integer({ min: 1, max: 5000 }),
    part: fc.double({ min: 1e-9, max: 1, noNaN: true }),
  })
  .map(({ part, ...rest }) => ({ ...rest, hIn: part * rest.nIn }));

describe('outputEntropy', () => {
  it('agrees with the formula in 6000-bit arithmetic, in what it loses as well as in what is left', () => {
    expect(vectors.rows.length).toBeGreaterThan(70);
    for (const { hOut, deficit, ...row } of vectors.rows) {
      const own = outputEntropy(row);
      expect(Math.abs(own.hOut - hOut), JSON.stringify(row)).toBeLessThanOrEqual(1e-12 * hOut);
      expect(Math.abs(own.deficit - deficit), JSON.stringify(row)).toBeLessThanOrEqual(1e-9 * deficit + 1e-300);
    }
  });

  it('never exceeds min(nOut, nw, hIn), and rises with hIn', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.01, max: 1, noNaN: true }), (row, part) => {
        const { hOut } = outputEntropy(row);
        expect(hOut).toBeLessThanOrEqual(Math.min(row.nOut, row.nw, row.hIn));
        expect(hOut).toBeGreaterThanOrEqual(0);
        // Rounding apart; and for a few bits of input ω, which falls a little with less entropy, can decide.
        if (row.nIn >= 64)
          expect(outputEntropy({ ...row, hIn: row.hIn * part }).hOut).toBeLessThanOrEqual(hOut * (1 + 1e-12));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('names what is wrong', () => {
    const good = { nIn: 512, nOut: 256, nw: 256, hIn: 320 };
    expect(() => outputEntropy({ ...good, hIn: 513 })).toThrow('hIn must be a finite number from 0 to 512, got 513');
    expect(() => outputEntropy({ ...good, hIn: 0 })).toThrow('hIn must be above 0');
    expect(() => outputEntropy({ ...good, nOut: 2.5 })).toThrow(RangeError);
    expect(() => outputEntropy({ ...good, nw: '256' as unknown as number })).toThrow(TypeError);
  });
});

describe('conditionedEntropy', () => {
  const sha256 = { nIn: 512, nOut: 256, nw: 256 };

  it('lets full entropy be claimed from nOut + 64 bits on, for a vetted function as wide as its output', () => {
    expect(conditionedEntropy({ ...sha256, hIn: 320 })).toMatchObject({ hOut: 256, fullEntropy: true });
    expect(conditionedEntropy({ ...sha256, hIn: 320 }).minusLog2Epsilon).toBeGreaterThan(64);
    expect(conditionedEntropy({ ...sha256, hIn: 319.9 }).fullEntropy).toBe(false);
    expect(conditionedEntropy({ ...sha256, nw: 255, hIn: 320 }).fullEntropy).toBe(false);
    expect(conditionedEntropy({ ...sha256, hIn: 320, vetted: false, hPrime: 1 }).fullEntropy).toBe(false);
  });

  it('credits a function that is not vetted with the smallest of three bounds', () => {
    const bound = (hPrime: number, hIn = 400): number =>
      conditionedEntropy({ ...sha256, hIn, vetted: false, hPrime }).hOut;
    expect(bound(1)).toBe(0.999 * 256);
    expect(bound(0.5)).toBe(128);
    expect(bound(1, 100)).toBeCloseTo(100, 10);
    expect(() => conditionedEntropy({ ...sha256, hIn: 400, vetted: false })).toThrow('hPrime must be a number');
    expect(() => conditionedEntropy({ ...sha256, hIn: 400, hPrime: 1 })).toThrow('must be left out');
  });

  it('knows how many samples a digest of full entropy takes', () => {
    expect([1, 0.8, 0.5].map((h) => samplesForFullEntropy(256, h))).toEqual([320, 400, 640]);
    expect(() => samplesForFullEntropy(256, 0)).toThrow(RangeError);
  });
});

describe('figures of NIST’s ea_conditioning', () => {
  const rows = JSON.parse(
    readFileSync(new URL('../../../../test/vectors/sp800-90b/conditioning.json', import.meta.url), 'utf8'),
  ) as (ConditioningSizes & { hOut: number | null; hPrime: number; hOutNonVetted: number | null })[];

  it('are met to 1e-6, vetted and not', () => {
    let compared = 0;
    for (const { hOut, hPrime, hOutNonVetted, ...sizes } of rows) {
      for (const [own, reference] of [
        [conditionedEntropy(sizes).hOut, hOut],
        [conditionedEntropy({ ...sizes, vetted: false, hPrime }).hOut, hOutNonVetted],
      ] as const) {
        if (reference === null) continue;
        compared++;
        expect(Math.abs(own - reference), JSON.stringify(sizes)).toBeLessThanOrEqual(1e-6 * reference);
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});
