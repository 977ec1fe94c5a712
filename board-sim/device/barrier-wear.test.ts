import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import { BarrierWear, timeToBreakdown63 } from './barrier-wear.js';
import { conductance, junctionElectrics, resistance } from './electrical.js';
import { s1 } from './parameters.js';
import { scaledKsDistance } from './testing/kolmogorov-smirnov.js';
import { uniformDouble } from './testing/uniform-double.js';

const TOX = 1.5e-9;
const law = {
  characteristicTime: 1e-3,
  referenceField: 1.2e9,
  fieldPerDecade: 8e7,
  weibullShape: 1.6,
  shortResistance: 400,
};
const devices = (count: number): BarrierWear[] =>
  Array.from({ length: count }, (_, k) => new BarrierWear(law, TOX, 11, 'test', k));

describe('times to breakdown', () => {
  // False alarm 1e-6 for a seed drawn at random.
  it('are Weibull distributed at constant field', () => {
    for (const voltage of [1.5, -1.7]) {
      const t63 = timeToBreakdown63(law, voltage / TOX);
      const times = devices(4000).map((device) => {
        const pulse = t63 / 7;
        let time = 0;
        while (!device.broken) time += device.stress(voltage, pulse);
        return time;
      });
      expect(scaledKsDistance(times, (t) => 1 - Math.exp(-((t / t63) ** law.weibullShape)))).toBeLessThan(2.69);
      expect(scaledKsDistance(times, (t) => 1 - Math.exp(-t / t63))).toBeGreaterThan(2.69);
    }
  });

  it('shorten tenfold with every s of field', () => {
    const median = (voltage: number): number =>
      devices(1001)
        .map((device) => device.remainingTime(voltage))
        .sort((a, b) => a - b)[500]!;
    const slope = (Math.log10(median(1.4)) - Math.log10(median(1.9))) / (0.5 / TOX);
    expect(slope * law.fieldPerDecade).toBeCloseTo(1, 9);
    expect(timeToBreakdown63(law, -1.2e9)).toBe(1e-3);
    expect(timeToBreakdown63(law, 1.28e9)).toBeCloseTo(1e-4, 15);
  });

  it('follow the linear sum of damage under a changing field', () => {
    const device = new BarrierWear(law, TOX, 3);
    const fields = [1.1e9, 1.19e9, 0.9e9];
    for (const field of fields) device.stress(field * TOX, 1e-6);
    const sum = fields.reduce((damage, field) => damage + 1e-6 / timeToBreakdown63(law, field), 0);
    expect(device.damage / sum).toBeCloseTo(1, 12);
  });
});

it('does not depend on how a stress is split', () => {
  fc.assert(
    fc.property(
      fc.array(uniformDouble(0, 4e-4), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 1000 }),
      (steps, seed) => {
        const [whole, split] = [new BarrierWear(law, TOX, seed), new BarrierWear(law, TOX, seed)];
        const total = steps.reduce((sum, dt) => sum + dt, 0);
        const survived = steps.reduce((sum, dt) => sum + split.stress(1.8, dt), 0);
        expect(survived).toBeCloseTo(whole.stress(1.8, total), 12);
        // Exactly at the limit rounding may decide either way.
        if (Math.abs(total / timeToBreakdown63(law, 1.8 / TOX) - whole.strength) > 1e-9) {
          expect(split.broken).toBe(whole.broken);
        }
      },
    ),
    { seed: 4, numRuns: 300 },
  );
});

it('breaks for ever and leaves an ohmic short', () => {
  const intact = junctionElectrics(s1);
  const device = new BarrierWear(law, TOX, 8, 'cell', 5);
  expect(device.stress(1, 1e-9)).toBe(1e-9);
  expect(device.junction(intact)).toBe(intact);
  const survived = device.stress(3, 1);
  expect(survived).toBeGreaterThan(0);
  expect(survived).toBeLessThan(1);
  for (const voltage of [0, 0.1, -2]) {
    expect(device.stress(voltage, 1)).toBe(0);
    expect(device.remainingTime(voltage)).toBe(0);
    const short = device.junction(intact);
    for (const mz of [-1, 0.2, 1]) {
      expect(resistance(short, mz, voltage)).toBe(400);
      expect(conductance(short, mz, voltage)).toBeCloseTo(1 / 400, 15);
    }
  }
});

it('takes its strength from the seed and the path alone', () => {
  const strength = (...path: number[]): number => new BarrierWear(law, TOX, 21, ...path).strength;
  expect(strength(1)).toBe(strength(1));
  expect(strength(1)).not.toBe(strength(2));
  const u = 1 - RandomStream.from(21, 'barrier-wear', 1).uniform();
  expect(Math.exp(-(strength(1) ** law.weibullShape))).toBeCloseTo(u, 12);
  expect(() => new BarrierWear(law, TOX, 1).stress(1, -1)).toThrow(/durationS/);
});
