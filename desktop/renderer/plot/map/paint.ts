import { markerPath, contourPlaces, plainLabel, type Grid, type PlacedAxis } from '../../../../base/axes/index.js';
import type { FigureSeries } from '../../../../lab/plot/index.js';
import { cssColor, type ColorMap } from '../color/color-map.js';
import { drawLabel, drawUpright } from '../draw/canvas-text.js';
import type { PlotTheme } from '../draw/theme.js';
import { TEXT } from '../xy/scene.js';
import type { MapLayout } from './layout.js';

/** Everything that one drawing of a map shows. */
export interface MapScene {
  readonly grid: Grid;
  readonly layout: MapLayout;
  readonly colors: ColorMap;
  readonly contours: readonly number[];
  readonly overlays: readonly FigureSeries[];
  readonly theme: PlotTheme;
  /** Whether values lie beyond the colour bar, below and above. */
  readonly beyond: readonly [below: boolean, above: boolean];
  readonly ratio: number;
}

type Context = CanvasRenderingContext2D;

/** Draws axes, colour bar, contours and what lies over a map; the cells are drawn already. All in pixels of the style sheet. */
export function paintMap(ctx: Context, scene: MapScene): void {
  const { layout, theme } = scene;
  const { box } = layout;
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.left, box.top, box.width, box.height);
  ctx.clip();
  for (const level of scene.contours) strokeTwice(ctx, contourPath(scene, level));
  for (const series of scene.overlays) paintOverlay(ctx, series, scene);
  ctx.restore();
  ctx.strokeStyle = theme.paleInk;
  ctx.lineWidth = 1;
  ctx.strokeRect(box.left - 0.5, box.top - 0.5, box.width + 1, box.height + 1);
  paintAxis(ctx, layout.x, 'x', scene);
  paintAxis(ctx, layout.y, 'y', scene);
  paintBar(ctx, scene);
}

function contourPath({ grid, layout }: MapScene, level: number): Path2D {
  const path = new Path2D();
  const [toX, toY] = [betweenCentres(grid.xEdges, layout.x), betweenCentres(grid.yEdges, layout.y)];
  for (const line of contourPlaces(grid, level)) {
    line.forEach(([column, row], i) => {
      if (i === 0) path.moveTo(toX(column), toY(row));
      else path.lineTo(toX(column), toY(row));
    });
  }
  return path;
}

/** From a place counted in cells to pixels. */
function betweenCentres(edges: readonly number[], axis: PlacedAxis): (index: number) => number {
  const centres = edges.slice(1).map((edge, i) => (axis.at(edge) + axis.at(edges[i]!)) / 2);
  return (index) => {
    const i = Math.min(Math.floor(index), Math.max(0, centres.length - 2));
    return centres[i]! + (index - i) * ((centres[i + 1] ?? centres[i]!) - centres[i]!);
  };
}

/** A white line with a dark rim is seen on every colour. */
function strokeTwice(ctx: Context, path: Path2D): void {
  ctx.lineJoin = 'round';
  ctx.strokeStyle = 'rgb(26 26 26 / 60%)';
  ctx.lineWidth = 2.8;
  ctx.stroke(path);
  ctx.strokeStyle = '#ffffff';
  ctx.lineWidth = 1.4;
  ctx.stroke(path);
}

function paintOverlay(ctx: Context, series: FigureSeries, { layout }: MapScene): void {
  const draw = series.draw ?? 'line';
  const path = new Path2D();
  const marker = markerPath(series.color ?? 0, 36);
  for (let i = 0; i < series.x.length; i += 1) {
    if (!Number.isFinite(series.x[i]!) || !Number.isFinite(series.y[i]!)) continue;
    const [x, y] = [layout.x.at(series.x[i]!), layout.y.at(series.y[i]!)];
    if (draw !== 'line') path.addPath(new Path2D(marker), new DOMMatrix().translate(x, y));
    if (draw === 'markers') continue;
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  strokeTwice(ctx, path);
}

function paintAxis(ctx: Context, axis: PlacedAxis, which: 'x' | 'y', { layout, theme }: MapScene): void {
  const { box } = layout;
  const style = { font: theme.font, size: TEXT.tick, color: theme.paleInk } as const;
  ctx.strokeStyle = theme.paleInk;
  ctx.beginPath();
  for (const { at, label } of axis.ticks) {
    const length = label === undefined ? 2 : 4;
    if (which === 'x') {
      ctx.moveTo(at, box.top + box.height + 1);
      ctx.lineTo(at, box.top + box.height + 1 + length);
      if (label !== undefined)
        drawLabel(ctx, label, at, box.top + box.height + 8 + TEXT.tick, { ...style, align: 'center' });
    } else {
      ctx.moveTo(box.left - 1, at);
      ctx.lineTo(box.left - 1 - length, at);
      if (label !== undefined) drawLabel(ctx, label, box.left - 8, at + 0.36 * TEXT.tick, { ...style, align: 'right' });
    }
  }
  ctx.stroke();
  const title = { font: theme.font, size: TEXT.title, color: theme.ink } as const;
  if (which === 'x')
    drawLabel(ctx, axis.plan.title, box.left + box.width / 2, box.top + box.height + 24 + TEXT.title, {
      ...title,
      align: 'center',
    });
  else drawUpright(ctx, axis.plan.title, TEXT.title, box.top + box.height / 2, title);
}

/** The colour bar, with ticks and unit, arrows where values lie beyond it, and lines at the contours. */
function paintBar(ctx: Context, { layout, colors, contours, theme, beyond, ratio }: MapScene): void {
  const { bar, box, color: axis } = layout;
  const steps = Math.max(1, Math.round(box.height * ratio));
  for (let i = 0; i < steps; i += 1) {
    ctx.fillStyle = cssColor(colors, (255 * (steps - 1 - i)) / Math.max(1, steps - 1));
    ctx.fillRect(bar.left, box.top + i / ratio, bar.width, 1 / ratio + 0.2);
  }
  ctx.strokeStyle = theme.paleInk;
  ctx.lineWidth = 1;
  ctx.strokeRect(bar.left - 0.5, box.top - 0.5, bar.width + 1, box.height + 1);
  for (const level of contours) {
    if (!axis.holds(level)) continue;
    const path = new Path2D();
    path.moveTo(bar.left, axis.at(level));
    path.lineTo(bar.left + bar.width, axis.at(level));
    strokeTwice(ctx, path);
  }
  arrow(ctx, beyond[1], bar.left + bar.width / 2, box.top - 1, -6, cssColor(colors, 255), theme);
  arrow(ctx, beyond[0], bar.left + bar.width / 2, box.top + box.height + 1, 6, cssColor(colors, 0), theme);
  const right = bar.left + bar.width;
  ctx.strokeStyle = theme.paleInk;
  ctx.beginPath();
  for (const { at, label } of axis.ticks) {
    ctx.moveTo(right + 1, at);
    ctx.lineTo(right + (label === undefined ? 3 : 5), at);
    if (label !== undefined)
      drawLabel(ctx, label, right + 8, at + 0.36 * TEXT.tick, {
        font: theme.font,
        size: TEXT.tick,
        color: theme.paleInk,
      });
  }
  ctx.stroke();
  drawUpright(ctx, axis.plan.title, layout.bar.title, box.top + box.height / 2, {
    font: theme.font,
    size: TEXT.title,
    color: theme.ink,
  });
}

function arrow(ctx: Context, shown: boolean, x: number, y: number, to: number, color: string, theme: PlotTheme): void {
  if (!shown) return;
  ctx.beginPath();
  ctx.moveTo(x - 6, y);
  ctx.lineTo(x + 6, y);
  ctx.lineTo(x, y + to);
  ctx.closePath();
  ctx.fillStyle = color;
  ctx.fill();
  ctx.strokeStyle = theme.paleInk;
  ctx.stroke();
}

/** What a map says of itself in words; used where contours are drawn. */
export const levelText = (level: number, factor: number): string =>
  plainLabel(String(Number((level * factor).toPrecision(6))));
