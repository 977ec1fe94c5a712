import { MARGIN, SIZE, type DrawingContext } from './drawing.js';
import { INK, PALE_INK } from './palette.js';
import { richText, richWidth, wrap } from './rich-text.js';

/** An entry of the legend. */
export interface LegendItem {
  readonly label: string;
  /** Width of the sample, pixels. */
  readonly width: number;
  /** Draws the sample about the middle height given. */
  readonly sample: (x: number, middle: number) => string;
}

/** A part of a figure above or below the plot. */
export interface Strip {
  readonly height: number;
  readonly svg: string;
}

export interface HeadText {
  readonly title: string;
  readonly subtitle?: string;
}

const SAMPLE_GAP = 6;
const LEGEND_ROW = 18;

/** Height that a plot has at least. */
const LEAST_PLOT = 200;

/** The height that was asked for, or what it takes where head and foot leave the plot too little. */
export function heightFor(asked: number, top: Strip, bottom: Strip): number {
  return Math.max(asked, Math.ceil(top.height + bottom.height + LEAST_PLOT));
}

/** Title, subtitle and legend, from the top of a figure down. */
export function head(
  { fonts }: DrawingContext,
  { title, subtitle = '' }: HeadText,
  legend: readonly LegendItem[],
  width: number,
): Strip {
  const room = width - 2 * MARGIN;
  const parts: string[] = [];
  let y = MARGIN - 4;
  for (const text of wrap(fonts.bold, title, SIZE.title, room)) {
    y += SIZE.title + 4;
    parts.push(richText(text, MARGIN, y, SIZE.title, { class: 'title', 'font-weight': 'bold', fill: INK }));
  }
  if (subtitle !== '') y += 3;
  for (const text of wrap(fonts.regular, subtitle, SIZE.subtitle, room)) {
    y += SIZE.subtitle + 4;
    parts.push(richText(text, MARGIN, y, SIZE.subtitle, { class: 'subtitle', fill: PALE_INK }));
  }
  let x = MARGIN;
  if (legend.length > 0) y += LEGEND_ROW + 4;
  for (const { label, width: sampleWidth, sample } of legend) {
    const wide = sampleWidth + SAMPLE_GAP + richWidth(fonts.regular, label, SIZE.legend);
    if (x > MARGIN && x + wide > width - MARGIN) {
      x = MARGIN;
      y += LEGEND_ROW;
    }
    parts.push(sample(x, y - 4));
    parts.push(richText(label, x + sampleWidth + SAMPLE_GAP, y, SIZE.legend, { class: 'legend', fill: INK }));
    x += wide + 18;
  }
  return { height: y + 16, svg: parts.join('') };
}

/** Remarks, for the bottom of a figure; the markup begins at height 0. */
export function foot({ fonts }: DrawingContext, notes: readonly string[], width: number): Strip {
  const parts: string[] = [];
  let y = 0;
  for (const note of notes) {
    for (const text of wrap(fonts.regular, note, SIZE.note, width - 2 * MARGIN)) {
      y += SIZE.note + 4;
      parts.push(richText(text, MARGIN, y, SIZE.note, { class: 'note', fill: PALE_INK }));
    }
  }
  return { height: notes.length === 0 ? MARGIN : y + MARGIN, svg: parts.join('') };
}
