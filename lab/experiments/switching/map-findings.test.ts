import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { drawBinomial } from '../testing/binomial.js';
import type { MapPoint, StartState } from './adaptive-map.js';
import { fairPointsOf, halfWidthsOf, memoryOf } from './map-findings.js';

const point = (widthS: number, switched: number, more: Partial<MapPoint> = {}): MapPoint => ({
  widthS,
  voltageV: 1,
  start: 'p',
  trials: 1000,
  switched,
  ...more,
});

describe('widths of p = ½', () => {
  it('lie between decided points, by a straight line, with the error of the counts', () => {
    const [rising, falling, ...none] = halfWidthsOf([point(1, 400), point(2, 600), point(3, 600), point(4, 300)]);
    expect(none).toEqual([]);
    expect(rising).toMatchObject({ voltageV: 1, start: 'p' });
    expect(rising!.widthS).toBeCloseTo(1.5, 6);
    expect(rising!.slopePerS).toBeCloseTo(0.2, 6);
    // Half way: √(2 p q/n)/2 over the slope.
    expect(rising!.standardErrorS).toBeCloseTo(Math.sqrt((2 * 0.24) / 1000) / 2 / 0.2, 3);
    expect(falling!.widthS).toBeCloseTo(3 + 1 / 3, 2);
    expect(falling!.slopePerS).toBeLessThan(0);
  });

  it('are not made of chance: points that may be ½ decide nothing', () => {
    expect(halfWidthsOf([point(1, 490), point(2, 510), point(3, 495), point(4, 505)])).toEqual([]);
    // Below, undecided, above: one passage through all of them.
    const [one, ...none] = halfWidthsOf([point(1, 400), point(2, 490), point(3, 515), point(4, 600)]);
    expect(none).toEqual([]);
    expect(one!.widthS).toBeGreaterThan(2);
    expect(one!.widthS).toBeLessThan(3);
  });

  it('say so when p bends between the points', () => {
    const straight = halfWidthsOf([point(1, 400), point(2, 500), point(3, 600)])[0]!;
    const bent = halfWidthsOf([point(1, 200), point(2, 510), point(3, 560)])[0]!;
    expect(bent.standardErrorS / straight.standardErrorS).toBeGreaterThan(3);
  });

  it('are found for each voltage and start by itself', () => {
    const found = halfWidthsOf([
      point(1, 400),
      point(2, 600),
      point(1, 600, { start: 'ap' }),
      point(2, 400, { start: 'ap' }),
      point(1, 600, { voltageV: 2 }),
      point(2, 400, { voltageV: 2 }),
    ]);
    expect(found.map(({ voltageV, start, slopePerS }) => [voltageV, start, Math.sign(slopePerS)])).toEqual([
      [1, 'p', 1],
      [1, 'ap', -1],
      [2, 'p', -1],
    ]);
  });
});

describe('memory of the start', () => {
  const both = (p: number, ap: number): MapPoint[] => [point(1, p), point(1, ap, { start: 'ap' })];

  it('is 1 when nothing happened, −1 when all turned over, 0 when the start is forgotten', () => {
    expect(memoryOf(both(0, 0))).toMatchObject([{ memory: 1, upper: 1 }]);
    expect(memoryOf(both(1000, 1000))).toMatchObject([{ memory: -1, lower: -1 }]);
    expect(memoryOf(both(700, 300))[0]!.memory).toBeCloseTo(0, 12);
    expect(memoryOf([point(1, 500)])).toEqual([]);
  });

  it('has an interval that covers: 95 % of 2000 draws, false alarm below 1e-4', () => {
    const random = RandomStream.from(8, 'memory');
    let covered = 0;
    for (let run = 0; run < 2000; run += 1) {
      const draw = (p: number, start: StartState): MapPoint => ({
        ...point(1, drawBinomial(random, 200, p), { start }),
        trials: 200,
      });
      const { lower, upper } = memoryOf([draw(0.3, 'p'), draw(0.9, 'ap')])[0]!;
      if (lower <= -0.2 && -0.2 <= upper) covered += 1;
    }
    expect(covered / 2000).toBeGreaterThan(0.93);
    expect(covered / 2000).toBeLessThan(0.97);
  });
});

describe('fair pulses', () => {
  const series = (voltageV: number, shares: readonly number[], start: StartState = 'p'): MapPoint[] =>
    shares.map((share, k) => point(k, 1000 * share, { voltageV, start }));

  it('are those where every start may be ½, the flattest first', () => {
    const found = fairPointsOf([...series(1, [0.3, 0.5, 0.7]), ...series(2, [0.45, 0.49, 0.51, 0.52])]);
    expect(found.map(({ voltageV, widthS }) => [voltageV, widthS])).toEqual([
      [2, 2],
      [2, 1],
      [1, 1],
    ]);
    expect(found[2]!.p).toBe(0.5);
    expect(found[2]!.slopePerS).toBeCloseTo(0.2, 12);
    expect(found[2]!.slopeErrorPerS).toBeCloseTo(Math.sqrt((2 * 0.21) / 1000) / 2, 3);
  });

  it('need both starts, and know of no slope at the ends', () => {
    expect(fairPointsOf([...series(1, [0.4, 0.5, 0.6]), ...series(1, [0.9, 0.9, 0.9], 'ap')])).toEqual([]);
    const [both] = fairPointsOf([...series(1, [0.4, 0.5, 0.6]), ...series(1, [0.6, 0.5, 0.4], 'ap')]);
    expect(both!.slopePerS).toBeCloseTo(0, 12);
    expect(fairPointsOf(series(1, [0.5, 0.5]))).toEqual([]);
    // Each of 0.475 may be ½ by itself (±0.031), but not their mean (±0.022).
    expect(fairPointsOf([...series(1, [0.4, 0.475, 0.5]), ...series(1, [0.4, 0.475, 0.5], 'ap')])).toEqual([]);
  });
});
