import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateCurve, monotoneCurve } from './monotone-curve.js';
import { uniformDouble } from './testing/uniform-double.js';

it('passes through its points and reproduces a straight line', () => {
  const curve = monotoneCurve([0, 0.2, 1, 1.1], [1, 0.9, 0.4, 0.1]);
  curve.x.forEach((x, i) => {
    expect(evaluateCurve(curve, x)).toBeCloseTo(curve.y[i]!, 14);
  });
  const line = monotoneCurve([0, 1, 3, 4], [2, 4, 8, 10]);
  for (const x of [0.1, 0.9, 2.2, 3.7]) expect(evaluateCurve(line, x)).toBeCloseTo(2 + 2 * x, 12);
  expect(evaluateCurve(monotoneCurve([0, 2], [1, 5]), 0.5)).toBeCloseTo(2, 12);
});

it('is monotone where the table is, without overshoot', () => {
  const table = fc.array(fc.tuple(uniformDouble(0.01, 10), uniformDouble(0, 5)), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(table, (steps) => {
      let [x, y] = [0, 1];
      const points = steps.map(([dx, dy]) => [(x += dx), (y += dy)] as const);
      const curve = monotoneCurve(
        points.map(([px]) => px),
        points.map(([, py]) => py),
      );
      const [from, to] = [points[0]![0], points[points.length - 1]![0]];
      let before = points[0]![1];
      for (let i = 1; i <= 60; i++) {
        const value = evaluateCurve(curve, Math.min(to, from + ((to - from) * i) / 60));
        expect(value).toBeGreaterThanOrEqual(before - 1e-9);
        before = value;
      }
      expect(before).toBeCloseTo(points[points.length - 1]![1], 9);
    }),
    { seed: 5, numRuns: 300 },
  );
});

it('turns at the extremes of the table and nowhere else', () => {
  const curve = monotoneCurve([0, 1, 2, 2.1, 5], [0, 1, 0.2, 0.1, 0.1]);
  const values = Array.from({ length: 501 }, (_, i) => evaluateCurve(curve, i / 100));
  expect(Math.max(...values)).toBe(1);
  expect(Math.min(...values.slice(100))).toBeCloseTo(0.1, 12);
  values.slice(1).forEach((value, i) => {
    expect((value - values[i]!) * (i < 100 ? 1 : -1)).toBeGreaterThan(-1e-12);
  });
  // An end whose neighbour turns is held to three times its own secant.
  const steep = monotoneCurve([0, 1, 1.1], [0, 1, -9]);
  expect(steep.slopes[0]).toBe(3);
});

it('has a continuous slope', () => {
  const curve = monotoneCurve([0, 1, 1.5, 4], [0, 2, 2.2, 9]);
  for (const knot of [1, 1.5]) {
    const h = 1e-7;
    const left = (evaluateCurve(curve, knot) - evaluateCurve(curve, knot - h)) / h;
    const right = (evaluateCurve(curve, knot + h) - evaluateCurve(curve, knot)) / h;
    expect(left).toBeCloseTo(right, 4);
  }
});

it('extrapolates nothing', () => {
  const curve = monotoneCurve([0, 1], [1, 2]);
  for (const x of [-0.1, 1.1, Number.NaN]) expect(() => evaluateCurve(curve, x)).toThrow(RangeError);
});
