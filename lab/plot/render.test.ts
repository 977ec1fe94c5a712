import { Resvg } from '@resvg/resvg-wasm';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { loadFonts } from './font.js';
import { renderFigure, renderPng, renderSvg } from './render.js';
import { rasterise } from './rasterise.js';
import { lineSample, samples, sphereSample } from './testing/sample-figures.js';
import { descendants, numbersIn, parseSvg, type SvgNode } from './testing/svg-tree.js';

const figures = Object.entries(samples);

interface Extent {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where all text of a document stands, by the widths of the font. */
async function textExtents(document: string): Promise<Extent[]> {
  const { regular, bold } = await loadFonts();
  const found: Extent[] = [];
  const visit = (node: SvgNode, dx: number, dy: number): void => {
    const [tx = 0, ty = 0] = numbersIn(node.attributes['transform']);
    const [x0, y0] = [dx + tx, dy + ty];
    if (node.name !== 'text') {
      for (const child of node.children) visit(child, x0, y0);
      return;
    }
    const { attributes, text } = node;
    const size = Number(attributes['font-size']);
    const width = (attributes['font-weight'] === 'bold' ? bold : regular).width(text, size);
    const share = { middle: 0.5, end: 1, start: 0 }[attributes['text-anchor'] ?? 'start']!;
    const [x, y] = [x0 + Number(attributes['x']), y0 + Number(attributes['y'])];
    const turned = attributes['transform']?.includes('rotate') === true;
    found.push(
      turned
        ? {
            text,
            left: x - 0.8 * size,
            right: x + 0.25 * size,
            top: y - (1 - share) * width,
            bottom: y + share * width,
          }
        : {
            text,
            left: x - share * width,
            right: x + (1 - share) * width,
            top: y - 0.8 * size,
            bottom: y + 0.25 * size,
          },
    );
  };
  visit(parseSvg(document), 0, 0);
  return found;
}

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
    const [, , width = 0, height = 0] = numbersIn(parseSvg(svg).attributes['viewBox']);
    const texts = await textExtents(svg);
    expect(texts.length).toBeGreaterThan(4);
    for (const { text, left, right, top, bottom } of texts) {
      expect(text).not.toBe('');
      expect(Math.min(left, top), text).toBeGreaterThanOrEqual(0);
      expect(right, text).toBeLessThanOrEqual(width);
      expect(bottom, text).toBeLessThanOrEqual(height);
    }
    texts.forEach((a, i) => {
      for (const b of texts.slice(i + 1)) {
        // The rim of a label has the label's own text.
        if (a.text === b.text) continue;
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart, `"${a.text}" and "${b.text}"`).toBe(true);
      }
    });
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

describe('pictures', () => {
  it('are twice as large by default, and the same every time', async () => {
    const png = await renderPng(lineSample);
    const { width, height } = PNG.sync.read(Buffer.from(png));
    expect([width, height]).toEqual([1280, 920]);
    expect(Buffer.compare(Buffer.from(png), Buffer.from(await renderPng(lineSample)))).toBe(0);
  });

  it('follow the size that is asked for', async () => {
    const png = await renderPng({ ...sphereSample, width: 300, height: 280 }, { scale: 1.5 });
    expect(PNG.sync.read(Buffer.from(png))).toMatchObject({ width: 450, height: 420 });
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
