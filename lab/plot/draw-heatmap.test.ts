import { describe, expect, it } from 'vitest';
import type { HeatmapFigure } from './figure.js';
import { edgesBetween, gridOf } from '../../base/axes/index.js';
import { coarsen } from './grid.js';
import { renderSvg } from './render.js';
import { heatmapSample } from './testing/sample-figures.js';
import { axisMap, descendants, numbersIn, ofClass, parseSvg, type SvgNode } from './testing/svg-tree.js';

const draw = async (figure: HeatmapFigure): Promise<SvgNode> => parseSvg(await renderSvg(figure));
const map = (change: Partial<HeatmapFigure>): HeatmapFigure => ({
  kind: 'heatmap',
  title: 'T',
  x: { label: 'x' },
  y: { label: 'y' },
  value: { label: 'z', unit: 'V' },
  xs: [0, 1, 2],
  ys: [0, 1],
  values: [0, 1, 2, 3, 4, 5],
  ...change,
});

/** Left, top, right, bottom and colour of every cell. */
function cellsOf(root: SvgNode): { box: number[]; color: string }[] {
  return ofClass(root, 'cells').flatMap(({ children }) =>
    children.flatMap(({ attributes }) =>
      attributes['d']!.split('Z')
        .slice(0, -1)
        .map((cell) => {
          const [x1, y1, x2, y2] = numbersIn(cell) as [number, number, number, number];
          return {
            box: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)],
            color: attributes['fill']!,
          };
        }),
    ),
  );
}

describe('a heat map', () => {
  it('draws every cell, and those without a value as such', async () => {
    const root = await draw(heatmapSample);
    const values = Array.from(heatmapSample.values);
    const missing = values.filter(Number.isNaN).length;
    expect(missing).toBeGreaterThan(0);
    expect(cellsOf(root)).toHaveLength(values.length - missing);
    expect(ofClass(root, 'missing')[0]!.attributes['d']!.match(/Z/g)).toHaveLength(missing);
    expect(ofClass(root, 'axis-title').map(({ text }) => text)).toEqual([
      'Switching probability',
      'Pulse width (ns)',
      'Voltage (V)',
    ]);
    expect(ofClass(root, 'legend').map(({ text }) => text)).toEqual([
      'half precession',
      'contours at 0.1, 0.5, 0.9',
      'no value',
    ]);
  });

  it('puts each cell at its place in its colour, the first row at the bottom', async () => {
    const root = await draw(map({}));
    const [x, y] = [axisMap(root, 'x'), axisMap(root, 'y')];
    const cells = cellsOf(root);
    expect(cells).toHaveLength(6);
    const first = cells.find(({ color }) => color === '#440154')!;
    const last = cells.find(({ color }) => color === '#fde725')!;
    // The ends of viridis are the least and the greatest value.
    [x(-0.5), y(0.5), x(0.5), y(-0.5)].forEach((edge, i) => expect(first.box[i]).toBeCloseTo(edge, 0));
    [x(1.5), y(1.5), x(2.5), y(0.5)].forEach((edge, i) => expect(last.box[i]).toBeCloseTo(edge, 0));
    expect(first.box[1]).toBeGreaterThan(last.box[1]!);
    const down = cellsOf(await draw(map({ yDown: true }))).find(({ color }) => color === '#440154')!;
    expect(down.box[1]).toBeLessThan(first.box[1]!);
  });

  it('makes square cells where sides are equal', async () => {
    for (const { box } of cellsOf(await draw(map({ aspect: 'equal' })))) {
      expect(box[2]! - box[0]!).toBeCloseTo(box[3]! - box[1]!, 1);
    }
  });

  it('is no higher than its cells need, unless a height is asked for', async () => {
    const flat = map({ aspect: 'equal', xs: Array.from({ length: 60 }, (_, i) => i), values: new Float64Array(120) });
    const height = async (change: object): Promise<number> =>
      Number((await draw({ ...flat, ...change })).attributes['height']);
    expect(await height({})).toBeLessThan(300);
    expect(await height({ height: 500 })).toBe(500);
    expect(await height({ aspect: 'fill' })).toBe(480);
  });

  it('centres a diverging map, and keeps to the limits of the colours', async () => {
    const root = await draw(map({ colors: 'diverging', center: 3 }));
    const byValue = new Map(cellsOf(root).map(({ box, color }) => [color, box]));
    // 0 is as far below 3 as the map reaches; 3 itself is nearly white.
    expect(byValue.has('#053061')).toBe(true);
    expect([...byValue.keys()].some((color) => numbersInHex(color).every((part) => part > 235))).toBe(true);
    const limited = await draw(map({ value: { label: 'z', min: 1, max: 3 } }));
    expect(ofClass(limited, 'note').map(({ text }) => text)).toEqual([
      '3 cells beyond the colour bar, drawn in the colour of its end.',
    ]);
  });

  it('draws a contour where the value is, and none along the border or by a hole', async () => {
    const side = Array.from({ length: 20 }, (_, i) => i);
    const plane = side.flatMap((row) => side.map((column) => column + (row === 10 && column === 6 ? NaN : 0)));
    const root = await draw(map({ xs: side, ys: side, values: plane, contours: [6.25] }));
    const [x, y] = [axisMap(root, 'x'), axisMap(root, 'y')];
    const contour = ofClass(root, 'contour').find(({ attributes }) => attributes['d']!.length > 60)!;
    const pieces = contour.attributes['d']!.split('M').slice(1).map(numbersIn);
    const xs = pieces.flatMap((piece) => piece.filter((_, i) => i % 2 === 0));
    const ys = pieces.flatMap((piece) => piece.filter((_, i) => i % 2 === 1));
    for (const at of xs) expect(at).toBeCloseTo(x(6.25), 1);
    expect(Math.min(...ys)).toBeCloseTo(y(19), 1);
    expect(Math.max(...ys)).toBeCloseTo(y(0), 1);
    // The hole's two neighbours bound the gap.
    expect(pieces).toHaveLength(2);
    expect(ys.filter((at) => at < y(9.1) && at > y(10.9))).toEqual([]);
  });

  it('shows a grid that is too fine as block means, and says so', async () => {
    const [columns, rows] = [1000, 3];
    const xs = Array.from({ length: columns }, (_, i) => i);
    const values = Array.from({ length: columns * rows }, (_, i) => i % columns);
    const root = await draw(map({ xs, ys: [0, 1, 2], values }));
    expect(cellsOf(root)).toHaveLength(500 * 3);
    expect(ofClass(root, 'note').map(({ text }) => text)).toEqual(['Each cell drawn is the mean of 2 × 1 cells.']);
  });

  it('has one gradient for its colour bar', async () => {
    const root = await draw(heatmapSample);
    const gradients = [...descendants(root)].filter(({ name }) => name === 'linearGradient');
    expect(gradients).toHaveLength(1);
    const stops = gradients[0]!.children.map(({ attributes }) => attributes['stop-color']);
    expect([stops[0], stops.at(-1)]).toEqual(['#440154', '#fde725']);
  });
});

const numbersInHex = (color: string): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

describe('the grid', () => {
  it('has edges between centres, also unequal and logarithmic ones', () => {
    expect(edgesBetween([0, 1, 3], false)).toEqual([-0.5, 0.5, 2, 4]);
    expect(edgesBetween([5], false)).toEqual([4.5, 5.5]);
    edgesBetween([1, 100], true).forEach((edge, i) => expect(edge).toBeCloseTo([0.1, 10, 1000][i]!, 9));
  });

  it('takes edges as they are', () => {
    expect(gridOf(map({ xs: [0, 1, 5, 6], ys: [2, 3, 9] }))).toMatchObject({
      columns: 3,
      rows: 2,
      xEdges: [0, 1, 5, 6],
      yEdges: [2, 3, 9],
    });
  });

  it('is coarsened by means of what there is', () => {
    const columns = 513;
    const values = new Float64Array(columns).fill(NaN);
    values.set([1, 3, NaN, 5]);
    const { grid, block } = coarsen({
      columns,
      rows: 1,
      xEdges: Array.from({ length: 514 }, (_, i) => i),
      yEdges: [0, 1],
      values,
    });
    expect(block).toEqual([2, 1]);
    expect([grid.columns, grid.rows]).toEqual([257, 1]);
    expect([...grid.values].slice(0, 3)).toEqual([2, 5, NaN]);
    expect(grid.xEdges.slice(-2)).toEqual([512, 513]);
  });
});
