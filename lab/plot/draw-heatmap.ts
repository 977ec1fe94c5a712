import {
  colorPlan,
  gridOf,
  planAxis,
  type AxisPlan,
  type Extent,
  type Grid,
  type PlacedAxis,
} from '../../base/axes/index.js';
import { drawCartesian } from './cartesian.js';
import { colorBarWidth, drawColorBar } from './color-bar.js';
import { contourPath, strokeContour } from './contour-lines.js';
import { drawCurves, drawMarkers, looksOf, seriesLegend, type SeriesLook } from './draw-series.js';
import type { Drawing, DrawingContext } from './drawing.js';
import type { ColorMapName, HeatmapFigure, Numbers } from './figure.js';
import { coarsen } from './grid.js';
import type { LegendItem } from './head-and-foot.js';
import { counted } from './notes.js';
import { COLOR_LEVELS, INK, mapColor, MISSING, PALE_INK, PAPER } from './palette.js';
import { element, line, polyline, px } from './svg-element.js';
import { thinLine } from './thin.js';

/** Draws values on a grid. */
export function drawHeatmap(context: DrawingContext, figure: HeatmapFigure): Drawing {
  const { contours = [], colors: map = 'viridis' } = figure;
  const { width, height } = sizeOf(figure);
  const { grid, block } = coarsen(gridOf(figure));
  const x = planAxis('figure.x', figure.x, gridExtent(grid.xEdges, figure.xs), 0);
  const y = planAxis('figure.y', figure.y, gridExtent(grid.yEdges, figure.ys), 0);
  const value = colorPlan('figure.value', figure, grid.values);
  const looks = looksOf(figure.overlays ?? [], 'line').map((look) => ({ ...look, color: INK }));
  const level = levelOf(value);
  const missing = Array.from(grid.values).some((one) => level(one) === undefined);
  const span = ({ domain }: AxisPlan): number => domain[1] - domain[0];
  return drawCartesian(context, {
    text: figure,
    notes: [...(figure.notes ?? []), ...automaticNotes(grid, value, block)],
    width,
    height,
    shrinks: figure.height === undefined,
    legend: legendOf(looks, contours, value, missing),
    x,
    y,
    ticks: 'outside',
    right: (boxHeight) => colorBarWidth(context, value, boxHeight),
    ...(figure.aspect === 'equal' ? { aspect: span(x) / span(y) } : {}),
    yDown: figure.yDown ?? false,
    paint: (xAxis, yAxis, box) => ({
      inside:
        drawCells(context, grid, level, map, xAxis, yAxis) +
        contours.map((one) => strokeContour(contourPath(grid, one, xAxis, yAxis))).join('') +
        looks.map((look) => halo(look, xAxis, yAxis, box) + drawCurves(look, xAxis, yAxis, box)).join(''),
      over:
        looks.map((look) => drawMarkers(look, xAxis, yAxis)).join('') +
        drawColorBar(context, value, map, box, contours),
    }),
  });
}

/** Edges of cells about whole numbers are none themselves. */
function gridExtent(edges: readonly number[], given: Numbers): Extent {
  return { min: edges[0]!, max: edges.at(-1)!, whole: given.every((value: number) => Number.isInteger(value)) };
}

/** Cells of equal sides need less width. */
function sizeOf({ aspect, width, height }: HeatmapFigure): { width: number; height: number } {
  return { width: width ?? (aspect === 'equal' ? 560 : 640), height: height ?? (aspect === 'equal' ? 520 : 480) };
}

/** From a value to its colour's number; undefined where there is no value that the axis could show. */
function levelOf({ log, domain }: AxisPlan): (value: number) => number | undefined {
  const on = (value: number): number => (log ? Math.log(value) : value);
  const [low, high] = [on(domain[0]), on(domain[1])];
  return (value) => {
    if (!Number.isFinite(value) || (log && value <= 0)) return undefined;
    const share = (on(value) - low) / (high - low);
    return Math.round(Math.min(1, Math.max(0, share)) * (COLOR_LEVELS - 1));
  };
}

/** All cells, those of one colour in one path. */
function drawCells(
  context: DrawingContext,
  grid: Grid,
  level: (value: number) => number | undefined,
  map: ColorMapName,
  x: PlacedAxis,
  y: PlacedAxis,
): string {
  const paths = new Map<number | undefined, string>();
  const xs = grid.xEdges.map((edge) => px(x.at(edge)));
  const ys = grid.yEdges.map((edge) => px(y.at(edge)));
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      const key = level(grid.values[row * grid.columns + column]!);
      const cell = `M${xs[column]!},${ys[row]!}H${xs[column + 1]!}V${ys[row + 1]!}H${xs[column]!}Z`;
      paths.set(key, (paths.get(key) ?? '') + cell);
    }
  }
  const colored = [...paths]
    .filter(([key]) => key !== undefined)
    .sort(([a], [b]) => a! - b!)
    .map(([key, d]) => element('path', { d, fill: mapColor(map, key!) }));
  const missing = paths.get(undefined);
  const hatch = missing === undefined ? '' : hatched(context, missing);
  return element('g', { class: 'cells', 'shape-rendering': 'crispEdges' }, ...colored) + hatch;
}

function hatched(context: DrawingContext, d: string): string {
  const id = context.id();
  const pattern = element(
    'pattern',
    { id, width: 3.5, height: 3.5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 3.5, height: 3.5, fill: PAPER }),
    line(0, 0, 0, 3.5, { stroke: PALE_INK, 'stroke-width': 2 }),
  );
  return pattern + element('path', { class: 'missing', d, fill: `url(#${id})` });
}

function halo(look: SeriesLook, x: PlacedAxis, y: PlacedAxis, box: Parameters<typeof thinLine>[3]): string {
  if (!look.lines) return '';
  const d = polyline(thinLine(look.series, x, y, box));
  return element('path', { d, fill: 'none', stroke: PAPER, 'stroke-width': 4, 'stroke-opacity': 0.8 });
}

function legendOf(
  looks: readonly SeriesLook[],
  contours: readonly number[],
  value: AxisPlan,
  missing: boolean,
): LegendItem[] {
  const items = seriesLegend(looks);
  if (contours.length > 0) {
    const levels = contours.map((level) => Number((level * value.factor).toPrecision(6))).join(', ');
    items.push({
      label: `contours at ${levels}`,
      width: 24,
      sample: (x, middle) => strokeContour(`M${px(x)},${px(middle)}h24`),
    });
  }
  if (missing) {
    items.push({
      label: 'no value',
      width: 17,
      sample: (x, middle) => {
        const stripes = [0, 5, 10].map((at) => `M${px(x + 1 + at)},${px(middle + 6)}l5,-12`).join('');
        return (
          element('rect', { x, y: middle - 6, width: 17, height: 12, fill: PAPER, stroke: MISSING }) +
          element('path', { d: stripes, stroke: PALE_INK, 'stroke-width': 1.6, fill: 'none' })
        );
      },
    });
  }
  return items;
}

function automaticNotes(
  { values }: Grid,
  { log, domain }: AxisPlan,
  [wide, high]: readonly [number, number],
): string[] {
  const notes: string[] = [];
  if (wide * high > 1) notes.push(`Each cell drawn is the mean of ${wide} × ${high} cells.`);
  let beyond = 0;
  for (const value of values) {
    if (Number.isFinite(value) && (!log || value > 0) && (value < domain[0] || value > domain[1])) beyond += 1;
  }
  if (beyond > 0) notes.push(`${counted(beyond, 'cell')} beyond the colour bar, drawn in the colour of its end.`);
  return notes;
}
