import type { AxisPlan, Grid } from '../../../../base/axes/index.js';
import type { HeatmapFigure } from '../../../../lab/plot/index.js';
import { labelWidth } from '../draw/canvas-text.js';
import type { PlotTheme } from '../draw/theme.js';
import { TEXT } from '../xy/scene.js';
import type { CellAt } from './cell-text.js';
import { cellHolding } from './cell-text.js';
import { layoutMap, type MapLayout } from './layout.js';
import { paintMap } from './paint.js';
import { cellsAlong } from './raster.js';
import { rasterise } from './raster-pool.js';

/** A map with everything planned, ready to be drawn at any size. */
export interface PlannedMap {
  readonly figure: HeatmapFigure;
  readonly grid: Grid;
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  readonly color: AxisPlan;
  readonly weak?: Uint8Array;
  readonly beyond: readonly [below: boolean, above: boolean];
}

/** A canvas with a map on it. */
export class MapCanvas {
  #layout: MapLayout | undefined;
  #turn = 0;

  constructor(private readonly canvas: HTMLCanvasElement) {}

  /** Where the parts stand; undefined before the first drawing. */
  get layout(): MapLayout | undefined {
    return this.#layout;
  }

  /** Draws a map; resolves when it is on the canvas, or when a newer drawing has taken over. */
  async draw(
    map: PlannedMap,
    size: { readonly width: number; readonly height: number },
    theme: PlotTheme,
  ): Promise<void> {
    const turn = ++this.#turn;
    const ctx = this.canvas.getContext('2d')!;
    const ratio = devicePixelRatio;
    const { figure, grid } = map;
    const layout = layoutMap({
      ...map,
      ...size,
      equal: figure.aspect === 'equal',
      yDown: figure.yDown ?? false,
      measure: (label) => labelWidth(ctx, label, { font: theme.font, size: TEXT.tick }),
      ratio,
    });
    const { box } = layout;
    const pixels = { width: Math.round(box.width * ratio), height: Math.round(box.height * ratio) };
    const [low, high] = map.color.domain;
    const drawn = await rasterise({
      values: grid.values,
      columns: grid.columns,
      across: cellsAlong(grid.xEdges, (edge) => (layout.x.at(edge) - box.left) * ratio, pixels.width),
      down: cellsAlong(grid.yEdges, (edge) => (layout.y.at(edge) - box.top) * ratio, pixels.height),
      scale: { low, high, log: map.color.log },
      colors: figure.colors ?? 'viridis',
      ...(map.weak === undefined ? {} : { weak: map.weak }),
      paper: pixelOf(ctx, theme.paper),
      hatch: pixelOf(ctx, theme.paleInk),
      pitch: Math.round(6 * ratio),
    });
    if (turn !== this.#turn) return;
    this.canvas.width = Math.round(size.width * ratio);
    this.canvas.height = Math.round(layout.height * ratio);
    this.canvas.style.height = `${layout.height}px`;
    if (drawn.length > 0) {
      const image = new ImageData(new Uint8ClampedArray(drawn.buffer), pixels.width, pixels.height);
      ctx.putImageData(image, Math.round(box.left * ratio), Math.round(box.top * ratio));
    }
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintMap(ctx, {
      grid,
      layout,
      colors: figure.colors ?? 'viridis',
      contours: figure.contours ?? [],
      overlays: figure.overlays ?? [],
      theme,
      beyond: map.beyond,
      ratio,
    });
    this.#layout = layout;
  }

  /** The cell at a place of the canvas, pixels of the style sheet. */
  cellAt(grid: Grid, left: number, top: number): CellAt | undefined {
    const layout = this.#layout;
    if (layout === undefined) return undefined;
    const edgesX = grid.xEdges.map((edge) => layout.x.at(edge));
    const edgesY = grid.yEdges.map((edge) => layout.y.at(edge));
    const falls = edgesY[0]! > edgesY.at(-1)!;
    const column = cellHolding(edgesX, left);
    const row = falls
      ? cellHolding(
          edgesY.map((edge) => -edge),
          -top,
        )
      : cellHolding(edgesY, top);
    return column === undefined || row === undefined ? undefined : { column, row };
  }

  /** Box of a cell, pixels of the style sheet. */
  boxOf(grid: Grid, { column, row }: CellAt): { left: number; top: number; width: number; height: number } | undefined {
    const layout = this.#layout;
    if (layout === undefined) return undefined;
    const [x0, x1] = [layout.x.at(grid.xEdges[column]!), layout.x.at(grid.xEdges[column + 1]!)];
    const [y0, y1] = [layout.y.at(grid.yEdges[row]!), layout.y.at(grid.yEdges[row + 1]!)];
    return { left: x0, top: Math.min(y0, y1), width: x1 - x0, height: Math.abs(y1 - y0) };
  }
}

/** A colour of the style sheet as a 32-bit pixel of ImageData. */
function pixelOf(ctx: CanvasRenderingContext2D, color: string): number {
  ctx.fillStyle = color;
  const hex = /^#(..)(..)(..)$/.exec(ctx.fillStyle) ?? [];
  const bytes = Uint8Array.of(...hex.slice(1).map((part) => parseInt(part, 16)), 255);
  return bytes.length === 4 ? new Uint32Array(bytes.buffer)[0]! : 0;
}
