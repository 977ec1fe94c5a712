import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { crossingOf, fitLine } from './line-fit.js';

describe('a weighted line', () => {
  it('goes through two points, and through points on a line whatever their weights', () => {
    expect(fitLine([1, 3], [5, 1], [0.1, 2])).toMatchObject({ intercept: 7, slope: -2, degrees: 0, chiSquare: 0 });
    const fit = fitLine([1e9, 1e9 + 1, 1e9 + 3], [2, 4, 8], [1, 0.01, 7]);
    expect(fit.slope).toBeCloseTo(2, 9);
    expect(fit.chiSquare).toBeCloseTo(0, 9);
  });

  it('has the textbook errors: two points with errors a and b', () => {
    const fit = fitLine([0, 1], [0, 1], [0.3, 0.4]);
    expect(fit.interceptError).toBeCloseTo(0.3, 12);
    expect(fit.slopeError).toBeCloseTo(0.5, 12);
    expect(fit.covariance).toBeCloseTo(-0.09, 12);
    // Half way the error is that of the mean.
    expect(crossingOf(fit, 0.5)).toEqual({ x: 0.5, sigma: expect.closeTo(0.25, 12) as number });
  });

  it('states errors that cover the truth: 95 % of 2000 fits, false alarm below 1e-5 (4.5 σ)', () => {
    const random = RandomStream.from(3, 'line');
    const x = [0, 1, 2, 3, 7];
    const sigma = [0.1, 0.2, 0.1, 0.3, 0.2];
    const covered = { slope: 0, crossing: 0, chiSquare: 0 };
    for (let run = 0; run < 2000; run += 1) {
      const fit = fitLine(
        x,
        x.map((value, k) => 1 - 0.4 * value + sigma[k]! * random.gaussian()),
        sigma,
      );
      if (Math.abs(fit.slope + 0.4) < 1.96 * fit.slopeError) covered.slope += 1;
      const crossing = crossingOf(fit, 0);
      if (Math.abs(crossing.x - 2.5) < 1.96 * crossing.sigma) covered.crossing += 1;
      covered.chiSquare += fit.chiSquare / 2000;
    }
    for (const count of [covered.slope, covered.crossing]) {
      expect(count / 2000).toBeGreaterThan(0.95 - 4.5 * 0.0049);
      expect(count / 2000).toBeLessThan(0.95 + 4.5 * 0.0049);
    }
    expect(Math.abs(covered.chiSquare - 3)).toBeLessThan(4.5 * Math.sqrt(6 / 2000));
  });

  it('refuses what has no line', () => {
    expect(() => fitLine([1], [1], [1])).toThrow(RangeError);
    expect(() => fitLine([1, 1], [1, 2], [1, 1])).toThrow('two different x');
    expect(() => fitLine([1, 2], [1, 2], [1, 0])).toThrow('sigma must be above 0, got 0');
    expect(() => fitLine([1, 2], [1], [1, 1])).toThrow(RangeError);
  });
});
