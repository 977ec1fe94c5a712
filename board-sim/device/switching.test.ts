import { describe, expect, it } from 'vitest';
import { s1 } from './parameters.js';
import { equilibriumMeanSquare } from './mean-square.js';
import { switchingMap, switchingProbability, type SwitchingProbabilityOptions } from './switching.js';
import { simulateSwitching } from './switching-protocol.js';
import { spinOf } from './spin-of.js';

const options: SwitchingProbabilityOptions = {
  device: s1,
  field: [12e3, 0, 0],
  start: 'P',
  pulse: { voltageV: 1.05, widthS: 5e-9 },
  trials: 1024,
  seed: 3,
  stepS: 2.5e-12,
  beforeS: 10e-9,
  afterS: 8e-9,
};

describe('switching probability', () => {
  it('agrees with the plain integrator', async () => {
    const fast = await switchingProbability(options);
    const { hk, hkPerVolt, damping, moment } = spinOf(s1);
    const plain = simulateSwitching(
      {
        model: { damping, moment, temperature: 300, inPlaneAnisotropy: 0 },
        hkRest: hk,
        hkPulse: hk + 1.05 * hkPerVolt,
        hx: 12e3,
        hz: 0,
        start: 'P',
        widthS: 5e-9,
      },
      { trials: 400, seed: 4, settleS: 10e-9, relaxS: 8e-9 },
    );
    // Two binomials, 4 standard errors: one false alarm in 16 000.
    const error = Math.sqrt(fast.p * (1 - fast.p) * (1 / fast.trials + 1 / plain.trials));
    expect(Math.abs(fast.p - plain.p)).toBeLessThan(4 * error);
    expect(fast.ci95[0]).toBeLessThan(fast.p);
    expect(fast.ci95[1]).toBeGreaterThan(fast.p);
  });

  it('counts a trial the same whatever is counted beside it', async () => {
    const few = await switchingProbability({ ...options, trials: 300 });
    const more = await switchingProbability({ ...options, trials: 556 });
    const rest = more.switched - few.switched;
    expect(rest).toBeGreaterThan(80);
    expect(rest).toBeLessThan(256);
    expect(await switchingProbability({ ...options, trials: 300 })).toEqual(few);
  });

  it('is zero for a voltage that strengthens the anisotropy', async () => {
    const found = await switchingProbability({ ...options, trials: 256, pulse: { voltageV: -1, widthS: 2e-9 } });
    expect(found).toMatchObject({ switched: 0, p: 0 });
  });

  it('says what is wrong', async () => {
    await expect(switchingProbability({ ...options, trials: 0 })).rejects.toThrow(/trials/);
    await expect(switchingProbability({ ...options, pulse: { voltageV: 1, widthS: -1 } })).rejects.toThrow(/widthS/);
    await expect(switchingProbability({ ...options, stepS: 0 })).rejects.toThrow(/stepS/);
    await expect(switchingProbability({ ...options, signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
      'no',
    );
  });
});

it('a map gives each point what it has by itself', async () => {
  const { pulse: _, ...common } = options;
  const map = await switchingMap({ ...common, voltagesV: [0.7, 1.05], widthsS: [1.2e-9, 5e-9], trials: 1024 });
  for (const [row, voltageV] of map.voltagesV.entries())
    for (const [column, widthS] of map.widthsS.entries()) {
      const alone = await switchingProbability({ ...common, pulse: { voltageV, widthS }, trials: 512, seed: 9 });
      const point = map.points[2 * row + column]!;
      const p = (point.switched + alone.switched) / (point.trials + alone.trials);
      const error = Math.sqrt(p * (1 - p) * (1 / point.trials + 1 / alone.trials));
      // Four points at 4 standard errors; 0.01 for the relaxations that are cut short.
      expect(Math.abs(point.p - alone.p)).toBeLessThan(4 * error + 0.01);
    }
  await expect(switchingMap({ ...common, voltagesV: [], widthsS: [1e-9] })).rejects.toThrow(/must not be empty/);
  await expect(switchingMap({ ...common, voltagesV: [1], widthsS: [2e-9, 1e-9] })).rejects.toThrow(/widthsS\[1\]/);
});

it('equilibrium: ⟨mz²⟩ beside its closed form, within 4 standard errors', async () => {
  for (const delta of [-5, 1, 20]) {
    const { mz2, stderr, exact } = await equilibriumMeanSquare({ delta, samples: 12_800, seed: 2 });
    expect(Math.abs(mz2 - exact) / stderr).toBeLessThan(4);
    expect(stderr / exact).toBeLessThan(0.02);
  }
});
