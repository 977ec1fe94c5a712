import { describe, expect, it } from 'vitest';
import { derive } from './derive.js';
import { boardCell, type DeviceParameters, s1, s2, s3 } from './parameters.js';
import { atTemperature, DEFAULT_TEMPERATURE_LAW } from './temperature-law.js';

describe('the ratio law', () => {
  it.each<[string, DeviceParameters, number, string, string]>([
    ['S1', s1, 273.15, '20.55', '46.6'],
    ['S1', s1, 300, '19.94', '50.7'],
    ['S1', s1, 325, '19.38', '54.5'],
    ['S1', s1, 350, '18.82', '58.2'],
    ['S1', s1, 398, '17.76', '65.2'],
    ['S3', s3, 273.15, '34.07', '148.2'],
    ['S3', s3, 300, '30.35', '148.2'],
    ['S3', s3, 325, '27.42', '148.1'],
    ['S3', s3, 350, '24.90', '148.0'],
    ['S3', s3, 398, '20.93', '147.6'],
  ])('gives %s at %f K its Δ and Hk', (_name, set, kelvin, delta, field) => {
    const d = derive(atTemperature(set, kelvin));
    expect(d.delta.toFixed(2)).toBe(delta);
    expect((d.effectiveField / 1e3).toFixed(1)).toBe(field);
  });

  it('keeps a set at its own temperature to the bit', () => {
    for (const set of [s1, s2, s3, boardCell]) expect(atTemperature(set, 300)).toEqual(set);
  });

  it('comes to the same in one move or two, electrical coefficients included', () => {
    const law = {
      ...DEFAULT_TEMPERATURE_LAW,
      vcmaExponent: 2.8,
      resistanceCoefficient: -4e-4,
      tmrCoefficient: -1.5e-3,
    };
    const direct = atTemperature({ ...s2, temperatureLaw: law }, 390);
    const detour = atTemperature(atTemperature({ ...s2, temperatureLaw: law }, 210), 390);
    const [a, b] = [derive(direct), derive(detour)];
    for (const name of ['effectiveField', 'vcmaSlope', 'delta', 'resistanceP', 'resistanceAP'] as const) {
      expect(b[name] / a[name]).toBeCloseTo(1, 10);
    }
    const magnetization = direct.saturationMagnetization / s2.saturationMagnetization;
    expect(direct.interfaceAnisotropy / s2.interfaceAnisotropy).toBeCloseTo(magnetization ** 1.804, 12);
    expect(direct.bulkAnisotropy / s2.bulkAnisotropy).toBeCloseTo(magnetization ** 1.804, 12);
    expect(a.resistanceP / derive(s2).resistanceP).toBeCloseTo(1 - 4e-4 * 90, 12);
    expect(direct.tmr).toBeCloseTo(1 - 1.5e-3 * 90, 12);
    expect(direct.vcmaCoefficient / s2.vcmaCoefficient).toBeCloseTo(magnetization ** 2.8, 12);
  });

  it('has no default for ξ, the resistance and the TMR', () => {
    const hot = atTemperature(s1, 390);
    expect([hot.vcmaCoefficient, hot.resistanceP, hot.tmr]).toEqual([s1.vcmaCoefficient, 5e3, 1.2]);
  });

  it('reaches absolute zero', () => {
    const cold = atTemperature(s1, 0);
    expect(cold.saturationMagnetization / s1.saturationMagnetization).toBeCloseTo(1 / (1 - (300 / 1453) ** 1.0583), 12);
  });

  it('ends at the Curie temperature', () => {
    for (const kelvin of [1453, 2000]) {
      expect(() => atTemperature(s1, kelvin)).toThrow(RangeError);
      expect(() => atTemperature(s1, kelvin)).toThrow(
        `below the Curie temperature of 1453 K, where the magnetisation vanishes, got ${kelvin}`,
      );
    }
    expect(() => atTemperature(s1, -1)).toThrow(/temperature must be .*not below 0, got -1/);
  });

  it('refuses a linear coefficient carried past zero', () => {
    const device = { ...s1, temperatureLaw: { ...DEFAULT_TEMPERATURE_LAW, tmrCoefficient: -0.02 } };
    expect(() => atTemperature(device, 351)).toThrow(/tmrCoefficient -0\.02 over 51 K/);
  });
});
