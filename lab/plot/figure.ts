/**
 * Figures as plain data: what is drawn, in SI, with what a reader needs to judge it. The renderer chooses prefixes, ticks and layout.
 *
 * Labels may hold `_{…}` and `^{…}` for what stands lower and higher: `m_{z}`, `R_{P}`, `10^{−3}`.
 */

import type { AxisOptions, Numbers } from '../../base/axes/index.js';

export type { Numbers } from '../../base/axes/index.js';

/** One axis. */
export type FigureAxis = AxisOptions;

/** How values came to be. Modelled ones are drawn dashed and with open markers, measured ones solid and filled. */
export type Provenance = 'measured' | 'modelled';

/** Points with a common look. All arrays have one length; NaN in `y` is a gap. */
export interface FigureSeries {
  /** Entry of the legend; without it the series has none. */
  readonly label?: string;
  readonly x: Numbers;
  readonly y: Numbers;
  /** Ends of an interval about each point, by default at 95 %. NaN where there is none. */
  readonly lower?: Numbers;
  readonly upper?: Numbers;
  /** How intervals are drawn; default `bars` for markers and `band` for lines. */
  readonly interval?: 'bars' | 'band';
  /** Default: `line` in a line figure, `markers` in a scatter figure. */
  readonly draw?: 'line' | 'markers' | 'both';
  /** Default: measured. */
  readonly provenance?: Provenance;
  /** Number of the colour in the palette; series of one number share it, such as points and the curve fitted to them. Default: the next one. */
  readonly color?: number;
}

/** A straight line at a value of one axis, SI. */
export interface ReferenceLine {
  readonly axis: 'x' | 'y';
  readonly value: number;
  readonly label?: string;
}

interface FigureFrame {
  readonly title: string;
  /** The facts that make the figure reproducible: seed, device, board, "modelled". Wrapped to the width. */
  readonly subtitle?: string;
  /** Remarks below the figure, one line each or more. */
  readonly notes?: readonly string[];
  /** Size in pixels at scale 1; defaults about 640 by 460. */
  readonly width?: number;
  /** Grows where title, legend and notes would leave the plot too little. */
  readonly height?: number;
}

/** Curves, or points, of one or several series. */
export interface XyFigure extends FigureFrame {
  readonly kind: 'line' | 'scatter';
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  readonly series: readonly FigureSeries[];
  readonly references?: readonly ReferenceLine[];
  /** What the intervals are, for the legend; default `95 % interval`. */
  readonly intervalLabel?: string;
}

/** Values of one population. What is not finite is left out, and the figure says how many values that were. */
export interface Population {
  readonly label?: string;
  readonly values: Numbers;
  readonly color?: number;
}

/** How often values occur, of one or several populations in the same bins. */
export interface HistogramFigure extends FigureFrame {
  readonly kind: 'histogram';
  /** The value; a logarithmic axis has bins of equal ratio. */
  readonly x: FigureAxis;
  readonly populations: readonly Population[];
  /** Number of bins, about; default by the rule of Freedman and Diaconis. */
  readonly bins?: number;
  /** What is counted; default `Count`. */
  readonly countLabel?: string;
  readonly countScale?: 'linear' | 'log';
  readonly references?: readonly ReferenceLine[];
}

/** Colour maps: two that are perceptually uniform, and one that diverges from a middle. */
export type ColorMapName = 'viridis' | 'cividis' | 'diverging';

/** Values on a grid that need not be regular. */
export interface HeatmapFigure extends FigureFrame {
  readonly kind: 'heatmap';
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  readonly value: FigureAxis;
  /** Centres of the columns, ascending, or their edges (one more than columns). */
  readonly xs: Numbers;
  /** Centres of the rows, ascending, or their edges. */
  readonly ys: Numbers;
  /** Row by row, `values[row * columns + column]`; NaN is a missing cell and drawn as such. */
  readonly values: Numbers;
  /** Default viridis. */
  readonly colors?: ColorMapName;
  /** Middle of the diverging map, SI; default 0.5, for probabilities. */
  readonly center?: number;
  /** Values at which contour lines are drawn. */
  readonly contours?: readonly number[];
  /** Curves over the map. */
  readonly overlays?: readonly FigureSeries[];
  /** `equal`: cells have the shape of their coordinates, for maps of an array. Default `fill`. */
  readonly aspect?: 'fill' | 'equal';
  /** Whether the first row is at the top, as for rows of an array. */
  readonly yDown?: boolean;
  /** Counts behind proportions, one for each value: for whoever reads a cell off the map with its interval. NaN where there are none. */
  readonly counts?: { readonly successes: Numbers; readonly trials: Numbers };
}

/** A path of a unit vector; all arrays have one length. */
export interface SpherePath {
  /** Entry of the legend. */
  readonly label?: string;
  readonly x: Numbers;
  readonly y: Numbers;
  readonly z: Numbers;
  /** Seconds; needed to colour by time. */
  readonly t?: Numbers;
  /** Whether the pulse was on (not 0) at each point; needed to colour by pulse. */
  readonly pulse?: ArrayLike<number | boolean>;
}

/** One or more paths on the unit sphere, seen from a direction. What is behind the sphere is faint. */
export interface SphereFigure extends FigureFrame {
  readonly kind: 'sphere';
  readonly paths: readonly SpherePath[];
  /** Default: `path` for several paths, `time` for one with times, else `path`. */
  readonly colorBy?: 'time' | 'pulse' | 'path';
  /** Where the eye is: degrees east of x in the x-y plane, and degrees above that plane. Default 35 and 20. */
  readonly view?: { readonly azimuthDeg: number; readonly elevationDeg: number };
  /** Names of the axes; default m_{x}, m_{y}, m_{z}. */
  readonly axes?: readonly [string, string, string];
}

/** A figure of one plot. */
export type PlotFigure = XyFigure | HistogramFigure | HeatmapFigure | SphereFigure;

/** Several plots on a page, row by row, lettered (a), (b), … */
export interface PageFigure {
  readonly kind: 'page';
  readonly title: string;
  readonly subtitle?: string;
  readonly notes?: readonly string[];
  readonly figures: readonly PlotFigure[];
  /** Default: as square as it gets. */
  readonly columns?: number;
}

/** Anything the renderer draws. */
export type Figure = PlotFigure | PageFigure;
