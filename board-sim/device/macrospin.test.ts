import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { GAMMA0 } from './constants.js';
import { derive } from './derive.js';
import { type Drive, MacrospinEnsemble, macrospinModel, planSteps } from './macrospin.js';
import { s1, s3 } from './parameters.js';

const cold = { ...macrospinModel(s1), temperature: 0 };
const warm = macrospinModel(s1);
const hk1 = derive(s1).effectiveField;
/** γ' of S1. */
const gamma = GAMMA0 / (1 + s1.damping ** 2);

function spin(theta: number, phi = 0, model = cold): MacrospinEnsemble {
  const one = new MacrospinEnsemble(model, 1);
  one.set(0, Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta));
  return one;
}
const x = (e: MacrospinEnsemble): number => e.mx[0] as number;
const y = (e: MacrospinEnsemble): number => e.my[0] as number;
const z = (e: MacrospinEnsemble): number => e.mz[0] as number;
const thetaOf = (e: MacrospinEnsemble): number => Math.atan2(Math.hypot(x(e), y(e)), z(e));
const wrap = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));

describe('closed forms at T = 0 without in-plane field', () => {
  it('follow tan θ(t) = tan θ0 exp(−αγ′∫Hk dt) through a rectangular pulse', () => {
    const e = spin(0.3);
    const hkPulse = hk1 - 1.5 * 60286;
    for (const [hk, width] of [
      [hk1, 0.4e-9],
      [hkPulse, 2.3e-9],
      [hk1, 1.1e-9],
    ] as const) {
      const plan = planSteps(width, 1e-12);
      e.advance({ hk }, plan.steps, plan.dtS);
    }
    const area = hk1 * 1.5e-9 + hkPulse * 2.3e-9;
    const exact = Math.atan(Math.tan(0.3) * Math.exp(-s1.damping * gamma * area));
    expect(Math.abs(thetaOf(e) - exact)).toBeLessThan(5e-6);
    // The azimuth follows from the polar angle alone, for any axial field.
    const turns = -(1 / s1.damping) * Math.log(Math.tan(exact / 2) / Math.tan(0.3 / 2));
    expect(Math.abs(wrap(Math.atan2(y(e), x(e)) - turns))).toBeLessThan(2e-3);
  });

  it('follow it through a trapezoid, whose edges are ramps of Hk', () => {
    const e = spin(0.5);
    const low = -4e4;
    e.advance({ hk: hk1, hkEnd: low }, 800, 0.5e-12);
    e.advance({ hk: low }, 3000, 0.5e-12);
    e.advance({ hk: low, hkEnd: hk1 }, 600, 0.5e-12);
    const area = ((hk1 + low) / 2) * 0.7e-9 + low * 1.5e-9;
    const exact = Math.atan(Math.tan(0.5) * Math.exp(-s1.damping * gamma * area));
    expect(Math.abs(thetaOf(e) - exact)).toBeLessThan(5e-6);
  });

  it('precess and damp about Hz when Hk = 0', () => {
    const hz = 3e4;
    const e = spin(2.2, 0.4);
    e.advance({ hk: 0, hz }, 4000, 0.5e-12);
    const half = Math.tan(1.1) * Math.exp(-s1.damping * gamma * hz * 2e-9);
    expect(Math.abs(thetaOf(e) - 2 * Math.atan(half))).toBeLessThan(5e-6);
    expect(Math.abs(wrap(Math.atan2(y(e), x(e)) - 0.4 - gamma * hz * 2e-9))).toBeLessThan(1e-4);
  });

  it('go unstable at aJ = −α (Hk + Hz), from both sides', () => {
    const hz = 5e3;
    for (const [factor, grows] of [
      [0.98, false],
      [1.02, true],
    ] as const) {
      const e = spin(1e-3);
      e.advance({ hk: hk1, hz, spinTorque: -factor * s1.damping * (hk1 + hz) }, 20_000, 1e-12);
      expect(thetaOf(e) > 1e-3).toBe(grows);
    }
  });

  it('are second order with aligned edges', () => {
    // The azimuth is the sharper witness: its error is that of the precession frequency.
    const final = Math.atan(Math.tan(0.3) * Math.exp(s1.damping * gamma * 4e4 * 1.2e-9));
    const phi = -(1 / s1.damping) * Math.log(Math.tan(final / 2) / Math.tan(0.15));
    const error = (dt: number): number => {
      const e = spin(0.3);
      e.advance({ hk: -4e4 }, Math.round(1.2e-9 / dt), dt);
      return Math.abs(wrap(Math.atan2(y(e), x(e)) - phi));
    };
    const order = Math.log2(error(2e-12) / error(1e-12));
    expect(order).toBeGreaterThan(1.9);
    expect(order).toBeLessThan(2.1);
  });
});

describe('small oscillations at T = 0', () => {
  it.each([
    ['S1, Hx below Hk', s1, 12e3],
    ['S1, Hx above Hk', s1, 90e3],
    ['S3, Hx below Hk', s3, 12e3],
  ])('%s: ring with the damped Kittel frequency', (_name, set, hx) => {
    const hk = derive(set).effectiveField;
    const tilt = hx < hk ? Math.asin(hx / hk) : Math.PI / 2;
    const [h1, h2] = hx < hk ? [(hk * hk - hx * hx) / hk, hk] : [hx - hk, hx];
    const a = set.damping;
    const omega = (GAMMA0 / (1 + a * a)) * Math.sqrt(h1 * h2 - (a * a * (h1 - h2) ** 2) / 4);
    const e = spin(tilt, 1e-4, { ...macrospinModel(set), temperature: 0 });
    const [dt, drive] = [0.2e-12, { hk, hx }];
    const crossings: number[] = [];
    for (let step = 0, before = y(e); crossings.length < 9; step++, before = y(e)) {
      e.advance(drive, 1, dt);
      if (before * y(e) < 0) crossings.push((step + before / (before - y(e))) * dt);
    }
    const measured = (Math.PI * 8) / ((crossings[8] as number) - (crossings[0] as number));
    expect(Math.abs(measured / omega - 1)).toBeLessThan(1e-4);
  });
});

describe('invariants', () => {
  it('conserves energy at α = 0 and T = 0', () => {
    const drive: Drive = { hk: 50e3, hx: 10e3 };
    const e = spin(0.4, 0.3, { ...cold, damping: 0 });
    const before = e.energyField(drive);
    e.advance(drive, 100_000, 0.1e-12);
    expect(Math.abs(e.energyField(drive) - before)).toBeLessThan(2e-9 * 50e3);
  });

  it('never gains energy at α > 0, T = 0', () => {
    const drive: Drive = { hk: hk1, hx: 12e3, hz: -2e3 };
    const e = spin(1.4, 2.5);
    let last = e.energyField(drive);
    for (let i = 0; i < 400; i++) {
      e.advance(drive, 20, 1e-12);
      const now = e.energyField(drive);
      expect(now).toBeLessThanOrEqual(last + 1e-6);
      last = now;
    }
  });

  it('keeps |m| = 1', () => {
    const e = new MacrospinEnsemble({ ...warm, inPlaneAnisotropy: 2e4 }, [RandomStream.from(3)]);
    let worst = 0;
    for (let i = 0; i < 500; i++) {
      e.advance({ hk: -6e4, hx: 12e3, spinTorque: 800 }, 7, 5e-12);
      worst = Math.max(worst, Math.abs(Math.hypot(x(e), y(e), z(e)) - 1));
    }
    expect(worst).toBeLessThan(1e-12);
  });

  it('is the same for a run split anywhere, odd counts included', () => {
    const drive: Drive = { hk: hk1, hx: 12e3 };
    const run = (...parts: number[]): number[] => {
      const e = new MacrospinEnsemble(warm, [RandomStream.from(9, 'split')]);
      for (const steps of parts) e.advance(drive, steps, 1e-12);
      return [x(e), y(e), z(e)];
    };
    const whole = run(1001);
    expect(run(1, 63, 64, 0, 65, 808)).toEqual(whole);
    expect(run(500, 501)).toEqual(whole);
  });

  it('gives a device the same path in any lane of any ensemble', () => {
    const stream = (k: number): RandomStream => RandomStream.from(4, 'lane', k);
    const drive: Drive = { hk: hk1, hx: 12e3, hz: 1e3 };
    const all = new MacrospinEnsemble(warm, [0, 1, 2, 3, 4].map(stream));
    all.advance(drive, 300, 2e-12);
    const alone = new MacrospinEnsemble(warm, [stream(3)]);
    alone.advance(drive, 300, 2e-12);
    expect([x(alone), y(alone), z(alone)]).toEqual([all.mx[3], all.my[3], all.mz[3]]);
    expect(all.mz[2]).not.toBe(all.mz[3]);
  });

  it('makes the same deterministic path as the thermal scheme with no temperature', () => {
    const drive: Drive = { hk: -3e4, hx: 12e3 };
    const frozen = new MacrospinEnsemble({ ...warm, temperature: 1e-30 }, [RandomStream.from(1)]);
    frozen.set(0, Math.sin(0.3), 0, Math.cos(0.3));
    const e = spin(0.3);
    for (const m of [frozen, e]) m.advance(drive, 500, 1e-12);
    expect(z(frozen)).toBeCloseTo(z(e), 11);
  });
});

describe('arguments', () => {
  it('plans whole steps that fill the stretch', () => {
    expect(planSteps(10e-9, 1e-12).steps).toBe(10_000);
    expect(planSteps(1.00005e-9, 1e-12).steps).toBe(1001);
    expect(planSteps(0, 1e-12)).toEqual({ steps: 0, dtS: 0 });
    for (const width of [0.5e-9, 1.234e-9, 29.999e-9]) {
      const { steps, dtS } = planSteps(width, 2.5e-12);
      expect(steps * dtS).toBeCloseTo(width, 20);
      expect(dtS).toBeLessThanOrEqual(2.5e-12 * (1 + 1e-12));
    }
  });

  it('refuses what makes no sense', () => {
    expect(() => planSteps(-1e-9, 1e-12)).toThrow(/durationS/);
    expect(() => planSteps(1e-9, 0)).toThrow(/maxStepS/);
    expect(() => planSteps(6, 1e-12)).toThrow(/durationS is 6; .* at most 0.001 s/);
    expect(() => new MacrospinEnsemble(warm, 4)).toThrow(TypeError);
    expect(() => spin(1).set(0, 0, 0, 0)).toThrow(RangeError);
  });
});
