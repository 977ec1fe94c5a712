import { type AxisPlan, PlacedAxis } from '../../base/axes/index.js';
import { TITLE_LINE, titleLines } from './axis-title.js';
import { MARGIN, SIZE, type Box, type DrawingContext } from './drawing.js';
import { richWidth } from './rich-text.js';

/** Least distance of labels along an axis, centre to centre. */
export const LABEL_SPACING = { x: 64, y: 44 } as const;
/** Room below the box for labels and the first line of the title. */
const X_AXIS_HEIGHT = 44;
/** Room for half of the last label of the horizontal axis. */
const RIGHT_MARGIN = 24;
const LEAST_SIDE = 40;

/** What decides where the box of a plot is. */
export interface BoxRequest {
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  /** Length of ticks that stand outside the box. */
  readonly outside: number;
  /** Width that is needed at the right of a box of a height. */
  readonly right: (boxHeight: number) => number;
  /** Width of the box divided by its height; undefined takes all room. */
  readonly aspect: number | undefined;
}

/** A box within a room, with the titles of its axes in lines. */
export interface PlotBox {
  readonly box: Box;
  readonly titles: { readonly x: readonly string[]; readonly y: readonly string[] };
  /** Base of the first line of the vertical axis' title. */
  readonly yTitleX: number;
}

/**
 * Finds the box of a plot: what its axes need depends on its size, so both are settled together. Needs only grow on the way, hence it ends.
 * @throws RangeError when nothing is left for the plot
 */
export function plotBox(context: DrawingContext, request: BoxRequest, room: Box): PlotBox {
  const { fonts } = context;
  let needs = { xLines: 1, yLines: 1, right: 0 };
  for (;;) {
    const { box, yTitleX } = boxWith(context, request, room, needs);
    const titles = {
      x: titleLines(fonts, request.x.title, box.width),
      y: titleLines(fonts, request.y.title, box.height),
    };
    const grown = {
      xLines: Math.max(needs.xLines, titles.x.length),
      yLines: Math.max(needs.yLines, titles.y.length),
      right: Math.max(needs.right, request.right(box.height)),
    };
    if (grown.xLines === needs.xLines && grown.yLines === needs.yLines && grown.right === needs.right) {
      return { box, titles, yTitleX };
    }
    needs = grown;
  }
}

function boxWith(
  { fonts }: DrawingContext,
  { y, outside, aspect }: BoxRequest,
  room: Box,
  needs: { readonly xLines: number; readonly yLines: number; readonly right: number },
): Pick<PlotBox, 'box' | 'yTitleX'> {
  const height = room.height - X_AXIS_HEIGHT - outside - (needs.xLines - 1) * TITLE_LINE;
  if (height < LEAST_SIDE) throw tooSmall(room);
  const labels = new PlacedAxis(y, height, 0, LABEL_SPACING.y).ticks.map(({ label = '' }) => label);
  const labelWidth = Math.max(...labels.map((label) => richWidth(fonts.regular, label, SIZE.tick)));
  const left = MARGIN + needs.yLines * TITLE_LINE + 5 + labelWidth + 7 + outside;
  const width = room.width - left - RIGHT_MARGIN - needs.right;
  if (width < LEAST_SIDE) throw tooSmall(room);
  const box = fit({ x: room.x + left, y: room.y, width, height }, aspect);
  return { box, yTitleX: box.x - left + MARGIN + SIZE.label - 3 };
}

const tooSmall = ({ width, height }: Box): RangeError =>
  new RangeError(`width and height leave no room for the plot: its part of the figure is ${width} by ${height}`);

/** The largest box of an aspect within a room, in its middle. */
function fit(room: Box, aspect: number | undefined): Box {
  if (aspect === undefined) return room;
  const width = Math.min(room.width, room.height * aspect);
  const height = width / aspect;
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}
