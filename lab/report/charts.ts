import { formatSi } from '../../base/index.js';
import { axisScale } from '../../base/axes/index.js';
import { html, type Html } from './html.js';
import type { ReportKind, ReportScope } from './report-input.js';

/** How a panel's values came to be; the page draws each in its own way. `count` and `time` are plain facts. */
export type SeriesStyle = ReportKind | 'count' | 'time';

/** One line or row of bars; `values` in SI, one a step, null where the step has none. */
export interface ChartSeries {
  readonly label: string;
  readonly style: SeriesStyle;
  readonly values: readonly (number | null)[];
}

/** One plot. All series share the axis and therefore the unit. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What the vertical axis is, without unit. */
  readonly quantity: string;
  readonly unit: string;
  readonly shape: 'bars' | 'line';
  /** Colour of the page's palette. */
  readonly tone: ReportScope | 'neutral';
  readonly x: readonly number[];
  readonly series: readonly ChartSeries[];
}

/** The same, scaled to the axis' prefix: what the page's script reads. */
export interface DrawnChart {
  readonly id: string;
  readonly axis: string;
  /** The unit with the axis' prefix. */
  readonly unit: string;
  readonly shape: 'bars' | 'line';
  readonly tone: string;
  readonly x: readonly number[];
  readonly series: readonly {
    readonly label: string;
    readonly style: SeriesStyle;
    readonly values: readonly (number | null)[];
  }[];
}

/** Applies one prefix to all series of a chart. */
export function drawnChart(chart: Chart): DrawnChart {
  const scale = axisScale(
    chart.series.flatMap((series) => [...series.values]),
    chart.unit,
  );
  return {
    id: chart.id,
    axis: scale.unit === '' ? chart.quantity : `${chart.quantity} (${scale.unit})`,
    unit: scale.unit,
    shape: chart.shape,
    tone: chart.tone,
    x: chart.x,
    series: chart.series.map(({ label, style, values }) => ({
      label,
      style,
      values: values.map((value) => (value === null ? null : Number((value * scale.factor).toPrecision(6)))),
    })),
  };
}

/** The place a chart is drawn into, with its caption and its summary in words. */
export function chartFigure(chart: Chart): Html {
  return html`<figure class="chart">
    <figcaption id="${chart.id}-title">${chart.title}</figcaption>
    <div
      class="plot"
      id="${chart.id}"
      role="img"
      aria-label="${chart.title}. ${chart.series.map((s) => describe(s, chart.unit)).join(' ')}"
    ></div>
  </figure>`;
}

/** n, smallest, mean and largest of a series as a sentence. */
function describe(series: ChartSeries, unit: string): string {
  const values = series.values.filter((value) => value !== null);
  if (values.length === 0) return `${series.label}: no values.`;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${series.label}: n = ${values.length}, least ${formatSi(least, unit)}, mean ${formatSi(mean, unit)}, most ${formatSi(most, unit)}.`;
}

/** Running total of a series; a gap stays a gap and adds nothing. */
export function cumulative(values: readonly (number | null)[]): (number | null)[] {
  let sum = 0;
  return values.map((value) => (value === null ? null : (sum += value)));
}
