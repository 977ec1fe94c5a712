import { describe, expect, it } from 'vitest';
import { literalSequence } from '../samples.js';
import { iidVectors } from '../testing/iid-vectors.js';
import { alphabetOf } from './alphabet.js';
import { assessIid } from './assess-iid.js';
import { loadBzip2 } from './bzip2-length.js';
import { goodnessOfFitTest, independenceTest } from './chi-square.js';
import { longestRepeatTest } from './longest-repeat-test.js';
import { PermutationKernel } from './permutation-kernel.js';
import { PERMUTATION_STATISTICS } from './statistics.js';

const vectors = iidVectors('long');

describe('figures of NIST’s tool on a million samples', () => {
  it.each(vectors)('$vector.name', async ({ vector, samples }) => {
    const expectClose = (own: number, reference: number, none = 0): void =>
      expect(Math.abs(own - reference)).toBeLessThanOrEqual(Math.max(1e-6 * Math.abs(reference), none));
    const alphabet = alphabetOf(samples);
    for (const [own, reference] of [
      [independenceTest(samples, alphabet), vector.independence],
      [goodnessOfFitTest(samples, alphabet), vector.goodnessOfFit],
    ] as const) {
      expect(own.df).toBe(reference.df);
      expectClose(own.t, reference.t, 1e-12);
      expectClose(own.p, reference.p, 1e-290);
    }
    const repeat = longestRepeatTest(literalSequence(samples, 8));
    expect(repeat.w).toBe(vector.lrs.w);
    expectClose(repeat.pcol, vector.lrs.pcol!);
    expectClose(repeat.p, vector.lrs.p!, 1e-17);
    const own = new PermutationKernel(samples).measure(() => true, await loadBzip2());
    PERMUTATION_STATISTICS.forEach((name, place) => expectClose(own[place]!, vector.statistics[name]!));
  });
});

// Two of a hundred perfect sources would fail a full round; with this seed these pass, and do so for ever.
it('full rounds of shuffles pass what is uniform and fail what remembers', async () => {
  const { samples } = vectors.find(({ vector }) => vector.name === 'uniform-4-million')!;
  const found = await assessIid(samples.subarray(0, 5000), 4, { seed: 1 });
  expect(found.permutation.passed).toBe(true);
  const walk = vectors.find(({ vector }) => vector.name === 'walk-8-million')!.samples.subarray(0, 800);
  expect((await assessIid(walk, 8, { seed: 1 })).permutation.passed).toBe(false);
});
