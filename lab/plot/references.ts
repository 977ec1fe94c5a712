import { SIZE, type Box, type DrawingContext } from './drawing.js';
import type { ReferenceLine } from './figure.js';
import type { Fonts } from './font.js';
import { PALE_INK, PAPER } from './palette.js';
import type { PlacedAxis } from '../../base/axes/index.js';
import { richText, richWidth } from './rich-text.js';
import { element, line } from './svg-element.js';

interface Axes {
  readonly x: PlacedAxis;
  readonly y: PlacedAxis;
}

const LINE = { class: 'reference', stroke: PALE_INK, 'stroke-width': 1, 'stroke-dasharray': '2 3' };

/** Straight lines at given values, as far as the axes hold them. */
export function drawReferenceLines(references: readonly ReferenceLine[], axes: Axes, box: Box): string {
  return references
    .filter(({ axis, value }) => axes[axis].holds(value))
    .map(({ axis, value }) => {
      const at = axes[axis].at(value);
      return axis === 'y'
        ? line(box.x, at, box.x + box.width, at, LINE)
        : line(at, box.y, at, box.y + box.height, LINE);
    })
    .join('');
}

/** Their labels, at the right or upper end, legible over data. */
export function labelReferences(
  { fonts }: DrawingContext,
  references: readonly ReferenceLine[],
  axes: Axes,
  box: Box,
): string {
  const parts: string[] = [];
  for (const { axis, value, label = '' } of references) {
    if (label === '' || !axes[axis].holds(value)) continue;
    const at = axes[axis].at(value);
    const width = richWidth(fonts.regular, label, SIZE.note);
    if (axis === 'y') {
      const above = at - 5 - SIZE.note > box.y;
      parts.push(patched(fonts, label, box.x + box.width - 10 - width, above ? at - 5 : at + SIZE.note + 3));
    } else {
      const right = at + 5 + width < box.x + box.width - 8;
      parts.push(patched(fonts, label, right ? at + 5 : at - 5 - width, box.y + SIZE.note + 8));
    }
  }
  return parts.join('');
}

/** Text on a patch of paper. */
function patched({ regular }: Fonts, label: string, x: number, y: number): string {
  const patch = { x: x - 2, y: y - SIZE.note, width: richWidth(regular, label, SIZE.note) + 4, height: SIZE.note + 4 };
  return (
    element('rect', { ...patch, fill: PAPER, 'fill-opacity': 0.85 }) +
    richText(label, x, y, SIZE.note, { class: 'reference-label', fill: PALE_INK })
  );
}
