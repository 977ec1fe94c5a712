import { markerPath } from '../../../../base/axes/index.js';
import type uPlot from 'uplot';
import { drawLabel, drawUpright, labelWidth } from '../draw/canvas-text.js';
import { isAligned } from './aligned.js';
import { dashOf, type SeriesLook } from './model.js';
import { colorsOf, TEXT, type Scene } from './scene.js';
import { mergedPoints } from './thin.js';

/** Area of a marker, square pixels; smaller where there are so many that they would only cover each other. */
const markerArea = (points: number): number => (points > 400 ? 9 : 38);

/** Half of the width of the caps of an error bar. */
const CAP = 3;

/** Draws what the library does not: titles, references, loops, error bars, markers. */
export function paintScene(u: uPlot, scene: Scene, ratio: number): void {
  const { ctx } = u;
  const { left, top, width, height } = u.bbox;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  const brush = new Brush(u, scene, ratio);
  for (const look of scene.looks) brush.loop(look);
  for (const look of scene.looks) brush.bars(look);
  brush.references();
  ctx.restore();
  // Markers stand whole, also at the edge.
  for (const look of scene.looks) brush.markers(look);
  brush.titles();
}

class Brush {
  readonly #color: (look: SeriesLook) => string;

  constructor(
    private readonly u: uPlot,
    private readonly scene: Scene,
    private readonly ratio: number,
  ) {
    this.#color = colorsOf(scene);
  }

  #x(value: number): number {
    return this.u.valToPos(value, 'x', true);
  }

  #y(value: number): number {
    return this.u.valToPos(value, 'y', true);
  }

  /** Whether the axes can place a point at all. */
  #can(x: number, y: number): boolean {
    const { xLog, yLog } = this.scene.frame;
    return Number.isFinite(x) && Number.isFinite(y) && !(xLog && x <= 0) && !(yLog && y <= 0);
  }

  /** Curves whose x does not ascend, point by point in their order. */
  loop(look: SeriesLook): void {
    if (!look.line || isAligned(look)) return;
    const { ctx } = this.u;
    const { x, y } = look.series;
    ctx.strokeStyle = this.#color(look);
    ctx.lineWidth = 1.25 * this.ratio;
    ctx.lineJoin = 'round';
    ctx.setLineDash(dashOf(look).map((length) => length * this.ratio));
    ctx.beginPath();
    let open = false;
    for (let i = 0; i < x.length; i += 1) {
      const can = this.#can(x[i]!, y[i]!);
      if (can && open) ctx.lineTo(this.#x(x[i]!), this.#y(y[i]!));
      else if (can) ctx.moveTo(this.#x(x[i]!), this.#y(y[i]!));
      open = can;
    }
    ctx.stroke();
    ctx.setLineDash([]);
  }

  bars(look: SeriesLook): void {
    const { x, lower, upper } = look.series;
    if (look.interval !== 'bars' || lower === undefined || upper === undefined) return;
    const { ctx } = this.u;
    ctx.strokeStyle = this.#color(look);
    ctx.lineWidth = this.ratio;
    ctx.beginPath();
    for (let i = 0; i < x.length; i += 1) {
      if (!this.#can(x[i]!, upper[i]!) || !Number.isFinite(lower[i]!)) continue;
      const at = this.#x(x[i]!);
      const high = this.#y(upper[i]!);
      const low = this.#can(x[i]!, lower[i]!) ? this.#y(lower[i]!) : this.u.bbox.top + this.u.bbox.height;
      for (const end of [low, high]) {
        ctx.moveTo(at - CAP * this.ratio, end);
        ctx.lineTo(at + CAP * this.ratio, end);
      }
      ctx.moveTo(at, low);
      ctx.lineTo(at, high);
    }
    ctx.stroke();
  }

  markers(look: SeriesLook): void {
    if (!look.markers) return;
    const { ctx, bbox } = this.u;
    const { x, y } = look.series;
    const place = (i: number): readonly [number, number] | undefined =>
      this.#can(x[i]!, y[i]!) ? [this.#x(x[i]!) - bbox.left, this.#y(y[i]!) - bbox.top] : undefined;
    const kept = mergedPoints(x.length, place, Math.ceil(bbox.width), Math.ceil(bbox.height));
    const area = markerArea(kept.length) * this.ratio ** 2;
    const shape = new Path2D(markerPath(look.color, area));
    const color = this.#color(look);
    const small = kept.length > 400;
    ctx.save();
    ctx.fillStyle = look.dashed ? this.scene.theme.paper : color;
    ctx.strokeStyle = look.dashed ? color : this.scene.theme.paper;
    ctx.lineWidth = (look.dashed ? 1.3 : 0.8) * this.ratio;
    for (const i of kept) {
      const [px, py] = place(i)!;
      ctx.setTransform(1, 0, 0, 1, px + bbox.left, py + bbox.top);
      ctx.fill(shape);
      if (look.dashed || !small) ctx.stroke(shape);
    }
    ctx.restore();
  }

  references(): void {
    const { ctx, bbox } = this.u;
    const { theme, model } = this.scene;
    const style = { font: theme.font, size: TEXT.tick * this.ratio, color: theme.paleInk };
    const references = model.references ?? [];
    // Labels of vertical lines stand at the top, under what is written at a horizontal line there.
    const taken = references.flatMap(({ axis, value, label = '' }) =>
      axis === 'y' && label !== '' && this.#can(1, value) ? [this.#y(value)] : [],
    );
    const row = 16 * this.ratio;
    let top = bbox.top + 13 * this.ratio;
    for (const at of taken.sort((a, b) => a - b)) if (Math.abs(at - top) < row) top = at + row;
    ctx.lineWidth = this.ratio;
    for (const { axis, value, label = '' } of references) {
      if (!this.#can(axis === 'x' ? value : 1, axis === 'y' ? value : 1)) continue;
      ctx.strokeStyle = theme.paleInk;
      ctx.setLineDash([2 * this.ratio, 3 * this.ratio]);
      const at = axis === 'x' ? this.#x(value) : this.#y(value);
      ctx.beginPath();
      ctx.moveTo(axis === 'x' ? at : bbox.left, axis === 'x' ? bbox.top : at);
      ctx.lineTo(axis === 'x' ? at : bbox.left + bbox.width, axis === 'x' ? bbox.top + bbox.height : at);
      ctx.stroke();
      ctx.setLineDash([]);
      const [x, y] =
        axis === 'x' ? [at + 4 * this.ratio, top] : [bbox.left + bbox.width - 4 * this.ratio, at - 4 * this.ratio];
      const width = labelWidth(ctx, label, style);
      // At the right edge a label of a vertical line goes to its left.
      const turned = axis === 'y' || x + width > bbox.left + bbox.width;
      drawLabel(ctx, label, axis === 'x' && turned ? at - 4 * this.ratio : x, y, {
        ...style,
        align: turned ? 'right' : 'left',
      });
    }
  }

  titles(): void {
    const { ctx, bbox } = this.u;
    const { x, y, theme } = this.scene;
    const style = { font: theme.font, size: TEXT.title * this.ratio, color: theme.ink, align: 'center' } as const;
    drawLabel(ctx, x.title, bbox.left + bbox.width / 2, this.scene.height * this.ratio - 5 * this.ratio, style);
    drawUpright(ctx, y.title, (2 + TEXT.title) * this.ratio, bbox.top + bbox.height / 2, style);
  }
}
