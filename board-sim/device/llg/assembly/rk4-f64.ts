// The Landau-Lifshitz-Gilbert equation without noise for an ensemble of macrospins, double precision: classical Runge-Kutta, fourth order.
//
// Memory, parameters and table as in heun-f64.ts, but fields come multiplied by half of gamma' dt. The twin (../rk4-f64-twin.ts) does each
// operation in the same order and agrees to the last bit.

import { BLOCK, ROW, addToSum } from './parts/sum-f64';

// Constants, one vector each.
const HALF: usize = 0;
const THIRD: usize = 464;
const NEWTON: usize = 480; // 1/54
const STAGE: usize = 496 + 6 * 256; // six arrays of BLOCK bytes

// a b - c d
// @ts-ignore: decorator
@inline
function det(a: v128, b: v128, c: v128, d: v128): v128 {
  return f64x2.sub(f64x2.mul(a, b), f64x2.mul(c, d));
}

// A stage of RK4 in a loop of its own: a chain of dependent operations must end well within the hundred operations that a processor looks
// ahead, so that the next spins are worked on meanwhile. Slopes are half steps, K = f(m) gamma' dt / 2 (the parameters are scaled by that
// half). With y1 = m + K1, y2 = m + K2, y3 = m + 2 K3 the new direction is (K1 + 2 y2 + y3 + K4)/3, brought back to length 1.
//
// `planar`: the applied field lies in the xz plane, and there is neither in-plane anisotropy nor spin torque. Then the damping is written as
// alpha (h - (m h) m), which is the same on the unit sphere and needs fewer operations.
// @ts-ignore: decorator
@inline
function stage(k: usize, m: usize, q: usize, pitch: usize, width: usize, table: usize, number: i32, planar: bool, ramp: bool, tidy: bool): void {
  for (let at: usize = 0; at < width; at += 16) {
    const s = m + at;
    const p = q + at;
    const y = k + STAGE + at;
    const w = k + STAGE + 3 * BLOCK + at;
    const x1 = number == 0 ? v128.load(s) : v128.load(y);
    const x2 = number == 0 ? v128.load(s + pitch) : v128.load(y + BLOCK);
    const x3 = number == 0 ? v128.load(s + 2 * pitch) : v128.load(y + 2 * BLOCK);
    const a = v128.load(p + 6 * pitch);
    let hk = v128.load(p);
    if (ramp) {
      const volts = number == 0 ? v128.load64_splat(table) : number == 3 ? v128.load64_splat(table, 16) : v128.load64_splat(table, 8);
      hk = f64x2.add(hk, f64x2.mul(v128.load(p + pitch), volts));
    }
    let f1 = v128.load(p + 2 * pitch);
    let f2 = f1;
    let f3 = f64x2.add(v128.load(p + 4 * pitch), f64x2.mul(hk, x3));
    if (planar) {
      const h1 = f1;
      const h3 = f3;
      const a1 = f64x2.mul(a, h1);
      const a3 = f64x2.mul(a, h3);
      const d = f64x2.add(f64x2.mul(a1, x1), f64x2.mul(a3, x3));
      f1 = f64x2.sub(f64x2.sub(a1, f64x2.mul(x2, h3)), f64x2.mul(d, x1));
      f2 = f64x2.sub(det(x1, h3, x3, h1), f64x2.mul(d, x2));
      f3 = f64x2.sub(f64x2.add(f64x2.mul(x2, h1), a3), f64x2.mul(d, x3));
    } else {
      const aj = v128.load(p + 8 * pitch);
      const h1 = f64x2.add(f1, f64x2.mul(aj, x2));
      const h2 = f64x2.add(v128.load(p + 3 * pitch), det(v128.load(p + 7 * pitch), x2, aj, x1));
      const h3 = f3;
      const b1 = f64x2.add(h1, f64x2.mul(a, det(x2, h3, x3, h2)));
      const b2 = f64x2.add(h2, f64x2.mul(a, det(x3, h1, x1, h3)));
      const b3 = f64x2.add(h3, f64x2.mul(a, det(x1, h2, x2, h1)));
      f1 = det(b2, x3, b3, x2);
      f2 = det(b3, x1, b1, x3);
      f3 = det(b1, x2, b2, x1);
    }
    if (number == 0) {
      v128.store(y, f64x2.add(x1, f1));
      v128.store(y + BLOCK, f64x2.add(x2, f2));
      v128.store(y + 2 * BLOCK, f64x2.add(x3, f3));
    } else if (number == 1) {
      const y1 = f64x2.add(v128.load(s), f1);
      const y2 = f64x2.add(v128.load(s + pitch), f2);
      const y3 = f64x2.add(v128.load(s + 2 * pitch), f3);
      v128.store(y, y1);
      v128.store(y + BLOCK, y2);
      v128.store(y + 2 * BLOCK, y3);
      v128.store(w, f64x2.add(x1, f64x2.add(y1, f1)));
      v128.store(w + BLOCK, f64x2.add(x2, f64x2.add(y2, f2)));
      v128.store(w + 2 * BLOCK, f64x2.add(x3, f64x2.add(y3, f3)));
    } else if (number == 2) {
      v128.store(y, f64x2.add(v128.load(s), f64x2.add(f1, f1)));
      v128.store(y + BLOCK, f64x2.add(v128.load(s + pitch), f64x2.add(f2, f2)));
      v128.store(y + 2 * BLOCK, f64x2.add(v128.load(s + 2 * pitch), f64x2.add(f3, f3)));
    } else {
      const w1 = f64x2.add(v128.load(w), f64x2.add(x1, f1));
      const w2 = f64x2.add(v128.load(w + BLOCK), f64x2.add(x2, f2));
      const w3 = f64x2.add(v128.load(w + 2 * BLOCK), f64x2.add(x3, f3));
      // |w| is 3 but for the error of the scheme, of sixth order in the angle of a step: one Newton step of 1/|w| in every fourth step.
      const square = tidy ? f64x2.add(f64x2.add(f64x2.mul(w1, w1), f64x2.mul(w2, w2)), f64x2.mul(w3, w3)) : w1;
      const scale = tidy ? f64x2.sub(v128.load(k, HALF), f64x2.mul(square, v128.load(k, NEWTON))) : v128.load(k, THIRD);
      const before = ramp ? v128.load(s + 2 * pitch) : w3;
      const z = f64x2.mul(w3, scale);
      v128.store(s, f64x2.mul(w1, scale));
      v128.store(s + pitch, f64x2.mul(w2, scale));
      v128.store(s + 2 * pitch, z);
      addToSum(s + 3 * pitch, before, z, table, ramp);
    }
  }
}

// @ts-ignore: decorator
@inline
function rk4Run(k: usize, state: usize, parameters: usize, table: usize, pitch: usize, extent: usize, steps: i32, phase: i32, planar: bool, ramp: bool): void {
  for (let base: usize = 0; base < extent; base += BLOCK) {
    const width = min(BLOCK, extent - base);
    let row = table;
    for (let done = 0; done < steps; done++) {
      stage(k, state + base, parameters + base, pitch, width, row, 0, planar, ramp, false);
      stage(k, state + base, parameters + base, pitch, width, row, 1, planar, ramp, false);
      stage(k, state + base, parameters + base, pitch, width, row, 2, planar, ramp, false);
      if (((done + phase) & 3) == 3) stage(k, state + base, parameters + base, pitch, width, row, 3, planar, ramp, true);
      else stage(k, state + base, parameters + base, pitch, width, row, 3, planar, ramp, false);
      row += ROW;
    }
  }
}

/** Advances all spins without noise by the classical Runge-Kutta scheme of fourth order; `phase` counts the steps done before. */
export function rk4(k: usize, state: usize, parameters: usize, table: usize, pitch: usize, extent: usize, steps: i32, phase: i32, planar: bool, ramp: bool): void {
  if (planar) {
    if (ramp) rk4Run(k, state, parameters, table, pitch, extent, steps, phase, true, true);
    else rk4Run(k, state, parameters, table, pitch, extent, steps, phase, true, false);
  } else {
    if (ramp) rk4Run(k, state, parameters, table, pitch, extent, steps, phase, false, true);
    else rk4Run(k, state, parameters, table, pitch, extent, steps, phase, false, false);
  }
}
