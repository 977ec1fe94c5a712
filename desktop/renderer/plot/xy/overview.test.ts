import { expect, it } from 'vitest';
import { strip } from './overview.js';

it('bridges columns between samples, and no gap', () => {
  const boxes = strip({ x: [0, 4, 6, 10], y: [2, 2, NaN, 2] }, [0, 10], false, 11);
  expect(boxes.map(([left, , width]) => [left, width])).toEqual([
    [0, 4],
    [4, 1],
    [10, 1],
  ]);
});

it('spans the least and the greatest of a column', () => {
  const [first] = strip({ x: [0, 0.1, 0.2, 1], y: [5, 1, 3, 5] }, [0, 1], false, 3);
  const [, top, , height] = first!;
  expect(top).toBe(3);
  expect(height).toBeGreaterThan(20);
});
