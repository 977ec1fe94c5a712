import { describe, expect, it } from 'vitest';
import { analogVectorKeys, normalPair, type VectorKeys } from './normal-pairs.js';

/** Normals of `vectors` vectors with 64 columns each. */
function draw(vectors: number): [Float64Array, Float64Array] {
  const first = new Float64Array(vectors * 32);
  const second = new Float64Array(vectors * 32);
  for (let v = 0; v < vectors; v++) {
    const keys = analogVectorKeys([5, 6], v);
    for (let p = 0; p < 32; p++) [first[v * 32 + p], second[v * 32 + p]] = normalPair(p, keys);
  }
  return [first, second];
}

const mean = (list: Float64Array, of: (x: number, k: number) => number): number =>
  list.reduce((sum, x, k) => sum + of(x, k), 0) / list.length;

/** Standard normal distribution function by its series about 0; |x| < 6. */
function phi(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; k < 120; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-(x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

const VECTORS = 10_000;
const [cosines, sines] = draw(VECTORS);

describe('the normals of the analog tile', () => {
  it('have the first six moments of a standard normal', () => {
    // 320 000 of each half: σ of the sample moments of N(0, 1) are √(1, 2, 15, 96, 945, 10 170)/√n; 5σ, false alarm 12 · 6e-7.
    for (const half of [cosines, sines])
      [
        [0, 1],
        [1, 2],
        [0, 15],
        [3, 96],
        [0, 945],
        [15, 10_170],
      ].forEach(([expected, variance], k) => {
        const moment = mean(half, (x) => x ** (k + 1));
        expect(Math.abs(moment - expected!)).toBeLessThan(5 * Math.sqrt(variance! / half.length));
      });
  });

  it('have the distribution function of a normal', () => {
    // Kolmogorov–Smirnov: √n·D beyond 2.5 with probability 7e-6.
    const sorted = Float64Array.from([...cosines, ...sines]).sort();
    let distance = 0;
    sorted.forEach((x, k) => (distance = Math.max(distance, Math.abs(phi(x) - (k + 0.5) / sorted.length))));
    expect(distance * Math.sqrt(sorted.length)).toBeLessThan(2.5);
  });

  it('have the tails of a normal', () => {
    // 640 000 normals: 40.5 are expected beyond 4 (Poisson, σ 6.4), 1728 beyond 3 (σ 41.5); 4.5σ, false alarm 1e-5.
    const beyond = (limit: number): number =>
      [cosines, sines].reduce((count, half) => count + half.filter((x) => Math.abs(x) > limit).length, 0);
    expect(Math.abs(beyond(4) - 40.5)).toBeLessThan(29);
    expect(Math.abs(beyond(3) - 1728)).toBeLessThan(187);
  });

  it('are uncorrelated within a pair, between columns and between vectors, squares included', () => {
    const bound = 5 / Math.sqrt(cosines.length); // products of normals have variance 1: 5σ each
    const shifted = (by: number) => (x: number, k: number) => x * (cosines[k + by] ?? 0);
    expect(Math.abs(mean(cosines, (x, k) => x * sines[k]!))).toBeLessThan(bound);
    expect(Math.abs(mean(cosines, shifted(1)))).toBeLessThan(bound);
    expect(Math.abs(mean(cosines, shifted(32)))).toBeLessThan(bound);
    const squares = (other: Float64Array, by: number) => (x: number, k: number) =>
      (x * x - 1) * ((other[k + by] ?? 1) ** 2 - 1);
    for (const value of [
      mean(cosines, squares(sines, 0)),
      mean(cosines, squares(cosines, 1)),
      mean(cosines, squares(cosines, 32)),
    ])
      expect(Math.abs(value)).toBeLessThan(2 * bound); // (x² − 1)(y² − 1) has variance 4
  });

  it('are Box–Muller of their two words', () => {
    for (let i = 0; i < 20_000; i++) {
      const keys: VectorKeys = [Math.imul(i, 0x9e3779b1), Math.imul(i, 40_503), Math.imul(i, 0x85ebca6b), i];
      const [a, b] = wordsOf(i & 63, keys);
      const r = Math.sqrt(-2 * Math.log(((a >>> 8) + 0.5) / 2 ** 24));
      const angle = (2 * Math.PI * b) / 2 ** 32;
      const [x, y] = normalPair(i & 63, keys);
      const allowed = r > 0.05 ? 2e-6 : 2.5e-4;
      expect(Math.hypot(x - r * Math.cos(angle), y - r * Math.sin(angle))).toBeLessThan(allowed);
    }
  });
});

/** The hash of `normalPair`, written again. */
function wordsOf(pair: number, [key0, key1, key2, key3]: VectorKeys): [number, number] {
  const round = (x: number, shift: number, factor: number): number => Math.imul(x ^ (x >>> shift), factor);
  const name = Math.imul(pair, 0x2c1b3c6d);
  let a = round((name + key0) | 0, 16, 0x7feb352d);
  a = Math.imul(((a ^ (a >>> 15)) + key1) | 0, 0x846ca68b);
  let b = round(name ^ key2, 17, 0x297a2d39);
  b = Math.imul(((b ^ (b >>> 15)) + key3) | 0, 0x2c1b3c6d);
  return [a ^ (a >>> 16), b ^ (b >>> 16)];
}
