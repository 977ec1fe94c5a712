import { describe, expect, it } from 'vitest';
import { gridOf, planAxis, type Grid } from '../../../../base/axes/index.js';
import { cellHolding, readCell, steppedCell, weakCells } from './cell-text.js';
import { layoutMap } from './layout.js';

const linear = { scale: 'linear' } as const;
const grid: Grid = gridOf({ x: linear, y: linear, xs: [1, 2, 3], ys: [10, 20], values: [0, 0.25, NaN, 0.5, 0.75, 1] });

describe('a cell of a map', () => {
  it('is read with its counts and their Wilson interval', () => {
    const counts = { successes: [0, 5, NaN, 10, 15, 20], trials: [20, 20, NaN, 20, 20, 20] };
    const reading = readCell(grid, { column: 1, row: 0 }, counts);
    expect(reading).toMatchObject({ x: 2, y: 10, value: 0.25, counts: { k: 5, n: 20 } });
    expect(reading.counts!.interval[0]).toBeCloseTo(0.1119, 4);
    expect(reading.counts!.interval[1]).toBeCloseTo(0.4687, 4);
    expect(readCell(grid, { column: 2, row: 0 }, counts).counts).toBeUndefined();
    expect(readCell(grid, { column: 2, row: 0 }).value).toBeNaN();
  });

  it('is found by a value, also of uneven edges', () => {
    expect([0, 1, 3, 9, 10].map((value) => cellHolding([0, 1, 4, 10], value))).toEqual([0, 1, 1, 2, 2]);
    expect(cellHolding([0, 1], -1)).toBeUndefined();
    expect(cellHolding([0, 1], NaN)).toBeUndefined();
  });

  it('is left by steps that stay on the map', () => {
    expect(steppedCell(grid, undefined, 1, 0)).toEqual({ column: 1, row: 1 });
    expect(steppedCell(grid, { column: 1, row: 1 }, 10, -10)).toEqual({ column: 2, row: 0 });
  });

  it('is weak when few trials stand behind it', () => {
    expect([...weakCells({ successes: [], trials: [0, 5, 10, NaN] }, 10)]).toEqual([0, 1, 0, 0]);
  });
});

describe('the layout of a map', () => {
  const plan = (min: number, max: number) => planAxis('a', { label: 'A', min, max }, undefined, 0);
  const input = {
    grid,
    x: plan(0.5, 3.5),
    y: plan(5, 25),
    color: plan(0, 1),
    width: 500,
    height: 300,
    equal: false,
    yDown: false,
    measure: (label: string) => label.length * 6,
    ratio: 1,
  };

  it('gives even cells whole pixels', () => {
    const { box } = layoutMap(input);
    expect([box.width % 3, box.height % 2]).toEqual([0, 0]);
    expect(box.left + box.width).toBeLessThan(500);
  });

  it('gives cells the shape of their coordinates when asked', () => {
    const { box } = layoutMap({ ...input, equal: true, y: plan(0.5, 2.5) });
    expect(box.width / box.height).toBeCloseTo(1.5, 9);
  });

  it('has its first row at the top when asked', () => {
    const { y } = layoutMap({ ...input, yDown: true });
    expect(y.at(10)).toBeLessThan(y.at(20));
  });
});
