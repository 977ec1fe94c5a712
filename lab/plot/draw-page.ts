import { MARGIN, type Drawing, type DrawingContext } from './drawing.js';
import type { PageFigure, PlotFigure } from './figure.js';
import { foot, head } from './head-and-foot.js';
import { element, px } from './svg-element.js';

/** Size of a panel that names none. */
const PANEL = { width: 480, height: 380 } as const;
const GAP = 8;

/** Draws several plots in a grid. */
export function drawPage(
  context: DrawingContext,
  page: PageFigure,
  drawPlot: (context: DrawingContext, figure: PlotFigure) => Drawing,
): Drawing {
  const columns = Math.min(page.columns ?? Math.ceil(Math.sqrt(page.figures.length)), page.figures.length);
  const panels = page.figures.map((figure, i) =>
    drawPlot(context, { ...PANEL, ...figure, title: `(${letter(i)}) ${figure.title}` }),
  );
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...panels.filter((_, i) => i % columns === column).map(({ width }) => width)),
  );
  const width = widths.reduce((sum, one) => sum + one, 0) + (columns - 1) * GAP;
  const top = head(context, page, [], width);
  const parts = [top.svg];
  let y = top.height + GAP;
  for (let row = 0; row * columns < panels.length; row += 1) {
    const inRow = panels.slice(row * columns, (row + 1) * columns);
    let x = 0;
    for (const [column, { svg }] of inRow.entries()) {
      parts.push(element('g', { class: 'panel', transform: `translate(${px(x)},${px(y)})` }, svg));
      x += widths[column]! + GAP;
    }
    y += Math.max(...inRow.map(({ height }) => height)) + GAP;
  }
  const bottom = foot(context, page.notes ?? [], width);
  parts.push(element('g', { transform: `translate(0,${px(y)})` }, bottom.svg));
  return { width, height: Math.ceil(y + (page.notes === undefined ? MARGIN / 2 : bottom.height)), svg: parts.join('') };
}

/** a, b, …, z, aa, ab, … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
