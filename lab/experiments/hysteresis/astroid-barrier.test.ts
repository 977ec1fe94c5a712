import { describe, expect, it } from 'vitest';
import { barrierFromParallel } from './astroid-barrier.js';

const heightOf = (hz: number, hx: number): number => barrierFromParallel(hz, hx).height;

/** The same by looking at 20 000 angles: from the first minimum to the highest point on the way to the next one. */
function bruteForce(hz: number, hx: number): number {
  const n = 20_000;
  const e = Float64Array.from({ length: n + 1 }, (_, k) => {
    const theta = (Math.PI * k) / n;
    return -(Math.cos(theta) ** 2) - 2 * hz * Math.cos(theta) - 2 * hx * Math.sin(theta);
  });
  let k = 0;
  while (k < n && e[k + 1]! <= e[k]!) k += 1;
  const well = e[k]!;
  const wellAt = k;
  while (k < n && e[k + 1]! >= e[k]!) k += 1;
  if (k === n) return wellAt < n / 2 ? Infinity : 0;
  return e[k]! - well;
}

describe('the barrier', () => {
  it('has the closed forms along and across the axis', () => {
    for (const h of [0, 0.1, 0.5, 0.9, 0.99]) {
      expect(heightOf(-h, 0)).toBeCloseTo((1 - h) ** 2, 10);
      expect(heightOf(h, 0)).toBeCloseTo((1 + h) ** 2, 10);
      expect(heightOf(0, h)).toBeCloseTo((1 - h) ** 2, 10);
      expect(heightOf(0, -h)).toBeCloseTo((1 - h) ** 2, 10);
    }
  });

  it('is gone on the astroid, and infinite where there is no other well', () => {
    for (const phi of [0.2, 0.7, 1.2]) {
      const [hx, hz] = [Math.sin(phi) ** 3, Math.cos(phi) ** 3];
      expect(heightOf(-1.001 * hz, 1.001 * hx)).toBe(0);
      expect(heightOf(-0.99 * hz, 0.99 * hx)).toBeGreaterThan(0);
      expect(heightOf(-0.99 * hz, 0.99 * hx)).toBeLessThan(3e-3);
      expect(heightOf(1.001 * hz, 1.001 * hx)).toBe(Infinity);
    }
    expect(heightOf(-1.5, 0)).toBe(0);
    expect(heightOf(1.5, 0)).toBe(Infinity);
  });

  it('agrees with looking at every angle, over the whole astroid', () => {
    let compared = 0;
    for (let hx = 0.01; hx < 0.9; hx += 0.0837) {
      for (let hz = -0.95; hz < 0.95; hz += 0.0931) {
        const expected = bruteForce(hz, hx);
        if (expected === Infinity) expect(heightOf(hz, hx)).toBe(Infinity);
        else expect(Math.abs(heightOf(hz, hx) - expected), `${hz} ${hx}`).toBeLessThan(2e-4);
        if (expected > 0.01 && expected < 4) {
          expect(Math.abs(heightOf(hz, hx) - expected)).toBeLessThan(1e-6);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(60);
  });

  it('loses by the board’s field across what the reference says: S3 30.35 becomes 25.6, S1 19.94 becomes 11.6', () => {
    expect(30.346 * heightOf(0, 12e3 / 148_191.59)).toBeCloseTo(25.6, 1);
    expect(19.9426 * heightOf(0, 12e3 / 50_722.62)).toBeCloseTo(11.6, 1);
  });

  it('rises with the field that favours the state', () => {
    let last = -1;
    for (let hz = -0.8; hz < 0.8; hz += 0.01) {
      const barrier = heightOf(hz, 0.08);
      expect(barrier).toBeGreaterThanOrEqual(last);
      last = barrier;
    }
  });

  it('knows its own derivatives', () => {
    for (const [hz, hx] of [
      [0, 0.08],
      [-0.3, 0.08],
      [0.4, -0.2],
      [-0.5, 0],
    ] as const) {
      const { perHz, perHx } = barrierFromParallel(hz, hx);
      const step = 1e-5;
      expect(perHz).toBeCloseTo((heightOf(hz + step, hx) - heightOf(hz - step, hx)) / (2 * step), 7);
      if (hx !== 0) expect(perHx).toBeCloseTo((heightOf(hz, hx + step) - heightOf(hz, hx - step)) / (2 * step), 7);
    }
  });
});
