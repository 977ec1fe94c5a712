import { describe, expect, it } from 'vitest';
import { areaFigures, energyPerOutputBit, ratioBand, REFERENCE_GENERATOR, type BitSource } from './area-figures.js';
import { FORMULAS } from './formulas.js';

const UM2 = 1e-12;

describe('energy and area', () => {
  it('gives the published reference its figures', () => {
    const figures = areaFigures(REFERENCE_GENERATOR);
    expect(figures.eapPjUm2PerBit).toBeCloseTo(11_611.6, 8);
    expect(figures.etaBitPerJPerMm2 / 8.61e13).toBeCloseTo(1, 3);
    expect(figures.densityGbPerSPerMm2).toBeCloseTo(2.4 / 4.004e-3, 6);
    expect(figures.boundary).toBe('M');
  });

  it.each([
    ['M', 0.5e-12, 10, 5.0, 2.3e3],
    ['M', 0.25e-12, 1, 0.25, 4.6e4],
    ['C', 142e-15, 0.05, 7.1e-3, 1.6e6],
    ['D', 30e-15, 0.00385, 1.155e-4, 1.0e8],
  ] as const)('%s: %d J on %d µm² is %d pJ·µm²', (boundary, energyPerBitJ, areaUm2, eap, ratio) => {
    const source: BitSource = { boundary, energyPerBitJ, areaM2: areaUm2 * UM2 };
    const figures = areaFigures(source);
    expect(figures.eapPjUm2PerBit / eap).toBeCloseTo(1, 2);
    expect(figures.etaBitPerJPerMm2 * figures.eapPjUm2PerBit).toBeCloseTo(1e18, -6);
    expect(11_611.6 / figures.eapPjUm2PerBit / ratio).toBeCloseTo(1, 1);
  });

  it('compares by a band with boundary letters, never by one number', () => {
    const band = ratioBand([
      { boundary: 'D', energyPerBitJ: 30e-15, areaM2: 0.00385 * UM2 },
      { boundary: 'M', energyPerBitJ: 0.5e-12, areaM2: 10 * UM2 },
    ]);
    expect(band.low.boundary).toBe('M');
    expect(band.high.boundary).toBe('D');
    expect(band.high.ratio / band.low.ratio).toBeGreaterThan(1e4);
    expect(band.evidence).toBe('silicon');
    expect(() => ratioBand([REFERENCE_GENERATOR])).toThrow(RangeError);
  });

  it('charges conditioning and the missing entropy to the output bit, once', () => {
    expect(
      energyPerOutputBit({ rawBitJ: 10, rawBitsPerOutputBit: 4, conditioningJ: 5, minEntropyPerOutputBit: 0.9 }),
    ).toBe(50);
    expect(() =>
      energyPerOutputBit({ rawBitJ: 1, rawBitsPerOutputBit: 1, conditioningJ: 0, minEntropyPerOutputBit: 0 }),
    ).toThrow(RangeError);
    expect(() => areaFigures({ boundary: 'X' as 'D', energyPerBitJ: 1, areaM2: 1 })).toThrow(
      'boundary must be one of "D", "C", "M", "B"',
    );
  });
});

describe('formulas', () => {
  it('have unique ids within their scope, and every constant names unit, trust and source', () => {
    expect(new Set(FORMULAS.map(({ id }) => id)).size).toBe(FORMULAS.length);
    for (const { id, scope, constants, text, meaning } of FORMULAS) {
      expect(id.startsWith(`${scope}.`)).toBe(true);
      expect(text).toMatch(/^E = /);
      expect(meaning).not.toBe('');
      for (const constant of constants) {
        expect(constant.source).not.toBe('');
        expect(constant.value).toBeGreaterThan(0);
        expect(constant.relativeSigma).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
