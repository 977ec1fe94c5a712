import type { ColorMapName, Provenance, ReferenceLine } from '../plot/index.js';

/** A column of a table with what stands at its axis. */
export interface ViewAxis {
  readonly column: string;
  readonly label: string;
  /** SI base unit; the display chooses one prefix for the axis. */
  readonly unit?: string;
  /** Default linear. */
  readonly scale?: 'linear' | 'log';
  /** Limits, SI; absent ones follow the data. */
  readonly min?: number;
  readonly max?: number;
}

/** A column that is drawn against x. */
export interface ViewSeries extends ViewAxis {
  /** Columns with the ends of an interval about each value, by default at 95 %. */
  readonly lower?: string;
  readonly upper?: string;
  readonly draw?: 'line' | 'markers' | 'both';
  /** Default: measured. */
  readonly provenance?: Provenance;
}

/** A column whose values part the rows into groups, each drawn as one: a curve, or a population. */
export type ViewGroup = Pick<ViewAxis, 'column' | 'label' | 'unit'>;

interface ViewFrame {
  /** Unique in the experiment; names the files `plots/ID.svg` and `plots/ID.png`. */
  readonly id: string;
  readonly title: string;
}

/** How to draw what a run yields, as data: terminal, page, report and the pictures in the run folder read the same. */
export type ExperimentView =
  | (ViewFrame & {
      readonly kind: 'line' | 'scatter';
      readonly table: string;
      readonly x: ViewAxis;
      /** All of one unit; scale and limits of the axis are those of the first. */
      readonly y: readonly ViewSeries[];
      /** Label of the axis where there are several; default: that of the first. */
      readonly yLabel?: string;
      readonly series?: ViewGroup;
      readonly references?: readonly ReferenceLine[];
    })
  | (ViewFrame & {
      readonly kind: 'histogram';
      readonly table: string;
      readonly value: ViewAxis;
      readonly bins?: number;
      readonly series?: ViewGroup;
      readonly references?: readonly ReferenceLine[];
    })
  /** A grid of all values of x and y that occur; of several rows for one cell the last counts, a cell without one is shown as missing. */
  | (ViewFrame & {
      readonly kind: 'heatmap';
      readonly table: string;
      readonly x: ViewAxis;
      readonly y: ViewAxis;
      readonly value: ViewAxis;
      readonly colors?: ColorMapName;
      readonly center?: number;
      readonly contours?: readonly number[];
      /** Columns with the counts behind a proportion. */
      readonly counts?: { readonly successes: string; readonly trials: string };
      readonly aspect?: 'fill' | 'equal';
      readonly yDown?: boolean;
    })
  | (ViewFrame & { readonly kind: 'image'; readonly image: string });
