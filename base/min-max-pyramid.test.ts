import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_AGGREGATE, meanOf, rmsOf, standardDeviationOf, type Aggregate } from './aggregate.js';
import { FoldingOverview } from './folding-overview.js';
import { MinMaxPyramid } from './min-max-pyramid.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250101 });

function bruteForce(values: readonly number[]): Aggregate {
  const present = values.filter((value) => !Number.isNaN(value));
  return {
    min: Math.min(...present),
    max: Math.max(...present),
    sum: present.reduce((sum, value) => sum + value, 0),
    sumLow: 0,
    sumSquares: present.reduce((sum, value) => sum + value * value, 0),
    sumSquaresLow: 0,
    count: present.length,
  };
}

// Integers below 2^20: sums and sums of squares are exact in doubles, whatever the order.
const sample = fc.oneof(
  { arbitrary: fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), weight: 9 },
  { arbitrary: fc.constant(Number.NaN), weight: 1 },
);
const record = fc.array(sample, { maxLength: 600 });

describe('MinMaxPyramid', () => {
  it('gives the exact aggregate of any window', () => {
    fc.assert(
      fc.property(
        record,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 2, max: 5 }),
        fc.nat(),
        fc.nat(),
        (values, leafSize, factor, a, b) => {
          const pyramid = new MinMaxPyramid({ leafSize, factor });
          pyramid.pushAll(values);
          const [from, to] = [a % (values.length + 1), b % (values.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          expect(pyramid.window(from, to)).toEqual(bruteForce(values.slice(from, to)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('divides a range into bins that cover it once', () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 1, max: 50 }), (values, count) => {
        const pyramid = new MinMaxPyramid({ leafSize: 4, factor: 2 });
        pyramid.pushAll(values);
        const bins = pyramid.bins(0, values.length, count);
        expect(bins).toHaveLength(count);
        const whole = bruteForce(values);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(whole.count);
        expect(bins.reduce((sum, bin) => sum + bin.sum, 0)).toBe(whole.sum);
        expect(Math.max(...bins.map((bin) => bin.max))).toBe(whole.max);
      }),
    );
  });

  it('keeps real numbers to rounding', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 400 }), (values) => {
        const pyramid = new MinMaxPyramid({ leafSize: 8 });
        pyramid.pushAll(values);
        const got = pyramid.window(0, values.length);
        const scale = values.reduce((sum, value) => sum + Math.abs(value), 0);
        expect(Math.abs(got.sum - bruteForce(values).sum)).toBeLessThanOrEqual(values.length * Number.EPSILON * scale);
      }),
    );
  });

  it('reads raw samples of the two edges only, from where they are kept', () => {
    let reads = 0;
    const value = (i: number): number => (i * 7919) % 1001;
    const pyramid = new MinMaxPyramid({
      leafSize: 64,
      sampleAt: (index) => {
        reads += 1;
        return value(index);
      },
    });
    for (let i = 0; i < 100_000; i += 1) pyramid.push(value(i));
    const got = pyramid.window(37, 99_991);
    expect(reads).toBeLessThan(128);
    expect(got).toEqual(bruteForce(Array.from({ length: 99_991 - 37 }, (_, i) => value(i + 37))));
  });

  it('has nothing to say of an empty window, and refuses one outside', () => {
    const pyramid = new MinMaxPyramid();
    expect(pyramid.window(0, 0)).toEqual(EMPTY_AGGREGATE);
    expect(meanOf(EMPTY_AGGREGATE)).toBeNaN();
    expect(() => pyramid.window(0, 1)).toThrow(RangeError);
    pyramid.push(3);
    pyramid.push(Number.NaN);
    pyramid.push(-4);
    expect(meanOf(pyramid.window(0, 3))).toBe(-0.5);
    expect(rmsOf(pyramid.window(0, 3))).toBe(Math.sqrt(12.5));
  });
});

describe('FoldingOverview', () => {
  it('always holds the aggregates of equal pieces, in constant memory', () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 1, max: 8 }), (values, half) => {
        const overview = new FoldingOverview(2 * half);
        for (const value of values) overview.push(value);
        const bins = overview.bins();
        expect(bins.length).toBeLessThanOrEqual(2 * half);
        expect(bins).toEqual(
          bins.map((_, i) => bruteForce(values.slice(i * overview.binSize, (i + 1) * overview.binSize))),
        );
        expect(bins.length * overview.binSize).toBeGreaterThanOrEqual(values.length);
      }),
    );
    expect(() => new FoldingOverview(3)).toThrow(RangeError);
  });
});

describe('sums of aggregates', () => {
  /** Exact arithmetic on doubles as integers of 2^-1074. */
  const exact = (value: number): bigint => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    const bits = view.getBigUint64(0);
    const exponent = Number((bits >> 52n) & 0x7ffn);
    const fraction = bits & ((1n << 52n) - 1n);
    const magnitude = exponent === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(exponent - 1);
    return bits >> 63n === 1n ? -magnitude : magnitude;
  };

  it('are the exact sums, rounded once, whatever the grouping', () => {
    // Squares below 1e-300 lose digits in any double.
    const wide = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => (Math.abs(value) < 1e-100 ? 0 : value));
    fc.assert(
      fc.property(
        fc.array(wide, { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 9 }),
        (values, leafSize) => {
          const pyramid = new MinMaxPyramid({ leafSize, factor: 2 });
          pyramid.pushAll(values);
          const got = pyramid.window(0, values.length);
          const sum = values.reduce((total, value) => total + exact(value), 0n);
          const squares = values.reduce((total, value) => total + exact(value) * exact(value), 0n);
          const scale = values.reduce((total, value) => total + Math.abs(value), 0);
          const error = exact(got.sum) + exact(got.sumLow) - sum;
          expect((error < 0n ? -error : error) << 96n <= exact(scale)).toBe(true);
          const squaresError = ((exact(got.sumSquares) + exact(got.sumSquaresLow)) << 1074n) - squares;
          expect((squaresError < 0n ? -squaresError : squaresError) << 96n <= exact(got.sumSquares) << 1074n).toBe(
            true,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keep the scatter of samples that differ in their last digits', () => {
    const pyramid = new MinMaxPyramid({ leafSize: 16 });
    const steps = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1024);
    for (const step of steps) pyramid.push(1e6 + step * 2 ** -20);
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    const scatter = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0);
    const expected = Math.sqrt(scatter / (steps.length - 1)) * 2 ** -20;
    expect(Math.abs(standardDeviationOf(pyramid.window(0, 1000)) / expected - 1)).toBeLessThan(1e-13);
    expect(standardDeviationOf(EMPTY_AGGREGATE)).toBeNaN();
  });
});

describe('many samples at once', () => {
  /** To 106 bits: what two ways of summing may differ by is the last place of the low half. */
  function expectSame(got: Aggregate, one: Aggregate): void {
    const { min, max, count } = one;
    expect(got).toMatchObject({ min, max, count });
    for (const [high, low] of [
      ['sum', 'sumLow'],
      ['sumSquares', 'sumSquaresLow'],
    ] as const) {
      if (!Number.isFinite(one[high])) {
        expect(got[high]).toBe(one[high]);
        continue;
      }
      const scale = Math.sqrt(one.sumSquares * one.count) + one.sumSquares;
      expect(Math.abs(got[high] - one[high] + (got[low] - one[low]))).toBeLessThanOrEqual(scale * 2 ** -96);
    }
  }
  const number = fc.oneof(
    { arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }), weight: 20 },
    { arbitrary: fc.constantFrom(NaN, -0, 1e16, -1e16), weight: 3 },
  );

  it('give what they give one by one, in the pyramid and in the overview', () => {
    fc.assert(
      fc.property(fc.array(fc.array(number, { maxLength: 90 }), { maxLength: 8 }), (batches) => {
        const [many, one] = [new MinMaxPyramid({ leafSize: 16 }), new MinMaxPyramid({ leafSize: 16 })];
        const [view, slow] = [new FoldingOverview(10), new FoldingOverview(10)];
        for (const batch of batches) {
          many.pushAll(Float64Array.from(batch));
          view.pushAll(Float64Array.from(batch));
          for (const value of batch) {
            one.push(value);
            slow.push(value);
          }
        }
        expect(many.length).toBe(one.length);
        expectSame(many.window(0, many.length), one.window(0, one.length));
        expect(view.binSize).toBe(slow.binSize);
        expect(view.bins()).toHaveLength(slow.bins().length);
        slow.bins().forEach((bin, i) => expectSame(view.bins()[i]!, bin));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['infinite', [1, Infinity, 2]],
    ['beyond the exact squares', [1e200, 1e160, 3]],
    ['beyond the splitter', [Number.MAX_VALUE, 1, -1]],
    ['of both infinities', [Infinity, 1, -Infinity]],
  ])('that are %s are summed as one by one', (_, values) => {
    const [many, one] = [new MinMaxPyramid(), new MinMaxPyramid()];
    many.pushAll(values);
    for (const value of values) one.push(value);
    expect(many.window(0, 3)).toEqual(one.window(0, 3));
  });
});
