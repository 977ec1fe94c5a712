import { expect, it } from 'vitest';
import { statisticsOf } from './value-statistics.js';

it('takes every finite value, and the median of an even number between the middle two', () => {
  expect(statisticsOf([4, NaN, 1, 3, 2])).toEqual({
    n: 4,
    min: 1,
    mean: 2.5,
    max: 4,
    median: 2.5,
    deviation: Math.sqrt(5 / 3),
  });
  expect(statisticsOf(Float32Array.of(7, -1, 0)).median).toBe(0);
});

it('says nothing of what there are too few values for', () => {
  expect(statisticsOf([])).toEqual({ n: 0, min: NaN, mean: NaN, max: NaN, median: NaN, deviation: NaN });
  expect(statisticsOf([5])).toMatchObject({ n: 1, median: 5, deviation: NaN });
});
