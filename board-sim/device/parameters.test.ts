import { describe, expect, it } from 'vitest';
import { DEFAULT_MAX_BARRIER_FIELD } from './breakdown.js';
import { checkDeviceParameters } from './check-parameters.js';
import { GAMMA0, MU0 } from './constants.js';
import { derive, effectiveField, spinTorqueField, thermalStability } from './derive.js';
import { macrospinModel, thermalFieldDeviation } from './macrospin.js';
import { boardCell, type DeviceParameters, deviceSets, s1, s2, s3 } from './parameters.js';
import { DEFAULT_TEMPERATURE_LAW } from './temperature-law.js';

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

describe('derived figures of S2, an elliptic cell', () => {
  const d = derive(s2);
  it.each([
    ['effectiveField', '87374.8'],
    ['delta', '166.8'],
    ['criticalVoltage', '4.693'],
    ['vcmaSlope', '-18619.8'],
    ['kittelFrequency', '3.750e9'],
    ['dampingTime', '4.163e-9'],
    ['diffusionTime', '863e-9'],
    ['barrierFieldAtCritical', '2.35e9'],
  ] as const)('%s is %s', (name, text) => {
    expectDigits(d[name], text);
  });

  it('has the area of the ellipse and a stiffer short axis', () => {
    expect(d.area).toBeCloseTo((Math.PI * 150e-9 * 50e-9) / 4, 24);
    expect(d.stiffnessFields[1] - d.stiffnessFields[0]).toBeCloseTo((0.0496 - 0.0159) * 1.257e6, 6);
  });

  it('needs the mean stiffness to be overcome by a spin torque', () => {
    const threshold = (s2.damping * (d.stiffnessFields[0] + d.stiffnessFields[1])) / 2;
    expect(spinTorqueField(s2, d.criticalCurrentDensity) / threshold).toBeCloseTo(1, 12);
  });

  it('is the same magnet when the axes are named the other way round', () => {
    const turned = derive({ ...s2, diameter: 50e-9, diameterY: 150e-9, demag: [0.0496, 0.0159, 0.9345] });
    for (const name of ['delta', 'criticalVoltage', 'kittelFrequency', 'dampingTime', 'diffusionTime'] as const) {
      expect(turned[name] / d[name]).toBeCloseTo(1, 12);
    }
    expect(turned.effectiveField).toBeCloseTo(d.stiffnessFields[1], 6);
  });
});

it('loses the precession, not the figures, when the plane is easy', () => {
  const d = derive({ ...s1, interfaceAnisotropy: 0.9e-3 });
  expect(d.effectiveField).toBeLessThan(0);
  expect(d.kittelFrequency).toBeNaN();
  expect(d.delta).toBeLessThan(0);
  expect(d.dampingTime).toBeGreaterThan(0);
});

it('is linear in the voltage, with zero field at the critical voltage', () => {
  for (const set of [s1, s2, s3]) {
    const d = derive(set);
    expect(effectiveField(set, d.criticalVoltage) / d.effectiveField).toBeCloseTo(0, 9);
    expect((effectiveField(set, -1) - d.effectiveField) / -d.vcmaSlope).toBeCloseTo(1, 9);
  }
});

describe('angular spin torque', () => {
  const skewed = { ...s1, spinTorqueAsymmetry: 1.5 };
  it('is P Λ²/(Λ² + 1 + (Λ² − 1) mz) in place of P/2', () => {
    const square = 1.5 ** 2;
    for (const mz of [-1, -0.3, 0, 0.8, 1]) {
      const efficiency = square / (square + 1 + (square - 1) * mz);
      expect(spinTorqueField(skewed, 1e10, mz) / spinTorqueField(s1, 1e10, mz)).toBeCloseTo(efficiency / 0.5, 12);
    }
  });

  it('leaves the parallel threshold and does not depend on the angle at Λ = 1', () => {
    expect(derive(skewed).criticalCurrent).toBe(derive(s1).criticalCurrent);
    expect(spinTorqueField(s1, 1e10, -1)).toBe(spinTorqueField(s1, 1e10));
  });
});

it('gives the board cell the film of S3 in a wider pillar, and a resistance inside the read-out range', () => {
  const [board, film] = [derive(boardCell), derive(s3)];
  expectDigits(board.effectiveField, '142792');
  expectDigits(board.delta, '42.11');
  expectDigits(board.criticalVoltage, '1.439');
  expect(board.vcmaSlope).toBe(film.vcmaSlope);
  // As 100 Ωµm² at 50 nm.
  expectDigits(board.resistanceP, '50930');
  expect(board.resistanceP).toBeGreaterThan(25e3);
  expect(board.resistanceP).toBeLessThan(250e3);
  expectDigits(board.capacitance * 1e18, '173.5');
  expectDigits(board.criticalVoltage / board.resistanceP / board.criticalCurrent, '0.31');
  // Within the pulses that the board allows for up to 100 ns, and the field that its barrier bears.
  expect(board.criticalVoltage).toBeLessThan(1.6);
  expect(1.6 / boardCell.oxideThickness).toBeLessThan(DEFAULT_MAX_BARRIER_FIELD);
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
  const wear = {
    characteristicTime: 1,
    referenceField: 1e9,
    fieldPerDecade: 1e8,
    weibullShape: 1,
    shortResistance: 500,
  };
  it.each<[string, DeviceParameters, RegExp]>([
    ['a thickness in nanometres', { ...s1, freeLayerThickness: 1.1 }, /freeLayerThickness .*2e-10 to 2e-8.* 1\.1/],
    ['a negative damping', { ...s1, damping: -0.01 }, /damping .*from 0 to 1.*-0\.01/],
    ['NaN', { ...s1, tmr: Number.NaN }, /tmr .*NaN/],
    ['both resistances', { ...s1, resistanceAreaProduct: 1e-11 }, /exactly one/],
    ['no resistance', withoutResistance, /exactly one/],
    ['demag that does not add up', { ...s1, demag: [0.1, 0.1, 0.1] }, /demag adds up to 0\.3/],
    ['a demag factor above 1', { ...s1, demag: [-1, 1, 1] }, /demag\[0\]/],
    ['a second diameter in micrometres', { ...s1, diameterY: 0.05 }, /diameterY .*0\.05/],
    [
      'a temperature at the Curie point',
      { ...s1, temperatureLaw: { ...DEFAULT_TEMPERATURE_LAW, curieTemperature: 300 } },
      /temperature .*300 K, got 300/,
    ],
    [
      'a barrier without height',
      { ...s1, barrier: { height: 0, nominalThickness: 1.5e-9 } },
      /barrier\.height .*0\.01/,
    ],
    [
      'a wear without shape',
      { ...s1, breakdown: { maxBarrierField: 1e9, wear: { ...wear, weibullShape: 0 } } },
      /breakdown\.wear\.weibullShape/,
    ],
    [
      'a band turned round',
      { ...s1, readNoise: { white: true, flicker: { hoogeParameter: 1e-21, lowFrequency: 10, highFrequency: 1 } } },
      /flicker\.lowFrequency .*below.*got 10/,
    ],
    [
      'a telegraph that never rests',
      { ...s1, readNoise: { white: false, telegraph: { dwellUpper: 0, dwellLower: 1, relativeAmplitude: 0.1 } } },
      /readNoise\.telegraph\.dwellUpper .*got 0/,
    ],
    [
      'a bias table that descends',
      { ...s1, resistanceBias: { voltage: [0, 1, 0.5], ratio: [1, 1, 1] } },
      /resistanceBias.*ascend/,
    ],
    ['a bias table of one point', { ...s1, resistanceBias: { voltage: [0], ratio: [1] } }, /resistanceBias.*2 or more/],
    [
      'a bias table of unequal lists',
      { ...s1, resistanceBias: { voltage: [0, 1], ratio: [1] } },
      /resistanceBias.*as many/,
    ],
    [
      'a bias table that is not 1 at 0',
      { ...s1, resistanceBias: { voltage: [0, 1], ratio: [0.9, 0.8] } },
      /ratio 1 .*0\.9/,
    ],
  ])('refuses %s', (_name, set, message) => {
    expect(() => checkDeviceParameters(set)).toThrow(RangeError);
    expect(() => checkDeviceParameters(set)).toThrow(message);
  });

  it('refuses wrong types', () => {
    const wrong = [
      null,
      7,
      { ...s1, damping: '0.03' },
      { ...s1, demag: 'round' },
      { ...s1, name: 3 },
      { ...s1, readNoise: {} },
      { ...s1, barrier: 0.4 },
    ];
    for (const set of wrong) expect(() => checkDeviceParameters(set as unknown as DeviceParameters)).toThrow(TypeError);
  });
});
