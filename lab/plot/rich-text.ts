import { LABEL_SHIFT as SHIFT, LABEL_SMALL as SMALL, runsOf } from '../../base/axes/index.js';
import type { FontMetrics } from './font.js';
import { element, textContent, type Attributes } from './svg-element.js';

/** Width of a label in pixels. */
export function richWidth(font: FontMetrics, label: string, sizePx: number): number {
  return runsOf(label).reduce(
    (sum, { text, shift }) => sum + font.width(text, shift === 'none' ? sizePx : SMALL * sizePx),
    0,
  );
}

/** A label as a text element. */
export function richText(label: string, x: number, y: number, sizePx: number, attributes: Attributes = {}): string {
  let level = 0;
  const spans = runsOf(label).map(({ text, shift }) => {
    const dy = SHIFT[shift] * sizePx - level;
    level += dy;
    if (shift === 'none' && dy === 0) return textContent(text);
    return element('tspan', { dy, 'font-size': shift === 'none' ? sizePx : SMALL * sizePx }, textContent(text));
  });
  return element('text', { x, y, 'font-size': sizePx, ...attributes }, ...spans);
}

/** Breaks a label into lines no wider than a width; a word that is wider stands alone. */
export function wrap(font: FontMetrics, label: string, sizePx: number, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of label.split(/[ \n]+/).filter((part) => part !== '')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && richWidth(font, longer, sizePx) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  if (current !== '') lines.push(current);
  return lines;
}
