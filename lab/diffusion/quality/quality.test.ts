import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { featureStatistics, frechetDistance } from './frechet.js';
import { coverage, kernelDistance, scaleFeatures } from './neighbours.js';
import { maximumPool, maximumPoolBackward } from './pooling.js';

function normals(
  seed: number,
  n: number,
  dimension: number,
  mean = 0,
  spread: (d: number) => number = () => 1,
): Float32Array {
  const random = RandomStream.from(seed, 'features');
  return Float32Array.from({ length: n * dimension }, (_, i) => mean + spread(i % dimension) * random.gaussian());
}

const diagonal = (mean: number[], variances: number[]) => ({
  count: 100,
  mean: Float64Array.from(mean),
  covariance: Float64Array.from(variances.flatMap((v, i) => variances.map((_, j) => (i === j ? v : 0)))),
});

describe('Fréchet distance', () => {
  it('of diagonal covariances is |m1 - m2|² + Σ (s1 - s2)²', () => {
    const a = diagonal([0, 0, 1], [4, 1, 9]);
    const b = diagonal([1, 0, -1], [1, 1, 25]);
    expect(frechetDistance(a, b)).toBeCloseTo(5 + 1 + 0 + 4, 9);
    expect(frechetDistance(a, a)).toBeCloseTo(0, 9);
  });

  it('does not change when both sides are rotated', () => {
    // Rotation by 45° of diag(4, 1) and diag(1, 9).
    const rotated = (x: number, y: number) => ({
      count: 9,
      mean: new Float64Array(2),
      covariance: Float64Array.from([(x + y) / 2, (x - y) / 2, (x - y) / 2, (x + y) / 2]),
    });
    expect(frechetDistance(rotated(4, 1), rotated(1, 9))).toBeCloseTo(1 + 4, 9);
  });

  it('is biased by n, and its statistics are the textbook ones', () => {
    const stats = featureStatistics(Float32Array.from([1, 2, 3, 6, 5, 4]), 2);
    expect(Array.from(stats.mean)).toEqual([3, 4]);
    expect(Array.from(stats.covariance)).toEqual([4, 2, 2, 4]);
    const truth = diagonal([0, 0, 0, 0], [1, 1, 1, 1]);
    const near = frechetDistance(featureStatistics(normals(1, 4000, 4), 4), truth);
    const far = frechetDistance(featureStatistics(normals(1, 100, 4), 4), truth);
    expect(near).toBeLessThan(far);
    expect(near).toBeLessThan(0.02);
  });
});

describe('kernel distance, precision and recall', () => {
  const one = [1, 1, 1, 1];
  const real = scaleFeatures(normals(1, 300, 4), 4, one);
  it('is near zero for the same density and large for another', () => {
    // Standard error of the unbiased estimate at n = 300 is about 0.02 here; the bound is more than four of them.
    expect(Math.abs(kernelDistance(scaleFeatures(normals(2, 300, 4), 4, one), real))).toBeLessThan(0.1);
    expect(kernelDistance(scaleFeatures(normals(2, 300, 4, 2), 4, one), real)).toBeGreaterThan(1);
  });

  it('tells a narrow set (precise, little recall) from a wide one', () => {
    const narrow = coverage(
      scaleFeatures(
        normals(3, 300, 4, 0, () => 0.2),
        4,
        one,
      ),
      real,
    );
    const wide = coverage(
      scaleFeatures(
        normals(3, 300, 4, 0, () => 4),
        4,
        one,
      ),
      real,
    );
    expect(narrow.precision).toBeGreaterThan(0.95);
    expect(narrow.recall).toBeLessThan(0.3);
    expect(wide.precision).toBeLessThan(0.5);
    expect(wide.recall).toBeGreaterThan(0.7);
  });
});

describe('pooling', () => {
  it('takes the largest of four and sends gradients back to it', () => {
    const from = new Int32Array(1);
    const out = new Float32Array(1);
    maximumPool(Float32Array.from([1, 5, 3, 2]), 1, 2, 1, out, from);
    expect(out[0]).toBe(5);
    const back = new Float32Array(4);
    maximumPoolBackward(Float32Array.of(2), from, back);
    expect(Array.from(back)).toEqual([0, 2, 0, 0]);
  });
});
