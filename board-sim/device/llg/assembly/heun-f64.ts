// The stochastic Landau-Lifshitz-Gilbert equation for an ensemble of macrospins, double precision: Heun's scheme as in heun-f32.ts.
//
// Fields come multiplied by gamma' dt, so that a step is additions and multiplications only. Two spins a vector, four a pass of the
// generator; blocks stay in the first-level cache. The twin (../heun-f64-twin.ts) does each operation in the same order and agrees to the last
// bit.

import { BLOCK, ROW, addToSum } from './parts/sum-f64';

// Constants, one vector each.
const HALF: usize = 0;
const ONE: usize = 16;
const TWO: usize = 32;
const MANTISSA: usize = 48;
const BELOW_ONE: usize = 64; // exponent of [1/2, 1)
const MAGIC: usize = 80; // 2^52 as bits: an integer or'ed into it is that integer above 2^52
const TOP_ZEROS: usize = 96; // 2^52 + 1054
const SQRT_HALF: usize = 112;
const TWO_LN_2: usize = 128;
const LN_2: usize = 144;
const FOUR: usize = 160;
const ANGLE: usize = 176;
const ARTANH: usize = 192; // 1/3 ... 1/11: five
const SINE: usize = 272; // C3 ... C15: seven
const NORM: usize = 384; // 0.5, 0.375, 0.3125, 0.2734375
const NEAR: usize = 448; // 1e-3
const NORMALS: usize = 496; // six arrays of BLOCK bytes

// State: arrays of `pitch` bytes: 0 mx, 1 my, 2 mz, 3 sum of mz, 4-6 normals kept for the next step; behind them 4 arrays of pitch / 2 bytes:
// the generator.
// Parameters: arrays of `pitch` bytes: 0 Hk, 1 dHk/dV, 2 hx, 3 hy, 4 hz, 5 sigma, 6 alpha, 7 ky, 8 aJ

// @ts-ignore: decorator
@inline
function boxMuller(k: usize, radius: v128, angle: v128, to: usize): void {
  const x = f64x2.add(f64x2.convert_low_i32x4_u(radius), v128.load(k, HALF));
  const exponent = v128.or(i64x2.shr_u(x, 52), v128.load(k, MAGIC));
  const zeros = f64x2.sub(v128.load(k, TOP_ZEROS), exponent);
  const v = v128.or(v128.and(x, v128.load(k, MANTISSA)), v128.load(k, BELOW_ONE));
  const root = v128.load(k, SQRT_HALF);
  const f = f64x2.div(f64x2.sub(v, root), f64x2.add(v, root));
  const ff = f64x2.mul(f, f);
  let p = f64x2.mul(ff, v128.load(k, ARTANH + 64));
  p = f64x2.mul(ff, f64x2.add(v128.load(k, ARTANH + 48), p));
  p = f64x2.mul(ff, f64x2.add(v128.load(k, ARTANH + 32), p));
  p = f64x2.mul(ff, f64x2.add(v128.load(k, ARTANH + 16), p));
  p = f64x2.mul(ff, f64x2.add(v128.load(k, ARTANH), p));
  const artanh = f64x2.mul(f, f64x2.add(v128.load(k, ONE), p));
  const bulk = f64x2.add(f64x2.mul(zeros, v128.load(k, TWO_LN_2)), v128.load(k, LN_2));
  const r = f64x2.sqrt(f64x2.sub(bulk, f64x2.mul(v128.load(k, FOUR), artanh)));

  const half = f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_s(angle), v128.load(k, HALF)), v128.load(k, ANGLE));
  const y = f64x2.mul(half, half);
  let s = f64x2.mul(y, v128.load(k, SINE + 96));
  s = f64x2.mul(y, f64x2.add(v128.load(k, SINE + 80), s));
  s = f64x2.mul(y, f64x2.add(v128.load(k, SINE + 64), s));
  s = f64x2.mul(y, f64x2.add(v128.load(k, SINE + 48), s));
  s = f64x2.mul(y, f64x2.add(v128.load(k, SINE + 32), s));
  s = f64x2.mul(y, f64x2.add(v128.load(k, SINE + 16), s));
  s = f64x2.mul(y, f64x2.add(v128.load(k, SINE), s));
  s = f64x2.mul(half, f64x2.add(v128.load(k, ONE), s));
  const ss = f64x2.mul(s, s);
  const one = v128.load(k, ONE);
  const two = v128.load(k, TWO);
  v128.store(to, f64x2.mul(r, f64x2.sub(one, f64x2.mul(two, ss))));
  v128.store(to + BLOCK, f64x2.mul(f64x2.mul(f64x2.mul(two, r), s), f64x2.sqrt(f64x2.sub(one, ss))));
}

// @ts-ignore: decorator
@inline
function high(x: v128): v128 {
  return v128.shuffle<i32>(x, x, 2, 3, 0, 1);
}

// Six normals for each spin of a block: xoshiro128++, six words a spin.
// @ts-ignore: decorator
@inline
function draw(k: usize, generator: usize, pitch: usize, width: usize): void {
  for (let at: usize = 0; at < width; at += 16) {
    const g = generator + at;
    const to = k + NORMALS + 2 * at;
    let s0 = v128.load(g);
    let s1 = v128.load(g + pitch);
    let s2 = v128.load(g + 2 * pitch);
    let s3 = v128.load(g + 3 * pitch);
    for (let pair: usize = 0; pair < 6 * BLOCK; pair += 2 * BLOCK) {
      let sum = i32x4.add(s0, s3);
      const first = i32x4.add(v128.or(i32x4.shl(sum, 7), i32x4.shr_u(sum, 25)), s0);
      let t = i32x4.shl(s1, 9);
      s2 = v128.xor(s2, s0);
      s3 = v128.xor(s3, s1);
      s1 = v128.xor(s1, s2);
      s0 = v128.xor(s0, s3);
      s2 = v128.xor(s2, t);
      s3 = v128.or(i32x4.shl(s3, 11), i32x4.shr_u(s3, 21));
      sum = i32x4.add(s0, s3);
      const second = i32x4.add(v128.or(i32x4.shl(sum, 7), i32x4.shr_u(sum, 25)), s0);
      t = i32x4.shl(s1, 9);
      s2 = v128.xor(s2, s0);
      s3 = v128.xor(s3, s1);
      s1 = v128.xor(s1, s2);
      s0 = v128.xor(s0, s3);
      s2 = v128.xor(s2, t);
      s3 = v128.or(i32x4.shl(s3, 11), i32x4.shr_u(s3, 21));
      boxMuller(k, first, second, to + pair);
      boxMuller(k, high(first), high(second), to + pair + 16);
    }
    v128.store(g, s0);
    v128.store(g + pitch, s1);
    v128.store(g + 2 * pitch, s2);
    v128.store(g + 3 * pitch, s3);
  }
}

// 1/sqrt(1 + e): a series for the small e of ordinary steps.
// @ts-ignore: decorator
@inline
function inverseLength(k: usize, e: v128): v128 {
  const one = v128.load(k, ONE);
  let q = f64x2.sub(v128.load(k, NORM + 32), f64x2.mul(e, v128.load(k, NORM + 48)));
  q = f64x2.sub(v128.load(k, NORM + 16), f64x2.mul(e, q));
  q = f64x2.sub(v128.load(k, NORM), f64x2.mul(e, q));
  q = f64x2.sub(one, f64x2.mul(e, q));
  const far = f64x2.ge(f64x2.abs(e), v128.load(k, NEAR));
  if (v128.any_true(far)) q = v128.bitselect(f64x2.div(one, f64x2.sqrt(f64x2.add(one, e))), q, far);
  return q;
}

// @ts-ignore: decorator
@inline
function heunStep(
  k: usize,
  m: usize,
  q: usize,
  pitch: usize,
  width: usize,
  normals: usize,
  table: usize,
  ramp: bool,
): void {
  const half = v128.load(k, HALF);
  for (let at: usize = 0; at < width; at += 16) {
    const s = m + at;
    const p = q + at;
    const n = normals + at;
    const mx = v128.load(s);
    const my = v128.load(s + pitch);
    const mz = v128.load(s + 2 * pitch);
    const sigma = v128.load(p + 5 * pitch);
    const a = v128.load(p + 6 * pitch);
    const ky = v128.load(p + 7 * pitch);
    const aj = v128.load(p + 8 * pitch);
    const tx = f64x2.add(v128.load(p + 2 * pitch), f64x2.mul(sigma, v128.load(n)));
    const ty = f64x2.add(v128.load(p + 3 * pitch), f64x2.mul(sigma, v128.load(n + BLOCK)));
    const tz = f64x2.add(v128.load(p + 4 * pitch), f64x2.mul(sigma, v128.load(n + 2 * BLOCK)));
    let k1 = v128.load(p);
    let k2 = k1;
    if (ramp) {
      const slope = v128.load(p + pitch);
      k2 = f64x2.add(k1, f64x2.mul(slope, v128.load64_splat(table, 16)));
      k1 = f64x2.add(k1, f64x2.mul(slope, v128.load64_splat(table)));
    }
    let hx = f64x2.add(tx, f64x2.mul(aj, my));
    let hy = f64x2.sub(f64x2.add(ty, f64x2.mul(ky, my)), f64x2.mul(aj, mx));
    let hz = f64x2.add(tz, f64x2.mul(k1, mz));
    let dot = f64x2.mul(a, f64x2.add(f64x2.add(f64x2.mul(mx, hx), f64x2.mul(my, hy)), f64x2.mul(mz, hz)));
    const fx = f64x2.sub(f64x2.add(f64x2.sub(f64x2.mul(mz, hy), f64x2.mul(my, hz)), f64x2.mul(a, hx)), f64x2.mul(dot, mx));
    const fy = f64x2.sub(f64x2.add(f64x2.sub(f64x2.mul(mx, hz), f64x2.mul(mz, hx)), f64x2.mul(a, hy)), f64x2.mul(dot, my));
    const fz = f64x2.sub(f64x2.add(f64x2.sub(f64x2.mul(my, hx), f64x2.mul(mx, hy)), f64x2.mul(a, hz)), f64x2.mul(dot, mz));
    const px = f64x2.add(mx, fx);
    const py = f64x2.add(my, fy);
    const pz = f64x2.add(mz, fz);
    hx = f64x2.add(tx, f64x2.mul(aj, py));
    hy = f64x2.sub(f64x2.add(ty, f64x2.mul(ky, py)), f64x2.mul(aj, px));
    hz = f64x2.add(tz, f64x2.mul(k2, pz));
    dot = f64x2.mul(a, f64x2.add(f64x2.add(f64x2.mul(px, hx), f64x2.mul(py, hy)), f64x2.mul(pz, hz)));
    const norm = f64x2.mul(a, f64x2.add(f64x2.add(f64x2.mul(px, px), f64x2.mul(py, py)), f64x2.mul(pz, pz)));
    let gx = f64x2.sub(f64x2.add(fx, f64x2.mul(pz, hy)), f64x2.mul(py, hz));
    let gy = f64x2.sub(f64x2.add(fy, f64x2.mul(px, hz)), f64x2.mul(pz, hx));
    let gz = f64x2.sub(f64x2.add(fz, f64x2.mul(py, hx)), f64x2.mul(px, hy));
    gx = f64x2.sub(f64x2.add(gx, f64x2.mul(norm, hx)), f64x2.mul(dot, px));
    gy = f64x2.sub(f64x2.add(gy, f64x2.mul(norm, hy)), f64x2.mul(dot, py));
    gz = f64x2.sub(f64x2.add(gz, f64x2.mul(norm, hz)), f64x2.mul(dot, pz));
    const nx = f64x2.add(mx, f64x2.mul(half, gx));
    const ny = f64x2.add(my, f64x2.mul(half, gy));
    const nz = f64x2.add(mz, f64x2.mul(half, gz));
    const square = f64x2.add(f64x2.add(f64x2.mul(nx, nx), f64x2.mul(ny, ny)), f64x2.mul(nz, nz));
    const scale = inverseLength(k, f64x2.sub(square, v128.load(k, ONE)));
    const z = f64x2.mul(nz, scale);
    v128.store(s, f64x2.mul(nx, scale));
    v128.store(s + pitch, f64x2.mul(ny, scale));
    v128.store(s + 2 * pitch, z);
    addToSum(s + 3 * pitch, mz, z, table, ramp);
  }
}

// @ts-ignore: decorator
@inline
function copy(from: usize, fromPitch: usize, to: usize, toPitch: usize, width: usize): void {
  for (let at: usize = 0; at < width; at += 16) {
    v128.store(to + at, v128.load(from + at));
    v128.store(to + toPitch + at, v128.load(from + fromPitch + at));
    v128.store(to + 2 * toPitch + at, v128.load(from + 2 * fromPitch + at));
  }
}

// @ts-ignore: decorator
@inline
function heunRun(k: usize, state: usize, parameters: usize, table: usize, pitch: usize, extent: usize, steps: i32, kept: bool, ramp: bool): void {
  const normals = k + NORMALS;
  for (let base: usize = 0; base < extent; base += BLOCK) {
    const width = min(BLOCK, extent - base);
    const m = state + base;
    const q = parameters + base;
    const spare = m + 4 * pitch;
    const generator = state + 7 * pitch + (base >> 1);
    let row = table;
    let done = 0;
    if (kept && steps > 0) {
      copy(spare, pitch, normals, BLOCK, width);
      heunStep(k, m, q, pitch, width, normals, row, ramp);
      row += ROW;
      done = 1;
    }
    while (done < steps) {
      draw(k, generator, pitch >> 1, width >> 1);
      heunStep(k, m, q, pitch, width, normals, row, ramp);
      row += ROW;
      done++;
      if (done < steps) {
        heunStep(k, m, q, pitch, width, normals + 3 * BLOCK, row, ramp);
        row += ROW;
        done++;
      } else {
        copy(normals + 3 * BLOCK, BLOCK, spare, pitch, width);
      }
    }
  }
}

/** Advances all spins by Heun's scheme; arguments as in heun-f32.ts, `extent` being 8 a spin and a multiple of 32. */
export function heun(k: usize, state: usize, parameters: usize, table: usize, pitch: usize, extent: usize, steps: i32, kept: bool, ramp: bool): void {
  if (ramp) heunRun(k, state, parameters, table, pitch, extent, steps, kept, true);
  else heunRun(k, state, parameters, table, pitch, extent, steps, kept, false);
}
