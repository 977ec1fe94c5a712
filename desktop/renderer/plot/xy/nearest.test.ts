import { expect, it } from 'vitest';
import { looksOf } from './model.js';
import { nearestPoint, sampleAt } from './nearest.js';

const looks = looksOf({
  draw: 'line',
  series: [
    { x: [0, 10, 20], y: [0, NaN, 0] },
    { x: [20, 0, 10], y: [5, 5, 5] },
  ],
});

it('finds the nearest point that is shown, gaps not being points', () => {
  const find = (x: number, y: number) => nearestPoint(looks, (px, py) => [px, py], [x, y], [x - 8, x + 8], 8);
  expect(find(1, 1)).toEqual({ series: 0, index: 0 });
  expect(find(10, 1)).toEqual({ series: 1, index: 2 });
  expect(find(100, 1)).toBeUndefined();
  expect(nearestPoint(looks, () => undefined, [0, 0], [0, 1], 8)).toBeUndefined();
});

it('finds the sample at a cursor', () => {
  expect([0, 1.4, 1.6, 3].map((x) => sampleAt([0, 1, 2, 3], x))).toEqual([0, 1, 2, 3]);
  expect(sampleAt([0, 1], 2)).toBeUndefined();
  expect(sampleAt([1, 0], 0.5)).toBeUndefined();
  expect(sampleAt([], 0)).toBeUndefined();
});
