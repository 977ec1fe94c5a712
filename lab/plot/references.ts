import { SIZE, type Box, type DrawingContext } from './drawing.js';
import type { ReferenceLine } from './figure.js';
import { PALE_INK, PAPER } from './palette.js';
import type { PlacedAxis } from './placed-axis.js';
import { richText, richWidth } from './rich-text.js';
import { line } from './svg-element.js';

/** Straight lines at given values, labelled at their upper or right end. */
export function drawReferences(
  { fonts }: DrawingContext,
  references: readonly ReferenceLine[],
  axes: { readonly x: PlacedAxis; readonly y: PlacedAxis },
  box: Box,
): string {
  const style = { class: 'reference', stroke: PALE_INK, 'stroke-width': 1, 'stroke-dasharray': '2 3' };
  const halo = {
    fill: PALE_INK,
    stroke: PAPER,
    'stroke-width': 3,
    'paint-order': 'stroke',
    'stroke-linejoin': 'round',
  };
  const parts: string[] = [];
  for (const { axis, value, label = '' } of references) {
    if (!axes[axis].holds(value)) continue;
    const at = axes[axis].at(value);
    const width = richWidth(fonts.regular, label, SIZE.note);
    if (axis === 'y') {
      parts.push(line(box.x, at, box.x + box.width, at, style));
      const above = at - 5 - SIZE.note > box.y;
      const base = above ? at - 5 : at + SIZE.note + 3;
      if (label !== '') parts.push(richText(label, box.x + box.width - 10 - width, base, SIZE.note, halo));
    } else {
      parts.push(line(at, box.y, at, box.y + box.height, style));
      const right = at + 5 + width < box.x + box.width - 8;
      const start = right ? at + 5 : at - 5 - width;
      if (label !== '') parts.push(richText(label, start, box.y + SIZE.note + 8, SIZE.note, halo));
    }
  }
  return parts.join('');
}
