/** Everything drawn: what pages take from here. */
import 'uplot/dist/uPlot.min.css';
import './plot.css';

export { LinePlot, type LinePlotProps } from './xy/line-plot.js';
export { summaryOf, type PlotSeries, type Summary, type XyModel } from './xy/model.js';
export type { Range } from './xy/ranges.js';
