import { describe, expect, it } from 'vitest';
import type { SphereFigure } from './figure.js';
import { renderSvg } from './render.js';
import { graticule, SphereView } from './sphere-view.js';
import { sphereSample } from './testing/sample-figures.js';
import { numbersIn, ofClass, parseSvg, type SvgNode } from './testing/svg-tree.js';

const draw = async (figure: SphereFigure): Promise<SvgNode> => parseSvg(await renderSvg(figure));
const strokes = (root: SvgNode, name: string): Set<string | undefined> =>
  new Set(ofClass(root, name).flatMap(({ children }) => children.map(({ attributes }) => attributes['stroke'])));

describe('the view', () => {
  it('has z up, and from x the y axis to the right', () => {
    const view = new SphereView(0, 0);
    expect(view.see([1, 0, 0])).toEqual({ right: 0, up: 0, depth: 1 });
    expect(view.see([0, 1, 0])).toEqual({ right: 1, up: 0, depth: 0 });
    expect(view.see([0, 0, 1])).toEqual({ right: 0, up: 1, depth: 0 });
  });

  it('is a rotation: lengths and angles stay', () => {
    const view = new SphereView(123, -37);
    const [a, b] = [view.see([0.6, 0, 0.8]), view.see([0, 1, 0])];
    expect(a.right ** 2 + a.up ** 2 + a.depth ** 2).toBeCloseTo(1, 12);
    expect(a.right * b.right + a.up * b.up + a.depth * b.depth).toBeCloseTo(0, 12);
    // What the eye is above of is nearest.
    const [azimuth, elevation] = [(123 * Math.PI) / 180, (-37 * Math.PI) / 180];
    const eye = view.see([
      Math.cos(elevation) * Math.cos(azimuth),
      Math.cos(elevation) * Math.sin(azimuth),
      Math.sin(elevation),
    ]);
    expect(eye.depth).toBeCloseTo(1, 12);
  });

  it('has a graticule on the sphere', () => {
    for (const [x, y, z] of graticule().flat()) expect(Math.hypot(x, y, z)).toBeCloseTo(1, 12);
  });
});

describe('a trajectory', () => {
  it('begins and ends where the vector did, faint behind the sphere', async () => {
    const figure = {
      ...sphereSample,
      view: { azimuthDeg: 0, elevationDeg: 0 },
      paths: [{ x: [0, -0.6], y: [0, 0.8], z: [1, 0] }],
    };
    const root = await draw(figure);
    const { cx, cy, r } = Object.fromEntries(
      Object.entries(ofClass(root, 'sphere')[0]!.attributes).map(([key, value]) => [key, Number(value)]),
    ) as { cx: number; cy: number; r: number };
    const start = ofClass(root, 'start').at(-1)!.attributes;
    expect([Number(start['cx']), Number(start['cy'])]).toEqual([expect.closeTo(cx, 1), expect.closeTo(cy - r, 1)]);
    expect(start['opacity']).toBeUndefined();
    const end = ofClass(root, 'end').at(-1)!.attributes;
    expect([Number(end['x']) + 4, Number(end['y']) + 4]).toEqual([
      expect.closeTo(cx + 0.8 * r, 1),
      expect.closeTo(cy, 1),
    ]);
    expect(Number(end['opacity'])).toBeLessThan(1);
  });

  it('is split into a near and a far side', async () => {
    // Once around the equator: half of it is behind.
    const angles = Array.from({ length: 361 }, (_, i) => (i * Math.PI) / 180);
    const path = { x: angles.map(Math.cos), y: angles.map(Math.sin), z: angles.map(() => 0) };
    const root = await draw({ ...sphereSample, paths: [path] });
    const points = (side: string): number =>
      ofClass(root, `path ${side}`).flatMap(({ children }) =>
        children.flatMap(({ attributes }) => numbersIn(attributes['d'])),
      ).length / 2;
    expect(points('front')).toBeGreaterThan(175);
    expect(points('back')).toBeGreaterThan(175);
    expect(points('front') + points('back')).toBeLessThan(370);
    expect(Number(ofClass(root, 'path back')[0]!.attributes['opacity'])).toBeLessThan(0.5);
  });

  it('is coloured by time, by pulse or by path', async () => {
    const time = await draw(sphereSample);
    expect(strokes(time, 'path front').size).toBeGreaterThan(20);
    expect(ofClass(time, 'axis-title').map(({ text }) => text)).toEqual(['Time (ns)']);
    const pulse = await draw({ ...sphereSample, colorBy: 'pulse' });
    expect(strokes(pulse, 'path front')).toEqual(new Set(['#d55e00', '#0072b2']));
    expect(ofClass(pulse, 'legend').map(({ text }) => text)).toEqual(['pulse on', 'pulse off', 'start', 'end']);
    expect(ofClass(pulse, 'color-bar')).toEqual([]);
    const [path] = sphereSample.paths;
    const both = await draw({
      ...sphereSample,
      paths: [
        { ...path!, label: 'a' },
        { ...path!, label: 'b' },
      ],
    });
    expect(ofClass(both, 'legend').map(({ text }) => text)).toEqual(['a', 'b', 'start', 'end']);
    expect(ofClass(both, 'start')).toHaveLength(3);
  });

  it('of very many points is thinned without losing its course, and says so', async () => {
    const n = 50_000;
    const angles = Array.from({ length: n }, (_, i) => (i * 2 * Math.PI) / n);
    const path = { x: angles.map(Math.cos), y: angles.map(Math.sin), z: angles.map(() => 0) };
    const svg = await renderSvg({ ...sphereSample, paths: [path] });
    expect(svg.length).toBeLessThan(200_000);
    expect(ofClass(parseSvg(svg), 'note').map(({ text }) => text)).toEqual([
      'Of 50,000 points, those nearer than 0.25 pixels to the one before are left out.',
    ]);
  });
});
