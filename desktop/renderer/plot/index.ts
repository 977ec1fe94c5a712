/** Everything drawn: what pages take from here. */
import 'uplot/dist/uPlot.min.css';
import './plot.css';

export { BitGrid, type BitOrder } from './bits/bit-grid.js';
export { BitRaster } from './bits/bit-raster.js';
export { FigureView, type DrawSvg, type FigureViewProps } from './figure-view.js';
export { ImageView, type GreyImage } from './image/image-view.js';
export type { CellAt, MapCounts } from './map/cell-text.js';
export { HeatMap, type HeatMapProps } from './map/heat-map.js';
export { toCsv, type DataTable } from './parts/csv.js';
export { saveBlob, fileName } from './parts/save.js';
export { Sparkline } from './parts/sparkline.js';
export { histogramModel, xyModel } from './xy/derived.js';
export { LinePlot, type LinePlotProps } from './xy/line-plot.js';
export { summaryOf, type PlotSeries, type Summary, type XyModel } from './xy/model.js';
export type { Range } from './xy/ranges.js';
