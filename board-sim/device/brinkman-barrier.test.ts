import { expect, it } from 'vitest';
import { thicknessFactor, tunnelDecayRate } from './brinkman-barrier.js';
import { derive } from './derive.js';
import { s1, s3 } from './parameters.js';

it('has the decay constant 1.02463e10 per metre and root volt', () => {
  expect(tunnelDecayRate(1) / 1e10).toBeCloseTo(1.02463, 5);
  expect(tunnelDecayRate(0.4) / 1e9).toBeCloseTo(6.48, 2);
});

it('changes ln RP by 6.48/nm + 1/tox', () => {
  for (const set of [s1, s3]) {
    const device = { ...set, barrier: { height: 0.4, nominalThickness: set.oxideThickness } };
    const log = (tox: number): number => Math.log(derive({ ...device, oxideThickness: tox }).resistanceP);
    const step = 1e-13;
    const slope = (log(set.oxideThickness + step) - log(set.oxideThickness - step)) / (2 * step);
    expect(slope / 1e9).toBeCloseTo(6.4803 + 1e-9 / set.oxideThickness, 3);
  }
});

it('doubles the resistance with 0.1 nm and leaves the nominal barrier as it is', () => {
  const barrier = { height: 0.4, nominalThickness: 1.5e-9 };
  expect(thicknessFactor(barrier, 1.5e-9)).toBe(1);
  expect(thicknessFactor(barrier, 1.6e-9)).toBeCloseTo(2.04, 2);
  expect(derive({ ...s1, barrier }).resistanceP).toBe(5000);
  expect(derive({ ...s1, oxideThickness: 1.6e-9 }).resistanceP).toBe(5000);
});
