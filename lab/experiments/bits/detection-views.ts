import { latencyQuantile } from '../../entropy/failures/latency-quantile.js';
import type { Watcher } from '../../entropy/failures/watch-failure.js';
import type { XyFigure } from '../../plot/index.js';
import type { ExperimentView } from '../views.js';
import { groupsOf, latenciesOf, WATCHER_TITLES, type WatchedRun } from './detection-summary.js';

/** What the live pictures of a detection study show. */
export const DETECTION_VIEWS: readonly ExperimentView[] = [
  {
    kind: 'histogram',
    id: 'latencies',
    title: 'Bits until an alarm, all failures together',
    table: 'latencies',
    value: { column: 'bits', label: 'Bits since the failure', scale: 'log' },
    series: { column: 'test', label: 'Test' },
  },
];

/** Tests that the figure shows: as many as can be told apart. What it leaves out is in the tables. */
const DRAWN: readonly Watcher[] = [
  'board',
  'firmware',
  'repetitionCount',
  'adaptiveProportion',
  'monobit',
  'lag',
  'cellRepetition',
  'cellMonobit',
];

/** Median bits until each test's alarm, a line for each failure; a test without a median has no mark there. */
export function detectionFigure(
  runs: readonly WatchedRun[],
  controller: 'on' | 'off',
  limit: number,
  subtitle: string,
): XyFigure {
  const groups = groupsOf(runs.filter((run) => run.controller === controller));
  return {
    kind: 'scatter',
    title: `Bits until an alarm, controller ${controller}`,
    subtitle,
    width: 760,
    height: 240 + 44 * groups.length,
    notes: [
      groups.map((group, k) => `${groups.length - k}: ${group[0]!.failure.title}`).join('; '),
      'Marks are medians over the boards; marks of a failure lie one below the other so that they can be seen. A test without a mark gave no alarm on half of the boards.',
    ],
    x: { label: 'Bits since the failure', scale: 'log', min: 100, max: 2 * limit },
    y: { label: 'Failure', min: 0.4, max: groups.length + 0.6 },
    references: [{ axis: 'x', value: limit, label: 'limit' }],
    series: DRAWN.map((watcher, color) => {
      const medians = groups.map((group) => latencyQuantile(latenciesOf(group, watcher), 0.5));
      return {
        label: WATCHER_TITLES[watcher],
        color,
        x: medians.map((bits) => Math.max(100, bits ?? NaN)),
        // The first failure at the top; tests a little apart.
        y: medians.map((bits, k) => (bits === null ? NaN : groups.length - k + 0.3 - (0.6 * color) / DRAWN.length)),
      };
    }),
  };
}
