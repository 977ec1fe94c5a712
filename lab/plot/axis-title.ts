import { SIZE } from './drawing.js';
import type { Fonts } from './font.js';
import { INK } from './palette.js';
import { richText, wrap } from './rich-text.js';
import { px, type Attributes } from './svg-element.js';

/** From one line of a title to the next, pixels. */
export const TITLE_LINE = SIZE.label + 3;

const STYLE: Attributes = { class: 'axis-title', 'text-anchor': 'middle', fill: INK };

/** A title in as many lines as an axis of that length needs. */
export function titleLines({ regular }: Fonts, title: string, length: number): string[] {
  return wrap(regular, title, SIZE.label, length);
}

/** Title of a horizontal axis, centred at `x`; `y` is the base of the first line. */
export function horizontalTitle(lines: readonly string[], x: number, y: number): string {
  return lines.map((text, i) => richText(text, x, y + i * TITLE_LINE, SIZE.label, STYLE)).join('');
}

/** Title of a vertical axis, read from below, centred at `y`; `x` is the base of the first line, which is the leftmost. */
export function verticalTitle(lines: readonly string[], x: number, y: number): string {
  return lines
    .map((text, i) => {
      const transform = `translate(${px(x + i * TITLE_LINE)},${px(y)}) rotate(-90)`;
      return richText(text, 0, 0, SIZE.label, { ...STYLE, transform });
    })
    .join('');
}
