import { expect, it } from 'vitest';
import { branchesOf } from './branches.js';

it('parts a loop into its rising and falling branches, both over ascending x', () => {
  const [up, down, again] = branchesOf({ label: 'R', x: [0, 1, 2, 1, 0, 1], y: [10, 11, 12, 21, 20, 31] }, 3);
  expect(up).toMatchObject({ label: 'R ↑', color: 3, falling: false, x: [0, 1, 2], y: [10, 11, 12] });
  expect(down).toMatchObject({ label: 'R ↓', color: 3, falling: true, x: [0, 1, 2], y: [20, 21, 12] });
  expect(again).toMatchObject({ color: 3, falling: false, x: [0, 1], y: [20, 31] });
  expect(again!.label).toBeUndefined();
});

it('keeps intervals with their points', () => {
  const [, down] = branchesOf({ x: [0, 1, 0], y: [0, 1, 2], lower: [0, 0, 1], upper: [1, 2, 3] }, 0);
  expect(down).toMatchObject({ label: '↓', y: [2, 1], lower: [1, 0], upper: [3, 2] });
});

it('leaves curves and paths alone', () => {
  expect(branchesOf({ x: [0, 0, 1], y: [1, 2, 3], label: 'a' }, 1)).toEqual([
    { x: [0, 0, 1], y: [1, 2, 3], label: 'a', color: 1 },
  ]);
  const x = Array.from({ length: 200 }, (_, i) => i % 2);
  expect(branchesOf({ x, y: x }, 0)).toHaveLength(1);
  expect(branchesOf({ x: [1, 0], y: [1, 0], draw: 'markers' }, 0)).toHaveLength(1);
});
