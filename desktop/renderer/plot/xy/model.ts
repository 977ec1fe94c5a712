import type { AxisOptions, Numbers } from '../../../../base/axes/index.js';
import type { FigureSeries, Provenance, ReferenceLine } from '../../../../lab/plot/index.js';

/** A series as plots on the page know it. */
export interface PlotSeries extends Omit<FigureSeries, 'provenance'> {
  /** How the values are known; default: measured. An estimate is computed from a figure that a person gave. */
  readonly provenance?: Provenance | 'estimated';
  /** Drawn as steps: each value from its x to the next one, the last value closing the last step. For counts in bins. */
  readonly steps?: boolean;
  /** Filled down to the lower edge, or to the series of this number. */
  readonly fill?: 'floor' | number;
  /** The falling branch of a loop: drawn with dashes and dots. */
  readonly falling?: boolean;
}

/** What a line plot draws: the data of a figure of kind `line` or `scatter`. */
export interface XyModel {
  readonly title: string;
  readonly subtitle?: string;
  readonly notes?: readonly string[];
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  readonly series: readonly PlotSeries[];
  readonly references?: readonly ReferenceLine[];
  /** What intervals are, for the legend. */
  readonly intervalLabel?: string;
  /** How series are drawn that do not say. */
  readonly draw: 'line' | 'markers' | 'both';
}

/** A series with everything decided that has a default. */
export interface SeriesLook {
  readonly series: PlotSeries;
  /** Number in the palette, and of the marker. */
  readonly color: number;
  readonly line: boolean;
  readonly markers: boolean;
  readonly dashed: boolean;
  /** Dotted instead of dashed, and called so. */
  readonly estimated: boolean;
  readonly interval: 'bars' | 'band' | undefined;
}

/** Decides how each series looks, by the rules of pictures in files. */
export function looksOf({ series, draw: byDefault }: Pick<XyModel, 'series' | 'draw'>): SeriesLook[] {
  return series.map((one, i) => {
    const draw = one.draw ?? byDefault;
    return {
      series: one,
      color: one.color ?? i,
      line: draw !== 'markers',
      markers: draw !== 'line',
      dashed: one.provenance === 'modelled' || one.provenance === 'estimated',
      estimated: one.provenance === 'estimated',
      interval: one.lower === undefined || one.upper === undefined ? undefined : (one.interval ?? intervalOf(draw)),
    };
  });
}

/** Dashes of a line, pixels: none if it is measured, long ones for a model, dots for an estimate; close dots for a measured branch that falls. */
export function dashOf({ dashed, estimated, series }: Pick<SeriesLook, 'dashed' | 'estimated' | 'series'>): number[] {
  if (dashed) return estimated ? [2, 3] : [6, 3];
  return series.dotted === true ? [2, 2] : [];
}

const intervalOf = (draw: 'line' | 'markers' | 'both'): 'bars' | 'band' => (draw === 'line' ? 'band' : 'bars');

/** What a plot leaves out. */
export interface Omissions {
  /** Values that a logarithmic axis cannot show. */
  readonly notPositive: number;
  /** Values beyond limits that the figure itself sets. */
  readonly outside: number;
}

/** Counts what the axes cannot show; gaps (NaN) are no values. */
export function omissionsOf({ series, x, y }: Pick<XyModel, 'series' | 'x' | 'y'>): Omissions {
  let [notPositive, outside] = [0, 0];
  const beyond = (value: number, { min = -Infinity, max = Infinity }: AxisOptions): boolean =>
    value < min || value > max;
  for (const { x: xs, y: ys } of series) {
    for (let i = 0; i < xs.length; i += 1) {
      const [xv, yv] = [xs[i]!, ys[i]!];
      if (!Number.isFinite(xv) || !Number.isFinite(yv)) continue;
      if ((x.scale === 'log' && xv <= 0) || (y.scale === 'log' && yv <= 0)) notPositive += 1;
      else if (beyond(xv, x) || beyond(yv, y)) outside += 1;
    }
  }
  return { notPositive, outside };
}

/** Count, least, mean and greatest of all finite y: what a reader is told who cannot see the plot. */
export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

/** What a plot is a summary of: its measured series, all of them where none is measured. */
export function summaryOfModel({ series }: Pick<XyModel, 'series'>): Summary {
  const measured = series.filter(({ provenance }) => provenance !== 'modelled');
  return summaryOf((measured.length > 0 ? measured : series).map(({ y }) => y));
}

/** Summary of the values as they are given, before any thinning. */
export function summaryOf(arrays: Iterable<Numbers>): Summary {
  let [n, min, max, sum] = [0, Infinity, -Infinity, 0];
  for (const values of arrays) {
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      n += 1;
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return n === 0 ? { n, min: NaN, mean: NaN, max: NaN } : { n, min, mean: sum / n, max };
}
