import type { KernelCall } from './kernel.js';
import { type KernelLayout, PARAMETER } from './kernel-memory.js';
import { NORMAL_COEFFICIENTS } from './normal-coefficients.js';

const f = Math.fround;
const [L0, L1, L2, L3, L4, L5, L6, L7, L8] = NORMAL_COEFFICIENTS.log;
const [S0, S1, S2, S3] = NORMAL_COEFFICIENTS.sine;
const [C0, C1, C2, C3] = NORMAL_COEFFICIENTS.cosine;
const TWO_LN_2 = f(2 * Math.LN2);
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** Box–Muller's radius √(−2 ln u), u = (word/2 + ½) 2⁻³¹. */
export function radiusF32(word: number): number {
  float[0] = f(f(word >>> 1) + 0.5);
  const x = bits[0]!;
  const e = (x - 0x3f3504f3) >> 23;
  bits[0] = x - (e << 23);
  const t = f(float[0] - 1);
  const t2 = f(t * t);
  const t4 = f(t2 * t2);
  const p01 = f(L0 + f(t * L1));
  const p23 = f(L2 + f(t * L3));
  const p45 = f(L4 + f(t * L5));
  const p67 = f(L6 + f(t * L7));
  const p03 = f(p01 + f(t2 * p23));
  const p48 = f(f(p45 + f(t2 * p67)) + f(t4 * L8));
  const p = f(p03 + f(t4 * p48));
  return f(Math.sqrt(f(f((31 - e) * TWO_LN_2) + f(t * p))));
}

/** The two normals of a radius and a word. */
export function turnF32(r: number, word: number, out: Float32Array, at: number): void {
  const t = f(f(word << 2) * 2 ** -31);
  const y = f(t * t);
  const s = f(f(f(f(f(f(f(S3 * y) + S2) * y) + S1) * y) + S0) * t);
  const c = f(f(f(f(f(f(C3 * y) + C2) * y) + C1) * y) + C0);
  out[at] = f((word < 0 ? -r : r) * f(c - s));
  out[at + 1] = f((word << 1 < 0 ? -r : r) * f(c + s));
}

/** The plain twin of `assembly/heun-f32.ts`: the same operations on the same memory, one spin after the other. */
export function heunF32Twin(buffer: ArrayBuffer, layout: KernelLayout): (call: KernelCall) => void {
  const floats = new Float32Array(buffer);
  const words = new Int32Array(buffer);
  const sums = new Float64Array(buffer, layout.sums);
  const stride = layout.pitch >> 2;
  const state = layout.state >> 2;
  const generator = layout.generator >> 2;
  const table = layout.table >> 2;
  const parameter = (name: keyof typeof PARAMETER): number => (layout.parameters >> 2) + PARAMETER[name] * stride;
  const at = { hk: parameter('hk'), slope: parameter('slope'), alpha: parameter('alpha'), sigma: parameter('sigma') };
  const [hxAt, hyAt, hzAt, kyAt, ajAt] = (['hx', 'hy', 'hz', 'ky', 'aj'] as const).map(parameter) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const normals = new Float32Array(6);

  function draw(lane: number): void {
    const [a, b, c, d] = [0, 1, 2, 3].map((i) => generator + i * stride + lane) as [number, number, number, number];
    let [s0, s1, s2, s3] = [words[a]!, words[b]!, words[c]!, words[d]!];
    for (let i = 0; i < 6; i += 2) {
      const pair = [0, 0];
      for (let j = 0; j < 2; j++) {
        pair[j] = (s0 + s3) | 0;
        const t = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = (s3 << 11) | (s3 >>> 21);
      }
      turnF32(radiusF32(pair[0]!), pair[1]!, normals, i);
    }
    words[a] = s0;
    words[b] = s1;
    words[c] = s2;
    words[d] = s3;
  }

  function step(lane: number, n: number, row: number, { full, ramp }: KernelCall): void {
    const [ix, iy, iz, is] = [
      state + lane,
      state + stride + lane,
      state + 2 * stride + lane,
      state + 10 * stride + lane,
    ];
    const [mx, my, mz] = [floats[ix]!, floats[iy]!, floats[iz]!];
    const a = floats[at.alpha + lane]!;
    const sigma = floats[at.sigma + lane]!;
    const ky = floats[kyAt + lane]!;
    const aj = floats[ajAt + lane]!;
    const tx = f(floats[hxAt + lane]! + f(sigma * normals[n]!));
    const ty = f(floats[hyAt + lane]! + f(sigma * normals[n + 1]!));
    const tz = f(floats[hzAt + lane]! + f(sigma * normals[n + 2]!));
    const hk = floats[at.hk + lane]!;
    const slope = floats[at.slope + lane]!;
    const k1 = ramp ? f(hk + f(slope * floats[row]!)) : hk;
    const k2 = ramp ? f(hk + f(slope * floats[row + 1]!)) : hk;
    let hx = full ? f(tx + f(aj * my)) : tx;
    let hy = full ? f(ty + f(f(ky * my) - f(aj * mx))) : ty;
    let hz = f(tz + f(k1 * mz));
    let bx = f(hx + f(a * f(f(my * hz) - f(mz * hy))));
    let by = f(hy + f(a * f(f(mz * hx) - f(mx * hz))));
    let bz = f(hz + f(a * f(f(mx * hy) - f(my * hx))));
    const px = f(mx + f(f(by * mz) - f(bz * my)));
    const py = f(my + f(f(bz * mx) - f(bx * mz)));
    const pz = f(mz + f(f(bx * my) - f(by * mx)));
    hx = full ? f(tx + f(aj * py)) : tx;
    hy = full ? f(ty + f(f(ky * py) - f(aj * px))) : ty;
    hz = f(tz + f(k2 * pz));
    bx = f(hx + f(a * f(f(py * hz) - f(pz * hy))));
    by = f(hy + f(a * f(f(pz * hx) - f(px * hz))));
    bz = f(hz + f(a * f(f(px * hy) - f(py * hx))));
    const wx = f(f(mx + px) + f(f(by * pz) - f(bz * py)));
    const wy = f(f(my + py) + f(f(bz * px) - f(bx * pz)));
    const wz = f(f(mz + pz) + f(f(bx * py) - f(by * px)));
    const square = f(f(f(wx * wx) + f(wy * wy)) + f(wz * wz));
    const scale = f(0.75 - f(square * 0.0625));
    const nz = f(wz * scale);
    floats[ix] = f(wx * scale);
    floats[iy] = f(wy * scale);
    floats[iz] = nz;
    floats[is] = ramp ? f(f(floats[is]! + f(mz * floats[row + 2]!)) + f(nz * floats[row + 3]!)) : f(floats[is]! + nz);
  }

  function flush(lane: number): void {
    const is = state + 10 * stride + lane;
    sums[lane] = sums[lane]! + floats[is]!;
    floats[is] = 0;
  }

  return (call) => {
    for (let lane = 0; lane < layout.lanes; lane++) {
      const spare = state + 7 * stride + lane;
      let done = 0;
      if (call.kept && call.steps > 0) {
        for (let i = 0; i < 3; i++) normals[i] = floats[spare + i * stride]!;
        step(lane, 0, table, call);
        done = 1;
      }
      while (done < call.steps) {
        draw(lane);
        step(lane, 0, table + 4 * done++, call);
        if (done < call.steps) step(lane, 3, table + 4 * done++, call);
        else for (let i = 0; i < 3; i++) floats[spare + i * stride] = normals[3 + i]!;
        if ((done & 62) === 0) flush(lane);
      }
      flush(lane);
    }
  };
}
