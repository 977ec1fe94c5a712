import { type AxisPlan, PlacedAxis } from '../../base/axes/index.js';
import { SIZE, type Box, type Drawing, type DrawingContext } from './drawing.js';
import { foot, head, heightFor, type HeadText, type LegendItem } from './head-and-foot.js';
import { INK } from './palette.js';
import { horizontalTitle, verticalTitle } from './axis-title.js';
import { LABEL_SPACING, plotBox, type PlotBox } from './plot-box.js';
import { richText, richWidth } from './rich-text.js';
import { element, line } from './svg-element.js';

/** A plot with two straight axes, but for what is drawn between them. */
export interface CartesianPlot {
  readonly text: HeadText;
  readonly notes: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Whether a box that its aspect makes flat may lower the figure. */
  readonly shrinks?: boolean;
  readonly legend: readonly LegendItem[];
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  /** Inside ticks on all sides for curves; outside ones where areas would cover them. */
  readonly ticks: 'inside' | 'outside';
  /** Room at the right of a box of a height, as for a colour bar. */
  readonly right?: (boxHeight: number) => number;
  /** Width of the box divided by its height; without it the box takes all room. */
  readonly aspect?: number;
  /** Whether y grows downwards. */
  readonly yDown?: boolean;
  /** Draws what is between the axes; the first part is clipped to the box, the second is not. */
  readonly paint: (x: PlacedAxis, y: PlacedAxis, box: Box) => { readonly inside: string; readonly over?: string };
}

const TICK = { major: 6, minor: 3 } as const;

/** Draws axes, title, legend and notes around a plot. */
export function drawCartesian(context: DrawingContext, plot: CartesianPlot): Drawing {
  const { width, ticks } = plot;
  const top = head(context, plot.text, plot.legend, width);
  const bottom = foot(context, plot.notes, width);
  const most = heightFor(plot.height, top, bottom);
  const outside = ticks === 'outside' ? TICK.major : 0;
  const { right = () => 0, aspect } = plot;
  const request = { x: plot.x, y: plot.y, outside, right, aspect };
  const settle = (figureHeight: number): PlotBox =>
    plotBox(context, request, { x: 0, y: top.height, width, height: figureHeight - top.height - bottom.height });
  const first = settle(most);
  // A flat box stands in the middle of its room, with as much unused above it as below.
  const unused = plot.shrinks === true ? Math.floor(2 * (first.box.y - top.height)) : 0;
  const height = heightFor(most - unused, top, bottom);
  const { box, titles, yTitleX } = height === most ? first : settle(height);
  const x = horizontalAxis(context, plot.x, box);
  const [down, up] = [box.y, box.y + box.height];
  const y = new PlacedAxis(
    plot.y,
    ...(plot.yDown === true ? ([down, up] as const) : ([up, down] as const)),
    LABEL_SPACING.y,
  );
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
      horizontalTitle(titles.x, box.x + box.width / 2, box.y + box.height + outside + 37),
      verticalTitle(titles.y, yTitleX, box.y + box.height / 2),
      element('g', { transform: `translate(0,${height - bottom.height})` }, bottom.svg),
    ].join(''),
  };
}

/** As many ticks as fit without their labels touching. */
function horizontalAxis({ fonts }: DrawingContext, plan: AxisPlan, box: Box): PlacedAxis {
  for (let spacing: number = LABEL_SPACING.x; ; spacing *= 1.25) {
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
