import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { erf } from '../special-functions.js';
import { radiusF32, turnF32 } from './heun-f32-twin.js';
import { boxMullerF64 } from './heun-f64-twin.js';

/** Words at both ends of the range, and many in between. */
const words = (): number[] => {
  const stream = RandomStream.from(1, 'words');
  const ends = [0, 1, 2, 3, 0x7fffffff, 0x80000000 | 0, -1, -2, 0x3fffffff, 0x40000000];
  return [...ends, ...Array.from({ length: 200_000 }, () => stream.nextU32() | 0)];
};

describe('single-precision normals', () => {
  it('have radii within 2e-7 of the exact ones', () => {
    for (const word of words()) {
      const x = Math.fround(Math.fround(word >>> 1) + 0.5);
      const exact = Math.sqrt(-2 * Math.log(x / 2 ** 31));
      // Where u rounds to 1 the exact radius is the root of a rounding error.
      expect(Math.abs(radiusF32(word) - exact)).toBeLessThan(exact < 1e-3 ? 2e-4 : 2e-7 * Math.max(exact, 1) * 2.5);
    }
    expect(radiusF32(0)).toBeCloseTo(Math.sqrt(64 * Math.LN2), 5);
  });

  it('have angles within 2e-7 of the exact ones, all four quadrants', () => {
    const out = new Float32Array(2);
    const seen = new Set<string>();
    for (const word of words()) {
      turnF32(1, word, out, 0);
      const t = ((word << 2) / 2 ** 31) * (Math.PI / 4) + Math.PI / 4;
      const [first, second] = [word < 0 ? -1 : 1, word << 1 < 0 ? -1 : 1];
      seen.add(`${first}${second}`);
      expect(Math.abs(out[0]! - first * Math.cos(t))).toBeLessThan(2e-7);
      expect(Math.abs(out[1]! - second * Math.sin(t))).toBeLessThan(2e-7);
    }
    expect(seen.size).toBe(4);
  });
});

/** Normals of one generator, as the kernels pair its words. */
function sample(kind: 'f32' | 'f64', count: number): Float64Array {
  const stream = RandomStream.from(2, kind);
  const [single, double] = [new Float32Array(2), new Float64Array(2)];
  const values = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const [a, b] = [stream.nextU32() | 0, stream.nextU32() | 0];
    if (kind === 'f32') turnF32(radiusF32(a), b, single, 0);
    else boxMullerF64(a, b, double, 0);
    values[i] = kind === 'f32' ? single[0]! : double[0]!;
    values[i + 1] = kind === 'f32' ? single[1]! : double[1]!;
  }
  return values;
}

// Eight comparisons at 4.5 standard errors and two of Kolmogorov at 1e-4: one false alarm in 4 000, with other seeds.
it.each(['f32', 'f64'] as const)('%s: moments, tails and distribution are those of the normal law', (kind) => {
  const n = 1 << 19;
  const values = sample(kind, n);
  const moment = (k: number): number => values.reduce((sum, z) => sum + z ** k, 0) / n;
  // Standard errors of the raw moments: √(⟨z^2k⟩ − ⟨z^k⟩²)/√n.
  [
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
  ].forEach(([k, mean, variance]) => expect(Math.abs(moment(k!) - mean!)).toBeLessThan(4.5 * Math.sqrt(variance! / n)));
  // Beyond 4σ: 6.33e-5 of all, a Poisson count.
  const far = values.filter((z) => Math.abs(z) > 4).length;
  const expected = n * 6.334e-5;
  expect(Math.abs(far - expected)).toBeLessThan(4.5 * Math.sqrt(expected));
  const sorted = values.slice().sort();
  const distance = sorted.reduce((worst, z, i) => {
    const cdf = 0.5 * (1 + (z < 0 ? -erf(-z / Math.SQRT2) : erf(z / Math.SQRT2)));
    return Math.max(worst, Math.abs(cdf - (i + 0.5) / n));
  }, 0);
  expect(distance * Math.sqrt(n)).toBeLessThan(2.23);
});
