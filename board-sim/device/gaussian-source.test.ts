import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { GaussianSource } from './gaussian-source.js';
import { erf } from './special-functions.js';

/** A stream that only feeds a given state, to reach chosen words. */
function normals(count: number, seed = 11): Float64Array {
  const out = new Float64Array(count);
  new GaussianSource(RandomStream.from(seed, 'normals')).fill(out, 0, count);
  return out;
}

describe('normals', () => {
  const n = 400_000;
  const z = normals(n);

  // False alarm of each bound: 4.5 standard deviations, 7e-6.
  it('have the first four moments of a normal distribution', () => {
    const moment = (k: number): number => z.reduce((sum, x) => sum + x ** k, 0) / n;
    const bound = (variance: number): number => 4.5 * Math.sqrt(variance / n);
    expect(Math.abs(moment(1))).toBeLessThan(bound(1));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(bound(2));
    expect(Math.abs(moment(3))).toBeLessThan(bound(15));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(bound(96));
  });

  it('follow the normal distribution function', () => {
    const sorted = z.slice().sort();
    let distance = 0;
    sorted.forEach((x, i) => {
      distance = Math.max(distance, Math.abs((i + 0.5) / n - 0.5 * (1 + erf(x / Math.SQRT2))));
    });
    // Kolmogorov: P(√n D > 2.2) = 1.2e-4.
    expect(distance * Math.sqrt(n)).toBeLessThan(2.2);
    expect(Math.max(...sorted.subarray(n - 1))).toBeGreaterThan(4);
    expect(Math.max(...sorted.subarray(n - 1))).toBeLessThan(6.77);
  });

  it('have no correlation within a pair or between neighbours', () => {
    for (const lag of [1, 2, 3]) {
      let sum = 0;
      for (let i = lag; i < n; i++) sum += (z[i] as number) * (z[i - lag] as number);
      expect(Math.abs(sum / n)).toBeLessThan(4.5 / Math.sqrt(n));
    }
  });
});

it('agrees with the library functions to 1e-5 always and 1e-9 nearly always', () => {
  // The words come from the same state in the same order.
  const [count, seed] = [200_000, 5];
  const z = normals(count, seed);
  const feeder = RandomStream.from(seed, 'normals');
  const state = [feeder.nextU32(), feeder.nextU32(), feeder.nextU32(), feeder.nextU32()] as const;
  const words = RandomStream.fromSnapshot({ state, spare: null });
  let [worst, above] = [0, 0];
  for (let i = 0; i < count; i += 2) {
    const r = Math.sqrt(-2 * Math.log((words.nextU32() + 0.5) / 2 ** 32));
    const angle = 2 * Math.PI * (((words.nextU32() | 0) + 0.5) / 2 ** 32);
    const error = Math.max(
      Math.abs((z[i] as number) - r * Math.cos(angle)),
      Math.abs((z[i + 1] as number) - r * Math.sin(angle)),
    );
    worst = Math.max(worst, error);
    if (error > 1e-9) above += 2;
  }
  expect(worst).toBeLessThan(1e-5);
  expect(above / count).toBeLessThan(0.01);
});

it('gives the same numbers however the calls are split', () => {
  const whole = normals(1000);
  const source = new GaussianSource(RandomStream.from(11, 'normals'));
  const parts = new Float64Array(1000);
  let at = 0;
  for (const size of [1, 2, 0, 3, 7, 1, 986]) {
    source.fill(parts, at, size);
    at += size;
  }
  expect(at).toBe(1000);
  expect(parts).toEqual(whole);
});

it('stays finite for the extreme words', () => {
  // A generator whose state is all zero but one bit starts with very small words.
  for (const state of [[1, 0, 0, 0] as const, [0, 0, 0, 1] as const, [0xffffffff, 0, 0, 0] as const]) {
    const words = [...state];
    const stream = RandomStream.from(1);
    stream.nextU32 = () => words.shift() ?? 0;
    const out = new Float64Array(2000);
    new GaussianSource(stream).fill(out, 0, 2000);
    expect(out.every((x) => Math.abs(x) < 6.77)).toBe(true);
  }
});
