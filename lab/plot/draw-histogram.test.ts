import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binEdges, countBins, defaultBins } from '../../base/axes/index.js';
import { renderSvg } from './render.js';
import { histogramSample } from './testing/sample-figures.js';
import { axisMap, numbersIn, ofClass, parseSvg } from './testing/svg-tree.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250202 });

describe('bins', () => {
  it('have round edges', () => {
    expect(binEdges(0.13, 0.97, 10, false).map((edge) => Number(edge.toFixed(9)))).toEqual(
      Array.from({ length: 10 }, (_, i) => Number((0.1 + i / 10).toFixed(9))),
    );
    expect(binEdges(5, 5, 10, false)).toEqual([4.75, 5.25]);
    expect(binEdges(1, 1000, 3, true).map((edge) => Math.round(edge))).toEqual([1, 10, 100, 1000]);
    expect([defaultBins(4), defaultBins(900), defaultBins(1e6)]).toEqual([8, 30, 80]);
  });

  it('count every value once', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), fc.boolean(), (list, count, log) => {
        const used = log ? list.map((value) => Math.abs(value) + 1e-3) : list;
        const edges = binEdges(Math.min(...used), Math.max(...used), count, log);
        edges.slice(1).forEach((edge, i) => expect(edge).toBeGreaterThan(edges[i]!));
        const counts = countBins(used, edges);
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(used.length);
      }),
    );
    expect([...countBins([0, 1, 1.5, 2, 3, NaN, Infinity, -1], [0, 1, 2, 3])]).toEqual([1, 2, 2]);
  });
});

describe('a histogram', () => {
  it('has bars as high as the counts, and tells of values left out', async () => {
    const root = parseSvg(await renderSvg(histogramSample));
    const [x, y] = [axisMap(root, 'x'), axisMap(root, 'y')];
    const populations = ofClass(root, 'population');
    expect(populations).toHaveLength(2);
    const unit = y(0) - y(1);
    populations.forEach(({ children }, i) => {
      const counts = children.map(({ attributes }) => {
        const [, bottom, top] = numbersIn(attributes['d']);
        return (bottom! - top!) / unit;
      });
      expect(Math.round(counts.reduce((sum, n) => sum + n, 0))).toBe(i === 0 ? 2000 : 2096);
    });
    // The bars of the first population lie about 52 kΩ.
    const lefts = populations[0]!.children.map(({ attributes }) => numbersIn(attributes['d'])[0]!);
    expect(Math.min(...lefts)).toBeGreaterThan(x(40));
    expect(Math.max(...lefts)).toBeLessThan(x(66));
    expect(ofClass(root, 'legend').map(({ text }) => text)).toEqual([
      'parallel (n = 2,000)',
      'antiparallel (n = 2,096)',
    ]);
    expect(ofClass(root, 'note').map(({ text }) => text)).toEqual([
      'Not shown: 1 of 4,097 values, not finite or beyond the axis.',
    ]);
    expect(ofClass(root, 'axis-title').map(({ text }) => text)).toEqual(['Resistance (kΩ)', 'Count']);
    expect(numbersIn(ofClass(root, 'reference')[0]!.attributes['d'])[0]).toBeCloseTo(x(74), 1);
  });

  it('is drawn without a single value that fits', async () => {
    const root = parseSvg(await renderSvg({ ...histogramSample, populations: [{ values: [NaN, Infinity] }] }));
    expect(ofClass(root, 'population')[0]!.children).toEqual([]);
    expect(ofClass(root, 'note')[0]!.text).toBe('Not shown: 2 of 2 values, not finite or beyond the axis.');
  });
});
