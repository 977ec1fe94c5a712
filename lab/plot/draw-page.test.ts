import { describe, expect, it } from 'vitest';
import { renderSvg } from './render.js';
import { fitSample, pageSample } from './testing/sample-figures.js';
import { numbersIn, ofClass, parseSvg } from './testing/svg-tree.js';

describe('a page', () => {
  it('letters its panels and lays them out in rows', async () => {
    const root = parseSvg(await renderSvg(pageSample));
    const panels = ofClass(root, 'panel');
    expect(panels.map((panel) => ofClass(panel, 'title')[0]!.text.slice(0, 4))).toEqual([
      '(a) ',
      '(b) ',
      '(c) ',
      '(d) ',
    ]);
    const places = panels.map(({ attributes }) => numbersIn(attributes['transform']));
    expect(places[0]![0]).toBe(places[2]![0]);
    expect(places[1]![0]).toBe(places[3]![0]);
    expect(places[0]![1]).toBe(places[1]![1]);
    expect(places[2]![1]! - places[0]![1]!).toBeGreaterThanOrEqual(380);
    expect(ofClass(root, 'note').at(-1)!.text).toBe('All panels are modelled.');
  });

  it('has as many columns as are asked for, but none empty', async () => {
    const page = { ...pageSample, figures: [fitSample, fitSample, fitSample] };
    const width = async (columns: number): Promise<number> =>
      Number(parseSvg(await renderSvg({ ...page, columns })).attributes['width']);
    expect(await width(1)).toBe(480);
    expect(await width(9)).toBe(3 * 480 + 2 * 8);
  });
});
