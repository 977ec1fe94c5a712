import type { KernelCall } from './kernel.js';
import { type KernelLayout, PARAMETER } from './kernel-memory.js';

const SQRT_HALF = Math.SQRT1_2;
const TWO_LN2 = 2 * Math.LN2;
const ANGLE = Math.PI * 2 ** -32;
/** Taylor coefficients ±1/n! of the sine. */
const [C3, C5, C7] = [-1 / 6, 1 / 120, -1 / 5040];
const [C9, C11, C13, C15] = [1 / 362_880, -1 / 39_916_800, 1 / 6_227_020_800, -1 / 1_307_674_368_000];
/** Powers of two that bring (k + ½) 2⁻³² with `i` leading zeros in k to [½, 1]. */
const shiftUp = Float64Array.from({ length: 33 }, (_, i) => 2 ** (i - 32));

/**
 * Two normals of two words by Box–Muller. Logarithm and sine are truncated series with closed-form coefficients, whose truncation errors have
 * the sign that keeps the arguments of the square roots non-negative. They differ from the exact function of the words by less than 1e-9 for
 * 99 % of angles and by 1e-5 at worst (where the cosine, taken as a root, is near 0). |z| ≤ √(66 ln 2) = 6.76.
 */
export function boxMullerF64(word1: number, word2: number, out: Float64Array, at: number): void {
  // −2 ln u, u = (word1 + ½) 2⁻³² = v 2^−zeros: ln v = ln √½ + 2 artanh f, f = (v − √½)/(v + √½), |f| < 0.172.
  const zeros = Math.clz32(word1);
  const v = ((word1 >>> 0) + 0.5) * shiftUp[zeros]!;
  const f = (v - SQRT_HALF) / (v + SQRT_HALF);
  const ff = f * f;
  const artanh = f * (1 + ff * (1 / 3 + ff * (1 / 5 + ff * (1 / 7 + ff * (1 / 9 + ff * (1 / 11))))));
  const r = Math.sqrt(zeros * TWO_LN2 + Math.LN2 - 4 * artanh);
  // Half the angle, in [−π/2, π/2]: its sine as a series, its cosine ≥ 0 by the square root, then doubled.
  const x = (word2 + 0.5) * ANGLE;
  const y = x * x;
  const s = x * (1 + y * (C3 + y * (C5 + y * (C7 + y * (C9 + y * (C11 + y * (C13 + y * C15)))))));
  const ss = s * s;
  out[at] = r * (1 - 2 * ss);
  out[at + 1] = 2 * r * s * Math.sqrt(1 - ss);
}

/** The plain twin of `assembly/heun-f64.ts`. Its generator is xoshiro128++, two words for two normals, none rejected. */
export function heunF64Twin(buffer: ArrayBuffer, layout: KernelLayout): (call: KernelCall) => void {
  const floats = new Float64Array(buffer);
  const words = new Int32Array(buffer);
  const stride = layout.pitch >> 3;
  const state = layout.state >> 3;
  const generator = layout.generator >> 2;
  const parameters = layout.parameters >> 3;
  const table = layout.table >> 3;
  const normals = new Float64Array(6);

  function draw(lane: number): void {
    const g = generator + lane;
    let [s0, s1, s2, s3] = [words[g]!, words[g + stride]!, words[g + 2 * stride]!, words[g + 3 * stride]!];
    for (let i = 0; i < 6; i += 2) {
      const pair = [0, 0];
      for (let j = 0; j < 2; j++) {
        const sum = (s0 + s3) | 0;
        pair[j] = (((sum << 7) | (sum >>> 25)) + s0) | 0;
        const t = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = (s3 << 11) | (s3 >>> 21);
      }
      boxMullerF64(pair[0]!, pair[1]!, normals, i);
    }
    words[g] = s0;
    words[g + stride] = s1;
    words[g + 2 * stride] = s2;
    words[g + 3 * stride] = s3;
  }

  function step(lane: number, n: number, row: number, ramp: boolean): void {
    const [ix, iy, iz, is] = [
      state + lane,
      state + stride + lane,
      state + 2 * stride + lane,
      state + 3 * stride + lane,
    ];
    const of = (name: keyof typeof PARAMETER): number => floats[parameters + PARAMETER[name] * stride + lane]!;
    let [mx, my, mz] = [floats[ix]!, floats[iy]!, floats[iz]!];
    const before = mz;
    const [sigma, a, ky, aj, hk] = [of('sigma'), of('alpha'), of('ky'), of('aj'), of('hk')];
    const tx = of('hx') + sigma * normals[n]!;
    const ty = of('hy') + sigma * normals[n + 1]!;
    const tz = of('hz') + sigma * normals[n + 2]!;
    const k1 = ramp ? hk + of('slope') * floats[row]! : hk;
    const k2 = ramp ? hk + of('slope') * floats[row + 2]! : hk;
    // Stage 1, |m| = 1: f = −(m×h + α (m (m·h) − h)).
    let hx = tx + aj * my;
    let hy = ty + ky * my - aj * mx;
    let hz = tz + k1 * mz;
    let dot = a * (mx * hx + my * hy + mz * hz);
    const fx = mz * hy - my * hz + a * hx - dot * mx;
    const fy = mx * hz - mz * hx + a * hy - dot * my;
    const fz = my * hx - mx * hy + a * hz - dot * mz;
    // Stage 2, |m1| ≠ 1: the damping term keeps its factor |m1|².
    const px = mx + fx;
    const py = my + fy;
    const pz = mz + fz;
    hx = tx + aj * py;
    hy = ty + ky * py - aj * px;
    hz = tz + k2 * pz;
    dot = a * (px * hx + py * hy + pz * hz);
    const norm = a * (px * px + py * py + pz * pz);
    mx += 0.5 * (fx + pz * hy - py * hz + norm * hx - dot * px);
    my += 0.5 * (fy + px * hz - pz * hx + norm * hy - dot * py);
    mz += 0.5 * (fz + py * hx - px * hy + norm * hz - dot * pz);
    // 1/√(1+e): the series is exact to rounding for the |e| of ordinary steps, and avoids a slow root and division.
    const e = mx * mx + my * my + mz * mz - 1;
    const q = Math.abs(e) < 1e-3 ? 1 - e * (0.5 - e * (0.375 - e * (0.3125 - e * 0.2734375))) : 1 / Math.sqrt(1 + e);
    floats[ix] = mx * q;
    floats[iy] = my * q;
    floats[iz] = mz *= q;
    floats[is] = ramp ? floats[is]! + before * floats[row + 3]! + mz * floats[row + 4]! : floats[is]! + mz;
  }

  return ({ steps, kept, ramp }) => {
    for (let lane = 0; lane < layout.lanes; lane++) {
      const spare = state + 4 * stride + lane;
      let done = 0;
      if (kept && steps > 0) {
        for (let i = 0; i < 3; i++) normals[i] = floats[spare + i * stride]!;
        step(lane, 0, table, ramp);
        done = 1;
      }
      while (done < steps) {
        draw(lane);
        step(lane, 0, table + 5 * done++, ramp);
        if (done < steps) step(lane, 3, table + 5 * done++, ramp);
        else for (let i = 0; i < 3; i++) floats[spare + i * stride] = normals[3 + i]!;
      }
    }
  };
}
