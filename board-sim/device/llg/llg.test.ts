import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { type Engine } from './kernel.js';
import { type Precision } from './kernel-memory.js';
import { type Method, type Spin, SpinEnsemble, type Stretch } from './spin-ensemble.js';

const spin = (i: number): Spin => ({
  damping: 0.03 + 0.001 * (i % 5),
  moment: 3e-24,
  hk: 50e3 + 300 * i,
  hkPerVolt: -60e3 + 100 * i,
  inPlaneAnisotropy: 0,
  strayField: 10 * i,
});

const streams = (count: number): RandomStream[] =>
  Array.from({ length: count }, (_, i) => RandomStream.from(7, 'llg', i));

function make(precision: Precision, engine: Engine, count: number, temperature: number, shape = 0): SpinEnsemble {
  const spins = Array.from({ length: count }, (_, i) => ({ ...spin(i), inPlaneAnisotropy: shape }));
  const ensemble = new SpinEnsemble(spins, { temperature, streams: streams(count), precision, engine });
  for (let i = 0; i < count; i++) ensemble.set(i, 0.1 * Math.cos(i), 0.2, i % 2 === 0 ? 1 : -1);
  return ensemble;
}

const bitsOf = (e: SpinEnsemble): string => {
  const hash = createHash('sha256');
  for (const list of [e.mx, e.my, e.mz, e.integral])
    hash.update(new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
  return hash.digest('hex');
};

const drives: Record<string, Omit<Stretch, 'steps' | 'dtS'> & { readonly shape?: number }> = {
  'a constant voltage': { voltage: 0.9, field: [12e3, 0, 500] },
  'a field along y': { voltage: 0.9, field: [8e3, -3e3, 500] },
  'a ramp': { voltage: (t) => 0.8 * (1 - Math.exp(-t / 3e-11)), field: [12e3, 0, -300], weight: (v) => v * v },
  'spin torque and an elliptic cell': { voltage: 0.4, field: [5e3, 2e3, 0], spinTorque: -900, shape: 6e3 },
  'all of it': { voltage: (t) => 1e10 * t, field: [5e3, 2e3, 0], spinTorque: 700, shape: -6e3 },
};

describe('a kernel and its twin', () => {
  const cases: [Precision, Method, number][] = [
    ['f32', 'heun', 300],
    ['f64', 'heun', 300],
    ['f64', 'heun', 0],
    ['f64', 'rk4', 0],
  ];
  for (const [precision, method, temperature] of cases)
    it.each(Object.entries(drives))(
      `agree to the last bit: ${precision} ${method} ${temperature} K, %s`,
      (_, drive) => {
        const both = (['wasm', 'plain'] as const).map((engine) => {
          const ensemble = make(precision, engine, 75, temperature, drive.shape);
          for (const steps of [1, 70, 131]) ensemble.advance({ ...drive, steps, dtS: 1e-12 }, method);
          return ensemble;
        });
        expect(bitsOf(both[0]!)).toBe(bitsOf(both[1]!));
        expect(both[0]!.mz.every((z) => Number.isFinite(z))).toBe(true);
      },
    );
});

describe('the path of a spin', () => {
  const drive = { voltage: 0.5, field: [12e3, 0, 0], dtS: 1e-12 } as const;

  it.each(['f32', 'f64'] as const)('depends on nothing but its own stream (%s)', (precision) => {
    const all = make(precision, 'wasm', 130, 300);
    all.advance({ ...drive, steps: 333 });
    for (const i of [0, 1, 63, 64, 129]) {
      const one = new SpinEnsemble([spin(i)], { temperature: 300, streams: [streams(130)[i]!], precision });
      one.set(0, 0.1 * Math.cos(i), 0.2, i % 2 === 0 ? 1 : -1);
      one.advance({ ...drive, steps: 333 });
      expect([one.mx[0], one.my[0], one.mz[0]]).toEqual([all.mx[i], all.my[i], all.mz[i]]);
    }
  });

  it('is the same in one run and in any pieces', () => {
    const whole = (['f32', 'f64', 'rk4'] as const).map((kind) => {
      const ensemble = make(kind === 'f32' ? 'f32' : 'f64', 'wasm', 5, kind === 'rk4' ? 0 : 300);
      ensemble.advance({ ...drive, steps: 200 }, kind === 'rk4' ? 'rk4' : 'heun');
      return Array.from(ensemble.mz);
    });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }),
        fc.constantFrom(0, 1, 2),
        (cuts, kind) => {
          const ensemble = make(kind === 0 ? 'f32' : 'f64', 'wasm', 5, kind === 2 ? 0 : 300);
          let left = 200;
          for (const steps of [...cuts, 200]) {
            const now = Math.min(left, steps);
            ensemble.advance({ ...drive, steps: now }, kind === 2 ? 'rk4' : 'heun');
            left -= now;
          }
          expect(Array.from(ensemble.mz)).toEqual(whole[kind]);
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it.each(['f32', 'f64'] as const)('stays on the unit sphere (%s)', (precision) => {
    const ensemble = make(precision, 'wasm', 64, 300);
    ensemble.advance({ ...drive, steps: 5000 });
    const worst = Math.max(
      ...Array.from(ensemble.mz, (z, i) => Math.abs(Math.hypot(ensemble.mx[i]!, ensemble.my[i]!, z) - 1)),
    );
    expect(worst).toBeLessThan(precision === 'f32' ? 1e-6 : 1e-12);
  });

  it('sums mz by the trapezoidal rule', () => {
    const ensemble = make('f64', 'wasm', 3, 0);
    let expected = 0;
    for (let step = 0; step < 50; step++) {
      const before = ensemble.mz[1]!;
      ensemble.advance({ ...drive, steps: 1, weight: () => 4 }, 'rk4');
      expected += (4 * 1e-12 * (before + ensemble.mz[1]!)) / 2;
    }
    expect(ensemble.integral[1]).toBeCloseTo(expected, 22);
    const ramped = make('f64', 'wasm', 3, 0);
    ramped.advance({ ...drive, steps: 50, voltage: () => 0.5, weight: () => 4 }, 'rk4');
    expect(ramped.integral[1]! / expected).toBeCloseTo(1, 12);
  });
});

it('says what is wrong with its arguments', () => {
  expect(() => new SpinEnsemble([], { temperature: 0 })).toThrow(RangeError);
  expect(() => new SpinEnsemble([spin(0)], { temperature: 300 })).toThrow(TypeError);
  expect(() => new SpinEnsemble([spin(0)], { temperature: -1 })).toThrow(/temperature/);
  expect(() => new SpinEnsemble([spin(0)], { temperature: 1, streams: streams(2) })).toThrow(/streams has 2/);
  const warm = new SpinEnsemble([spin(0)], { temperature: 300, streams: streams(1) });
  expect(() => warm.advance({ steps: 1, dtS: 1e-12, voltage: 0, field: [0, 0, 0] }, 'rk4')).toThrow(/rk4 needs/);
  expect(() => warm.set(0, 0, 0, 0)).toThrow(/no length/);
});
