import { describe, expect, it } from 'vitest';
import { iidVectors } from '../testing/iid-vectors.js';
import { literalSequence } from '../samples.js';
import { alphabetOf } from './alphabet.js';
import { loadBzip2 } from './bzip2-length.js';
import { goodnessOfFitTest, independenceTest } from './chi-square.js';
import { longestRepeatTest } from './longest-repeat-test.js';
import { PermutationKernel } from './permutation-kernel.js';
import { PERMUTATION_STATISTICS } from './statistics.js';

const vectors = iidVectors('fast');

/** Relative 1e-6, NIST's own limit; beside `none` all is nothing: a p below what doubles hold, a t that is rounding alone. */
function expectClose(own: number, reference: number, what: string, none = 0): void {
  expect(Math.abs(own - reference), `${what}: ${own}, NIST ${reference}`).toBeLessThanOrEqual(
    Math.max(1e-6 * Math.abs(reference), none),
  );
}

describe('figures of NIST’s tool on seeded data sets', () => {
  it('are there', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(30);
    expect(vectors.filter(({ vector }) => vector.statistics.compression !== undefined).length).toBeGreaterThan(25);
  });

  it.each(vectors)('χ² of $vector.name', ({ vector, samples }) => {
    const alphabet = alphabetOf(samples);
    for (const [own, reference] of [
      [independenceTest(samples, alphabet), vector.independence],
      [goodnessOfFitTest(samples, alphabet), vector.goodnessOfFit],
    ] as const) {
      expect(own.df).toBe(reference.df);
      expectClose(own.t, reference.t, 't', 1e-12);
      expectClose(own.p, reference.p, 'p', 1e-290);
    }
  });

  it.each(vectors.filter(({ vector }) => vector.lrs.w !== undefined))(
    'longest repeat of $vector.name',
    ({ vector, samples }) => {
      const own = longestRepeatTest(literalSequence(samples, 8));
      expect(own.w).toBe(vector.lrs.w);
      expectClose(own.pcol, vector.lrs.pcol!, 'pcol');
      // NIST's tool subtracts from 1: below its rounding it says 0.
      expectClose(own.p, vector.lrs.p!, 'p', 1e-17);
    },
  );

  it.each(vectors.filter(({ vector }) => vector.lrs.w === undefined))(
    '$vector.name, where NIST’s tool gives up, fails by its repeat',
    ({ vector, samples }) => {
      expect(vector.statistics).toEqual({});
      const own = longestRepeatTest(literalSequence(samples, 8));
      expect(own.w).toBeGreaterThan(samples.length / 2);
      expect(own.passed).toBe(false);
      expect(own.log10P).toBeLessThan(-1000);
    },
  );

  it.each(vectors.filter(({ vector }) => vector.statistics.excursion !== undefined))(
    'statistics of $vector.name',
    async ({ vector, samples }) => {
      const own = new PermutationKernel(samples).measure(() => true, await loadBzip2());
      PERMUTATION_STATISTICS.forEach((name, place) => expectClose(own[place]!, vector.statistics[name]!, name));
    },
  );
});
