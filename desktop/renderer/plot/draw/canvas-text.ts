import { LABEL_SHIFT, LABEL_SMALL, runsOf } from '../../../../base/axes/index.js';

/** How a label is set on a canvas. */
export interface TextStyle {
  readonly font: string;
  /** Pixels of the canvas. */
  readonly size: number;
  readonly color: string;
  readonly align?: 'left' | 'center' | 'right';
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Width of a label with `_{…}` and `^{…}`, pixels of the canvas. */
export function labelWidth(ctx: Context, label: string, { font, size }: Pick<TextStyle, 'font' | 'size'>): number {
  return runsOf(label).reduce((sum, { text, shift }) => {
    ctx.font = `${shift === 'none' ? size : LABEL_SMALL * size}px ${font}`;
    return sum + ctx.measureText(text).width;
  }, 0);
}

/** Draws a label; `y` is its base line. */
export function drawLabel(ctx: Context, label: string, x: number, y: number, style: TextStyle): void {
  const { font, size, color, align = 'left' } = style;
  const width = align === 'left' ? 0 : labelWidth(ctx, label, style);
  let at = x - (align === 'center' ? width / 2 : width);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = color;
  for (const { text, shift } of runsOf(label)) {
    ctx.font = `${shift === 'none' ? size : LABEL_SMALL * size}px ${font}`;
    ctx.fillText(text, at, y + LABEL_SHIFT[shift] * size);
    at += ctx.measureText(text).width;
  }
}

/** Draws a label that is read from below; `x` is its base line, `y` its middle. */
export function drawUpright(ctx: Context, label: string, x: number, y: number, style: TextStyle): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(-Math.PI / 2);
  drawLabel(ctx, label, 0, 0, { ...style, align: 'center' });
  ctx.restore();
}
