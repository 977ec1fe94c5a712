import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, isAligned, type Window } from './aligned.js';
import { looksOf, omissionsOf, summaryOf, type PlotSeries } from './model.js';
import { isAscending, mergedPoints, thinned, visible } from './thin.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20260102 });

const looks = (...series: PlotSeries[]) => looksOf({ series, draw: 'line' });
const window: Window = { x: [0, 10], columns: 100, xLog: false, yLog: false };

describe('aligning', () => {
  it('brings series to one x; what another series has no point for is no gap', () => {
    const { x, columns, roles } = align(looks({ x: [0, 2, 4], y: [1, NaN, 3] }, { x: [1, 2], y: [5, 6] }), window);
    expect(x).toEqual([0, 1, 2, 4]);
    expect(columns).toEqual([
      [1, undefined, null, 3],
      [undefined, 5, 6, undefined],
    ]);
    expect(roles).toEqual([
      { series: 0, part: 'y' },
      { series: 1, part: 'y' },
    ]);
  });

  it('gives a band three columns, and the same ones whatever is shown', () => {
    const band = { x: [0, 1], y: [2, 3], lower: [1, 2], upper: [3, 4] };
    const all = align(looks(band), window);
    expect(all.columns).toEqual([
      [1, 2],
      [3, 4],
      [2, 3],
    ]);
    expect(align(looks(band), { ...window, x: [100, 200] }).roles).toEqual(all.roles);
  });

  it('leaves out what logarithmic axes cannot show', () => {
    const log = align(looks({ x: [-1, 0, 1, 2], y: [1, 1, -1, 4] }), {
      ...window,
      x: [0.1, 10],
      xLog: true,
      yLog: true,
    });
    expect(log.x).toEqual([1, 2]);
    expect(log.columns).toEqual([[null, 4]]);
  });

  it('leaves loops and points to others', () => {
    expect(looks({ x: [0, 1, 0], y: [0, 1, 2] }).map(isAligned)).toEqual([false]);
    expect(looks({ x: [0, 1], y: [0, 1], draw: 'markers' }).map(isAligned)).toEqual([false]);
    expect(isAscending([0, NaN])).toBe(false);
  });
});

describe('thinning', () => {
  it('loses no peak, has at most two points a pixel and gap, and keeps the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -1000, max: 1000 }) }, fc.constant(NaN)), {
          minLength: 50,
          maxLength: 400,
        }),
        (y) => {
          const columns = 10;
          const column = (i: number): number => Math.floor((i * columns) / y.length);
          const kept = thinned(y, 0, y.length, column, columns);
          expect(kept).toEqual([...kept].sort((a, b) => a - b));
          for (let c = 0; c < columns; c += 1) {
            const all = y.filter((value, i) => column(i) === c && Number.isFinite(value));
            const drawn = kept.filter((i) => column(i) === c && Number.isFinite(y[i]!)).map((i) => y[i]!);
            expect(drawn.length).toBeLessThanOrEqual(2);
            if (all.length === 0) continue;
            expect(Math.min(...drawn)).toBe(Math.min(...all));
            expect(Math.max(...drawn)).toBe(Math.max(...all));
          }
        },
      ),
    );
  });

  it('of a band keeps the least and the greatest ends', () => {
    const n = 1000;
    const x = Float64Array.from({ length: n }, (_, i) => i / 100);
    const y = Float64Array.from({ length: n }, (_, i) => Math.sin(i));
    const { x: at, columns } = align(looks({ x, y, lower: y.map((v) => v - 1), upper: y.map((v) => v + 1) }), {
      ...window,
      columns: 20,
    });
    expect(at).toHaveLength(20);
    expect(Math.min(...(columns[0] as number[]))).toBe(Math.min(...y) - 1);
    expect(Math.max(...(columns[1] as number[]))).toBe(Math.max(...y) + 1);
  });

  it('shows one point more on each side', () => {
    expect(visible([0, 1, 2, 3, 4], [1.5, 2.5])).toEqual([1, 4]);
    expect(visible([0, 1, 2], [5, 6])).toEqual([2, 3]);
    expect(visible([], [5, 6])).toEqual([0, 0]);
  });

  it('draws each pixel of a dense scatter once', () => {
    expect(mergedPoints(10_000, (i) => [i % 5, 0], 10, 10)).toHaveLength(5);
    expect(mergedPoints(100, (i) => [i % 5, 0], 10, 10)).toHaveLength(100);
    expect(mergedPoints(3, (i) => (i === 1 ? undefined : [i * 20, 0]), 10, 10)).toEqual([0]);
  });
});

describe('what a plot says of its data', () => {
  it('counts what is left out', () => {
    const series = [{ x: [0, 1, 2, NaN], y: [1, -1, 5, 5] }];
    expect(omissionsOf({ series, x: { label: 'x' }, y: { label: 'y', scale: 'log' } })).toEqual({
      notPositive: 1,
      outside: 0,
    });
    expect(omissionsOf({ series, x: { label: 'x', max: 1.5 }, y: { label: 'y' } })).toEqual({
      notPositive: 0,
      outside: 1,
    });
  });

  it('sums up all finite values', () => {
    expect(summaryOf([[1, 2, NaN], new Float64Array([6])])).toEqual({ n: 3, min: 1, mean: 3, max: 6 });
    expect(summaryOf([[]]).n).toBe(0);
  });
});
