import type { AxisPlan } from './axis-plan.js';
import { MARGIN, SIZE, type Box, type Drawing, type DrawingContext } from './drawing.js';
import { foot, head, type HeadText, type LegendItem } from './head-and-foot.js';
import { INK } from './palette.js';
import { PlacedAxis } from './placed-axis.js';
import { richText, richWidth } from './rich-text.js';
import { element, line } from './svg-element.js';

/** A plot with two straight axes, but for what is drawn between them. */
export interface CartesianPlot {
  readonly text: HeadText;
  readonly notes: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly legend: readonly LegendItem[];
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  /** Inside ticks on all sides for curves; outside ones where areas would cover them. */
  readonly ticks: 'inside' | 'outside';
  /** Room at the right, as for a colour bar. */
  readonly right?: number;
  /** Width of the box divided by its height; without it the box takes all room. */
  readonly aspect?: number;
  /** Whether y grows downwards. */
  readonly yDown?: boolean;
  /** Draws what is between the axes; the first part is clipped to the box, the second is not. */
  readonly paint: (x: PlacedAxis, y: PlacedAxis, box: Box) => { readonly inside: string; readonly over?: string };
}

const TICK = { major: 6, minor: 3 } as const;
const X_AXIS_HEIGHT = 44;
/** Room for half of the last label of the horizontal axis. */
const RIGHT_MARGIN = 24;

/** Draws axes, title, legend and notes around a plot. */
export function drawCartesian(context: DrawingContext, plot: CartesianPlot): Drawing {
  const { fonts } = context;
  const { width, height, ticks } = plot;
  const top = head(context, plot.text, plot.legend, width);
  const bottom = foot(context, plot.notes, width);
  const outside = ticks === 'outside' ? TICK.major : 0;
  const boxHeight = height - top.height - bottom.height - X_AXIS_HEIGHT - outside;
  const labels = new PlacedAxis(plot.y, boxHeight, 0, 44).ticks.map(({ label = '' }) => label);
  const labelWidth = Math.max(...labels.map((label) => richWidth(fonts.regular, label, SIZE.tick)));
  const left = MARGIN + SIZE.label + 8 + labelWidth + 7 + outside;
  const room = { width: width - left - RIGHT_MARGIN - (plot.right ?? 0), height: boxHeight };
  if (room.width < 40 || room.height < 40) {
    throw new RangeError(`width and height leave no room for the plot, got ${width} by ${height}`);
  }
  const box = fit({ x: left, y: top.height, ...room }, plot.aspect);
  const x = horizontalAxis(context, plot.x, box);
  const [down, up] = [box.y, box.y + box.height];
  const y = new PlacedAxis(plot.y, plot.yDown === true ? down : up, plot.yDown === true ? up : down, 44);
  const { inside, over = '' } = plot.paint(x, y, box);
  const clip = context.id();
  return {
    width,
    height,
    svg: [
      top.svg,
      element('clipPath', { id: clip }, element('rect', { ...box })),
      element('g', { class: 'data', 'clip-path': `url(#${clip})` }, inside),
      element('g', { class: 'over' }, over),
      element('rect', { class: 'box', ...box, fill: 'none', stroke: INK, 'stroke-width': 1 }),
      drawAxis('x', x, box, ticks),
      drawAxis('y', y, box, ticks),
      richText(plot.x.title, box.x + box.width / 2, box.y + box.height + outside + 37, SIZE.label, {
        class: 'axis-title',
        'text-anchor': 'middle',
        fill: INK,
      }),
      verticalTitle(plot.y.title, MARGIN + SIZE.label - 3 + (box.x - left), box.y + box.height / 2),
      element('g', { transform: `translate(0,${height - bottom.height})` }, bottom.svg),
    ].join(''),
  };
}

/** The largest box of an aspect within a room, in its middle. */
function fit(room: Box, aspect: number | undefined): Box {
  if (aspect === undefined) return room;
  const width = Math.min(room.width, room.height * aspect);
  const height = width / aspect;
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}

/** As many ticks as fit without their labels touching. */
function horizontalAxis({ fonts }: DrawingContext, plan: AxisPlan, box: Box): PlacedAxis {
  for (let spacing = 64; ; spacing *= 1.25) {
    const axis = new PlacedAxis(plan, box.x, box.x + box.width, spacing);
    const labelled = axis.ticks
      .filter(({ label }) => label !== undefined)
      .map(({ at, label }) => ({ at, half: richWidth(fonts.regular, label!, SIZE.tick) / 2 }))
      .sort((a, b) => a.at - b.at);
    const touching = labelled.some(({ at, half }, i) => {
      const before = labelled[i - 1];
      return before !== undefined && at - half < before.at + before.half + 6;
    });
    if (!touching || spacing > box.width) return axis;
  }
}

/** Text of a vertical axis, read from below. */
export function verticalTitle(title: string, x: number, y: number): string {
  const transform = `translate(${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}) rotate(-90)`;
  return richText(title, 0, 0, SIZE.label, { class: 'axis-title', 'text-anchor': 'middle', fill: INK, transform });
}

function drawAxis(which: 'x' | 'y', axis: PlacedAxis, box: Box, ticks: 'inside' | 'outside'): string {
  const marks: string[] = [];
  const texts: string[] = [];
  const [far, near] = which === 'x' ? [box.y, box.y + box.height] : [box.x + box.width, box.x];
  // Away from the box: downwards for x, to the left for y.
  const away = which === 'x' ? 1 : -1;
  const across = (at: number, from: number, to: number): string =>
    which === 'x' ? line(at, from, at, to, {}) : line(from, at, to, at, {});
  for (const { at, label } of axis.ticks) {
    const length = label === undefined ? TICK.minor : TICK.major;
    if (ticks === 'outside') marks.push(across(at, near, near + away * length));
    else marks.push(across(at, near, near - away * length), across(at, far, far + away * length));
    if (label === undefined) continue;
    const gap = ticks === 'outside' ? TICK.major : 0;
    texts.push(
      which === 'x'
        ? richText(label, at, near + gap + SIZE.tick + 5, SIZE.tick, { 'text-anchor': 'middle' })
        : richText(label, near - gap - 7, at + 0.36 * SIZE.tick, SIZE.tick, { 'text-anchor': 'end' }),
    );
  }
  return (
    element('g', { class: `ticks ${which}`, stroke: INK, 'stroke-width': 1 }, ...marks) +
    element('g', { class: `tick-labels ${which}`, fill: INK }, ...texts)
  );
}
