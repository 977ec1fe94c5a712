import { z } from 'zod';
import { distributionOf, judgeCells, type Distribution } from './cell-states.js';
import { defineExperiment, type ExperimentContext } from './define-experiment.js';
import type { ExperimentEvent } from './events.js';
import { selectLines } from './line-selection.js';
import { choice, count, quantity } from './params.js';
import { RepeatedReadings } from './repeated-readings.js';
import { resistanceSummary } from './resistance-statistics.js';
import { RunTimes } from './run-times.js';
import { countAntiparallel } from './shot-counts.js';
import type { ViewAxis } from './views.js';
import { sortUnreadable, type UnreadableCells } from './unreadable-cells.js';
import { resistanceMapDe } from './resistance-map.texts.js';

const params = z.object({
  states: choice(['as-found', 'both'], {
    label: 'States',
    default: 'as-found',
    help: 'as-found reads and changes nothing; both brings every cell to parallel and to antiparallel, where it is left.',
  }),
  readVoltage: quantity({
    label: 'Read voltage',
    unit: 'V',
    default: 0.1,
    min: 0.01,
    max: 0.3,
    help: 'Higher disturbs the cells.',
  }),
  averages: count({
    label: 'Averages',
    default: 16,
    min: 1,
    max: 65_535,
    help: 'Conversions averaged for each reading.',
  }),
  repeats: count({
    label: 'Repeats',
    default: 1,
    min: 1,
    max: 1000,
    help: 'Readings of each cell; from two on their scatter gives the standard error.',
  }),
  tile: count({ label: 'Tile', default: 0, min: 0, max: 65_535 }),
});

type Context = ExperimentContext<z.output<typeof params>>;
type Events = AsyncGenerator<ExperimentEvent, void, undefined>;

/** Cells that a result names one by one; all of them are in the table. */
const MOST_NAMED = 100;

/** Grey levels of a map: black is the least value, white the greatest, on a logarithmic scale; cells without a positive value are black. */
export function greyMap(values: Float32Array | Float64Array): Uint8Array {
  const logs = Float64Array.from(values, (value) => (Number.isFinite(value) && value > 0 ? Math.log(value) : NaN));
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of logs) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const span = greatest - least || 1;
  return Uint8Array.from(logs, (value) => (Number.isNaN(value) ? 0 : Math.round((255 * (value - least)) / span)));
}

const RESISTANCE = { column: 'resistance_ohm', label: 'Resistance', unit: 'Ω' } as const;
const PARALLEL = { column: 'parallel_ohm', label: 'Parallel resistance', unit: 'Ω' } as const;
const ANTIPARALLEL = { column: 'antiparallel_ohm', label: 'Antiparallel resistance', unit: 'Ω' } as const;
const TMR = { column: 'tmr', label: 'TMR' } as const;

export const resistanceMap = defineExperiment({
  id: 'resistance-map',
  title: 'Resistance map',
  summary:
    'Reads the resistance of every cell: in the state it is in, or in both states, which gives the TMR of each and finds the cells that do not follow.',
  params,
  views: [
    { kind: 'image', id: 'map', title: 'Resistance, logarithmic', image: 'resistance-map' },
    heatmap('resistance', 'cells', { ...RESISTANCE, scale: 'log' }),
    histogram('distribution', 'cells', RESISTANCE),
    heatmap('parallel-map', 'states', PARALLEL),
    heatmap('antiparallel-map', 'states', ANTIPARALLEL),
    heatmap('tmr-map', 'states', TMR),
    histogram('parallel', 'states', PARALLEL),
    histogram('antiparallel', 'states', ANTIPARALLEL),
    histogram('tmr', 'states', TMR),
  ],
  texts: { de: resistanceMapDe },
  work({ states, repeats }, { rows, cols }) {
    return { amount: rows * cols * repeats * (states === 'both' ? 2 : 1), unit: 'readings' };
  },
  async *run(ctx) {
    const times = await RunTimes.start(ctx);
    if (ctx.params.states === 'both') yield* readBothStates(ctx);
    else yield* readAsFound(ctx);
    yield await times.result();
  },
});

async function* readAsFound(ctx: Context): Events {
  const { board, params: p, signal } = ctx;
  const { rows, cols } = board.identity.geometry;
  await ctx.phase('read');
  await ctx.setDrive({ ...(await board.getState(signal)).drive, readV: p.readVoltage });
  const map = new Float32Array(rows * cols);
  const errors = new Float64Array(rows * cols);
  const scatter = new Float64Array(rows * cols);
  for (let row = 0; row < rows; row += 1) {
    const readings = await readRow(ctx, row);
    map.set(readings.mean, row * cols);
    errors.set(readings.standardError, row * cols);
    scatter.set(readings.standardDeviation, row * cols);
    for (let col = 0; col < cols; col += 1) {
      const error = errors[row * cols + col]!;
      yield {
        type: 'row',
        table: 'cells',
        // A cell that cannot be read is stored as a number that does not exist.
        values: {
          row,
          col,
          resistance_ohm: map[row * cols + col]!,
          ...(p.repeats > 1 ? { standard_error_ohm: error } : {}),
        },
      };
    }
    yield { type: 'progress', done: row + 1, total: rows, unit: 'rows' };
  }
  const unreadable = sortUnreadable(
    Array.from(map, (ohm) => !(Number.isFinite(ohm) && ohm > 0)),
    cols,
  );
  yield { type: 'image', name: 'resistance-map', width: cols, height: rows, data: greyMap(map) };
  yield {
    type: 'result',
    values: {
      ...resistanceSummary(map),
      ...unreadableResults(unreadable),
      readingStandardDeviationOhm: distributionOf(scatter).median,
      standardErrorOhm: distributionOf(errors).median,
    },
  };
}

async function* readBothStates(ctx: Context): Events {
  const { board, params: p, signal } = ctx;
  const { rows, cols } = board.identity.geometry;
  await ctx.phase('read');
  // Without a pulse: a shot then only brings the cells to the state that is asked for, and reads them.
  await ctx.setDrive({ ...(await board.getState(signal)).drive, readV: p.readVoltage, amplitudeV: 0 });
  const ohm = { p: new Float64Array(rows * cols), ap: new Float64Array(rows * cols) };
  const errors = { p: new Float64Array(rows * cols), ap: new Float64Array(rows * cols) };
  let mismatches = 0;
  for (let row = 0; row < rows; row += 1) {
    for (const state of ['p', 'ap'] as const) {
      const counts = await countAntiparallel(board, {
        rows: selectLines('row', String(row), rows),
        columns: selectLines('columns', 'all', cols),
        shots: 1,
        initialise: state,
        tile: p.tile,
        signal,
      });
      mismatches += counts.filter((ones) => ones !== (state === 'ap' ? 1 : 0)).length;
      const readings = await readRow(ctx, row);
      ohm[state].set(readings.mean, row * cols);
      errors[state].set(readings.standardError, row * cols);
    }
    for (let col = 0; col < cols; col += 1) {
      const at = row * cols + col;
      const [low, high] = [ohm.p[at]!, ohm.ap[at]!];
      const [lowError, highError] = [errors.p[at]!, errors.ap[at]!];
      yield {
        type: 'row',
        table: 'states',
        values: {
          row,
          col,
          parallel_ohm: low,
          antiparallel_ohm: high,
          tmr: high / low - 1,
          ...(p.repeats > 1
            ? {
                parallel_standard_error_ohm: lowError,
                antiparallel_standard_error_ohm: highError,
                tmr_standard_error: (high / low) * Math.hypot(lowError / low, highError / high),
              }
            : {}),
        },
      };
    }
    yield { type: 'progress', done: row + 1, total: rows, unit: 'rows' };
  }
  const { verdicts, tmr, parallel, antiparallel, tmrSpread } = judgeCells(ohm.p, ohm.ap);
  const unreadable = sortUnreadable(
    verdicts.map((verdict) => verdict === 'unreadable'),
    cols,
  );
  const faulty = [...verdicts.entries()].flatMap(([cell, verdict]) =>
    verdict === 'good' ? [] : [{ row: Math.floor(cell / cols), col: cell % cols, verdict }],
  );
  for (const { row, col, verdict } of faulty) {
    const at = row * cols + col;
    const values = { row, col, verdict, parallel_ohm: ohm.p[at]!, antiparallel_ohm: ohm.ap[at]! };
    yield { type: 'row', table: 'faults', values };
  }
  for (const [name, map] of Object.entries({ 'resistance-parallel': ohm.p, 'resistance-antiparallel': ohm.ap, tmr })) {
    yield { type: 'image', name, width: cols, height: rows, data: greyMap(map) };
  }
  const share = (of: string): number => verdicts.filter((verdict) => verdict === of).length;
  yield {
    type: 'result',
    values: {
      cells: verdicts.length,
      good: share('good'),
      unreadable: share('unreadable'),
      short: share('short'),
      stuckParallel: share('stuck-parallel'),
      stuckAntiparallel: share('stuck-antiparallel'),
      ...unreadableResults(unreadable),
      stuckCells: faulty.filter(({ verdict }) => verdict !== 'unreadable').slice(0, MOST_NAMED),
      comparatorMismatches: mismatches,
      ...flat('parallel', parallel, 'Ohm'),
      ...flat('antiparallel', antiparallel, 'Ohm'),
      ...flat('tmr', tmrSpread, ''),
      standardErrorOhm: distributionOf(errors.p).median,
    },
  };
}

async function readRow({ board, params: p, signal }: Context, row: number): Promise<RepeatedReadings> {
  const readings = new RepeatedReadings(board.identity.geometry.cols);
  for (let repeat = 0; repeat < p.repeats; repeat += 1) {
    readings.add(await board.readMap({ rowMask: 1n << BigInt(row), averages: p.averages, tile: p.tile, signal }));
  }
  return readings;
}

function unreadableResults({ rows, columns, cells }: UnreadableCells): Record<string, unknown> {
  return { unreadableRows: rows, unreadableColumns: columns, unreadableCells: cells.slice(0, MOST_NAMED) };
}

/** A distribution as results, one a line: `parallelMedianOhm` and so on. */
function flat(name: string, of: Distribution, unit: string): Record<string, number | null> {
  return {
    [`${name}Median${unit}`]: of.median,
    [`${name}Mean${unit}`]: of.mean,
    [`${name}StandardDeviation${unit}`]: of.standardDeviation,
    [`${name}Min${unit}`]: of.min,
    [`${name}Max${unit}`]: of.max,
  };
}

function heatmap(id: string, table: string, value: ViewAxis) {
  return {
    kind: 'heatmap',
    id,
    title: `${value.label} of every cell`,
    table,
    x: { column: 'col', label: 'Column' },
    y: { column: 'row', label: 'Row' },
    value,
    aspect: 'equal',
    yDown: true,
  } as const;
}

function histogram(id: string, table: string, value: ViewAxis) {
  return { kind: 'histogram', id, title: `Distribution of ${lowerFirst(value.label)}`, table, value } as const;
}

function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
