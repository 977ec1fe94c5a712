import type { HeatmapFigure } from '../../plot/index.js';
import type { ExperimentView, ViewAxis } from '../views.js';
import type { MapPoint, StartState } from './adaptive-map.js';
import type { HalfWidthPoint } from './map-findings.js';

/** Tables of a map, by the state before the pulse. */
export const POINT_TABLE = { p: 'from-parallel', ap: 'from-antiparallel' } as const;
/** Of the coarse grid: what a heat map can show. */
export const GRID_TABLE = { p: 'map-from-parallel', ap: 'map-from-antiparallel' } as const;
const START_NAME = { p: 'parallel', ap: 'antiparallel' } as const;

const STARTS = ['p', 'ap'] as const;
const WIDTH: ViewAxis = { column: 'width_s', label: 'Pulse width', unit: 's' };
const AMPLITUDE: ViewAxis = { column: 'voltage_V', label: 'Amplitude', unit: 'V' };
const PROBABILITY = { column: 'p', label: 'Switching probability', min: 0, max: 1 } as const;
const INTERVAL = { lower: 'lower', upper: 'upper' } as const;
const COUNTS = { successes: 'switched', trials: 'trials' } as const;
const HALF = { axis: 'y', value: 0.5 } as const;

/** What the pictures of a switching map show: the maps before the curves through them. */
export const MAP_VIEWS: readonly ExperimentView[] = [
  ...STARTS.map((start): ExperimentView => ({
    kind: 'heatmap',
    id: GRID_TABLE[start],
    title: `Switching from ${START_NAME[start]}`,
    table: GRID_TABLE[start],
    x: WIDTH,
    y: AMPLITUDE,
    value: PROBABILITY,
    colors: 'diverging',
    contours: [0.5],
    counts: COUNTS,
  })),
  ...STARTS.map((start): ExperimentView => ({
    kind: 'line',
    id: `probability-${POINT_TABLE[start]}`,
    title: `Switching from ${START_NAME[start]}`,
    table: POINT_TABLE[start],
    x: WIDTH,
    y: [{ ...PROBABILITY, ...INTERVAL }],
    series: AMPLITUDE,
    references: [HALF],
  })),
  {
    kind: 'line',
    id: 'memory',
    title: 'Memory of the start',
    table: 'memory',
    x: WIDTH,
    y: [{ column: 'memory', label: 'Memory', ...INTERVAL }],
    series: AMPLITUDE,
    references: [{ axis: 'y', value: 0 }],
  },
  {
    kind: 'line',
    id: 'cell-spread',
    title: 'Cells by their switching probability',
    table: 'spread',
    x: { column: 'p', label: 'Share of switched shots' },
    y: [
      { column: 'cells', label: 'cells', draw: 'markers' },
      { column: 'expected', label: 'binomial of the mean', provenance: 'modelled', ...INTERVAL },
    ],
    yLabel: 'Cells',
  },
  {
    kind: 'heatmap',
    id: 'cell-map',
    title: 'Switching probability of every cell',
    table: 'cells',
    x: { column: 'col', label: 'Column' },
    y: { column: 'row', label: 'Row' },
    value: { column: 'p', label: 'Switching probability' },
    counts: COUNTS,
    aspect: 'equal',
    yDown: true,
  },
  {
    kind: 'scatter',
    id: 'columns',
    title: 'Switching probability of the columns',
    table: 'columns',
    x: { column: 'col', label: 'Column' },
    y: [{ column: 'p', label: 'Switching probability', ...INTERVAL }],
  },
];

/** The heat map of the coarse grid with the refined widths of p = ½ upon it. */
export function mapFigure(
  start: StartState,
  grid: readonly Omit<MapPoint, 'start'>[],
  halfWidths: readonly HalfWidthPoint[],
  { subtitle, logarithmic }: { readonly subtitle: string; readonly logarithmic: boolean },
): HeatmapFigure {
  const rising = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
  const xs = rising(grid.map(({ widthS }) => widthS));
  const ys = rising(grid.map(({ voltageV }) => voltageV));
  const cells = (value: (point: Omit<MapPoint, 'start'>) => number): Float64Array => {
    const values = new Float64Array(xs.length * ys.length).fill(NaN);
    for (const point of grid) values[ys.indexOf(point.voltageV) * xs.length + xs.indexOf(point.widthS)] = value(point);
    return values;
  };
  const marked = halfWidths.filter((each) => each.start === start);
  return {
    kind: 'heatmap',
    title: `Switching from ${START_NAME[start]}`,
    subtitle,
    x: { label: WIDTH.label, unit: 's', scale: logarithmic ? 'log' : 'linear' },
    y: { label: AMPLITUDE.label, unit: 'V' },
    value: { label: PROBABILITY.label, min: 0, max: 1 },
    xs,
    ys,
    values: cells(({ switched, trials }) => switched / trials),
    counts: { successes: cells(({ switched }) => switched), trials: cells(({ trials }) => trials) },
    colors: 'diverging',
    contours: [0.5],
    ...(marked.length === 0
      ? {}
      : {
          overlays: [
            {
              label: 'p = ½, from refined widths',
              x: marked.map(({ widthS }) => widthS),
              y: marked.map(({ voltageV }) => voltageV),
              draw: 'markers',
            },
          ],
        }),
  };
}
