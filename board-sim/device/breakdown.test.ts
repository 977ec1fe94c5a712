import { expect, it } from 'vitest';
import { barrierLimitVoltage, checkBarrierVoltage } from './breakdown.js';
import { derive } from './derive.js';
import { s1, s2, s3 } from './parameters.js';

it('limits the voltage to the field times the oxide, in both directions', () => {
  expect(barrierLimitVoltage(s1)).toBeCloseTo(1.8, 12);
  for (const v of [-1.8, 0, 1.2, 1.8]) expect(checkBarrierVoltage(s1, v)).toBe(v);
  const limit = /voltageV must be from -1\.785 to 1\.785, where S1 has 1190000000 V\/m across its oxide, got -?1\.81/;
  for (const v of [1.81, -1.81]) {
    expect(() => checkBarrierVoltage(s1, v)).toThrow(RangeError);
    expect(() => checkBarrierVoltage({ ...s1, breakdown: { maxBarrierField: 1.19e9 } }, v)).toThrow(limit);
  }
  expect(() => checkBarrierVoltage(s1, Number.NaN)).toThrow(RangeError);
});

it('lets S1 and S3 reach their critical voltage, and S2 not', () => {
  for (const set of [s1, s3]) expect(checkBarrierVoltage(set, derive(set).criticalVoltage)).toBeGreaterThan(0);
  expect(() => checkBarrierVoltage(s2, derive(s2).criticalVoltage)).toThrow(/from -2\.4 to 2\.4, .*got 4\.69/);
});
