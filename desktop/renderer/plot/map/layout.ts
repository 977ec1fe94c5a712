import { PlacedAxis, type AxisPlan, type Grid } from '../../../../base/axes/index.js';
import { TEXT } from '../xy/scene.js';

/** Where the parts of a map stand, pixels of the style sheet. */
export interface MapLayout {
  readonly x: PlacedAxis;
  readonly y: PlacedAxis;
  readonly color: PlacedAxis;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** The colour bar; `title` is the base line of its title, which is read from below. */
  readonly bar: { readonly left: number; readonly width: number; readonly title: number };
  readonly width: number;
  readonly height: number;
}

/** What decides on a layout. */
export interface LayoutInput {
  readonly grid: Grid;
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  readonly color: AxisPlan;
  readonly width: number;
  readonly height: number;
  readonly equal: boolean;
  readonly yDown: boolean;
  /** Width of a label. */
  readonly measure: (label: string) => number;
  /** Device pixels per pixel: cells of equal size take whole ones. */
  readonly ratio: number;
}

const GAP = { edge: 8, tick: 4, label: 4, bar: 14, barWidth: 14 } as const;
const SPACING = { x: 78, y: 34 } as const;

/** Lays a map out with its axes and colour bar. */
export function layoutMap(input: LayoutInput): MapLayout {
  const { width, height, x, y, color, measure } = input;
  const title = (plan: AxisPlan): number => (plan.title === '' ? 0 : TEXT.title + GAP.label + 2);
  const bottom = GAP.tick + GAP.label + TEXT.tick + title(x) + GAP.edge;
  const top = GAP.edge;
  const tall = Math.max(40, height - top - bottom);
  const labels = (plan: AxisPlan): number =>
    Math.max(0, ...new PlacedAxis(plan, tall, 0, SPACING.y).ticks.map(({ label = '' }) => measure(label)));
  const left = Math.ceil(title(y) + labels(y) + GAP.label + GAP.tick + 2);
  const right = Math.ceil(GAP.bar + GAP.barWidth + GAP.tick + GAP.label + labels(color) + title(color) + 2);
  const room = { width: Math.max(40, width - left - right), height: tall };
  const box = { left, top, ...boxSize(input, room) };
  const [lower, upper] = input.yDown ? [top, top + box.height] : [top + box.height, top];
  return {
    x: new PlacedAxis(x, left, left + box.width, SPACING.x),
    y: new PlacedAxis(y, lower, upper, SPACING.y),
    color: new PlacedAxis(color, top + box.height, top, SPACING.y),
    box,
    bar: {
      left: left + box.width + GAP.bar,
      width: GAP.barWidth,
      title: left + box.width + right - 6,
    },
    width,
    height: top + box.height + bottom,
  };
}

/** Size of the map: whole device pixels a cell where all cells are alike and there is room for it. */
function boxSize({ grid, equal, x, y, ratio }: LayoutInput, room: { width: number; height: number }) {
  const even = !x.log && !y.log && isEven(grid.xEdges) && isEven(grid.yEdges);
  const cell = {
    width: (room.width * ratio) / grid.columns,
    height: (room.height * ratio) / grid.rows,
  };
  const whole = (pixels: number): number => (even && pixels >= 1 ? Math.floor(pixels) : pixels);
  if (!equal) {
    return {
      width: (whole(cell.width) * grid.columns) / ratio,
      height: (whole(cell.height) * grid.rows) / ratio,
    };
  }
  const aspect = (x.domain[1] - x.domain[0]) / grid.columns / ((y.domain[1] - y.domain[0]) / grid.rows);
  const high = whole(Math.min(cell.height, cell.width / aspect));
  return { width: (high * aspect * grid.columns) / ratio, height: (high * grid.rows) / ratio };
}

function isEven(edges: readonly number[]): boolean {
  const step = (edges.at(-1)! - edges[0]!) / (edges.length - 1);
  return edges.every((edge, i) => i === 0 || Math.abs(edge - edges[i - 1]! - step) < 1e-6 * step);
}
