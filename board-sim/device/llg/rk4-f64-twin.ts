import type { KernelCall } from './kernel.js';
import { type KernelLayout, PARAMETER } from './kernel-memory.js';

/** The plain twin of `assembly/rk4-f64.ts`: classical Runge–Kutta of fourth order, slopes taken as half steps. */
export function rk4F64Twin(buffer: ArrayBuffer, layout: KernelLayout): (call: KernelCall) => void {
  const floats = new Float64Array(buffer);
  const stride = layout.pitch >> 3;
  const state = layout.state >> 3;
  const parameters = layout.parameters >> 3;
  const table = layout.table >> 3;
  const slope = new Float64Array(3);

  /** f(x) γ' dt/2 at a direction and Hk. */
  function half(lane: number, full: boolean, hk: number, x: number, y: number, z: number): void {
    const of = (name: keyof typeof PARAMETER): number => floats[parameters + PARAMETER[name] * stride + lane]!;
    const a = of('alpha');
    const h3 = of('hz') + hk * z;
    if (!full) {
      const h1 = of('hx');
      const [a1, a3] = [a * h1, a * h3];
      const d = a1 * x + a3 * z;
      slope[0] = a1 - y * h3 - d * x;
      slope[1] = x * h3 - z * h1 - d * y;
      slope[2] = y * h1 + a3 - d * z;
      return;
    }
    const aj = of('aj');
    const h1 = of('hx') + aj * y;
    const h2 = of('hy') + (of('ky') * y - aj * x);
    const b1 = h1 + a * (y * h3 - z * h2);
    const b2 = h2 + a * (z * h1 - x * h3);
    const b3 = h3 + a * (x * h2 - y * h1);
    slope[0] = b2 * z - b3 * y;
    slope[1] = b3 * x - b1 * z;
    slope[2] = b1 * y - b2 * x;
  }

  function step(lane: number, row: number, tidy: boolean, { full, ramp }: KernelCall): void {
    const [ix, iy, iz, is] = [
      state + lane,
      state + stride + lane,
      state + 2 * stride + lane,
      state + 3 * stride + lane,
    ];
    const [mx, my, mz] = [floats[ix]!, floats[iy]!, floats[iz]!];
    const hk = floats[parameters + lane]!;
    const perVolt = floats[parameters + PARAMETER.slope * stride + lane]!;
    const at = (i: number): number => (ramp ? hk + perVolt * floats[row + i]! : hk);
    half(lane, full, at(0), mx, my, mz);
    const [x1, y1, z1] = [mx + slope[0]!, my + slope[1]!, mz + slope[2]!];
    half(lane, full, at(1), x1, y1, z1);
    const [x2, y2, z2] = [mx + slope[0]!, my + slope[1]!, mz + slope[2]!];
    const [wx, wy, wz] = [x1 + (x2 + slope[0]!), y1 + (y2 + slope[1]!), z1 + (z2 + slope[2]!)];
    half(lane, full, at(1), x2, y2, z2);
    const [x3, y3, z3] = [mx + 2 * slope[0]!, my + 2 * slope[1]!, mz + 2 * slope[2]!];
    half(lane, full, at(2), x3, y3, z3);
    const [x, y, z] = [wx + (x3 + slope[0]!), wy + (y3 + slope[1]!), wz + (z3 + slope[2]!)];
    const scale = tidy ? 0.5 - (x * x + y * y + z * z) * (1 / 54) : 1 / 3;
    floats[ix] = x * scale;
    floats[iy] = y * scale;
    floats[iz] = z * scale;
    const after = z * scale;
    floats[is] = ramp ? floats[is]! + mz * floats[row + 3]! + after * floats[row + 4]! : floats[is]! + after;
  }

  return (call) => {
    for (let lane = 0; lane < layout.lanes; lane++)
      for (let done = 0; done < call.steps; done++) step(lane, table + 5 * done, ((call.phase + done) & 3) === 3, call);
  };
}
