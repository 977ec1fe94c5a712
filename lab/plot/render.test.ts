import { Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { loadFonts } from './font.js';
import { renderFigure, renderPng, renderSvg } from './render.js';
import { rasterise } from './rasterise.js';
import { lineSample, samples, sphereSample } from './testing/sample-figures.js';
import { descendants, ofClass, parseSvg } from './testing/svg-tree.js';
import { illegible, textExtents } from './testing/text-extents.js';

const figures = Object.entries(samples);

describe.each(figures)('%s', (_name, figure) => {
  it('is a well-formed document of plain numbers, the same every time', async () => {
    const svg = await renderSvg(figure);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    const root = parseSvg(svg);
    expect(root.name).toBe('svg');
    expect(root.children[0]).toMatchObject({ name: 'title', text: figure.title });
    const ids = [...descendants(root)].flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await renderSvg(structuredClone(figure))).toBe(svg);
  });

  it('keeps all text inside, and no text on another', async () => {
    const svg = await renderSvg(figure);
    const texts = await textExtents(svg);
    expect(texts.length).toBeGreaterThan(4);
    expect(illegible(svg, texts)).toEqual([]);
  });

  it('becomes a picture of the right size that is not blank', async () => {
    const { svg, png } = await renderFigure(figure, { scale: 1 });
    const { width, height } = parseSvg(svg).attributes;
    const picture = PNG.sync.read(Buffer.from(png));
    expect([picture.width, picture.height]).toEqual([Number(width), Number(height)]);
    const pixels = new Uint32Array(picture.data.buffer, picture.data.byteOffset, picture.width * picture.height);
    const inked = pixels.reduce((sum, pixel) => sum + (pixel === 0xffffffff ? 0 : 1), 0);
    expect(inked / pixels.length).toBeGreaterThan(0.02);
    expect(new Set(pixels).size).toBeGreaterThan(50);
    // Opaque and white at the corners.
    expect(pixels[0]).toBe(0xffffffff);
    expect(pixels.at(-1)).toBe(0xffffffff);
  });
});

describe('text', () => {
  it('is legible whatever the data', async () => {
    const label = fc.constantFrom('V', 'Coercive field H_{c}', 'A rather long label of an axis, as they occur');
    const scale = fc.constantFrom('linear' as const, 'log' as const);
    const unit = fc.constantFrom('V', 'A/m', 'm²', '', '°');
    const axis = fc.record({ label, scale, unit });
    const value = fc.tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -13, max: 9 }), fc.boolean());
    const values = fc.array(value, { minLength: 3, maxLength: 3 });
    const size = fc.record({ width: fc.integer({ min: 300, max: 900 }), height: fc.integer({ min: 200, max: 700 }) });
    const count = fc.integer({ min: 1, max: 12 });
    await fc.assert(
      fc.asyncProperty(axis, axis, values, values, size, count, async (x, y, xs, ys, { width, height }, n) => {
        const number = ([mantissa, exponent, minus]: [number, number, boolean]): number =>
          (minus ? -1 : 1) * mantissa * 10 ** exponent;
        const one = { x: xs.map(number), y: ys.map(number) };
        const series = Array.from({ length: n }, (_, i) => ({ ...one, label: `series ${i} of ${n}` }));
        const svg = await renderSvg({
          kind: 'scatter',
          title: 'A title that may be long',
          x,
          y,
          series,
          width,
          height,
        });
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(illegible(svg, await textExtents(svg))).toEqual([]);
      }),
      { seed: 20250203, numRuns: 150 },
    );
  });
});

describe('pictures', () => {
  it('are twice as large by default, and the same every time', async () => {
    const png = await renderPng(lineSample);
    const { width, height } = PNG.sync.read(Buffer.from(png));
    expect([width, height]).toEqual([1280, 920]);
    expect(Buffer.compare(Buffer.from(png), Buffer.from(await renderPng(lineSample)))).toBe(0);
  });

  it('follow the size that is asked for', async () => {
    const png = await renderPng({ ...sphereSample, width: 300, height: 340 }, { scale: 1.5 });
    const { width, height } = PNG.sync.read(Buffer.from(png));
    expect([width, height]).toEqual([450, 510]);
  });

  it('grow where title and legend would leave the plot too little', async () => {
    const series = Array.from({ length: 60 }, (_, i) => ({ label: `amplitude ${i}`, x: [0, 1], y: [i, 2 * i] }));
    const root = parseSvg(await renderSvg({ ...lineSample, y: { label: 'y' }, series, height: 300 }));
    expect(Number(root.attributes['height'])).toBeGreaterThan(400);
    expect(Number(ofClass(root, 'box')[0]!.attributes['height'])).toBeGreaterThan(100);
    // Sixty colours, all different.
    expect(new Set(ofClass(root, 'curve').map(({ attributes }) => attributes['stroke'])).size).toBe(60);
  });

  it('refuse a scale that is none', async () => {
    await expect(renderPng(lineSample, { scale: 0 })).rejects.toThrow(
      new RangeError('scale must be a finite number from 0.25 to 8, got 0'),
    );
  });
});

describe('the font', () => {
  it('is as wide as the widths that the layout reckons with', async () => {
    // One picture first, so that the drawing library is ready.
    await rasterise('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>', 1);
    const { regular, bold } = await loadFonts();
    for (const [font, weight] of [
      [regular, 'normal'],
      [bold, 'bold'],
    ] as const) {
      for (const text of ['iiiiiiiiii', 'WWWWW', '0123456789', 'Resistance (kΩ)', 'µ × − ½ ²']) {
        // Bars of known place around the text: what stands between them is the advance width.
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60"><text x="10" y="40" font-family="DejaVu Sans" font-weight="${weight}" font-size="20">|${text}|</text></svg>`;
        const resvg = new Resvg(svg, { font: { fontBuffers: [font.bytes], defaultFontFamily: 'DejaVu Sans' } });
        const box = resvg.innerBBox()!;
        const bars = new Resvg(svg.replace(text, ''), { font: { fontBuffers: [font.bytes] } }).innerBBox()!;
        // Kerning, which the layout leaves out, is at most a few hundredths of a letter.
        expect(Math.abs(box.width - bars.width - font.width(text, 20)), text).toBeLessThan(1.5);
      }
    }
  });
});
