/** Figures as data, drawn to SVG and PNG. */
export type {
  ColorMapName,
  Figure,
  FigureAxis,
  FigureSeries,
  HeatmapFigure,
  HistogramFigure,
  Numbers,
  PageFigure,
  PlotFigure,
  Population,
  Provenance,
  ReferenceLine,
  SphereFigure,
  SpherePath,
  XyFigure,
} from './figure.js';
export { renderFigure, renderPng, renderSvg, type PngOptions } from './render.js';
