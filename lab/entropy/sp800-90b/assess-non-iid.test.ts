import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { assessNonIid, estimateMinEntropy } from './assess-non-iid.js';
import { ESTIMATORS } from './estimators.js';
import { bitString, literalSequence } from './samples.js';

const uniform = (seed: number, length: number, bits: number): Uint8Array => {
  const random = RandomStream.from(seed, 'assessment test');
  return Uint8Array.from({ length }, () => random.nextU32() >>> (32 - bits));
};

describe('samples', () => {
  it('are mapped down in their order, and written as bits unmapped', () => {
    expect(literalSequence(Uint8Array.of(7, 2, 2, 5), 3)).toMatchObject({ alphabet: 3 });
    expect([...literalSequence(Uint8Array.of(7, 2, 2, 5), 3).symbols]).toEqual([2, 0, 0, 1]);
    expect([...bitString(Uint8Array.of(6, 1), 3).symbols]).toEqual([1, 1, 0, 0, 0, 1]);
  });

  it('that are wider than the width are named', () => {
    expect(() => estimateMinEntropy(Uint8Array.of(0, 1, 4, 5, 1), 2)).toThrow(
      new RangeError('samples[3] must be an integer from 0 to 3, as bits is 2, got 5'),
    );
    expect(() => estimateMinEntropy(new Uint8Array(9), 9)).toThrow('bits must be an integer from 1 to 8, got 9');
    expect(() => estimateMinEntropy(Uint8Array.of(1), 1)).toThrow(RangeError);
  });

  it('give the same literal estimates whatever values stand for them, if their order is kept', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(255), { minLength: 3, maxLength: 3 }), (values) => {
        values.sort((a, b) => a - b);
        const samples = uniform(1, 600, 8).map((sample) => sample % 3);
        expect(
          estimateMinEntropy(
            samples.map((sample) => values[sample]!),
            8,
          ).estimators,
        ).toEqual(estimateMinEntropy(samples, 2).estimators);
      }),
      { seed: 1, numRuns: 20 },
    );
  });
});

describe('an assessment', () => {
  it('of fair bits is the compression estimate, 0.83 to 0.88 at a million and less below', () => {
    const { minEntropy, hOriginal, hBitstring, bitstring, limitedBy, remarks } = estimateMinEntropy(
      uniform(2, 100_000, 1),
      1,
    );
    expect(minEntropy).toBeGreaterThan(0.7);
    expect(minEntropy).toBeLessThan(0.88);
    expect(hOriginal).toBe(minEntropy);
    expect([hBitstring, bitstring]).toEqual([null, undefined]);
    expect(limitedBy).toEqual({ sequence: 'literal', estimator: 'compression' });
    expect(remarks.join()).toMatch(/100000 samples; SP 800-90B asks for 1000000/);
  });

  it('takes two values of any width as bits, and skips the bit string', () => {
    const bits = uniform(3, 8000, 1);
    const wide = estimateMinEntropy(
      bits.map((bit) => (bit === 0 ? 17 : 196)),
      8,
    );
    const { estimators, bitstring, hBitstring } = wide;
    expect(estimators).toEqual(estimateMinEntropy(bits, 1).estimators);
    expect([bitstring, hBitstring]).toEqual([undefined, null]);
  });

  it('is the least of samples, bits and claim, in bits a sample', () => {
    const samples = uniform(4, 30_000, 4);
    const found = estimateMinEntropy(samples, 4);
    expect(found.minEntropy).toBe(Math.min(found.hOriginal!, 4 * found.hBitstring!));
    for (const id of ['collision', 'markov', 'compression'] as const) {
      expect(found.estimators[id]).toBeNull();
      expect(found.reasons.literal?.[id]).toMatch(/two symbols only/);
      expect(found.bitstring![id]).not.toBeNull();
    }
    const claimed = estimateMinEntropy(samples, 4, { submitter: 0.5 });
    expect([claimed.minEntropy, claimed.limitedBy]).toEqual([0.5, 'submitter']);
    expect(() => estimateMinEntropy(samples, 4, { submitter: 4.5 })).toThrow('submitter must be');
  });

  it('of conditioned output looks at the bit string alone', () => {
    const { estimators, bitstring, hOriginal, hBitstring, minEntropy } = estimateMinEntropy(uniform(5, 6000, 8), 8, {
      conditioned: true,
    });
    expect(Object.values(estimators).every((value) => value === null)).toBe(true);
    expect(hOriginal).toBeNull();
    expect(minEntropy).toBe(8 * hBitstring!);
    expect(bitstring!.compression).toBe(hBitstring);
  });

  it('awards nothing to a single value', () => {
    const { minEntropy, estimators, limitedBy, remarks } = estimateMinEntropy(new Uint8Array(5000).fill(3), 2);
    expect([minEntropy, limitedBy]).toEqual([0, 'alphabet']);
    expect(Object.values(estimators)).toEqual(ESTIMATORS.map(() => null));
    expect(remarks.join()).toMatch(/no entropy is awarded/);
  });

  it('finds nothing in a strict period, and never more than the samples could hold', () => {
    expect(
      estimateMinEntropy(
        Uint8Array.from({ length: 20_000 }, (_, i) => i % 7),
        3,
      ).minEntropy,
    ).toBeLessThan(0.01);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 300 }), (samples) => {
        const { minEntropy, distinct } = estimateMinEntropy(samples, 8);
        expect(minEntropy).toBeGreaterThanOrEqual(0);
        if (distinct > 1) expect(minEntropy).toBeLessThanOrEqual(8);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('falls with the bias of a bit', () => {
    const random = RandomStream.from(7);
    const values = Array.from({ length: 20_000 }, () => random.uniform());
    const mcv = [0.5, 0.6, 0.7, 0.9].map(
      (p) =>
        estimateMinEntropy(
          Uint8Array.from(values, (value) => (value < p ? 1 : 0)),
          1,
        ).estimators.mcv!,
    );
    expect(mcv).toEqual([...mcv].sort((a, b) => b - a));
  });
});

describe('the asynchronous assessment', () => {
  it('gives the same, and tells how far it is', async () => {
    const samples = uniform(8, 20_000, 3);
    const told: number[] = [];
    const found = await assessNonIid(samples, 3, { onProgress: (done, total) => told.push(done / total) });
    expect(found).toEqual(estimateMinEntropy(samples, 3));
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const work = assessNonIid(uniform(9, 5000, 2), 2, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(work).rejects.toThrow('enough');
  });
});
