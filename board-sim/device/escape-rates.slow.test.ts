import { describe, expect, it } from 'vitest';
import type { KeepingFields } from './energy-wells.js';
import { escapeRates } from './escape-rates.js';
import { macrospinModel } from './macrospin.js';
import { s3 } from './parameters.js';
import { countEscapes } from './validation/count-escapes.js';

/** Largest relative error that the formula may have by itself. */
const BUDGET = 0.12;
/** What the formula may be off on average over the checks, and in root mean square. */
const MEAN_BUDGET = 0.05;
const RMS_BUDGET = 0.06;
const ESCAPES = 500;
/** Relative error of a rate: half of the escapes are from either well. */
const ERROR = Math.sqrt(2 / ESCAPES);

/**
 * The escape rates against direct integration of the magnet of S3 at barriers from 3 to 7 kBT. A rate from n escapes has the
 * relative error 1/√n, 6.3 % here; with 4 of them and the budget a correct formula fails a check less than once in 15 000.
 * What all of them are off by together is known five times better.
 */
describe('the escape rates', () => {
  const deviations: number[] = [];

  it.each<[damping: number, fields: KeepingFields]>([
    [0.03, { hk: 36e3, hx: 6e3, hz: 0 }],
    [0.03, { hk: 42e3, hx: 12e3, hz: 0 }],
    [0.03, { hk: 42e3, hx: 12e3, hz: 2e3 }],
    [0.03, { hk: 60e3, hx: 24e3, hz: 0 }],
    [0.05, { hk: 36e3, hx: 12e3, hz: 0 }],
    [0.05, { hk: 36e3, hx: 6e3, hz: 2e3 }],
    [0.05, { hk: 54e3, hx: 12e3, hz: 0 }],
    [0.05, { hk: 48e3, hx: 12e3, hz: -4e3 }],
    [0.05, { hk: 60e3, hx: 24e3, hz: 0 }],
    [0.1, { hk: 28e3, hx: 0, hz: 0 }],
    [0.1, { hk: 28e3, hx: 0, hz: 1.5e3 }],
    [0.1, { hk: 28e3, hx: 600, hz: 0 }],
    [0.1, { hk: 42e3, hx: 12e3, hz: 2e3 }],
  ])('at α %d and %o', (damping, fields) => {
    const magnet = { ...macrospinModel(s3), damping };
    const { fromP, fromAP } = escapeRates(magnet, fields);
    const counted = countEscapes(magnet, fields, ESCAPES, 2025);
    for (const deviation of [counted.fromP / fromP - 1, counted.fromAP / fromAP - 1]) {
      deviations.push(deviation);
      expect(Math.abs(deviation)).toBeLessThan(4 * ERROR + BUDGET);
    }
  });

  // Mean and mean square of n normal deviations scatter by σ/√n and σ²√(2/n): 4 of them are passed once in 15 000, and, χ² being skewed, once in 1000.
  it('are right together', () => {
    const count = deviations.length;
    expect(count).toBe(26);
    const mean = deviations.reduce((sum, each) => sum + each, 0) / count;
    const square = deviations.reduce((sum, each) => sum + each ** 2, 0) / count;
    console.log(
      `mean deviation ${(100 * mean).toFixed(1)} %, root mean square ${(100 * Math.sqrt(square)).toFixed(1)} %`,
    );
    expect(Math.abs(mean)).toBeLessThan((4 * ERROR) / Math.sqrt(count) + MEAN_BUDGET);
    expect(square).toBeLessThan(ERROR ** 2 * (1 + 4 * Math.sqrt(2 / count)) + RMS_BUDGET ** 2);
  });
});
