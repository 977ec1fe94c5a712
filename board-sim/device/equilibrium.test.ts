import { describe, expect, it } from 'vitest';
import { equilibriumMz2, langevin, meanDwellTime } from './equilibrium.js';
import { dawson, erf } from './special-functions.js';

describe('special functions', () => {
  it('knows Dawson and erf values', () => {
    expect(dawson(0.5)).toBeCloseTo(0.4244363835020223, 13);
    expect(dawson(1)).toBeCloseTo(0.5380795069127684, 13);
    expect(dawson(5)).toBeCloseTo(0.1021340744242768, 13);
    expect(dawson(-2)).toBeCloseTo(-0.301340388923792, 13);
    expect(erf(0.3)).toBeCloseTo(0.3286267594591274, 13);
    expect(erf(-1.5)).toBeCloseTo(-0.9661051464753108, 13);
    expect(erf(7)).toBe(1);
  });
});

describe('equilibrium <mz²>', () => {
  it.each([
    [-40, 0.0125],
    [-20, 0.025],
    [-10, 0.049992],
    [-5, 0.098297],
    [-2, 0.193435],
    [-1, 0.253704],
    [-0.5, 0.291125],
    [0.5, 0.379732],
    [1, 0.429231],
    [2, 0.531265],
    [5, 0.764266],
    [10, 0.892728],
    [19.9426, 0.9484],
    [20, 0.948555],
    [40, 0.974666],
    [60, 0.983188],
  ])('at Δ = %d is %d', (delta, exact) => {
    expect(Math.abs(equilibriumMz2(delta) - exact)).toBeLessThan(6e-7 + (exact === 0.9484 ? 2e-6 : 0));
  });

  it('joins its series at |Δ| = 1e-3 and is ⅓ at 0', () => {
    expect(equilibriumMz2(0)).toBe(1 / 3);
    for (const sign of [-1, 1]) {
      expect(equilibriumMz2(sign * 1.0000001e-3)).toBeCloseTo(equilibriumMz2(sign * 0.9999999e-3), 9);
    }
  });

  it('agrees with direct quadrature of exp(Δ z²)', () => {
    for (const delta of [-7, -0.3, 0.7, 3, 15]) {
      let [norm, second] = [0, 0];
      for (let i = 0; i < 20_000; i++) {
        const z = (i + 0.5) / 20_000;
        const weight = Math.exp(delta * (z * z - 1));
        norm += weight;
        second += weight * z * z;
      }
      expect(equilibriumMz2(delta)).toBeCloseTo(second / norm, 6);
    }
  });
});

it('has the Langevin function, smooth through 0', () => {
  expect(langevin(3)).toBeCloseTo(1 / Math.tanh(3) - 1 / 3, 14);
  expect(langevin(0.01)).toBeCloseTo(langevin(0.0099999), 6);
  expect(langevin(-2)).toBe(-langevin(2));
});

describe('mean dwell', () => {
  // Exact slowest eigenvalues λ1 τN of the Fokker–Planck operator; dwell = 2 τN/(λ1 τN).
  it.each([
    [8, 7.3622e-3, 2.5e-3],
    [10, 1.4411e-3, 6e-4],
    [12, 2.6218e-4, 2e-4],
    [15, 1.8632e-5, 1e-4],
    [20, 1.9717e-7, 1e-4],
  ])('at Δ = %d agrees with λ1τN = %d within %d', (delta, eigenvalue, tolerance) => {
    expect(Math.abs((meanDwellTime(delta, 1) * eigenvalue) / 2 - 1)).toBeLessThan(tolerance);
  });

  it('stays finite and of the right size far up, and says when there is no well', () => {
    const asymptote = (2 / Math.sqrt(Math.PI)) * 60 ** 1.5 * Math.exp(-60);
    expect(2 / meanDwellTime(60, 1) / asymptote).toBeCloseTo(0.9831, 4);
    expect(meanDwellTime(800, 1)).toBe(Infinity);
    expect(meanDwellTime(-1, 1)).toBeNaN();
  });
});
