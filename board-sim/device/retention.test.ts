import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flipProbability, meanDwell } from './retention.js';
import { macrospinModel } from './macrospin.js';
import { boardCell } from './parameters.js';
import { escapeRates } from './escape-rates.js';
import { RateGrid } from './rate-grid.js';

const rate = fc.double({ min: 0, max: 1e9, noNaN: true });
const time = fc.double({ min: 0, max: 1e3, noNaN: true });

describe('two states', () => {
  it('compose: two stretches of time are one', () => {
    fc.assert(
      fc.property(rate, rate, time, time, (fromP, fromAP, a, b) => {
        const [one, two, both] = [a, b, a + b].map((t) => flipProbability({ fromP, fromAP }, t));
        const chain = (one?.fromP ?? 0) * (1 - (two?.fromAP ?? 0)) + (1 - (one?.fromP ?? 0)) * (two?.fromP ?? 0);
        expect(Math.abs(chain - (both?.fromP ?? 0))).toBeLessThan(1e-9);
      }),
    );
  });

  it('know the limits: nothing at once, small times, long times', () => {
    const rates = { fromP: 3, fromAP: 1 };
    expect(flipProbability(rates, 0)).toEqual({ fromP: 0, fromAP: 0 });
    expect(flipProbability(rates, 1e-12).fromP / 3e-12).toBeCloseTo(1, 9);
    expect(flipProbability(rates, 1e3)).toEqual({ fromP: 0.75, fromAP: 0.25 });
    expect(flipProbability({ fromP: 0, fromAP: 0 }, 1e9)).toEqual({ fromP: 0, fromAP: 0 });
    expect(meanDwell(rates)).toEqual({ inP: 1 / 3, inAP: 1 });
    expect(meanDwell({ fromP: 0, fromAP: 1 }).inP).toBe(Infinity);
    expect(() => flipProbability(rates, -1)).toThrow(/seconds/);
  });
});

it('the grid of rates agrees with the formula between its points', () => {
  const magnet = macrospinModel(boardCell);
  const axis = (from: number, to: number, count: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
  const grid = new RateGrid(magnet, 12e3, axis(120e3, 165e3, 8), axis(-10e3, 2e3, 5));
  fc.assert(
    fc.property(
      fc.double({ min: 120e3, max: 165e3, noNaN: true }),
      fc.double({ min: -10e3, max: 2e3, noNaN: true }),
      (hk, hz) => {
        const exact = escapeRates(magnet, { hk, hx: 12e3, hz });
        grid.aim(hk, hz);
        expect(Math.abs(grid.fromP / exact.fromP - 1)).toBeLessThan(2e-3);
        expect(Math.abs(grid.fromAP / exact.fromAP - 1)).toBeLessThan(2e-3);
      },
    ),
    { numRuns: 50 },
  );
  expect(grid.aim(90e3, 0).fromP).toBe(grid.aim(120e3, 0).fromP);
});
