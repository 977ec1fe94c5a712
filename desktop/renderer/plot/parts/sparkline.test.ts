import { expect, it } from 'vitest';
import { sparkPath } from './sparkline.js';

it('spans its box and leaves gaps open', () => {
  expect(sparkPath([0, 1, NaN, 1], 11, 13)).toBe('M1.0,11.5L4.0,1.5M10.0,1.5');
  expect(sparkPath([0.25, 0.75], 11, 13, [0, 1])).toBe('M1.0,9.0L10.0,4.0');
  expect(sparkPath([], 10, 10)).toBe('');
  expect(sparkPath([5], 10, 10)).toBe('M5.0,8.5');
  expect(sparkPath(new Float64Array(10_000), 80, 18).split('L').length).toBeLessThan(200);
});
