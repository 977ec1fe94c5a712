import type { ExperimentView } from '../views.js';
import { allanView } from './allan-view.js';

const P = { column: 'p', label: 'Share of ones' } as const;
const ROW = { column: 'row', label: 'Row' } as const;
const COL = { column: 'col', label: 'Column' } as const;
const MAP = { aspect: 'equal', yDown: true } as const;
const HALF = { axis: 'y', value: 0.5 } as const;

/** What the pictures of the statistics of raw bits show. */
export const STATISTICS_VIEWS: readonly ExperimentView[] = [
  {
    kind: 'line',
    id: 'bias',
    title: 'Share of ones against time',
    table: 'bias',
    x: { column: 'time_s', label: 'Board time', unit: 's' },
    y: [{ ...P, lower: 'lower', upper: 'upper' }],
    references: [HALF],
  },
  allanView('independent bits: √(p(1−p)/n)'),
  {
    kind: 'line',
    id: 'autocorrelation-stream',
    title: 'Autocorrelation of the stream',
    table: 'autocorrelation',
    x: { column: 'lag', label: 'Lag, bits of the stream' },
    y: [
      { column: 'stream', label: 'r_{k}', draw: 'markers' },
      {
        column: 'independent',
        label: 'independent bits, 95 % of lags',
        provenance: 'modelled',
        lower: 'stream_lower',
        upper: 'stream_upper',
      },
    ],
    yLabel: 'Correlation',
  },
  {
    kind: 'line',
    id: 'autocorrelation-cells',
    title: 'Autocorrelation within cells',
    table: 'autocorrelation',
    x: { column: 'lag', label: 'Lag, shots of a cell' },
    y: [
      { column: 'cells', label: 'r_{k}', draw: 'markers' },
      {
        column: 'independent',
        label: 'independent bits, 95 % of lags',
        provenance: 'modelled',
        lower: 'cells_lower',
        upper: 'cells_upper',
      },
    ],
    yLabel: 'Correlation',
  },
  {
    kind: 'heatmap',
    id: 'cell-map',
    title: 'Share of ones of every cell',
    table: 'cells',
    x: COL,
    y: ROW,
    value: P,
    colors: 'diverging',
    ...MAP,
  },
  {
    kind: 'heatmap',
    id: 'entropy-map',
    title: 'Min-entropy of every cell by its most common value',
    table: 'cells',
    x: COL,
    y: ROW,
    value: { column: 'min_entropy', label: 'Min-entropy a bit' },
    ...MAP,
  },
  {
    kind: 'histogram',
    id: 'cell-entropy',
    title: 'Cells by their min-entropy (most common value)',
    table: 'cells',
    value: { column: 'min_entropy', label: 'Min-entropy a bit' },
  },
  { kind: 'image', id: 'bit-map', title: 'Cells (down) and shots (across)', image: 'bit-map' },
];
