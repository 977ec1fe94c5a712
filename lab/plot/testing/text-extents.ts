import { loadFonts } from '../font.js';
import { numbersIn, parseSvg, type SvgNode } from './svg-tree.js';

/** Where a text stands, pixels. */
export interface Extent {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where all text of a document stands, by the widths of the font. */
export async function textExtents(document: string): Promise<Extent[]> {
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

/** Texts that leave the picture, and pairs that touch. */
export function illegible(document: string, texts: readonly Extent[]): string[] {
  const [, , width = 0, height = 0] = numbersIn(parseSvg(document).attributes['viewBox']);
  const found: string[] = [];
  texts.forEach((a, i) => {
    if (a.left < 0 || a.top < 0 || a.right > width || a.bottom > height) found.push(`"${a.text}" leaves the picture`);
    for (const b of texts.slice(i + 1)) {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      if (!apart) found.push(`"${a.text}" touches "${b.text}"`);
    }
  });
  return found;
}
