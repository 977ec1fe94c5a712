import type { Watcher } from '../../entropy/failures/watch-failure.js';
import type { PageFigure, XyFigure } from '../../plot/index.js';
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

/** For each failure: the share of boards on which a test has given an alarm, against the bits since the failure. */
export function detectionPage(
  runs: readonly WatchedRun[],
  controller: 'on' | 'off',
  limit: number,
  subtitle: string,
): PageFigure {
  const groups = groupsOf(runs.filter((run) => run.controller === controller));
  return {
    kind: 'page',
    title: `How long failures go unseen, controller ${controller}`,
    subtitle,
    columns: 3,
    notes: ['A test that has no curve gave no alarm. Colours mean the same test in every plot.'],
    figures: groups.map((group): XyFigure => {
      const series = (Object.keys(WATCHER_TITLES) as Watcher[]).flatMap((watcher, color) => {
        const seen = latenciesOf(group, watcher).filter((bits) => bits !== null);
        return seen.length === 0
          ? []
          : [{ label: WATCHER_TITLES[watcher], color, ...stepsOf(seen, group.length, limit) }];
      });
      return {
        kind: 'line',
        title: group[0]!.failure.title,
        x: { label: 'Bits since the failure', scale: 'log', min: 10, max: limit },
        y: { label: 'Share of boards', min: 0, max: 1.02 },
        // A plot must have something to draw.
        series: series.length > 0 ? series : [{ label: 'no alarm', x: [10, limit], y: [0, 0], color: 0 }],
      };
    }),
  };
}

/** A staircase that rises at each value. */
function stepsOf(values: readonly number[], count: number, end: number): { x: number[]; y: number[] } {
  const x = [10];
  const y = [0];
  const sorted = [...values].sort((a, b) => a - b);
  for (const [k, value] of sorted.entries()) {
    const at = Math.max(10, value);
    x.push(at, at);
    y.push(k / count, (k + 1) / count);
  }
  x.push(end);
  y.push(values.length / count);
  return { x, y };
}
