import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from './random.js';
import { SplitMix64 } from './splitmix64.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250101 });

const M64 = (1n << 64n) - 1n;

/** splitmix64 straight from its definition, on BigInt. */
function referenceSplitMix(seed: bigint, count: number): bigint[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state + 0x9e3779b97f4a7c15n) & M64;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & M64;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & M64;
    return z ^ (z >> 31n);
  });
}

/** xoshiro128++ straight from its definition, on BigInt. */
function referenceXoshiro(state: readonly number[], count: number): number[] {
  const s = state.map(BigInt);
  const mask = 0xffffffffn;
  const rotate = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & mask;
  return Array.from({ length: count }, () => {
    const result = (rotate((s[0]! + s[3]!) & mask, 7n) + s[0]!) & mask;
    const t = (s[1]! << 9n) & mask;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotate(s[3]!, 11n);
    return Number(result);
  });
}

function splitMixOutputs(seed: bigint, count: number): bigint[] {
  const mixer = new SplitMix64(Number(seed >> 32n), Number(seed & 0xffffffffn));
  return Array.from({ length: count }, () => {
    mixer.next();
    return (BigInt(mixer.hi) << 32n) | BigInt(mixer.lo);
  });
}

describe('splitmix64', () => {
  it('gives the published outputs for seed 1234567', () => {
    // The vector that circulates with the public-domain reference (Rosetta Code, "Pseudo-random numbers/Splitmix64").
    expect(splitMixOutputs(1234567n, 5)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });

  it('equals the definition for any seed', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, M64), (seed) => {
        expect(splitMixOutputs(seed, 4)).toEqual(referenceSplitMix(seed, 4));
      }),
    );
  });
});

describe('RandomStream', () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });

  it('gives the published xoshiro128++ outputs for state 1, 2, 3, 4', () => {
    // Test vector of the Rust crate rand_xoshiro, made with the authors' C reference.
    const stream = RandomStream.fromSnapshot({ state: [1, 2, 3, 4], spare: null });
    expect(Array.from({ length: 10 }, () => stream.nextU32())).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
    ]);
  });

  it('equals the definition for any state', () => {
    fc.assert(
      fc.property(word, word, word, fc.integer({ min: 1, max: 0xffffffff }), (a, b, c, d) => {
        const stream = RandomStream.fromSnapshot({ state: [a, b, c, d], spare: null });
        expect(Array.from({ length: 20 }, () => stream.nextU32())).toEqual(referenceXoshiro([a, b, c, d], 20));
      }),
    );
  });

  it('is seeded with the first two outputs of splitmix64, low word first', () => {
    const [first, second] = referenceSplitMix(42n, 2) as [bigint, bigint];
    const words = [first & 0xffffffffn, first >> 32n, second & 0xffffffffn, second >> 32n].map(Number);
    expect(RandomStream.from(42).snapshot().state).toEqual(words);
    expect(RandomStream.from(42n).snapshot().state).toEqual(words);
  });

  it('gives every path a stream of its own', () => {
    // 60 000 digests of 64 bits: a collision by chance has probability 1e-10; the first 64 bits of state are compared.
    const seen = new Set<string>();
    let paths = 0;
    const note = (...path: (number | string)[]): void => {
      seen.add(
        RandomStream.from(7, ...path)
          .snapshot()
          .state.join(),
      );
      paths += 1;
    };
    for (let cell = 0; cell < 58_000; cell += 1) note('array', cell);
    for (let row = 0; row < 40; row += 1) for (let col = 0; col < 50; col += 1) note('array', row, col);
    for (const path of [[], [''], ['', ''], [0], ['0'], ['ab', 'c'], ['a', 'bc'], ['abc'], ['a', 'b', 'c'], [0, 0]])
      note(...path);
    expect(seen.size).toBe(paths);
  });

  it('keeps neighbouring streams uncorrelated', () => {
    // Correlation of 20 000 normals in 20 pairs: each is N(0, 1/20 000); |r| < 5σ, false-alarm rate 20 · 6e-7 = 1e-5.
    const n = 20_000;
    for (let path = 0; path < 20; path += 1) {
      const a = RandomStream.from(1, 'cell', path);
      const b = RandomStream.from(1, 'cell', path + 1);
      let product = 0;
      for (let i = 0; i < n; i += 1) product += a.gaussian() * b.gaussian();
      expect(Math.abs(product / n)).toBeLessThan(5 / Math.sqrt(n));
    }
  });

  it('fills 256 bins evenly, from the high and from the low bits', () => {
    // χ² with 255 degrees of freedom: beyond 255 ± 6.5·√510 with probability below 1e-8 a side.
    const stream = RandomStream.from(3, 'bins');
    const n = 256 * 1000;
    for (const shift of [0, 24]) {
      const counts = new Float64Array(256);
      for (let i = 0; i < n; i += 1) counts[(stream.nextU32() >>> shift) & 255]! += 1;
      const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
      expect(Math.abs(chiSquare - 255)).toBeLessThan(6.5 * Math.sqrt(510));
    }
  });

  it('makes uniforms in [0, 1) with the right mean and variance', () => {
    // Mean: σ = 1/√(12 n); 5σ, false-alarm rate 6e-7. Variance of the sample variance: 1/(180 n).
    const stream = RandomStream.from(5);
    const n = 200_000;
    let sum = 0;
    let square = 0;
    for (let i = 0; i < n; i += 1) {
      const u = stream.uniform();
      if (!(u >= 0 && u < 1)) expect.unreachable(`uniform gave ${u}`);
      sum += u - 0.5;
      square += (u - 0.5) ** 2;
    }
    expect(Math.abs(sum / n)).toBeLessThan(5 / Math.sqrt(12 * n));
    expect(Math.abs(square / n - 1 / 12)).toBeLessThan(5 / Math.sqrt(180 * n));
  });

  it('makes normals with the right first four moments', () => {
    // σ of the sample moments of N(0, 1): √(1/n), √(2/n), √(15/n), √(96/n); 5σ each, false-alarm rate 4 · 6e-7.
    const stream = RandomStream.from(11);
    const n = 200_000;
    const moments = [0, 0, 0, 0];
    for (let i = 0; i < n; i += 1) {
      const g = stream.gaussian();
      for (let k = 0; k < 4; k += 1) moments[k]! += g ** (k + 1) / n;
    }
    [
      [0, 1],
      [1, 2],
      [0, 15],
      [3, 96],
    ].forEach(([expected, variance], k) => {
      expect(Math.abs(moments[k]! - expected!)).toBeLessThan(5 * Math.sqrt(variance! / n));
    });
  });

  it('draws every integer equally often and stays in range for any n', () => {
    // χ² with 6 degrees of freedom: beyond 45 with probability 5e-8.
    const stream = RandomStream.from(13);
    const counts = new Float64Array(7);
    for (let i = 0; i < 70_000; i += 1) counts[stream.integer(7)]! += 1;
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(45);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (n) => {
        const value = stream.integer(n);
        return Number.isSafeInteger(value) && value >= 0 && value < n;
      }),
    );
    expect(() => stream.integer(0)).toThrow(RangeError);
  });

  it('shuffles to every order equally often', () => {
    // 24 orders of four, 24 000 times: χ² with 23 degrees of freedom beyond 85 with probability 5e-9.
    const stream = RandomStream.from(17);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i += 1) {
      const order = stream.shuffle([0, 1, 2, 3]).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect([...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(85);
    expect([...stream.shuffle(new Uint8Array([1, 2, 3]))].sort()).toEqual([1, 2, 3]);
  });

  it('goes on from a snapshot exactly, the spare normal included', () => {
    const stream = RandomStream.from(23, 'x');
    stream.gaussian();
    const snapshot = JSON.parse(JSON.stringify(stream.snapshot())) as ReturnType<RandomStream['snapshot']>;
    const draw = (s: RandomStream): number[] => [s.gaussian(), s.gaussian(), s.uniform(), s.nextU32()];
    const expected = draw(stream);
    expect(draw(RandomStream.fromSnapshot(snapshot))).toEqual(expected);
    stream.restore(snapshot);
    expect(draw(stream)).toEqual(expected);
    expect(() => stream.restore({ state: [0, 0, 0, 0], spare: null })).toThrow(RangeError);
  });

  it('refuses seeds and paths that are not what they should be', () => {
    expect(() => RandomStream.from(1.5)).toThrow(/seed must be an integer, got 1.5/);
    expect(() => RandomStream.from(Number.NaN)).toThrow(RangeError);
    expect(() => RandomStream.from(1, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => RandomStream.from(1, true as unknown as number)).toThrow(TypeError);
    expect(RandomStream.from(1, 0).snapshot()).toEqual(RandomStream.from(1, -0).snapshot());
  });
});
