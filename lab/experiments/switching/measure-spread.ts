import { formatSi } from '../../../base/index.js';
import type { DriveSettings } from '../../../firmware-host/host/index.js';
import type { Cell, ExperimentEvent } from '../events.js';
import { intervalOf, type StartState } from './adaptive-map.js';
import { cellSpreadOf, spreadHistogram } from './cell-spread.js';
import type { ShotSource } from './shot-source.js';

/** One pulse on every cell. */
export interface SpreadPlan {
  readonly source: ShotSource;
  /** The settings in force. */
  readonly drive: DriveSettings;
  readonly start: StartState;
  /** Of each cell. */
  readonly shots: number;
}

/** Measures every cell at one pulse, and tells how much more they differ than chance makes them. */
export async function* measureSpread({ source, drive, start, shots }: SpreadPlan): AsyncGenerator<ExperimentEvent> {
  const switched = await source.countByCell(start, shots);
  const byColumn = new Map<number, { trials: number; switched: number }>();
  for (const [k, { row, col }] of source.addresses.entries()) {
    const cell = { trials: shots, switched: switched[k]! };
    yield { type: 'row', table: 'cells', values: { row, col, ...countRow(cell) } };
    const column = byColumn.get(col);
    byColumn.set(col, {
      trials: (column?.trials ?? 0) + shots,
      switched: (column?.switched ?? 0) + cell.switched,
    });
  }
  for (const [col, column] of byColumn) yield { type: 'row', table: 'columns', values: { col, ...countRow(column) } };
  const spread = cellSpreadOf(switched, shots);
  if (spread === undefined) {
    const at = `${formatSi(drive.amplitudeV, 'V')}, ${formatSi(drive.pulseWidthS, 's')}`;
    yield { type: 'note', text: `at ${at} all cells did the same: nothing can be said of their spread` };
    return;
  }
  for (const { p, cells, expected, lower, upper } of spreadHistogram(switched, spread)) {
    yield { type: 'row', table: 'spread', values: { p, cells, expected, lower, upper } };
  }
  yield {
    type: 'result',
    values: { cellSpread: { widthS: drive.pulseWidthS, voltageV: drive.amplitudeV, start, ...spread } },
  };
}

/** Counts as columns of a row, with p and its 95 % interval. */
export function countRow(counts: { readonly trials: number; readonly switched: number }): Record<string, Cell> {
  const { trials, switched } = counts;
  const [lower, upper] = intervalOf(counts);
  return { trials, switched, p: switched / trials, lower, upper };
}
