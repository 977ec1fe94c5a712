import { describe, expect, it } from 'vitest';
import { derive, spinTorqueField, thermalStability } from './derive.js';
import { boardCell, checkDeviceParameters, type DeviceParameters, deviceSets, s1, s3 } from './parameters.js';
import { macrospinModel, thermalFieldDeviation } from './macrospin.js';
import { GAMMA0, MU0 } from './constants.js';

/** Passes when `value` rounds to `text` at the digits that the text shows. */
function expectDigits(value: number, text: string): void {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const scaled = value / 10 ** Number(exponent);
  expect(scaled.toFixed(mantissa.split('.')[1]?.length ?? 0)).toBe(mantissa);
}

describe('derived figures of S1', () => {
  const d = derive(s1);
  it.each([
    ['effectiveField', '50722.62'],
    ['delta', '19.9426'],
    ['criticalVoltage', '0.84137'],
    ['vcmaSlope', '-60285.96'],
    ['deltaSlope', '-23.70'],
    ['kittelFrequency', '1.7863e9'],
    ['dampingTime', '2.973e-9'],
    ['diffusionTime', '59.28e-9'],
    ['criticalCurrentDensity', '1.278e10'],
    ['criticalCurrent', '25.1e-6'],
    ['meanDwellTime', '0.570'],
    ['resistanceP', '5000'],
    ['capacitance', '46.36e-18'],
    ['barrierFieldAtCritical', '0.56e9'],
  ] as const)('%s is %s', (name, text) => {
    expectDigits(d[name], text);
  });

  it('has Hk as a small difference of large fields', () => {
    expectDigits(d.anisotropyField, '1212515');
    expectDigits(d.anisotropyField - d.effectiveField, '1161793');
  });

  it('has a thermal field of 18.57 kA/m and a kick of 4.1 mrad per 1 ps step', () => {
    const sigma = thermalFieldDeviation(macrospinModel(s1), 1e-12);
    expectDigits(sigma, '18.57e3');
    expectDigits(sigma * GAMMA0 * 1e-12, '4.1e-3');
  });

  it('depends on Ki, Ms and tf with the steep slopes that forbid drawing them independently', () => {
    const slope = (field: 'interfaceAnisotropy' | 'saturationMagnetization'): number => {
      const step = 1e-6;
      const up = derive({ ...s1, [field]: s1[field] * (1 + step) }).effectiveField;
      const down = derive({ ...s1, [field]: s1[field] * (1 - step) }).effectiveField;
      return (up - down) / (2 * step * d.effectiveField);
    };
    expectDigits(slope('interfaceAnisotropy'), '23.9');
    expectDigits(slope('saturationMagnetization'), '-46.8');
  });
});

describe('derived figures of S3', () => {
  const d = derive(s3);
  it.each([
    ['effectiveField', '148191.59'],
    ['delta', '30.346'],
    ['criticalVoltage', '1.49366'],
    ['vcmaSlope', '-99213.47'],
    ['kittelFrequency', '5.2189e9'],
    ['dampingTime', '0.6114e-9'],
    ['diffusionTime', '18.55e-9'],
    ['criticalCurrentDensity', '3.354e10'],
    ['criticalCurrent', '65.8e-6'],
    ['meanDwellTime', '3.08e3'],
    ['resistanceP', '331e3'],
    ['barrierFieldAtCritical', '1.07e9'],
  ] as const)('%s is %s', (name, text) => {
    expectDigits(d[name], text);
  });

  it('has a thermal field of 33.218 kA/m and a kick of 7.4 mrad per 1 ps step', () => {
    const sigma = thermalFieldDeviation(macrospinModel(s3), 1e-12);
    expectDigits(sigma, '33218');
    expectDigits(sigma * GAMMA0 * 1e-12, '7.4e-3');
  });
});

it('gives the board cell the magnet of S1 and a resistance inside the read-out range', () => {
  const [board, magnet] = [derive(boardCell), derive(s1)];
  expect(board.effectiveField).toBe(magnet.effectiveField);
  expect(board.resistanceP).toBeGreaterThan(25e3);
  expect(board.resistanceP).toBeLessThan(250e3);
  expectDigits(1 / board.resistanceP / board.criticalCurrent, '0.78');
});

it('relates the spin-torque threshold to the damping', () => {
  const d = derive(s1);
  expect(spinTorqueField(s1, d.criticalCurrentDensity)).toBeCloseTo(s1.damping * d.effectiveField, 6);
});

it('computes Δ from the energy of the well', () => {
  const volume = derive(s1).volume;
  const energy = (MU0 * s1.saturationMagnetization * 1e4 * volume) / 2;
  expect(thermalStability(s1, 1e4)).toBeCloseTo(energy / (1.380649e-23 * 300), 12);
});

describe('checking a set', () => {
  it('accepts every named set, each with a source', () => {
    for (const set of Object.values(deviceSets)) {
      expect(checkDeviceParameters(set)).toBe(set);
      expect(set.source).not.toBe('');
    }
  });

  const { resistanceP: _unused, ...withoutResistance } = s1;
  it.each<[string, DeviceParameters, RegExp]>([
    ['a thickness in nanometres', { ...s1, freeLayerThickness: 1.1 }, /freeLayerThickness .*2e-10 to 2e-8.* 1\.1/],
    ['a negative damping', { ...s1, damping: -0.01 }, /damping .*from 0 to 1.*-0\.01/],
    ['NaN', { ...s1, tmr: Number.NaN }, /tmr .*NaN/],
    ['both resistances', { ...s1, resistanceAreaProduct: 1e-11 }, /exactly one/],
    ['no resistance', withoutResistance, /exactly one/],
    ['demag that does not add up', { ...s1, demag: [0.1, 0.1, 0.1] }, /demag adds up to 0\.3/],
    ['a demag factor above 1', { ...s1, demag: [-1, 1, 1] }, /demag\[0\]/],
  ])('refuses %s', (_name, set, message) => {
    expect(() => checkDeviceParameters(set)).toThrow(RangeError);
    expect(() => checkDeviceParameters(set)).toThrow(message);
  });

  it('refuses wrong types', () => {
    const wrong = [null, 7, { ...s1, damping: '0.03' }, { ...s1, demag: 'round' }, { ...s1, name: 3 }];
    for (const set of wrong) expect(() => checkDeviceParameters(set as unknown as DeviceParameters)).toThrow(TypeError);
  });
});
