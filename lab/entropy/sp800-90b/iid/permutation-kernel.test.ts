import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../base/index.js';
import { loadBzip2, type CompressedLength } from './bzip2-length.js';
import { PermutationKernel } from './permutation-kernel.js';
import * as twin from './permutation-twin.js';
import { PERMUTATION_LAGS, PERMUTATION_STATISTICS, type PermutationStatistic } from './statistics.js';

let bzip2: CompressedLength;
beforeAll(async () => {
  bzip2 = await loadBzip2();
});

/** The statistics by the plain twins, from the definitions: on mapped symbols where the standard says so. */
function plainly(samples: Uint8Array): Record<PermutationStatistic, number> {
  const values = [...new Set(samples)].sort((a, b) => a - b);
  const mapped = samples.map((value) => values.indexOf(value));
  const binary = values.length === 2;
  const sorted = [...mapped].sort((a, b) => a - b);
  const middle = (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
  const ones = binary ? twin.onesOfBytes(mapped) : mapped;
  const raw = binary ? ones : samples;
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  const identity = Array.from({ length: 256 }, (_, value) => value);
  const [directionalRuns, longestDirectionalRun, falls] = twin.directionalRuns(ones);
  const [medianRuns, longestMedianRun] = twin.medianRuns(mapped, Math.ceil(binary ? 0.5 : middle));
  const [sum, times, maximumCollision] = twin.collisions(binary ? twin.bytesOfBits(mapped) : mapped);
  return {
    excursion: twin.excursion(samples, identity, mean),
    directionalRuns,
    longestDirectionalRun,
    increasesDecreases: Math.max(falls, ones.length - 1 - falls),
    medianRuns,
    longestMedianRun,
    averageCollision: times === 0 ? 0 : sum / times,
    maximumCollision,
    ...Object.fromEntries(
      PERMUTATION_LAGS.flatMap((lag) => [
        [`periodicity${lag}`, twin.periodicity(ones, lag)],
        [`covariance${lag}`, twin.covariance(raw, lag)],
      ]),
    ),
    compression: bzip2(twin.decimalText(samples, identity)),
  } as Record<PermutationStatistic, number>;
}

const measure = (kernel: PermutationKernel): Record<string, number> => {
  const found = kernel.measure(() => true, bzip2);
  return Object.fromEntries(PERMUTATION_STATISTICS.map((name, place) => [name, found[place]!]));
};

/** Samples with long runs now and then, of few or of many values. */
const samples = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 2, maxLength: 40 }),
    fc.integer({ min: 17, max: 700 }),
    fc.integer({ min: 1, max: 1e6 }),
    fc.double({ min: 0, max: 0.97, noNaN: true }),
  )
  .map(([values, length, seed, stay]) => {
    const random = RandomStream.from(seed, 'permutation test');
    let value = values[0]!;
    return Uint8Array.from({ length }, (_, i) => {
      if (i === 1) return values[1]!;
      if (random.uniform() >= stay) value = values[random.integer(values.length)]!;
      return value;
    });
  });

describe('the kernel of the permutation test', () => {
  it('equals the plain twins to the last bit, for any alphabet', () => {
    fc.assert(
      fc.property(samples, (data) => {
        expect(measure(new PermutationKernel(data))).toEqual(plainly(data));
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('shuffles as its twin does, and puts back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3000 }), fc.integer({ min: 0, max: 1e6 }), (length, seed) => {
        const data = Uint8Array.from({ length }, (_, i) => i % 251);
        const kernel = new PermutationKernel(data);
        const { state } = RandomStream.from(seed).snapshot();
        const expected = kernel.data.slice();
        const before = expected.slice();
        twin.shuffle(expected, [...state]);
        kernel.shuffle(state);
        expect(kernel.data).toEqual(expected);
        kernel.reset();
        expect(kernel.data).toEqual(before);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('brings every permutation of four equally often (χ² of 23 degrees of freedom; false alarm 1e-6)', () => {
    const counts = new Map<string, number>();
    const kernel = new PermutationKernel(Uint8Array.of(1, 2, 3, 4));
    const rounds = 24_000;
    for (let round = 0; round < rounds; round++) {
      kernel.reset();
      kernel.shuffle(RandomStream.from(7, 'four', round).snapshot().state);
      const order = kernel.data.join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const expected = rounds / 24;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(24);
    expect(chiSquare).toBeLessThan(74.3);
  });

  it('measures what is wanted and nothing else', () => {
    const kernel = new PermutationKernel(Uint8Array.from({ length: 300 }, (_, i) => (i * i) % 7));
    const found = kernel.measure(
      (place) => PERMUTATION_STATISTICS[place] === 'covariance8',
      () => {
        throw new Error('nobody asked');
      },
    );
    expect([...found].filter((value) => !Number.isNaN(value))).toHaveLength(1);
  });
});

describe('bzip2', () => {
  const there = spawnSync('bzip2', ['--version']).error === undefined;
  if (!there) console.warn('bzip2 is not installed: its lengths are not compared');

  it.skipIf(!there)('gives the lengths of Debian’s bzip2 -5, also over several blocks', () => {
    const random = RandomStream.from(2, 'bzip2');
    for (const [length, bits] of [
      [1, 1],
      [3000, 8],
      [40_000, 1],
      [300_000, 3],
      [250_000, 8],
    ] as const) {
      const data = Uint8Array.from({ length }, () => random.nextU32() >>> (32 - bits));
      const text = new TextEncoder().encode(data.join(' '));
      const { stdout } = spawnSync('bzip2', ['-5', '-c'], { input: text, maxBuffer: 2 ** 24 });
      expect(bzip2(text)).toBe(stdout.length);
    }
  });

  it('leaves no names of CommonJS behind', () => {
    expect(Object.getOwnPropertyNames(globalThis)).not.toContain('__dirname');
  });
});
