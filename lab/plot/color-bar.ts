import { type AxisPlan, PlacedAxis } from '../../base/axes/index.js';
import { TITLE_LINE, titleLines, verticalTitle } from './axis-title.js';
import { strokeContour } from './contour-lines.js';
import { SIZE, type Box, type DrawingContext } from './drawing.js';
import type { ColorMapName } from './figure.js';
import { INK, mapColor } from './palette.js';
import { LABEL_SPACING } from './plot-box.js';
import { richText, richWidth } from './rich-text.js';
import { element, line, px } from './svg-element.js';

const GAP = 16;
const BAR = 14;
const TICK = 5;

const labelWidth = ({ fonts }: DrawingContext, axis: PlacedAxis): number =>
  Math.max(0, ...axis.ticks.map(({ label = '' }) => richWidth(fonts.regular, label, SIZE.tick)));

/** Width that a colour bar takes beside a plot of a height. */
export function colorBarWidth(context: DrawingContext, plan: AxisPlan, height: number): number {
  const labels = labelWidth(context, new PlacedAxis(plan, height, 0, LABEL_SPACING.y));
  return GAP + BAR + TICK + 4 + labels + 5 + titleLines(context.fonts, plan.title, height).length * TITLE_LINE;
}

/** A colour bar at the right of a box, with ticks, title and lines at the values of contours. */
export function drawColorBar(
  context: DrawingContext,
  plan: AxisPlan,
  map: ColorMapName,
  box: Box,
  contours: readonly number[] = [],
): string {
  const x = box.x + box.width + GAP;
  const axis = new PlacedAxis(plan, box.y + box.height, box.y, LABEL_SPACING.y);
  const gradient = context.id();
  const stops = Array.from({ length: 33 }, (_, i) =>
    element('stop', { offset: `${(100 * i) / 32}%`, 'stop-color': mapColor(map, (255 * i) / 32) }),
  );
  const frame = { x, y: box.y, width: BAR, height: box.height };
  const end = x + BAR;
  const marks = axis.ticks.map(({ at, label }) => line(end, at, end + (label === undefined ? TICK / 2 : TICK), at, {}));
  const texts = axis.ticks.map(({ at, label = '' }) =>
    label === '' ? '' : richText(label, end + TICK + 4, at + 0.36 * SIZE.tick, SIZE.tick),
  );
  const titleX = end + TICK + 4 + labelWidth(context, axis) + 8 + SIZE.label - 3;
  return element(
    'g',
    { class: 'color-bar' },
    element('linearGradient', { id: gradient, x1: 0, y1: 1, x2: 0, y2: 0 }, ...stops),
    element('rect', { ...frame, fill: `url(#${gradient})`, stroke: INK, 'stroke-width': 1 }),
    ...contours
      .filter((level) => axis.holds(level))
      .map((level) => strokeContour(`M${px(x)},${px(axis.at(level))}h${BAR}`)),
    element('g', { class: 'ticks', stroke: INK, 'stroke-width': 1 }, ...marks),
    element('g', { class: 'tick-labels', fill: INK }, ...texts),
    verticalTitle(titleLines(context.fonts, plan.title, box.height), titleX, box.y + box.height / 2),
  );
}
