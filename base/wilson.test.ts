import { describe, expect, it } from 'vitest';
import { RandomStream } from './random.js';
import { wilsonInterval } from './wilson.js';

describe('the Wilson interval', () => {
  it('has the published bounds', () => {
    // No success in n: the upper bound is z²/(n + z²); a rate below 1e-4 needs 38 411 trials without one.
    expect(wilsonInterval(0, 38_411)[1]).toBeLessThan(1.0001e-4);
    expect(wilsonInterval(0, 100)).toEqual([0, expect.closeTo(3.8415 / 103.8415, 5)]);
    const [low, high] = wilsonInterval(50, 100);
    expect(low).toBeCloseTo(0.4038, 4);
    expect(high).toBeCloseTo(0.5962, 4);
  });

  it('turns over with the outcome, and knows nothing without a trial', () => {
    for (const [k, n] of [
      [0, 1],
      [3, 17],
      [500, 1000],
    ] as const) {
      const [low, high] = wilsonInterval(k, n);
      const [otherLow, otherHigh] = wilsonInterval(n - k, n);
      expect(low + otherHigh).toBeCloseTo(1, 14);
      expect(high + otherLow).toBeCloseTo(1, 14);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
    }
    expect(wilsonInterval(7, 7)[1]).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  it('refuses what is no count', () => {
    expect(() => wilsonInterval(5, 4)).toThrow(new RangeError('successes must be an integer from 0 to 4, got 5'));
    expect(() => wilsonInterval(1, 2.5)).toThrow(RangeError);
  });

  // The coverage is a sawtooth in n and p. Exactly, these lie between 94.5 and 96.4 %, and 10 000 draws stray by 0.23 % (1 σ): a false alarm
  // in a test of another seed has a probability below 0.5 % at the worst of them.
  it.each([
    [20, 0.5],
    [50, 0.2],
    [200, 0.1],
    [100, 0.35],
    [400, 0.03],
    [1000, 0.01],
    [1000, 0.5],
    [4096, 0.9],
  ])('covers the truth in 0.93 to 0.97 of all experiments: n = %d, p = %d', (n, p) => {
    const random = RandomStream.from(27, n, p);
    const experiments = 10_000;
    // Inverse of the cumulated distribution: one uniform number an experiment.
    const cumulated = new Float64Array(n + 1);
    let logTerm = n * Math.log1p(-p);
    for (let k = 0, sum = 0; k <= n; k += 1) {
      sum += Math.exp(logTerm);
      cumulated[k] = sum;
      logTerm += Math.log(((n - k) / (k + 1)) * (p / (1 - p)));
    }
    let covered = 0;
    for (let i = 0; i < experiments; i += 1) {
      const u = random.uniform();
      const k = cumulated.findIndex((value) => u < value);
      const [low, high] = wilsonInterval(k === -1 ? n : k, n);
      if (low <= p && p <= high) covered += 1;
    }
    expect(covered / experiments).toBeGreaterThan(0.93);
    expect(covered / experiments).toBeLessThan(0.97);
  });
});
