import { NOT_ENTROPY_MARK } from '../../entropy/bit-record.js';
import type { FailureCase } from '../../entropy/failures/failure-cases.js';
import { latencyQuantile } from '../../entropy/failures/latency-quantile.js';
import { WATCHERS, type Watched, type Watcher } from '../../entropy/failures/watch-failure.js';
import type { Cell } from '../events.js';

/** One board that failed. */
export interface WatchedRun {
  readonly failure: FailureCase;
  readonly controller: 'on' | 'off';
  readonly seed: number;
  readonly watched: Watched;
}

/** Names of tests for people, in the order of a table. */
export const WATCHER_TITLES: Readonly<Record<Watcher, string>> = {
  board: 'board’s flag',
  firmware: 'firmware’s tests',
  repetitionCount: 'RCT',
  adaptiveProportion: 'APT',
  monobit: 'monobit',
  transition: 'transition',
  lag: 'lag',
  lagPredictor: 'lag predictor',
  replay: 'replay',
  cellRepetition: 'cell RCT',
  cellMonobit: 'cell monobit',
};

/** Runs with one failure and one setting of the controller. */
export function groupsOf(runs: readonly WatchedRun[]): WatchedRun[][] {
  const groups = new Map<string, WatchedRun[]>();
  for (const run of runs) {
    const key = `${run.failure.id} ${run.controller}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()];
}

/** Bits until a test's alarm in each run of a group; null where there was none. */
export function latenciesOf(group: readonly WatchedRun[], watcher: Watcher): (number | null)[] {
  return group.map(({ watched }) => watched.latency[watcher]);
}

/** Median and 90th percentile of every test, failure and setting. */
export function summaryOf(runs: readonly WatchedRun[]): Record<string, Cell>[] {
  return groupsOf(runs).flatMap((group) =>
    WATCHERS.map((watcher) => {
      const latencies = latenciesOf(group, watcher);
      const { failure, controller } = group[0]!;
      return {
        failure: failure.id,
        controller,
        test: watcher,
        seen: latencies.filter((bits) => bits !== null).length,
        boards: latencies.length,
        median_bits: latencyQuantile(latencies, 0.5) ?? NaN,
        p90_bits: latencyQuantile(latencies, 0.9) ?? NaN,
      };
    }),
  );
}

/** The summary in Markdown: a row for each failure, a column for each test that noticed any of them; above them the mark, with what `about` says of the boards. */
export function detectionTable(runs: readonly WatchedRun[], about: string): string {
  const groups = groupsOf(runs);
  const ids = Object.keys(WATCHER_TITLES) as Watcher[];
  const shown = ids.filter((id) => runs.some(({ watched }) => watched.latency[id] !== null));
  const lines = [
    `${NOT_ENTROPY_MARK} (${about})`,
    '',
    `| failure | controller | ${shown.map((id) => WATCHER_TITLES[id]).join(' | ')} |`,
    `|---|---|${shown.map(() => '---|').join('')}`,
    ...groups.map((group) => {
      const cells = shown.map((id) => cellOf(latenciesOf(group, id)));
      return `| ${group[0]!.failure.title} | ${group[0]!.controller} | ${cells.join(' | ')} |`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function cellOf(latencies: readonly (number | null)[]): string {
  const median = latencyQuantile(latencies, 0.5);
  const p90 = latencyQuantile(latencies, 0.9);
  if (median !== null) return `${bitsText(median)} / ${p90 === null ? '–' : bitsText(p90)}`;
  const seen = latencies.filter((bits) => bits !== null).length;
  return seen === 0 ? '–' : `${seen} of ${latencies.length}`;
}

/** Bits to two digits or three: 950, 4.1 k, 260 k, 1.3 M. */
export function bitsText(bits: number): string {
  if (bits < 1000) return String(bits);
  const [value, unit] = bits < 999_500 ? [bits / 1e3, 'k'] : [bits / 1e6, 'M'];
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}
