import type { RandomStream } from '../../base/index.js';

const TWO_TO_MINUS_32 = 2 ** -32;
const PI_TO_MINUS_32 = Math.PI * TWO_TO_MINUS_32;
const SQRT_HALF = Math.SQRT1_2;
const TWO_LN2 = 2 * Math.LN2;
/** Taylor coefficients ±1/n! of the sine. */
const [C3, C5, C7] = [-1 / 6, 1 / 120, -1 / 5040];
const [C9, C11, C13, C15] = [1 / 362_880, -1 / 39_916_800, 1 / 6_227_020_800, -1 / 1_307_674_368_000];
/** Powers of two that bring (k + ½) 2^-32 with `i` leading zeros in k to [½, 1]. */
const shiftUp = Float64Array.from({ length: 33 }, (_, i) => 2 ** (i - 32));

/**
 * Standard normals in bulk: xoshiro128++ (its state taken from a {@link RandomStream}) and Box–Muller. Every pair of
 * normals consumes exactly two 32-bit words and no call rejects, so a run that is split at any point equals the whole run.
 *
 * Logarithm and sine are truncated series with closed-form coefficients, whose truncation errors have the sign that keeps
 * the arguments of the square roots non-negative. Normals differ from the exact function of their words by less than 1e-9
 * for 99 % of angles and 1e-5 at worst (where the cosine, taken as a root, is near 0). |z| ≤ √(66 ln 2) = 6.76.
 */
export class GaussianSource {
  readonly #state = new Int32Array(4);
  #spare = 0;
  #hasSpare = false;

  constructor(random: RandomStream) {
    for (let i = 0; i < 4; i++) this.#state[i] = random.nextU32();
    // The all-zero state is the one fixed point of the generator.
    if (this.#state.every((word) => word === 0)) this.#state[0] = 1;
  }

  /** Writes `count` normals to `out` from `offset` on. */
  fill(out: Float64Array, offset: number, count: number): void {
    const state = this.#state;
    let s0 = state[0] as number;
    let s1 = state[1] as number;
    let s2 = state[2] as number;
    let s3 = state[3] as number;
    let i = offset;
    const end = offset + count;
    if (this.#hasSpare && i < end) {
      out[i++] = this.#spare;
      this.#hasSpare = false;
    }
    while (i < end) {
      let sum = (s0 + s3) | 0;
      const word1 = (((sum << 7) | (sum >>> 25)) + s0) | 0;
      let t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
      sum = (s0 + s3) | 0;
      const word2 = (((sum << 7) | (sum >>> 25)) + s0) | 0;
      t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);

      // −2 ln u, u = (word1 + ½) 2^-32 = v 2^-zeros: ln v = ln √½ + 2 artanh f, f = (v − √½)/(v + √½), |f| < 0.172.
      const zeros = Math.clz32(word1);
      const v = ((word1 >>> 0) + 0.5) * (shiftUp[zeros] as number);
      const f = (v - SQRT_HALF) / (v + SQRT_HALF);
      const ff = f * f;
      const artanh = f * (1 + ff * (1 / 3 + ff * (1 / 5 + ff * (1 / 7 + ff * (1 / 9 + ff * (1 / 11))))));
      const r = Math.sqrt(zeros * TWO_LN2 + Math.LN2 - 4 * artanh);

      // Half angle in [−π/2, π/2]: its sine as a Taylor series, its cosine ≥ 0 by the square root, then doubled.
      const x = (word2 + 0.5) * PI_TO_MINUS_32;
      const y = x * x;
      const s = x * (1 + y * (C3 + y * (C5 + y * (C7 + y * (C9 + y * (C11 + y * (C13 + y * C15)))))));
      const ss = s * s;
      out[i++] = r * (1 - 2 * ss);
      const second = 2 * r * s * Math.sqrt(1 - ss);
      if (i < end) {
        out[i++] = second;
      } else {
        this.#spare = second;
        this.#hasSpare = true;
      }
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
  }
}
