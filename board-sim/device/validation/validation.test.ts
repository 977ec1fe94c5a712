import { describe, expect, it } from 'vitest';
import { s1, s3 } from '../parameters.js';
import { SpinEnsemble } from '../llg/spin-ensemble.js';
import { spinOf } from '../spin-of.js';
import { checkRingDown, orderOf, stepErrors } from './deterministic.js';
import { MomentEquation } from './moments.js';
import { relaxFromPole } from './relaxation.js';

describe('the moment equation', () => {
  // Eigenvalues of an independent program, to five digits.
  it.each([
    [0.5, 0.81352],
    [1, 0.65314],
    [4, 0.12983],
    [6, 0.033613],
    [8, 7.3622e-3],
    [10, 1.4411e-3],
  ])('has the slowest rate of Δ = %d', (delta, rate) => {
    expect(new MomentEquation(delta).slowestRate() / rate).toBeCloseTo(1, 4);
  });

  it('ends in the Boltzmann mean', () => {
    const equation = new MomentEquation(2, 20);
    const moments = equation.evolve(equation.atPole(), 20);
    expect((2 * moments[1]! + 1) / 3).toBeCloseTo(0.531265, 5);
  });
});

describe('without noise', () => {
  const cases = [
    ['S1', s1, 0],
    ['S1', s1, 12e3],
    ['S1', s1, 45e3],
    ['S1, plane', s1, 70e3],
    ['S3', s3, 40e3],
    ['S3, plane', s3, 220e3],
  ] as const;
  it.each(cases)('%s rings with the damped Kittel frequency and decays at its rate', (_, set, hx) => {
    const { measured, exact } = checkRingDown(spinOf(set), hx, 0.25e-12);
    expect(Math.abs(measured.angularFrequency / exact.angularFrequency - 1)).toBeLessThan(1e-4);
    expect(Math.abs(measured.decayRate / exact.decayRate - 1)).toBeLessThan(1e-3);
  });

  const dts = [8e-12, 4e-12, 2e-12];
  it('RK4 has order 4 between edges, with a rectangle and with an exponential edge', () => {
    const spin = spinOf(s1);
    const pulse = { pulseS: 0.8e-9, voltage: 0.9 };
    expect(orderOf(dts, stepErrors(spin, 'rk4', dts, pulse))).toBeGreaterThan(3.9);
    const edge = { pulseS: 0.8e-9, voltage: (t: number) => 0.9 * (1 - Math.exp(-t / 1e-10)) };
    expect(orderOf(dts, stepErrors(spin, 'rk4', dts, edge))).toBeGreaterThan(3.9);
    const finer = [1e-12, 0.5e-12, 0.25e-12];
    expect(orderOf(finer, stepErrors(spin, 'heun', finer, pulse))).toBeCloseTo(2, 1);
  });

  it('and order 1 when a step straddles an edge', () => {
    const order = orderOf(dts, stepErrors(spinOf(s1), 'rk4', dts, { pulseS: 0.8e-9, voltage: 0.9, edgeOff: 0.5 }));
    expect(order).toBeGreaterThan(0.7);
    expect(order).toBeLessThan(1.4);
  });

  it('energy never rises without a drive, and is conserved without damping', () => {
    const field = [10e3, 0, 2e3] as const;
    const damped = new SpinEnsemble([spinOf(s1)], { temperature: 0, precision: 'f64' });
    damped.set(0, 0.2, 0.1, -0.95);
    let before = damped.energyField(0, field, 0);
    for (let i = 0; i < 4000; i++) {
      damped.advance({ steps: 1, dtS: 1e-12, voltage: 0, field }, 'rk4');
      const energy = damped.energyField(0, field, 0);
      expect(energy).toBeLessThanOrEqual(before + 1e-10);
      before = energy;
    }
    const free = { ...spinOf(s1), damping: 0, hk: 50e3 };
    const undamped = new SpinEnsemble([free], { temperature: 0, precision: 'f64' });
    undamped.set(0, 0.5, 0.2, 0.8);
    const start = undamped.energyField(0, [10e3, 0, 0], 0);
    undamped.advance({ steps: 100_000, dtS: 1e-13, voltage: 0, field: [10e3, 0, 0] }, 'rk4');
    expect(Math.abs(undamped.energyField(0, [10e3, 0, 0], 0) - start) / 50e3).toBeLessThan(1e-12);
  });
});

// Twelve comparisons of Gaussian means at 4 standard errors: one false alarm in 1300, with other seeds.
it.each([
  [0, [0.2, 0.6]],
  [1, [0.2, 0.6]],
  [3, [0.2, 1]],
])('relaxes from mz = 1 as the Fokker–Planck equation says, Δ = %d', (delta, times) => {
  for (const point of relaxFromPole({ delta, spins: 4096, seed: 3 }, times)) {
    expect(Math.abs(point.mz - point.exactMz)).toBeLessThan(4 * point.mzError);
    expect(Math.abs(point.mz2 - point.exactMz2)).toBeLessThan(4 * point.mz2Error);
  }
});
