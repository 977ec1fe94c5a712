import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLz78y, plainMultiMmc } from '../plain/contexts.js';
import { plainLag } from '../plain/lag.js';
import { plainMostCommonInWindow } from '../plain/most-common-in-window.js';
import { plainTuples } from '../plain/tuples.js';
import { FAST_DATA_SETS, samplesOf } from '../testing/data-sets.js';
import { literalSequence, type Sequence } from '../samples.js';
import { type Tally, tallyLag, tallyLz78y, tallyMostCommonInWindow, tallyMultiMmc } from './predictor-kernel.js';
import { countTuples } from './tuple-kernel.js';

const seeded = { seed: 90, numRuns: 150 };
/** Sequences of any alphabet, with repeats of their own parts, so that long prefixes come again. */
const sequences: fc.Arbitrary<Sequence> = fc
  .tuple(
    fc.constantFrom(2, 2, 3, 5, 256),
    fc.array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 6 })), {
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map(([alphabet, parts]) => ({
    alphabet,
    symbols: Uint8Array.from(parts.flatMap(([part, times]) => new Array<number[]>(times).fill([...part]).flat())).map(
      (symbol) => symbol % alphabet,
    ),
  }))
  .filter(({ symbols }) => symbols.length >= 24);
const plainOf = ({ correct, longestRun }: Tally) => ({ correct, longestRun });

describe('kernels equal their plain twins', () => {
  it('MultiMCW', () => {
    fc.assert(
      fc.property(sequences, ({ symbols, alphabet }) => {
        const windows = [3, 5, 12, 21];
        expect(tallyMostCommonInWindow(symbols, alphabet, windows)).toEqual(
          plainOf(plainMostCommonInWindow(symbols, windows)),
        );
      }),
      seeded,
    );
  });

  it('lag', () => {
    fc.assert(
      fc.property(sequences, fc.integer({ min: 1, max: 128 }), ({ symbols }, depth) => {
        expect(tallyLag(symbols, depth)).toEqual(plainOf(plainLag(symbols, depth)));
      }),
      seeded,
    );
  });

  it('MultiMMC, with room and without', () => {
    fc.assert(
      fc.property(
        sequences,
        fc.integer({ min: 1, max: 16 }),
        fc.constantFrom(5, 17, 100_000),
        ({ symbols, alphabet }, depth, cap) => {
          expect(tallyMultiMmc(symbols, alphabet, depth, cap)).toEqual(plainOf(plainMultiMmc(symbols, depth, cap)));
        },
      ),
      seeded,
    );
  });

  it('LZ78Y, with room and without', () => {
    fc.assert(
      fc.property(
        sequences,
        fc.integer({ min: 1, max: 16 }),
        fc.constantFrom(16, 50, 65_536),
        ({ symbols, alphabet }, depth, cap) => {
          expect(tallyLz78y(symbols, alphabet, depth, cap)).toEqual(plainOf(plainLz78y(symbols, depth, cap)));
        },
      ),
      seeded,
    );
  });

  it('tuples', () => {
    fc.assert(
      fc.property(sequences, ({ symbols, alphabet }) => {
        expect(countTuples(symbols, alphabet)).toEqual(plainTuples(symbols));
      }),
      seeded,
    );
  });

  it('on longer sequences of every kind', () => {
    for (const set of FAST_DATA_SETS) {
      const { symbols: all, alphabet } = literalSequence(samplesOf(set), set.bits);
      const symbols = all.subarray(0, 1100);
      expect(tallyLag(symbols, 128), set.name).toEqual(plainOf(plainLag(symbols, 128)));
      expect(tallyMultiMmc(symbols, alphabet, 16, 400), set.name).toEqual(plainOf(plainMultiMmc(symbols, 16, 400)));
      expect(tallyLz78y(symbols, alphabet, 16, 1000), set.name).toEqual(plainOf(plainLz78y(symbols, 16, 1000)));
      const windows = [63, 255, 1023];
      expect(tallyMostCommonInWindow(symbols, alphabet, windows), set.name).toEqual(
        plainOf(plainMostCommonInWindow(symbols, windows)),
      );
    }
  });
});

it('counts the tuples of a stuck and of a periodic sequence, whose repeats are as long as themselves', () => {
  const length = 300_000;
  const stuck = countTuples(new Uint8Array(length), 1);
  expect(stuck.longest).toBe(length - 1);
  expect([stuck.most[1], stuck.most[length - 1]]).toEqual([length, 2]);
  expect(stuck.pairs[2]).toBe(((length - 1) * (length - 2)) / 2);
  const periodic = countTuples(
    Uint8Array.from({ length }, (_, i) => i % 3),
    3,
  );
  expect(periodic.longest).toBe(length - 3);
  expect(periodic.most[1]).toBe(length / 3);
});
