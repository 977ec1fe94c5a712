// The stochastic Landau-Lifshitz-Gilbert equation for an ensemble of macrospins, single precision, four spins a vector.
//
// Heun's scheme in Cartesian coordinates (Stratonovich): the thermal field of a step is drawn once and shared by both stages. Fields come
// multiplied by g = gamma' dt, so that a step is additions and multiplications only:
//
//     f(m, h) = (h + alpha m x h) x m        m1 = m + f(m, h)        m' ~ m + m1 + f(m1, h1), brought back to length 1
//
// The caller lays out the memory and writes the constants (../kernel-memory.ts). Spins are worked on in blocks that stay in the first-level
// cache: draw for two steps, then step. The twin (../heun-f32-twin.ts) rounds each operation in the same order and agrees to the last bit.

import { BLOCK, NORMALS, draw } from './parts/normals-f32';

// Constants, one vector each; those of the normals are in parts/normals-f32.ts.
const Q0: usize = 112; // 3/4
const Q1: usize = 128; // 1/16
const STAGE: usize = 416 + 6 * 256; // three arrays of BLOCK bytes

// State: arrays of `pitch` bytes.
// 0 mx, 1 my, 2 mz, 3-6 generator, 7-9 normals kept for the next step, 10 sum of mz in single precision; then sums as f64.
// Parameters: arrays of `pitch` bytes.
// 0 Hk, 1 dHk/dV, 2 hx, 3 hy, 4 hz, 5 sigma, 6 alpha, 7 ky, 8 aJ

// The loops below are short on purpose: a processor looks about a hundred operations ahead, so a chain of dependent operations must end
// well before that for the next spins to be worked on meanwhile. One loop for everything takes half as long again.

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
function run(k: usize, state: usize, parameters: usize, table: usize, pitch: usize, extent: usize, steps: i32, kept: bool, full: bool, ramp: bool): void {
  const normals = k + NORMALS;
  for (let base: usize = 0; base < extent; base += BLOCK) {
    const width = min(BLOCK, extent - base);
    const m = state + base;
    const q = parameters + base;
    const spare = m + 7 * pitch;
    const totals = state + 11 * pitch + 2 * base;
    let row = table;
    let done = 0;
    if (kept && steps > 0) {
      release(spare, normals, pitch, width);
      step(k, m, q, pitch, width, normals, row, full, ramp);
      row += 16;
      done = 1;
    }
    while (done < steps) {
      draw(k, m + 3 * pitch, pitch, width);
      step(k, m, q, pitch, width, normals, row, full, ramp);
      row += 16;
      done++;
      if (done < steps) {
        step(k, m, q, pitch, width, normals + 3 * BLOCK, row, full, ramp);
        row += 16;
        done++;
      } else {
        keep(normals + 3 * BLOCK, spare, pitch, width);
      }
      if ((done & 62) == 0) flush(m + 10 * pitch, totals, width);
    }
    flush(m + 10 * pitch, totals, width);
  }
}

/**
 * Advances all spins. Arrays lie `pitch` bytes apart, of which `extent` (4 a spin, a multiple of 16) are in use; `kept` says that the normals of one step are left over
 * from the call before; `table` has, for each step, V at its start and end and the two weights of mz, when `ramp` is set.
 */
export function heun(k: usize, state: usize, parameters: usize, table: usize, pitch: usize, extent: usize, steps: i32, kept: bool, full: bool, ramp: bool): void {
  if (full) {
    if (ramp) run(k, state, parameters, table, pitch, extent, steps, kept, true, true);
    else run(k, state, parameters, table, pitch, extent, steps, kept, true, false);
  } else {
    if (ramp) run(k, state, parameters, table, pitch, extent, steps, kept, false, true);
    else run(k, state, parameters, table, pitch, extent, steps, kept, false, false);
  }
}
