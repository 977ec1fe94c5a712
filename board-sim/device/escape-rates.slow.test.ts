import { expect, it } from 'vitest';
import type { KeepingFields } from './energy-wells.js';
import { escapeRates } from './escape-rates.js';
import { macrospinModel } from './macrospin.js';
import { s3 } from './parameters.js';
import { countEscapes } from './validation/count-escapes.js';

/** Largest relative error that the formula may have by itself. */
const BUDGET = 0.12;
const ESCAPES = 2000;

/**
 * The escape rates against direct integration of the magnet of S3 at barriers from 3 to 7 kBT. A rate from n escapes has the
 * relative error 1/√n, 3.2 % here; with 4 of them and the budget a correct formula fails a check less than once in 15 000.
 */
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
  const error = 4 / Math.sqrt(ESCAPES / 2);
  for (const deviation of [counted.fromP / fromP - 1, counted.fromAP / fromAP - 1]) {
    expect(Math.abs(deviation)).toBeLessThan(error + BUDGET);
  }
});
