import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentOf, planAxis } from './axis-plan.js';
import type { AxisOptions } from './axis-options.js';
import { PlacedAxis } from './placed-axis.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250201 });

const plan = (axis: Omit<AxisOptions, 'label'>, values: number[], pad = 0) =>
  planAxis('axis', { label: 'A', ...axis }, extentOf([values], axis.scale === 'log'), pad);

const labels = (axis: PlacedAxis): string[] => axis.ticks.flatMap(({ label }) => label ?? []);

/** The number that a label shows: `1,200`, `−0.5`, `2×10^{−3}`. */
function readLabel(label: string): number {
  const plain = label.replaceAll(',', '').replaceAll('−', '-');
  const power = /^(?:([\d.]+)×)?10\^\{(-?\d+)\}$/.exec(plain);
  return power === null ? Number(plain) : Number(`${power[1] ?? 1}e${power[2]}`);
}

describe('an axis', () => {
  it.each([
    ['one prefix for all of it', { unit: 's' }, [2e-10, 3.2e-9], 'A (ns)', 1e9],
    ['no unit for a bare number', {}, [0, 0.8], 'A', 1],
    ['counts as they are', {}, [0, 4096], 'A', 1],
    ['many counts by words', {}, [0, 2.5e6], 'A (millions)', 1e-6],
    ['a power of ten where a unit takes no prefix', { unit: 'm²' }, [3e-15, 4.6e-15], 'A (10^{−15} m²)', 1e15],
    ['a power of ten for small bare numbers', {}, [1e-6, 2e-5], 'A (10^{−6})', 1e6],
    ['the base unit over many decades', { unit: 's', scale: 'log' }, [1e-9, 1], 'A (s)', 1],
    ['a prefix over few decades', { unit: 's', scale: 'log' }, [1e-9, 1e-7], 'A (ns)', 1e9],
  ] as const)('shows %s', (_what, axis, values, title, factor) => {
    expect(plan(axis, [...values])).toMatchObject({ title, factor });
  });

  it('has room about the data but none beyond a given limit', () => {
    expect(plan({}, [0, 10], 0.05).domain).toEqual([-0.5, 10.5]);
    expect(plan({ min: 0 }, [2, 10], 0.05).domain).toEqual([0, 10.5]);
    const log = plan({ scale: 'log' }, [1, 100], 0.5).domain;
    expect(log[0]).toBeCloseTo(0.1, 12);
    expect(log[1]).toBeCloseTo(1000, 9);
  });

  it('spans something when all values are one, or there are none', () => {
    expect(plan({}, [7, 7]).domain).toEqual([7 - 0.35, 7 + 0.35]);
    expect(plan({}, [0]).domain).toEqual([-1, 1]);
    expect(plan({ scale: 'log' }, [8]).domain).toEqual([4, 16]);
    expect(plan({ scale: 'log' }, [-1, 0]).domain).toEqual([1, 10]);
    expect(plan({ min: 5 }, [NaN]).domain).toEqual([5, 6]);
  });

  it('refuses limits without data between that leave nothing', () => {
    expect(() => plan({ min: 3, max: 3 }, [3])).toThrow(new RangeError('axis.max must be above axis.min (3), got 3'));
  });

  it('puts every label where its value is', () => {
    const magnitude = fc.integer({ min: -14, max: 11 });
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(magnitude, share, share, fc.boolean(), fc.integer({ min: 120, max: 700 }), (e, a, b, log, length) => {
        const values = log ? [10 ** (e + 3 * a), 10 ** (e + 6 * Math.abs(b))] : [a * 10 ** e, b * 10 ** e];
        const p = plan({ unit: 'V', scale: log ? 'log' : 'linear' }, values, 0.04);
        const axis = new PlacedAxis(p, 0, length, 44);
        // At least two labels, whatever the axis; all between its ends, and each at the pixel of the number that it shows.
        const shown = axis.ticks.filter(({ label }) => label !== undefined);
        expect(shown.length).toBeGreaterThanOrEqual(2);
        for (const { at, label } of shown) {
          expect(at).toBeGreaterThanOrEqual(-1e-6 * length);
          expect(at).toBeLessThanOrEqual(length * (1 + 1e-6));
          expect(axis.at(readLabel(label!) / p.factor)).toBeCloseTo(at, 3);
        }
        expect(new Set(labels(axis)).size).toBe(shown.length);
      }),
      { numRuns: 300 },
    );
  });

  it('labels only whole numbers where there are no others', () => {
    const labelsOf = (values: number[], axis = {}): string[] =>
      labels(new PlacedAxis(plan(axis, values, 0.04), 0, 600, 44));
    expect(labelsOf([0, 1, 2])).toEqual(['0', '1', '2']);
    expect(labelsOf([-1, 0, 1])).toEqual(['−1', '0', '1']);
    expect(labelsOf([0, 40])).toHaveLength(9);
    expect(labelsOf([0, 1.5, 2]).length).toBeGreaterThan(4);
    // A quantity with a unit is not counted.
    expect(labelsOf([0, 1, 2], { unit: 'V' }).length).toBeGreaterThan(4);
  });

  it('divides decades in nine and labels as many as there is room for', () => {
    const decades = new PlacedAxis(plan({ scale: 'log' }, [1, 1e4]), 0, 400, 44);
    expect(labels(decades)).toEqual(['1', '10', '100', '1000', '10000']);
    expect(decades.ticks).toHaveLength(37);
    expect(labels(new PlacedAxis(plan({ scale: 'log' }, [1, 90]), 0, 400, 44))).toEqual([
      '1',
      '2',
      '5',
      '10',
      '20',
      '50',
    ]);
    expect(labels(new PlacedAxis(plan({ scale: 'log' }, [1e-12, 1e12]), 0, 200, 44))).toEqual([
      '10^{−10}',
      '10^{0}',
      '10^{10}',
    ]);
    // Where not even two of them fit, the axis is labelled as a linear one.
    expect(labels(new PlacedAxis(plan({ scale: 'log' }, [2.1, 2.9]), 0, 400, 44)).length).toBeGreaterThan(4);
  });

  it('stands a value that a logarithmic axis cannot show at its lower end', () => {
    const axis = new PlacedAxis(plan({ scale: 'log' }, [1, 100]), 300, 0, 44);
    expect([axis.at(1), axis.at(10), axis.at(0), axis.at(-5)]).toEqual([300, 150, 300, 300]);
    expect([axis.holds(0), axis.holds(1), axis.holds(100), axis.holds(101)]).toEqual([false, true, true, false]);
  });
});
