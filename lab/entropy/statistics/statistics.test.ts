import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { allanDeviation } from './allan-deviation.js';
import { autocorrelation } from './autocorrelation.js';
import { cellSeries } from './cell-series.js';
import { PackedBits } from './packed-bits.js';
import { transitions } from './transitions.js';

const bitList = (bits: PackedBits): number[] => Array.from({ length: bits.length }, (_, k) => bits.at(k));
const coins = (n: number, seed: number): Uint8Array => {
  const stream = RandomStream.from(seed, 'coins');
  return Uint8Array.from({ length: n }, () => stream.integer(2));
};

describe('packed bits', () => {
  it('count as bits do one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1), { maxLength: 300 }), fc.nat(310), fc.nat(300), fc.nat(300), (list, lag, a, b) => {
        const bits = PackedBits.fromBits(list);
        expect(bitList(bits)).toEqual(list);
        const [from, to] = [Math.min(a, b, list.length), Math.min(Math.max(a, b), list.length)];
        expect(bits.ones(from, to)).toBe(list.slice(from, to).filter((bit) => bit === 1).length);
        const pairs = list.slice(0, Math.max(0, list.length - lag));
        expect(bits.disagreements(lag)).toBe(pairs.filter((bit, k) => bit !== list[k + lag]).length);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('come from bytes with the first bit lowest, and end where they are told to', () => {
    const bits = PackedBits.fromBytes(Uint8Array.of(0b1011_0010, 0xff, 0, 0, 0xff), 37);
    expect(bitList(bits).slice(0, 8)).toEqual([0, 1, 0, 0, 1, 1, 0, 1]);
    expect(bits.ones()).toBe(4 + 8 + 5);
    expect(() => PackedBits.fromBytes(Uint8Array.of(1), 9)).toThrow(/bits must be an integer from 0 to 8/);
  });
});

describe('autocorrelation', () => {
  it('is the definition, about the mean of each series', () => {
    const list = [...coins(300, 2)].map((bit, k) => (k % 3 === 0 ? 1 : bit));
    const n = list.length;
    const x = list.map((bit) => 2 * bit - 1);
    const m = x.reduce((sum, each) => sum + each, 0) / n;
    const s2 = x.reduce((sum, each) => sum + (each - m) ** 2, 0) / (n - 1);
    for (const { lag, r, pairs } of autocorrelation([PackedBits.fromBits(list)], 150)) {
      let sum = 0;
      for (let i = 0; i + lag < n; i++) sum += (x[i]! - m) * (x[i + lag]! - m);
      expect(pairs).toBe(n - lag);
      expect(r).toBeCloseTo((sum + (pairs * s2) / n) / (pairs * s2), 12);
    }
  });

  it('does not take cells of different bias for correlated bits, nor short series for anticorrelated ones', () => {
    const stream = RandomStream.from(5, 'cells');
    // 500 series of 128: their own means alone would give −1/128 = −0.0078, 2.7 times the band's 3σ.
    const series = Array.from({ length: 500 }, () => {
      const p = 0.2 + 0.6 * stream.uniform();
      return PackedBits.fromBits(Array.from({ length: 128 }, () => (stream.uniform() < p ? 1 : 0)));
    });
    for (const { r, sigma } of autocorrelation(series, 32)) expect(Math.abs(r)).toBeLessThan(4.5 * sigma);
    const together = PackedBits.fromBits(series.flatMap(bitList));
    expect(autocorrelation([together], 1)[0]!.r).toBeGreaterThan(0.08);
  });

  it('finds a period, and a chain that remembers', () => {
    const period = PackedBits.fromBits(Array.from({ length: 1000 }, (_, k) => (k % 4 < 2 ? 1 : 0)));
    const r = autocorrelation([period], 8).map((each) => Math.round(each.r * 50) / 50);
    expect(r).toEqual([0, -1, 0, 1, 0, -1, 0, 1].map((each) => (each === 0 ? (expect.closeTo(0, 1) as number) : each)));
    const stream = RandomStream.from(6, 'chain');
    let bit = 0;
    const chain = PackedBits.fromBits(Array.from({ length: 1e5 }, () => (bit ^= stream.uniform() < 0.4 ? 1 : 0)));
    // r_k = 0.2^k; σ = 0.003.
    const found = autocorrelation([chain], 3);
    for (const { lag, r: value } of found) expect(Math.abs(value - 0.2 ** lag)).toBeLessThan(0.015);
    const { oneAfterZero, oneAfterOne, oneAfterZeroInterval, afterZero, afterOne } = transitions([chain]);
    expect(Math.abs(oneAfterZero - 0.4)).toBeLessThan(0.01);
    expect(Math.abs(oneAfterOne - 0.6)).toBeLessThan(0.01);
    expect(oneAfterZeroInterval[0]).toBeLessThan(oneAfterZero);
    expect(afterZero + afterOne).toBe(1e5 - 1);
  });

  it('has nothing to say of a stuck series', () => {
    expect(autocorrelation([PackedBits.fromBits([1, 1, 1, 1])], 2)[0]!.r).toBeNaN();
    expect(() => autocorrelation([], 0)).toThrow(/maxLag/);
  });
});

it('transitions count pairs of all series', () => {
  const both = [PackedBits.fromBits([0, 0, 1, 1, 0]), PackedBits.fromBits([1, 0, 1])];
  expect(transitions(both)).toMatchObject({ afterZero: 3, afterOne: 3, oneAfterZero: 2 / 3, oneAfterOne: 1 / 3 });
});

describe('Allan deviation', () => {
  it('of the ten values of NIST SP 1065, section 12.4, is what it prints', () => {
    const y = [892, 809, 823, 798, 671, 644, 883, 903, 677];
    const points = allanDeviation(y);
    // The printed overlapping deviations are 91.22945 and 85.95287 for factors 1 and 2.
    expect(points[0]!.deviation).toBeCloseTo(91.22945, 4);
    expect(points[1]!.deviation).toBeCloseTo(85.95287, 4);
  });

  it('of white noise falls with the root of the factor, and its interval holds that', () => {
    const stream = RandomStream.from(7, 'white');
    const windows = Float64Array.from({ length: 4096 }, () => 0.5 + 0.01 * stream.gaussian());
    for (const { factor, deviation, lower, upper } of allanDeviation(windows)) {
      const expected = 0.01 / Math.sqrt(factor);
      expect(lower).toBeLessThan(deviation);
      expect(upper).toBeGreaterThan(deviation);
      // Twelve intervals at 95 %: twice as wide on either side is beyond 4σ.
      expect(lower / 2).toBeLessThan(expected);
      expect(upper * 2).toBeGreaterThan(expected);
    }
  });

  it('of a ramp is step · factor/√2', () => {
    const ramp = Float64Array.from({ length: 65 }, (_, k) => 3 + 0.25 * k);
    for (const { factor, deviation } of allanDeviation(ramp))
      expect(deviation).toBeCloseTo((0.25 * factor) / Math.SQRT2, 10);
    expect(allanDeviation([1, 2])).toEqual([]);
  });
});

it('a raw stream is parted into its cells', () => {
  const layout = { rows: [3, 7], columns: 3 };
  const series = Array.from({ length: 6 }, (_, cell) => coins(128, 20 + cell));
  const stream: number[] = [];
  for (let turn = 0; turn < 2; turn++)
    for (let row = 0; row < 2; row++)
      for (let shot = 0; shot < 64; shot++)
        for (let col = 0; col < 3; col++) stream.push(series[row * 3 + col]![turn * 64 + shot]!);
  stream.push(1, 1, 1);
  const bytes = new Uint8Array(Math.ceil(stream.length / 8));
  stream.forEach((bit, k) => (bytes[k >> 3]! |= bit << (k & 7)));
  const cells = cellSeries(bytes, stream.length, layout);
  expect(cells.map(bitList)).toEqual(series.map((each) => [...each]));
});
