import { escapeHtml } from '../report/html.js';

/** Values of attributes; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A coordinate with two decimals at most: the same on every machine, and a hundredth of a pixel is never seen. */
export function px(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** An SVG element; children are markup already, made by this function or by {@link textContent}. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${key}="${typeof value === 'number' ? px(value) : escapeHtml(value)}"`;
  }
  const content = children.join('');
  return content === '' ? `${text}/>` : `${text}>${content}</${name}>`;
}

/** Plain text as the content of an element. */
export function textContent(text: string): string {
  return escapeHtml(text);
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): string {
  return element('path', { d: `M${px(x1)},${px(y1)}L${px(x2)},${px(y2)}`, fill: 'none', ...attributes });
}

/** Path data through points; a new piece begins after each undefined. */
export function polyline(points: Iterable<readonly [number, number] | undefined>): string {
  let d = '';
  let pen = 'M';
  for (const point of points) {
    if (point === undefined) pen = 'M';
    else {
      d += `${pen}${px(point[0])},${px(point[1])}`;
      pen = 'L';
    }
  }
  return d;
}
