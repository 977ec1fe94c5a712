import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Verdana has nearly the same widths, for viewers of SVG files that lack DejaVu. */
export const FONT_FAMILY = 'DejaVu Sans, Bitstream Vera Sans, Verdana, sans-serif';

/** Advance widths of a TrueType font, read from its tables `head`, `hhea`, `hmtx` and `cmap` (OpenType specification 1.9). */
export class FontMetrics {
  readonly #view: DataView;
  readonly #unitsPerEm: number;
  readonly #widths: number;
  readonly #widthCount: number;
  readonly #cmap: number;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#unitsPerEm = this.#view.getUint16(this.#table('head') + 18);
    this.#widthCount = this.#view.getUint16(this.#table('hhea') + 34);
    this.#widths = this.#table('hmtx');
    this.#cmap = this.#characterMap();
  }

  #table(tag: string): number {
    const tables = this.#view.getUint16(4);
    for (let i = 0; i < tables; i += 1) {
      const record = 12 + 16 * i;
      if (String.fromCharCode(...this.bytes.subarray(record, record + 4)) === tag) {
        return this.#view.getUint32(record + 8);
      }
    }
    throw new RangeError(`the font has no table ${tag}`);
  }

  /** The sub-table for Unicode's first plane, format 4. */
  #characterMap(): number {
    const cmap = this.#table('cmap');
    const count = this.#view.getUint16(cmap + 2);
    for (let i = 0; i < count; i += 1) {
      const table = cmap + this.#view.getUint32(cmap + 4 + 8 * i + 4);
      if (this.#view.getUint16(table) === 4) return table;
    }
    throw new RangeError('the font has no character map of format 4');
  }

  #glyph(code: number): number {
    const view = this.#view;
    const segments = view.getUint16(this.#cmap + 6) / 2;
    const ends = this.#cmap + 14;
    const starts = ends + 2 * segments + 2;
    let i = 0;
    while (i < segments && view.getUint16(ends + 2 * i) < code) i += 1;
    const start = i < segments ? view.getUint16(starts + 2 * i) : Infinity;
    if (start > code) return 0;
    const delta = view.getUint16(starts + 2 * segments + 2 * i);
    const at = starts + 4 * segments + 2 * i;
    const offset = view.getUint16(at);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(at + offset + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }

  /** Width of plain text in pixels, without kerning. */
  width(text: string, sizePx: number): number {
    let units = 0;
    for (const character of text) {
      const glyph = this.#glyph(character.codePointAt(0)!);
      units += this.#view.getUint16(this.#widths + 4 * Math.min(glyph, this.#widthCount - 1));
    }
    return (units * sizePx) / this.#unitsPerEm;
  }
}

/** The fonts of every figure. */
export interface Fonts {
  readonly regular: FontMetrics;
  readonly bold: FontMetrics;
}

let loaded: Promise<Fonts> | undefined;

/** Loads the fonts that come with the program, once. */
export function loadFonts(): Promise<Fonts> {
  loaded ??= Promise.all(['DejaVuSans', 'DejaVuSans-Bold'].map(loadFont)).then(([regular, bold]) => ({
    regular: regular!,
    bold: bold!,
  }));
  return loaded;
}

async function loadFont(name: string): Promise<FontMetrics> {
  const path = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
  return new FontMetrics(await readFile(path));
}
