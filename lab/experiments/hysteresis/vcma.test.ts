import { describe, expect, it } from 'vitest';
import { deltaPerField, meanOverCells, vcmaFromDelta, vcmaFromHk } from './vcma.js';

/** Published set S3 (`docs/physics.md`): ξ 60 fJ/(V m), 50 nm, Hk 148 191.59 A/m, Δ 30.346 at 300 K. */
const S3 = {
  saturationMagnetizationAPerM: 0.625e6,
  freeLayerThicknessM: 1.1e-9,
  oxideThicknessM: 1.4e-9,
  areaM2: (Math.PI * 50e-9 ** 2) / 4,
};

describe('the VCMA coefficient', () => {
  it('follows from either slope of a published set', () => {
    const fromHk = vcmaFromHk({ value: -99_213.47, standardError: 992.1347 }, S3);
    expect(fromHk.value * 1e15).toBeCloseTo(60, 4);
    expect(fromHk.standardError / fromHk.value).toBeCloseTo(0.01, 9);
    const deltaPerV = (-99_213.47 / 148_191.59) * 30.346;
    expect(vcmaFromDelta({ value: deltaPerV, standardError: 1 }, S3, 300).value * 1e15).toBeCloseTo(60, 2);
    expect(deltaPerField(S3, 300) * 148_191.59).toBeCloseTo(30.346, 2);
  });
});

describe('means over cells', () => {
  const estimate = (value: number, standardError: number) => ({ value, standardError });

  it('have the larger of both errors, and the scatter beyond the single ones', () => {
    expect(meanOverCells([])).toBeUndefined();
    expect(meanOverCells([estimate(3, 0.5)])).toEqual({ cells: 1, value: 3, standardError: 0.5, cellDeviation: 0 });
    const alike = meanOverCells([estimate(1, 2), estimate(1.1, 2)])!;
    expect(alike.standardError).toBeCloseTo(2 / Math.SQRT2, 12);
    expect(alike.cellDeviation).toBe(0);
    const apart = meanOverCells([estimate(1, 1), estimate(9, 1)])!;
    expect(apart.standardError).toBeCloseTo(4, 12);
    expect(apart.cellDeviation).toBeCloseTo(Math.sqrt(32 - 1), 12);
  });
});
