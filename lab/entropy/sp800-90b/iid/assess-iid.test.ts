import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../base/index.js';
import { assessIid } from './assess-iid.js';
import { loadBzip2 } from './bzip2-length.js';
import { repeatProbability } from './longest-repeat-test.js';
import { outcomesFor, PrefixCounters } from './permutation-counters.js';
import { PermutationKernel } from './permutation-kernel.js';
import { permutationTest } from './permutation-test.js';
import { permutationUnit } from './permutation-unit.js';
import { PERMUTATION_STATISTICS } from './statistics.js';

const uniform = (length: number, bits: number, seed = 1): Uint8Array => {
  const random = RandomStream.from(seed, 'iid test');
  return Uint8Array.from({ length }, () => random.nextU32() >>> (32 - bits));
};
/** Keeps its value with probability `stay`. */
const sticky = (length: number, bits: number, stay: number): Uint8Array => {
  const random = RandomStream.from(2, 'sticky');
  let value = 0;
  return Uint8Array.from({ length }, () => {
    if (random.uniform() >= stay) value = random.nextU32() >>> (32 - bits);
    return value;
  });
};

describe('the permutation test', () => {
  // Either set was chosen once; a perfect source fails about 2 such tests in 100.
  it.each([1, 3])('passes uniform samples of %d bits', async (bits) => {
    const { passed, statistics } = await permutationTest(uniform(1500, bits), { seed: 1 });
    expect(passed).toBe(true);
    for (const { c0, c1, c2, rounds } of Object.values(statistics)) {
      expect(c0 + c1).toBeGreaterThan(5);
      expect(c1 + c2).toBeGreaterThan(5);
      expect(c0 + c1 + c2).toBe(rounds);
    }
    // Most are decided long before the last round.
    expect(Object.values(statistics).filter(({ rounds }) => rounds < 1000).length).toBeGreaterThan(10);
  });

  it('fails samples in rising order, in what orders them', async () => {
    const { passed, statistics } = await permutationTest(uniform(600, 2).sort(), { seed: 1, rounds: 1500 });
    expect(passed).toBe(false);
    expect(statistics.excursion).toMatchObject({ c0: 0, c1: 0, c2: 1500, passed: false });
    expect(statistics.medianRuns).toMatchObject({ c0: 1500, c2: 0, passed: false });
    expect(statistics.compression).toMatchObject({ c0: 1500, passed: false });
  });

  it('fails samples with a memory of one', async () => {
    const { passed, statistics } = await permutationTest(sticky(800, 1, 0.5), { seed: 1, rounds: 1500 });
    expect(passed).toBe(false);
    expect(statistics.medianRuns.passed).toBe(false);
  });

  it('counts the same whatever the order in which rounds are done', async () => {
    const samples = uniform(400, 4, 5);
    const unpermuted = new PermutationKernel(samples).measure(() => true, await loadBzip2());
    const rounds = 120;
    const count = async (order: readonly number[]): Promise<unknown> => {
      const outcomes = outcomesFor(rounds);
      const setup = { samples, unpermuted, outcomes, seed: 9 };
      for (const round of order) await permutationUnit(setup, round);
      const counters = new PrefixCounters(outcomes);
      counters.advance();
      return PERMUTATION_STATISTICS.map((_, place) => counters.countsOf(place));
    };
    const forward = Array.from({ length: rounds }, (_, round) => round);
    const expected = await count(forward);
    expect(await count(RandomStream.from(1).shuffle([...forward]))).toEqual(expected);
    expect(await count([...forward].reverse())).toEqual(expected);
    const { statistics } = await permutationTest(samples, { seed: 9, rounds });
    expect(Object.values(statistics).map(({ c0, c1, c2 }) => ({ c0, c1, c2 }))).toEqual(expected);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done >= 3) stop.abort(new Error('enough'));
    };
    await expect(permutationTest(uniform(400, 4), { signal: stop.signal, onProgress })).rejects.toThrow('enough');
  });
});

describe('the probability of a repeat', () => {
  it('is 1 − (1 − pcol^w)^N', () => {
    expect(repeatProbability(0.5, 3, 10).p).toBeCloseTo(1 - (1 - 0.125) ** 28, 14);
    expect(repeatProbability(0.5, 20, 10).passed).toBe(false);
  });

  it('does not get lost where it is too small for a double', () => {
    const { p, log10P, passed } = repeatProbability(0.5, 5000, 1e6);
    expect([p, passed]).toEqual([0, false]);
    expect(log10P).toBeCloseTo(5000 * Math.log10(0.5) + Math.log10((995_001 * 995_000) / 2), 6);
  });
});

describe('assessIid', () => {
  it('says that a verdict on few samples is not valid', async () => {
    const found = await assessIid(uniform(1500, 3), 3, { seed: 1 });
    expect(found).toMatchObject({ samples: 1500, bitsPerSample: 3, distinct: 8, passed: true, valid: false });
    expect(found.remarks[0]).toContain('1500 samples; SP 800-90B asks for 1000000');
  });

  it('fails when one test fails', async () => {
    const found = await assessIid(sticky(3000, 2, 0.3), 2, { seed: 1, rounds: 20 });
    expect(found.passed).toBe(false);
    expect(found.chiSquare.independence.passed).toBe(false);
  });

  it('refuses what it cannot test', async () => {
    await expect(assessIid(new Uint8Array(100), 1)).rejects.toThrow('all 100 samples are 0');
    await expect(assessIid(Uint8Array.of(1, 2, 3, 9), 3)).rejects.toThrow('samples[3]');
  });
});
