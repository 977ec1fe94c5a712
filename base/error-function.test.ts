import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erfc, normalCdf } from './error-function.js';

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

/** By mpmath 1.3.0 at 40 digits; those of whole and half arguments stand in Abramowitz and Stegun's tables 7.1 and 7.3. */
const ERFC: readonly (readonly [x: number, value: number])[] = [
  [0, 1],
  [0.001, 0.9988716212090307],
  [0.25, 0.7236736098317631],
  [0.46875, 0.507386526782062],
  [0.47, 0.5062549491139179],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028513],
  [1.5, 0.033894853524689274],
  [2, 0.004677734981047266],
  [3, 0.00002209049699858544],
  [3.99, 1.6739211364520844e-8],
  [4, 1.541725790028002e-8],
  [4.01, 1.4196939421371025e-8],
  [5, 1.537459794428035e-12],
  [7.5, 2.776649386030569e-26],
  [10, 2.088487583762545e-45],
  [15, 7.212994172451207e-100],
  [20, 5.395865611607901e-176],
  [26, 5.663192408856143e-296],
  [-0.3, 1.3286267594591274],
  [-1, 1.842700792949715],
  [-2.5, 1.999593047982555],
  [-5, 1.9999999999984626],
];

describe('erfc', () => {
  it.each(ERFC)('of %d has its published value', (x, value) => {
    expect(relative(erfc(x), value)).toBeLessThan(1e-14);
  });

  it('knows the ends', () => {
    expect([erfc(28), erfc(Infinity), erfc(-Infinity), erfc(-30), erfc(NaN)]).toEqual([0, 0, 2, 2, NaN]);
  });

  it('falls, and with its mirror adds up to 2', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -26, max: 26, noNaN: true }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (x, step) => {
          expect(erfc(x + step)).toBeLessThanOrEqual(erfc(x));
          expect(erfc(x) + erfc(-x)).toBeCloseTo(2, 14);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('normalCdf', () => {
  it('has the tabled quantiles', () => {
    for (const [z, p] of [
      [0, 0.5],
      [1.959963984540054, 0.975],
      [-1.2815515655446004, 0.1],
      [-3.090232306167813, 0.001],
      [-5.997807015007687, 1e-9],
    ] as const)
      expect(relative(normalCdf(z), p)).toBeLessThan(1e-13);
  });
});
