import { expect, it } from 'vitest';
import { dormandPrince, type AdaptiveState } from './dormand-prince.js';

const circle = (_t: number, y: Float64Array, out: Float64Array): void => {
  out[0] = -y[1]!;
  out[1] = y[0]!;
};

it('meets its tolerance with the steps that it needs, and no more', () => {
  const turns = 20 * Math.PI;
  const results = [1e-6, 1e-9, 1e-12].map((tolerance) => {
    const state: AdaptiveState = { tolerance, stepS: 1e-3, accepted: 0, rejected: 0 };
    const y = Float64Array.of(1, 0);
    dormandPrince(circle, y, 0, turns, state);
    return { steps: state.accepted, error: Math.hypot(y[0]! - 1, y[1]!) / tolerance };
  });
  for (const { error } of results) expect(error).toBeLessThan(1000);
  // Order 5: a thousandth of the error costs about 10^(3/5) = 4 times the steps.
  expect(results[1]!.steps / results[0]!.steps).toBeGreaterThan(3);
  expect(results[2]!.steps / results[1]!.steps).toBeLessThan(5);
});

it('ends exactly at the end, with its step kept for the next stretch', () => {
  const state: AdaptiveState = { tolerance: 1e-8, stepS: 0.5, accepted: 0, rejected: 0 };
  const y = Float64Array.of(1, 0);
  for (let i = 0; i < 10; i++) dormandPrince(circle, y, i / 10, (i + 1) / 10, state);
  expect(y[0]).toBeCloseTo(Math.cos(1), 8);
  expect(state.stepS).toBeGreaterThan(0.05);
});

it('says when a tolerance cannot be met', () => {
  const state: AdaptiveState = { tolerance: 1e-12, stepS: 0.1, accepted: 0, rejected: 0 };
  const broken = (t: number, _y: Float64Array, out: Float64Array): void => void (out[0] = t > 0.5 ? NaN : 1);
  expect(() => dormandPrince(broken, Float64Array.of(0), 0, 1, state)).toThrow(RangeError);
});
