import { describe, expect, it } from 'vitest';
import type { XyFigure } from './figure.js';
import { renderSvg } from './render.js';
import { fitSample, lineSample, logSample } from './testing/sample-figures.js';
import { axisMap, numbersIn, ofClass, parseSvg, type SvgNode } from './testing/svg-tree.js';

const draw = async (figure: XyFigure): Promise<SvgNode> => parseSvg(await renderSvg(figure));
const texts = (root: SvgNode, name: string): string[] => ofClass(root, name).map(({ text }) => text);
const markersOf = (root: SvgNode): [number, number][][] =>
  ofClass(root, 'markers').map(({ children }) =>
    children.map(({ attributes }) => numbersIn(attributes['transform']) as [number, number]),
  );
/** Corners of a path made of M and L, piece by piece. */
const pieces = (d: string | undefined): [number, number][][] =>
  (d ?? '')
    .split('M')
    .slice(1)
    .map((piece) => piece.split('L').map((point) => numbersIn(point) as [number, number]));
const simple = (change: Partial<XyFigure>): XyFigure => ({
  kind: 'line',
  title: 'T',
  x: { label: 'Time', unit: 's' },
  y: { label: 'Voltage', unit: 'V' },
  series: [{ x: [0, 1e-9, 2e-9], y: [1, 2, 4] }],
  ...change,
});

describe('curves', () => {
  it('say what they show', async () => {
    const root = await draw(lineSample);
    expect(texts(root, 'axis-title')).toEqual(['Pulse width (ns)', 'Switching probability']);
    expect(texts(root, 'legend')).toEqual(['0.9 V', '1.1 V', '1.3 V', '95 % interval']);
    expect(texts(root, 'subtitle').join(' ')).toBe(lineSample.subtitle);
    expect(texts(root, 'reference-label')).toEqual(['P = 1/2']);
    expect(ofClass(root, 'curve')).toHaveLength(3);
    expect(ofClass(root, 'band')).toHaveLength(3);
    expect(texts(root, 'note')).toEqual([]);
  });

  it('stand where their values are', async () => {
    const root = await draw(fitSample);
    const [x, y] = [axisMap(root, 'x'), axisMap(root, 'y')];
    const [points, fit] = fitSample.series;
    const [marks] = markersOf(root);
    expect(marks).toHaveLength(13);
    marks!.forEach(([left, top], i) => {
      expect(left).toBeCloseTo(x(points!.x[i]! * 1e3), 1);
      expect(top).toBeCloseTo(y(points!.y[i]! / 1e3), 1);
    });
    const [[from, to]] = pieces(ofClass(root, 'curve')[0]!.attributes['d']) as [[[number, number], [number, number]]];
    expect(from[0]).toBeCloseTo(x(-600), 1);
    expect(from[1]).toBeCloseTo(y(fit!.y[0]! / 1e3), 1);
    expect(to[0]).toBeCloseTo(x(600), 1);
    // Each bar is a stem and two caps.
    const bars = ofClass(root, 'bars')[0]!.attributes['d']!;
    expect(bars.match(/V/g)).toHaveLength(13);
    expect(bars.match(/h6/g)).toHaveLength(26);
    const [, capY, , , otherY] = numbersIn(bars);
    expect([capY, otherY].map(Number)).toEqual([
      expect.closeTo(y(points!.lower![0]! / 1e3), 1),
      expect.closeTo(y(points!.upper![0]! / 1e3), 1),
    ]);
  });

  it('tell modelled from measured', async () => {
    const { x, y } = simple({}).series[0]!;
    const root = await draw(
      simple({
        series: [
          { x, y, draw: 'both' },
          { x, y, draw: 'both', provenance: 'modelled' },
        ],
      }),
    );
    const dashes = ofClass(root, 'curve').map(({ attributes }) => attributes['stroke-dasharray']);
    expect(dashes).toEqual([undefined, '6 3']);
    expect(ofClass(root, 'markers').map(({ attributes }) => attributes['fill'])).toEqual(['#0072b2', '#ffffff']);
  });

  it('break at gaps', async () => {
    const x = [0, 1, 2, 3, 4, 5, 6];
    const y = [0, 1, NaN, 3, 4, NaN, 6];
    const series = [
      {
        x,
        y,
        lower: y.map((v) => v - 1),
        upper: y.map((v) => v + 1),
        draw: 'both' as const,
        interval: 'band' as const,
      },
    ];
    const root = await draw(simple({ series }));
    expect(pieces(ofClass(root, 'curve')[0]!.attributes['d']).map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pieces(ofClass(root, 'band')[0]!.attributes['d']).map(({ length }) => length)).toEqual([4, 4, 2]);
    expect(markersOf(root)[0]).toHaveLength(5);
  });

  it('say how many points they leave out', async () => {
    const log = await draw(logSample);
    expect(texts(log, 'note')).toEqual(['Not shown: 1 point of 20 that a logarithmic axis has no place for.']);
    expect(markersOf(log)[0]).toHaveLength(19);
    const cut = await draw(simple({ kind: 'scatter', y: { label: 'V', max: 3 } }));
    expect(texts(cut, 'note')).toEqual(['Not shown: 1 point of 3 beyond the axes.']);
    expect(markersOf(cut)[0]).toHaveLength(2);
  });

  it('are straight where a power law meets logarithmic axes', async () => {
    const root = await draw({ ...logSample, series: [{ x: [1e-9, 1e-8, 1e-7], y: [1, 1e-3, 1e-6] }] });
    const [[a, b, c]] = pieces(ofClass(root, 'curve')[0]!.attributes['d']) as [[number, number][]] as [
      [[number, number], [number, number], [number, number]],
    ];
    expect(b[0]).toBeCloseTo((a[0] + c[0]) / 2, 1);
    expect(b[1]).toBeCloseTo((a[1] + c[1]) / 2, 1);
  });
});

describe('many points', () => {
  it('keep every peak of a long record, and say that they are thinned', async () => {
    const n = 200_000;
    const x = Float64Array.from({ length: n }, (_, i) => i);
    const y = Float64Array.from(x, (i) => (i === 123_456 ? 9 : i === 77 ? -9 : Math.sin(i)));
    const root = await draw(simple({ x: { label: 'Sample' }, y: { label: 'Value' }, series: [{ x, y }] }));
    const [points] = pieces(ofClass(root, 'curve')[0]!.attributes['d']);
    expect(points!.length).toBeLessThan(4 * 640);
    const map = axisMap(root, 'y');
    const heights = points!.map(([, top]) => top);
    expect(Math.min(...heights)).toBeCloseTo(map(9), 1);
    expect(Math.max(...heights)).toBeCloseTo(map(-9), 1);
    expect(texts(root, 'note')).toEqual([
      'Of 200,000 points, each pixel column shows the first, the least, the greatest and the last.',
    ]);
  });

  it('of a scatter share their pixel, and say so', async () => {
    const x = Float64Array.from({ length: 10_000 }, (_, i) => i % 10);
    const root = await draw(simple({ kind: 'scatter', series: [{ x, y: x }] }));
    expect(markersOf(root)[0]).toHaveLength(10);
    expect(texts(root, 'note')).toEqual(['Of 10,000 points, those of one pixel are drawn once.']);
  });
});
