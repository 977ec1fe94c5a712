import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BitSequence } from './bit-sequence.js';
import type { StsCounts } from './counts.js';
import { KernelCounts } from './kernel-counts.js';
import { PlainCounts } from './plain-counts.js';
import { seededBits } from './testing/seeded-bits.js';

/** Fair, biased and nearly constant sequences of any length. */
const sequences = (most: number, least = 1): fc.Arbitrary<BitSequence> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: least, max: most }),
      fc.constantFrom(0.5, 0.5, 0.8, 0.02),
    )
    .map(([seed, length, p]) => seededBits(seed, length, p));

/** The two give the same, also when another sequence was counted in between. */
function agree(most: number, count: (counts: StsCounts) => unknown, numRuns = 60, least = 1): void {
  fc.assert(
    fc.property(sequences(most, least), (bits) => {
      expect(count(new KernelCounts(bits))).toEqual(count(new PlainCounts(bits)));
    }),
    { seed: 22, numRuns },
  );
}

const size = (counts: StsCounts, blocks: number): number => Math.floor(counts.length / blocks);

describe('kernels count what their plain twins count', () => {
  it('ones, changes and the walk', () => {
    agree(5000, (counts) => [counts.ones(), counts.changes(), counts.walk()]);
  });

  it('ones and runs of blocks that begin anywhere', () => {
    agree(5000, (counts) =>
      [1, 2, 7]
        .filter((blocks) => blocks <= counts.length)
        .map((blocks) => [
          counts.onesOfBlocks(size(counts, blocks), blocks),
          counts.longestRuns(size(counts, blocks), blocks),
          counts.onesTemplates(3, size(counts, blocks), blocks),
        ]),
    );
  });

  it('ranks of matrices', () => {
    agree(40_000, (counts) => [...counts.ranks(Math.floor(counts.length / 1024))], 20, 1024);
    // Rows that repeat: low ranks.
    const periodic = {
      bytes: Uint8Array.from({ length: 1280 }, (_, i) => (i % 20 < 7 ? 0xa5 : i % 12)),
      length: 10_240,
    };
    expect([...new KernelCounts(periodic).ranks(10)]).toEqual([...new PlainCounts(periodic).ranks(10)]);
    expect(new KernelCounts(periodic).ranks(10)[2]).toBe(10);
  });

  it('patterns, around the end', () => {
    agree(700, (counts) => [1, 2, 9, 12].map((width) => counts.patterns(width)), 30);
  });

  it('distances between equal blocks', () => {
    agree(9000, (counts) => [2, 5, 7].map((width) => counts.distances(width, Math.min(10, size(counts, width)))));
  });

  it('linear complexities', () => {
    agree(3000, (counts) =>
      [1, 3, 13]
        .filter((blocks) => blocks <= counts.length)
        .map((blocks) => counts.complexities(size(counts, blocks), blocks)),
    );
  });

  it('excursions', () => {
    agree(20_000, (counts) => counts.excursions());
  });

  it('spectral lines, of lengths with small and with large prime factors', () => {
    agree(3000, (counts) => [0.1, 1, 2, 3, 5].map((times) => counts.linesBelow(times * counts.length)), 40, 2);
  });
});
