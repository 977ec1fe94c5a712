import { drawLabel } from '../draw/canvas-text.js';
import type { PlotTheme } from '../draw/theme.js';

/** Offers bytes as a file; the browser asks where to. */
export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

/** File name from a title. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'plot' : plain}.${ending}`;
}

/** What stands beside the drawing in a picture of it. */
export interface PictureText {
  readonly title: string;
  readonly subtitle?: string;
  readonly legend: readonly { readonly label: string; readonly color: string }[];
  readonly notes: readonly string[];
}

/** A canvas as PNG, with title, legend and notes, on paper. */
export async function picture(canvas: HTMLCanvasElement, text: PictureText, theme: PlotTheme): Promise<Blob> {
  const ratio = devicePixelRatio;
  const line = 16 * ratio;
  const legend = text.legend.filter(({ label }) => label !== '');
  const head = line * (1.5 + (text.subtitle === undefined ? 0 : 1) + legend.length);
  const whole = new OffscreenCanvas(canvas.width, canvas.height + head + line * (text.notes.length + 0.5));
  const ctx = whole.getContext('2d')!;
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, whole.width, whole.height);
  const small = { font: theme.font, size: 11 * ratio, color: theme.paleInk };
  let y = line;
  drawLabel(ctx, text.title, 8 * ratio, y, { ...small, size: 14 * ratio, color: theme.ink });
  if (text.subtitle !== undefined) drawLabel(ctx, text.subtitle, 8 * ratio, (y += line), small);
  for (const { label, color } of legend) {
    y += line;
    ctx.fillStyle = color;
    ctx.fillRect(8 * ratio, y - 7 * ratio, 14 * ratio, 5 * ratio);
    drawLabel(ctx, label, 28 * ratio, y, small);
  }
  ctx.drawImage(canvas, 0, head);
  y = head + canvas.height;
  for (const note of text.notes) drawLabel(ctx, note, 8 * ratio, (y += line), small);
  return whole.convertToBlob({ type: 'image/png' });
}
