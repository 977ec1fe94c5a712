import { checkFigure } from './check-figure.js';
import { drawHeatmap } from './draw-heatmap.js';
import { drawHistogram } from './draw-histogram.js';
import { drawPage } from './draw-page.js';
import { drawSphere } from './draw-sphere.js';
import { drawXy } from './draw-xy.js';
import { DrawingContext, type Drawing } from './drawing.js';
import type { Figure, PlotFigure } from './figure.js';
import { FONT_FAMILY, loadFonts } from './font.js';
import { PAPER } from './palette.js';
import { element, textContent } from './svg-element.js';

/** Draws a figure as an SVG document. */
export async function drawFigure(figure: Figure): Promise<string> {
  checkFigure('figure', figure);
  const context = new DrawingContext(await loadFonts());
  const { width, height, svg } =
    figure.kind === 'page' ? drawPage(context, figure, drawPlot) : drawPlot(context, figure);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': FONT_FAMILY,
    },
    element('title', {}, textContent(figure.title)),
    element('rect', { width, height, fill: PAPER }),
    svg,
  );
}

function drawPlot(context: DrawingContext, figure: PlotFigure): Drawing {
  switch (figure.kind) {
    case 'line':
    case 'scatter':
      return drawXy(context, figure);
    case 'histogram':
      return drawHistogram(context, figure);
    case 'heatmap':
      return drawHeatmap(context, figure);
    case 'sphere':
      return drawSphere(context, figure);
  }
}
