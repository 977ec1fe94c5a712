import { expect, it } from 'vitest';
import type { HeatmapFigure, XyFigure } from '../../../../lab/plot/index.js';
import { withCommonRanges } from './common-ranges.js';

const line = (y: number[], upper?: number[]): XyFigure => ({
  kind: 'line',
  title: 'L',
  x: { label: 'x' },
  y: { label: 'y', min: 0 },
  series: [{ x: [0, 100], y, ...(upper === undefined ? {} : { lower: y, upper }) }],
});
const map = (values: number[]): HeatmapFigure => ({
  kind: 'heatmap',
  title: 'M',
  x: { label: 'x' },
  y: { label: 'y' },
  value: { label: 'v' },
  xs: [0, 1],
  ys: [0],
  values,
});

it('gives curves the axes of all of them, intervals too, and keeps what a figure sets itself', () => {
  const [a, b] = withCommonRanges([line([1, 2]), line([3, 4], [5, 10])]) as XyFigure[];
  expect(a!.y).toEqual(b!.y);
  expect(a!.y.min).toBe(0);
  expect(a!.y.max).toBeCloseTo(10.27, 12);
  expect(a!.x).toMatchObject({ min: -3, max: 103 });
});

it('gives maps one range of colours, and leaves unlike figures alone', () => {
  const maps = withCommonRanges([map([1, NaN]), map([7, 3])]) as HeatmapFigure[];
  expect(maps.map(({ value }) => [value.min, value.max])).toEqual([
    [1, 7],
    [1, 7],
  ]);
  const unlike = [map([1, 2]), line([1, 2])];
  expect(withCommonRanges(unlike)).toBe(unlike);
});
