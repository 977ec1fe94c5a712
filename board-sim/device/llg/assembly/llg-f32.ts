// The stochastic Landau-Lifshitz-Gilbert equation for an ensemble of macrospins, single precision, four spins a vector.
//
// Heun's scheme in Cartesian coordinates (Stratonovich): the thermal field of a step is drawn once and shared by both stages. Fields come
// multiplied by g = gamma' dt, so that a step is additions and multiplications only:
//
//     f(m, h) = (h + alpha m x h) x m        m1 = m + f(m, h)        m' ~ m + m1 + f(m1, h1), brought back to length 1
//
// The caller lays out the memory and writes the constants (../kernel-memory.ts). Spins are worked on in blocks that stay in the first-level
// cache: draw for two steps, then step. The twin (../heun-f32-twin.ts) rounds each operation in the same order and agrees to the last bit.

const BLOCK: usize = 256; // bytes of one array of a block: 64 spins

// Constants, one vector each.
const HALF: usize = 0;
const ONE: usize = 16;
const SQRT_HALF_BITS: usize = 32;
const THIRTY_ONE: usize = 48;
const TWO_LN_2: usize = 64;
const SIGN: usize = 80;
const TO_UNIT: usize = 96;
const Q0: usize = 112; // 3/4
const Q1: usize = 128; // 1/16
const LOG: usize = 144; // nine coefficients
const SIN: usize = 288; // four
const COS: usize = 352; // four
const NORMALS: usize = 416; // six arrays of BLOCK bytes
const STAGE: usize = 416 + 6 * 256; // three

// State: arrays of `pitch` bytes.
// 0 mx, 1 my, 2 mz, 3-6 generator, 7-9 normals kept for the next step, 10 sum of mz in single precision; then sums as f64.
// Parameters: arrays of `pitch` bytes.
// 0 Hk, 1 dHk/dV, 2 hx, 3 hy, 4 hz, 5 sigma, 6 alpha, 7 ky, 8 aJ

// The loops below are short on purpose: a processor looks about a hundred operations ahead, so a chain of dependent operations must end
// well before that for the next spins to be worked on meanwhile. One loop for everything takes half as long again.

// Six words for each spin of a block: xoshiro128+.
// @ts-ignore: decorator
@inline
function words(k: usize, generator: usize, pitch: usize, width: usize): void {
  for (let at: usize = 0; at < width; at += 16) {
    const g = generator + at;
    const to = k + NORMALS + at;
    let s0 = v128.load(g);
    let s1 = v128.load(g + pitch);
    let s2 = v128.load(g + 2 * pitch);
    let s3 = v128.load(g + 3 * pitch);
    for (let word: usize = 0; word < 6 * BLOCK; word += BLOCK) {
      v128.store(to + word, i32x4.add(s0, s3));
      const t = i32x4.shl(s1, 9);
      s2 = v128.xor(s2, s0);
      s3 = v128.xor(s3, s1);
      s1 = v128.xor(s1, s2);
      s0 = v128.xor(s0, s3);
      s2 = v128.xor(s2, t);
      s3 = v128.or(i32x4.shl(s3, 11), i32x4.shr_u(s3, 21));
    }
    v128.store(g, s0);
    v128.store(g + pitch, s1);
    v128.store(g + 2 * pitch, s2);
    v128.store(g + 3 * pitch, s3);
  }
}

// Box-Muller's radius sqrt(-2 ln u) in place of the word that u comes from; at most sqrt(2 ln 2^32) = 6.66.
// @ts-ignore: decorator
@inline
function radii(k: usize, at: usize, width: usize): void {
  const half = v128.load(k, HALF);
  const one = v128.load(k, ONE);
  const rootBits = v128.load(k, SQRT_HALF_BITS);
  const thirtyOne = v128.load(k, THIRTY_ONE);
  const twoLn2 = v128.load(k, TWO_LN_2);
  const c0 = v128.load(k, LOG);
  const c1 = v128.load(k, LOG + 16);
  const c2 = v128.load(k, LOG + 32);
  const c3 = v128.load(k, LOG + 48);
  const c4 = v128.load(k, LOG + 64);
  const c5 = v128.load(k, LOG + 80);
  const c6 = v128.load(k, LOG + 96);
  const c7 = v128.load(k, LOG + 112);
  const c8 = v128.load(k, LOG + 128);
  for (const end = at + width; at < end; at += 16) {
    // x = (word >> 1) + 1/2 = u 2^31; -2 ln u = (31 - e) 2 ln 2 - 2 ln(1 + f), x = 2^e (1 + f), sqrt(1/2) <= 1 + f < sqrt 2
    const x = f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(v128.load(at), 1)), half);
    const e = i32x4.shr_s(i32x4.sub(x, rootBits), 23);
    const f = f32x4.sub(i32x4.sub(x, i32x4.shl(e, 23)), one);
    const f2 = f32x4.mul(f, f);
    const f4 = f32x4.mul(f2, f2);
    const p01 = f32x4.add(c0, f32x4.mul(f, c1));
    const p23 = f32x4.add(c2, f32x4.mul(f, c3));
    const p45 = f32x4.add(c4, f32x4.mul(f, c5));
    const p67 = f32x4.add(c6, f32x4.mul(f, c7));
    const p03 = f32x4.add(p01, f32x4.mul(f2, p23));
    const p48 = f32x4.add(f32x4.add(p45, f32x4.mul(f2, p67)), f32x4.mul(f4, c8));
    const p = f32x4.add(p03, f32x4.mul(f4, p48));
    const exponent = f32x4.convert_i32x4_s(i32x4.sub(thirtyOne, e));
    v128.store(at, f32x4.sqrt(f32x4.add(f32x4.mul(exponent, twoLn2), f32x4.mul(f, p))));
  }
}

// Both normals in place of a radius and the word that the angle comes from: thirty bits are an angle in the first quadrant, pi/4 + t with
// |t| <= pi/4; the other two are the signs.
// @ts-ignore: decorator
@inline
function turn(k: usize, at: usize, width: usize): void {
  const sign = v128.load(k, SIGN);
  const toUnit = v128.load(k, TO_UNIT);
  const s0 = v128.load(k, SIN);
  const s1 = v128.load(k, SIN + 16);
  const s2 = v128.load(k, SIN + 32);
  const s3 = v128.load(k, SIN + 48);
  const c0 = v128.load(k, COS);
  const c1 = v128.load(k, COS + 16);
  const c2 = v128.load(k, COS + 32);
  const c3 = v128.load(k, COS + 48);
  for (const end = at + width; at < end; at += 16) {
    const r = v128.load(at);
    const angle = v128.load(at + BLOCK);
    const t = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shl(angle, 2)), toUnit);
    const y = f32x4.mul(t, t);
    const s = f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(s3, y), s2), y), s1), y), s0), t);
    const c = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(c3, y), c2), y), c1), y), c0);
    v128.store(at, f32x4.mul(v128.xor(r, v128.and(angle, sign)), f32x4.sub(c, s)));
    v128.store(at + BLOCK, f32x4.mul(v128.xor(r, v128.and(i32x4.shl(angle, 1), sign)), f32x4.add(c, s)));
  }
}

// Six standard normals for each spin of a block.
// @ts-ignore: decorator
@inline
function draw(k: usize, generator: usize, pitch: usize, width: usize): void {
  words(k, generator, pitch, width);
  for (let pair = k + NORMALS; pair < k + NORMALS + 6 * BLOCK; pair += 2 * BLOCK) {
    radii(k, pair, width);
    turn(k, pair, width);
  }
}

// a b - c d
// @ts-ignore: decorator
@inline
function det(a: v128, b: v128, c: v128, d: v128): v128 {
  return f32x4.sub(f32x4.mul(a, b), f32x4.mul(c, d));
}

// First stage of a step: m1 = m + f(m, h). The thermal field replaces the normals that it is made of.
// @ts-ignore: decorator
@inline
function predict(k: usize, m: usize, q: usize, pitch: usize, width: usize, normals: usize, table: usize, full: bool, ramp: bool): void {
  for (let at: usize = 0; at < width; at += 16) {
    const s = m + at;
    const p = q + at;
    const n = normals + at;
    const mx = v128.load(s);
    const my = v128.load(s + pitch);
    const mz = v128.load(s + 2 * pitch);
    const sigma = v128.load(p + 5 * pitch);
    const a = v128.load(p + 6 * pitch);
    const tx = f32x4.add(v128.load(p + 2 * pitch), f32x4.mul(sigma, v128.load(n)));
    const ty = f32x4.add(v128.load(p + 3 * pitch), f32x4.mul(sigma, v128.load(n + BLOCK)));
    const tz = f32x4.add(v128.load(p + 4 * pitch), f32x4.mul(sigma, v128.load(n + 2 * BLOCK)));
    v128.store(n, tx);
    v128.store(n + BLOCK, ty);
    v128.store(n + 2 * BLOCK, tz);
    let hk = v128.load(p);
    if (ramp) hk = f32x4.add(hk, f32x4.mul(v128.load(p + pitch), v128.load32_splat(table)));
    const hx = full ? f32x4.add(tx, f32x4.mul(v128.load(p + 8 * pitch), my)) : tx;
    const hy = full ? f32x4.add(ty, det(v128.load(p + 7 * pitch), my, v128.load(p + 8 * pitch), mx)) : ty;
    const hz = f32x4.add(tz, f32x4.mul(hk, mz));
    const bx = f32x4.add(hx, f32x4.mul(a, det(my, hz, mz, hy)));
    const by = f32x4.add(hy, f32x4.mul(a, det(mz, hx, mx, hz)));
    const bz = f32x4.add(hz, f32x4.mul(a, det(mx, hy, my, hx)));
    const to = k + STAGE + at;
    v128.store(to, f32x4.add(mx, det(by, mz, bz, my)));
    v128.store(to + BLOCK, f32x4.add(my, det(bz, mx, bx, mz)));
    v128.store(to + 2 * BLOCK, f32x4.add(mz, det(bx, my, by, mx)));
  }
}

// Second stage: m' ~ m + m1 + f(m1, h1).
// @ts-ignore: decorator
@inline
function correct(k: usize, m: usize, q: usize, pitch: usize, width: usize, fields: usize, table: usize, full: bool, ramp: bool): void {
  const q0 = v128.load(k, Q0);
  const q1 = v128.load(k, Q1);
  for (let at: usize = 0; at < width; at += 16) {
    const s = m + at;
    const p = q + at;
    const n = fields + at;
    const from = k + STAGE + at;
    const px = v128.load(from);
    const py = v128.load(from + BLOCK);
    const pz = v128.load(from + 2 * BLOCK);
    const a = v128.load(p + 6 * pitch);
    let hk = v128.load(p);
    if (ramp) hk = f32x4.add(hk, f32x4.mul(v128.load(p + pitch), v128.load32_splat(table, 4)));
    let hx = v128.load(n);
    let hy = v128.load(n + BLOCK);
    if (full) {
      hx = f32x4.add(hx, f32x4.mul(v128.load(p + 8 * pitch), py));
      hy = f32x4.add(hy, det(v128.load(p + 7 * pitch), py, v128.load(p + 8 * pitch), px));
    }
    const hz = f32x4.add(v128.load(n + 2 * BLOCK), f32x4.mul(hk, pz));
    const bx = f32x4.add(hx, f32x4.mul(a, det(py, hz, pz, hy)));
    const by = f32x4.add(hy, f32x4.mul(a, det(pz, hx, px, hz)));
    const bz = f32x4.add(hz, f32x4.mul(a, det(px, hy, py, hx)));
    const mz = v128.load(s + 2 * pitch);
    const wx = f32x4.add(f32x4.add(v128.load(s), px), det(by, pz, bz, py));
    const wy = f32x4.add(f32x4.add(v128.load(s + pitch), py), det(bz, px, bx, pz));
    const wz = f32x4.add(f32x4.add(mz, pz), det(bx, py, by, px));
    // w is twice a unit vector but for a small error: one Newton step of 1/|w|, 3/4 - |w|^2/16.
    const square = f32x4.add(f32x4.add(f32x4.mul(wx, wx), f32x4.mul(wy, wy)), f32x4.mul(wz, wz));
    const scale = f32x4.sub(q0, f32x4.mul(square, q1));
    const nz = f32x4.mul(wz, scale);
    v128.store(s, f32x4.mul(wx, scale));
    v128.store(s + pitch, f32x4.mul(wy, scale));
    v128.store(s + 2 * pitch, nz);
    let sum = v128.load(s + 10 * pitch);
    if (ramp) {
      sum = f32x4.add(sum, f32x4.mul(mz, v128.load32_splat(table, 8)));
      sum = f32x4.add(sum, f32x4.mul(nz, v128.load32_splat(table, 12)));
    } else {
      sum = f32x4.add(sum, nz);
    }
    v128.store(s + 10 * pitch, sum);
  }
}

// One step of the spins of a block. `full`: in-plane shape anisotropy and spin torque; `ramp`: Hk follows a voltage that changes in the step.
// @ts-ignore: decorator
@inline
function step(k: usize, m: usize, q: usize, pitch: usize, width: usize, normals: usize, table: usize, full: bool, ramp: bool): void {
  predict(k, m, q, pitch, width, normals, table, full, ramp);
  correct(k, m, q, pitch, width, normals, table, full, ramp);
}

// Moves the single-precision sums of a block to the f64 ones.
// @ts-ignore: decorator
@inline
function flush(sums: usize, totals: usize, width: usize): void {
  for (let at: usize = 0; at < width; at += 16) {
    const sum = v128.load(sums + at);
    const to = totals + 2 * at;
    v128.store(to, f64x2.add(v128.load(to), f64x2.promote_low_f32x4(sum)));
    const high = v128.shuffle<i32>(sum, sum, 2, 3, 0, 1);
    v128.store(to, f64x2.add(v128.load(to, 16), f64x2.promote_low_f32x4(high)), 16);
    v128.store(sums + at, f32x4.splat(0));
  }
}

// @ts-ignore: decorator
@inline
function keep(from: usize, to: usize, pitch: usize, width: usize): void {
  for (let at: usize = 0; at < width; at += 16) {
    v128.store(to + at, v128.load(from + at));
    v128.store(to + pitch + at, v128.load(from + at + BLOCK));
    v128.store(to + 2 * pitch + at, v128.load(from + at + 2 * BLOCK));
  }
}

// @ts-ignore: decorator
@inline
function release(from: usize, to: usize, pitch: usize, width: usize): void {
  for (let at: usize = 0; at < width; at += 16) {
    v128.store(to + at, v128.load(from + at));
    v128.store(to + at + BLOCK, v128.load(from + pitch + at));
    v128.store(to + at + 2 * BLOCK, v128.load(from + 2 * pitch + at));
  }
}

// @ts-ignore: decorator
@inline
function run(k: usize, state: usize, parameters: usize, table: usize, bytes: usize, steps: i32, kept: bool, full: bool, ramp: bool): void {
  const normals = k + NORMALS;
  for (let base: usize = 0; base < bytes; base += BLOCK) {
    const width = min(BLOCK, bytes - base);
    const m = state + base;
    const q = parameters + base;
    const spare = m + 7 * bytes;
    const totals = state + 11 * bytes + 2 * base;
    let row = table;
    let done = 0;
    if (kept && steps > 0) {
      release(spare, normals, bytes, width);
      step(k, m, q, bytes, width, normals, row, full, ramp);
      row += 16;
      done = 1;
    }
    while (done < steps) {
      draw(k, m + 3 * bytes, bytes, width);
      step(k, m, q, bytes, width, normals, row, full, ramp);
      row += 16;
      done++;
      if (done < steps) {
        step(k, m, q, bytes, width, normals + 3 * BLOCK, row, full, ramp);
        row += 16;
        done++;
      } else {
        keep(normals + 3 * BLOCK, spare, bytes, width);
      }
      if ((done & 62) == 0) flush(m + 10 * bytes, totals, width);
    }
    flush(m + 10 * bytes, totals, width);
  }
}

/**
 * Advances all spins. `bytes` is the length of one array (4 a spin, a multiple of 16); `kept` says that the normals of one step are left over
 * from the call before; `table` has, for each step, V at its start and end and the two weights of mz, when `ramp` is set.
 */
export function advance(k: usize, state: usize, parameters: usize, table: usize, bytes: usize, steps: i32, kept: bool, full: bool, ramp: bool): void {
  if (full) {
    if (ramp) run(k, state, parameters, table, bytes, steps, kept, true, true);
    else run(k, state, parameters, table, bytes, steps, kept, true, false);
  } else {
    if (ramp) run(k, state, parameters, table, bytes, steps, kept, false, true);
    else run(k, state, parameters, table, bytes, steps, kept, false, false);
  }
}
