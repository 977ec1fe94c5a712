import { describe, expect, it } from 'vitest';
import { axialRelaxationRate } from './axial-escape.js';
import { BOLTZMANN, GAMMA0 } from './constants.js';
import { derive, effectiveField } from './derive.js';
import { energyAt, findWells, type KeepingFields } from './energy-wells.js';
import { meanDwellTime } from './equilibrium.js';
import { escapeRates, logDepopulation, saddleActions } from './escape-rates.js';
import { type MacrospinModel, macrospinModel } from './macrospin.js';
import { boardCell, s1, s3 } from './parameters.js';
import { besselI0Scaled } from './special-functions.js';
import { atTemperature } from './temperature-law.js';
import { countEscapes } from './validation/count-escapes.js';

const magnet = macrospinModel(s3);
const perField = magnet.moment / (BOLTZMANN * magnet.temperature);
/** Hk of a Δ. */
const hkOf = (delta: number): number => (2 * delta) / perField;
const tauN = (perField * (1 + magnet.damping ** 2)) / (2 * magnet.damping * GAMMA0);

describe('without an in-plane field', () => {
  // Exact slowest eigenvalues λ1 τN of the Fokker–Planck operator (moment matrix).
  it.each([
    [0.5, 0.81352],
    [1, 0.65314],
    [2, 0.40384],
    [3, 0.2357],
    [4, 0.12983],
    [5, 0.067703],
    [6, 0.033613],
    [8, 7.3622e-3],
    [10, 1.4411e-3],
    [12, 2.6218e-4],
    [15, 1.8632e-5],
    [20, 1.9717e-7],
  ])('λ1 τN at Δ = %d is %d', (delta, eigenvalue) => {
    expect(Math.abs((axialRelaxationRate(magnet, { hk: hkOf(delta), hz: 0 }) * tauN) / eigenvalue - 1)).toBeLessThan(
      5e-5,
    );
  });

  it('agrees with the mean first-passage integral at any barrier', () => {
    for (const delta of [15, 30, 60, 200]) {
      const { fromP } = escapeRates(magnet, { hk: hkOf(delta), hx: 0, hz: 0 });
      expect(fromP * meanDwellTime(delta, tauN)).toBeCloseTo(1, 3);
    }
    expect(escapeRates(magnet, { hk: hkOf(900), hx: 0, hz: 0 }).fromP).toBe(0);
  });

  it('approaches Brown’s asymptote in a field along the axis, in the order of 1/Δ', () => {
    // Γ = (α γ' Hk/…): τN Γ± = Δ^1.5 (1 − h²)(1 ± h) exp(−Δ(1 ± h)²)/(√π) per well.
    for (const [delta, h] of [
      [40, 0.2],
      [60, -0.3],
    ] as const) {
      const { fromP, fromAP } = escapeRates(magnet, { hk: hkOf(delta), hx: 0, hz: h * hkOf(delta) });
      const brown = (sign: number): number =>
        (delta ** 1.5 * (1 - h * h) * (1 + sign * h) * Math.exp(-delta * (1 + sign * h) ** 2)) / Math.sqrt(Math.PI);
      expect(Math.abs((fromP * tauN) / brown(1) - 1)).toBeLessThan(2.5 / delta);
      expect(Math.abs((fromAP * tauN) / brown(-1) - 1)).toBeLessThan(2.5 / delta);
    }
  });
});

describe('the ratio of the rates', () => {
  it.each<[string, KeepingFields]>([
    ['axial', { hk: 60e3, hx: 0, hz: 4e3 }],
    ['nearly axial', { hk: 60e3, hx: 1e3, hz: 4e3 }],
    ['in-plane', { hk: 60e3, hx: 12e3, hz: 4e3 }],
    ['low barrier', { hk: 40e3, hx: 12e3, hz: -2e3 }],
  ])('is that of the Boltzmann weights of the wells: %s', (_name, fields) => {
    const { fromP, fromAP } = escapeRates(magnet, fields);
    // Brute force: a grid over the sphere, divided at the saddle's latitude.
    const saddle = findWells(fields)?.saddle ?? expect.fail('no wells');
    let [up, down] = [0, 0];
    for (let i = 0; i < 2000; i++) {
      const angle = ((i + 0.5) * Math.PI) / 2000;
      for (let k = 0; k < 90; k++) {
        const hx = fields.hx * Math.cos(((k + 0.5) * Math.PI) / 90);
        const energy = energyAt({ ...fields, hx: 0 }, angle) - hx * Math.sin(angle);
        const weight = Math.exp(-perField * (energy + 0.5 * fields.hk)) * Math.sin(angle);
        if (angle < saddle.angle) up += weight;
        else down += weight;
      }
    }
    expect(Math.log((fromP / fromAP) * (up / down))).toBeCloseTo(0, 2);
  });

  it('is exchanged with the sign of Hz, and does not see the sign of Hx', () => {
    const [one, two] = [
      escapeRates(magnet, { hk: 90e3, hx: 12e3, hz: 5e3 }),
      escapeRates(magnet, { hk: 90e3, hx: -12e3, hz: -5e3 }),
    ];
    expect(one.fromP / two.fromAP).toBeCloseTo(1, 9);
    expect(one.barrierP).toBeCloseTo(two.barrierAP, 9);
    expect(one.barrierP).toBeGreaterThan(one.barrierAP);
  });
});

describe('against direct integration', () => {
  // 200 escapes: 4 standard errors of each rate are 40 %, and 10 % are the formula's own. False alarm below 1e-4 each; the
  // slow test has the finer comparison.
  it.each<[string, number, KeepingFields]>([
    ['in-plane', 0.05, { hk: 42e3, hx: 12e3, hz: 0 }],
    ['tilted', 0.03, { hk: 42e3, hx: 12e3, hz: 1e3 }],
    ['axial', 0.2, { hk: 20e3, hx: 0, hz: 0 }],
  ])('%s', (_name, damping, fields) => {
    const model = { ...magnet, damping };
    const { fromP, fromAP } = escapeRates(model, fields);
    const counted = countEscapes(model, fields, 200, 11);
    expect(Math.abs(counted.fromP / fromP - 1)).toBeLessThan(0.5);
    expect(Math.abs(counted.fromAP / fromAP - 1)).toBeLessThan(0.5);
  });
});

describe('the parts of the rate', () => {
  it('reach the limits of the depopulation factor', () => {
    expect(logDepopulation(40)).toBeCloseTo(0, 4);
    // A(δ) → δ(1 − 0.82 √δ) for vanishing damping.
    expect(Math.exp(logDepopulation(1e-3)) / 1e-3 / (1 - 0.82 * Math.sqrt(1e-3))).toBeCloseTo(1, 1);
    // The defining integral over λ, by the midpoint rule.
    for (const delta of [0.05, 0.5, 3]) {
      let sum = 0;
      for (let lambda = 5e-4; lambda < 60; lambda += 1e-3) {
        const square = lambda * lambda + 0.25;
        sum += (1e-3 * Math.log(-Math.expm1(-delta * square))) / square;
      }
      expect(logDepopulation(delta)).toBeCloseTo(sum / Math.PI, 2);
    }
  });

  it('loses the energy of a turn along the contour: ∮ |∇e| dl by walking it', () => {
    const fields = { hk: 100e3, hx: 12e3, hz: 3e3 };
    const wells = findWells(fields) ?? expect.fail('no wells');
    // Conservative precession along the contour, m' = m × ∇e/|∇e| in steps of equal length, from just inside the saddle.
    const start = wells.saddle.angle - 1e-3;
    const gradient = (m: readonly number[]): number[] => [-fields.hx, 0, -fields.hk * (m[2] ?? 0) - fields.hz];
    let m = [Math.sin(start), 0, Math.cos(start)];
    const step = 2e-5;
    const direction = (at: readonly number[]): { readonly unit: number[]; readonly size: number } => {
      const g = gradient(at);
      const [x, y, z] = at as [number, number, number];
      const [gx, gy, gz] = g as [number, number, number];
      const c = [y * gz - z * gy, z * gx - x * gz, x * gy - y * gx];
      const size = Math.hypot(...c);
      return { unit: c.map((v) => v / size), size };
    };
    let loss = 0;
    let passed = false;
    for (let i = 0; i < 2_000_000; i++) {
      const { unit } = direction(m);
      const middle = m.map((v, k) => v + 0.5 * step * (unit[k] ?? 0));
      const { unit: u, size } = direction(middle);
      loss += size * step;
      const next = m.map((v, k) => v + step * (u[k] ?? 0));
      const norm = Math.hypot(...next);
      const before = m[1] ?? 0;
      m = next.map((v) => v / norm);
      // Half a turn lies behind at the far side; the whole at the second return to my = 0.
      if (i > 100 && before * (m[1] ?? 0) <= 0) {
        if (passed) break;
        passed = true;
      }
    }
    const [action] = saddleActions(fields, wells, perField);
    expect(Math.abs((perField * loss) / action - 1)).toBeLessThan(5e-3);
  });

  it('has I0', () => {
    expect(besselI0Scaled(0)).toBe(1);
    expect(besselI0Scaled(1) * Math.E).toBeCloseTo(1.2660658777520084, 13);
    expect(besselI0Scaled(10) * Math.exp(10)).toBeCloseTo(2815.716628466254, 8);
    expect(besselI0Scaled(20.0000001)).toBeCloseTo(besselI0Scaled(19.9999999), 9);
    expect(besselI0Scaled(500)).toBeCloseTo(1 / Math.sqrt(1000 * Math.PI) / (1 - 1 / 4000), 7);
  });
});

describe('figures that the documentation states', () => {
  const dwell = (p: typeof s1, kelvin: number, volts = 0): number => {
    const set = atTemperature(p, kelvin);
    return 1 / escapeRates(macrospinModel(set), { hk: effectiveField(set, volts), hx: 12e3, hz: 0 }).fromP;
  };

  it('S1 keeps its state for a tenth of a millisecond in the board’s field, S3 for half a minute, the board’s cell for days', () => {
    expect(dwell(s1, 300)).toBeCloseTo(1.12e-4, 6);
    expect(dwell(s3, 300)).toBeCloseTo(29.4, 1);
    expect(dwell(boardCell, 300) / 86_400).toBeCloseTo(5.22, 2);
    expect(dwell(boardCell, 308.15) / 86_400).toBeCloseTo(1.65, 2);
    expect(dwell(boardCell, 318.15) / 3600).toBeCloseTo(10.4, 1);
  });

  it('a read voltage shortens the stay', () => {
    expect(dwell(boardCell, 300, 0.1) / 3600).toBeCloseTo(7.51, 2);
    expect(dwell(boardCell, 300, 0.2) / 60).toBeCloseTo(27.3, 1);
  });

  it('barriers in the board’s field', () => {
    const barrier = (p: typeof s1): number =>
      escapeRates(macrospinModel(p), { hk: derive(p).effectiveField, hx: 12e3, hz: 0 }).barrierP;
    expect(barrier(s1)).toBeCloseTo(11.62, 2);
    expect(barrier(s3)).toBeCloseTo(25.63, 2);
    expect(barrier(boardCell)).toBeCloseTo(35.33, 2);
  });
});

describe('beyond the wells', () => {
  it('a state without a well is left within nanoseconds, and all but never returned to', () => {
    const gone = escapeRates(magnet, { hk: 100e3, hx: 12e3, hz: 90e3 });
    expect(gone.fromAP).toBeGreaterThan(1e8);
    expect(gone.barrierAP).toBe(0);
    expect(gone.fromP).toBeLessThan(1e-3 * gone.fromAP);
    const plane = escapeRates(magnet, { hk: -20e3, hx: 12e3, hz: 0 });
    expect(plane.fromP / plane.fromAP).toBeCloseTo(1, 6);
    expect(plane.fromP).toBeGreaterThan(1e8);
  });

  it('joins at the astroid, and the rates are bounded', () => {
    const [hk, hx] = [100e3, 12e3];
    const edge = hk * (1 - Math.cbrt((hx / hk) ** 2)) ** 1.5;
    const [before, behind] = [0.99999, 1.00001].map((f) => escapeRates(magnet, { hk, hx, hz: f * edge }));
    expect((before?.fromAP ?? 0) / (behind?.fromAP ?? 1)).toBeCloseTo(1, 2);
    expect(Math.log(before?.fromP ?? 0)).toBeCloseTo(Math.log(behind?.fromP ?? 1), -1);
  });

  it('refuses what it does not cover', () => {
    const fields = { hk: 60e3, hx: 12e3, hz: 0 };
    const refused: [Partial<MacrospinModel>, RegExp][] = [
      [{ temperature: 0 }, /temperature is 0/],
      [{ damping: 0 }, /damping is 0/],
      [{ inPlaneAnisotropy: 500 }, /inPlaneAnisotropy is 500/],
    ];
    for (const [change, message] of refused) {
      expect(() => escapeRates({ ...magnet, ...change }, fields)).toThrow(message);
    }
  });
});
