import { describe, expect, it } from 'vitest';
import { GAMMA0 } from './constants.js';
import { derive, effectiveField } from './derive.js';
import { conductance, junctionElectrics } from './electrical.js';
import { s1 } from './parameters.js';
import { simulateTrajectory, type TrajectoryOptions } from './trajectory.js';
import type { Waveform } from './waveform.js';

const base: TrajectoryOptions = {
  device: s1,
  waveform: { rectangle: { start: 1e-9, width: 1.37e-9, voltage: 1.1 } },
  field: [0, 0, 0],
  theta: 0.3,
  phi: 0.4,
  untilS: 4e-9,
  everyS: 1e-10,
  stepS: 1e-12,
};
const gamma = GAMMA0 / (1 + s1.damping ** 2);

/** ∫V dt of a waveform up to a time, for the closed form. */
const shapes: [string, Waveform, (t: number) => number][] = [
  ['a rectangle', base.waveform, (t) => 1.1 * Math.min(1.37e-9, Math.max(0, t - 1e-9))],
  [
    'an exponential',
    { rc: { start: 0, width: 2e-9, voltage: 1, tau: 3e-10 } },
    (t) => {
      const up = Math.min(t, 2e-9);
      const rise = up + 3e-10 * Math.expm1(-up / 3e-10);
      const reached = -Math.expm1(-2e-9 / 3e-10);
      return rise + (t > 2e-9 ? reached * 3e-10 * -Math.expm1(-(t - 2e-9) / 3e-10) : 0);
    },
  ],
];

describe.each(shapes)('%s at T = 0 without an in-plane field', (_, waveform, area) => {
  it.each(['rk4', 'heun', 'adaptive'] as const)('tan θ follows its closed form (%s)', (method) => {
    const path = simulateTrajectory({ ...base, waveform, method });
    const slope = effectiveField(s1, 1) - effectiveField(s1, 0);
    const tolerance = method === 'heun' ? 2e-5 : 2e-9;
    path.t.forEach((t, i) => {
      const tan = Math.tan(0.3) * Math.exp(-s1.damping * gamma * (effectiveField(s1, 0) * t + slope * area(t)));
      expect(Math.abs(Math.acos(path.mz[i]!) - Math.atan(tan))).toBeLessThan(tolerance);
      // The azimuth law holds for any axial field.
      const phi = Math.atan2(path.my[i]!, path.mx[i]!);
      const turned = 0.4 - Math.log(Math.tan(Math.acos(path.mz[i]!) / 2) / Math.tan(0.15)) / s1.damping;
      if (method !== 'heun') expect(Math.abs(Math.cos(phi - turned) - 1)).toBeLessThan(1e-9);
    });
  });
});

it('rk4 and the adaptive scheme agree in a tilted field with spin torque and ellipse', () => {
  const device = { ...s1, demag: [0.008, 0.013, 0.979] as const };
  const waveform = {
    trapezoid: { start: 0, rise: 2e-10, flat: 1e-9, fall: 3e-10, voltage: 0.9 },
    currentDensity: -5e9,
  };
  const options = { ...base, device, waveform, field: [12e3, 2e3, -500] as const };
  const a = simulateTrajectory({ ...options, method: 'rk4', stepS: 0.5e-12 });
  const b = simulateTrajectory({ ...options, method: 'adaptive', tolerance: 1e-12 });
  a.mz.forEach((z, i) => {
    expect(Math.abs(z - b.mz[i]!)).toBeLessThan(1e-8);
    expect(Math.abs(a.jouleJ[i]! - b.jouleJ[i]!)).toBeLessThan(1e-6 * a.jouleJ.at(-1)!);
  });
});

it('samples exactly, with the voltage just after an edge, and integrates the Joule energy', () => {
  const path = simulateTrajectory({ ...base, theta: 0, everyS: 0.5e-9 });
  expect(Array.from(path.t, (t) => Number((t * 1e9).toFixed(6)))).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]);
  expect(Array.from(path.voltage)).toEqual([0, 0, 1.1, 1.1, 1.1, 0, 0, 0, 0]);
  // On the pole the spin stays parallel: V² GP t.
  const g = conductance(junctionElectrics(s1), 1, 1.1);
  expect(path.jouleJ.at(-1)! / (1.1 ** 2 * g * 1.37e-9)).toBeCloseTo(1, 12);
});

it('heats the junction by its own Joule power', () => {
  const device = { ...s1, selfHeating: { thermalResistance: 1e6, timeConstant: 0.1e-9 } };
  const path = simulateTrajectory({ ...base, device, theta: 0, heating: true, everyS: 1e-11 });
  const power = 1.1 ** 2 * conductance(junctionElectrics(s1), 1, 1.1);
  const hottest = Math.max(...path.temperature);
  expect(hottest).toBeCloseTo(300 + 1e6 * power, 3);
  expect(path.temperature.at(-1)).toBeCloseTo(300, 3);
  expect(() => simulateTrajectory({ ...base, heating: true })).toThrow(/selfHeating/);
});

it('at a temperature it is the same for a seed, another for another, and wanders as equipartition says', () => {
  const warm = { ...base, waveform: { segments: [{ t: 0, v: 0 }] }, temperature: 300, theta: 0, untilS: 2e-7 };
  const one = simulateTrajectory({ ...warm, seed: 5 });
  expect(simulateTrajectory({ ...warm, seed: 5 }).mz).toEqual(one.mz);
  expect(simulateTrajectory({ ...warm, seed: 6 }).mz).not.toEqual(one.mz);
  const { delta } = derive(s1);
  const tail = one.mx.subarray(200);
  const spread = tail.reduce((sum, x) => sum + x * x, 0) / tail.length;
  // ⟨mx²⟩ ≈ 1/(2Δ); about 60 independent samples: within 60 % at 3 standard errors.
  expect(Math.abs(spread * 2 * delta - 1)).toBeLessThan(0.6);
});

it('refuses what cannot be', () => {
  expect(() => simulateTrajectory({ ...base, method: 'rk4', temperature: 300 })).toThrow(/above 0 K is heun/);
  expect(() => simulateTrajectory({ ...base, everyS: 0 })).toThrow(/everyS/);
  expect(() => simulateTrajectory({ ...base, stepS: 0 })).toThrow(/stepS/);
  expect(() => simulateTrajectory({ ...base, untilS: -1 })).toThrow(/untilS/);
  expect(() => simulateTrajectory({ ...base, theta: NaN })).toThrow(/theta/);
  expect(() => simulateTrajectory({ ...base, signal: AbortSignal.abort(new Error('enough')) })).toThrow('enough');
});
