import type { FontMetrics } from './font.js';
import { element, textContent, type Attributes } from './svg-element.js';

interface Run {
  readonly text: string;
  readonly shift: 'none' | 'sub' | 'super';
}

/** Size of what stands lower or higher, against the text. */
const SMALL = 0.72;
/** How much lower or higher it stands, in units of the text's size. */
const SHIFT = { none: 0, sub: 0.22, super: -0.36 } as const;

/** Splits a label at `_{…}` and `^{…}`. */
function runsOf(label: string): Run[] {
  return label
    .split(/([_^]\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const marked = /^([_^])\{([^{}]*)\}$/.exec(part);
      if (marked === null) return { text: part, shift: 'none' };
      return { text: marked[2]!, shift: marked[1] === '_' ? 'sub' : 'super' };
    });
}

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
