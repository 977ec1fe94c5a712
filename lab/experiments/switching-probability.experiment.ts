import { z } from 'zod';
import { formatSi } from '../../base/index.js';
import { defineExperiment, type ExperimentContext } from './define-experiment.js';
import type { Cell, ExperimentEvent } from './events.js';
import { selectLines } from './line-selection.js';
import { choice, count, quantity, text } from './params.js';
import { AdaptiveMap, halfWidthOf, intervalOf, type MapPoint } from './switching/adaptive-map.js';
import { cellSpreadOf, spreadHistogram } from './switching/cell-spread.js';
import { fairPointsOf, halfWidthsOf, memoryOf, type FairPoint } from './switching/map-findings.js';
import { allowsPulse, axisPoints } from './switching/pulse-axes.js';
import { ShotSource } from './switching/shot-source.js';

const params = z.object({
  widthFrom: quantity({ label: 'Pulse width from', unit: 's', default: 0.5e-9, min: 1e-12, max: 1 }),
  widthTo: quantity({ label: 'Pulse width to', unit: 's', default: 5e-9, min: 1e-12, max: 1 }),
  widthPoints: count({ label: 'Widths', default: 19, min: 1, max: 1000, help: 'Of the coarse grid.' }),
  widthScale: choice(['linear', 'logarithmic'], { label: 'Spacing of the widths', default: 'linear' }),
  voltageFrom: quantity({ label: 'Amplitude from', unit: 'V', default: 0.8, min: -10, max: 10 }),
  voltageTo: quantity({ label: 'Amplitude to', unit: 'V', default: 1.6, min: -10, max: 10 }),
  voltagePoints: count({ label: 'Amplitudes', default: 9, min: 1, max: 1000 }),
  start: choice(['both', 'p', 'ap'], {
    label: 'Start state',
    default: 'both',
    help: 'State that the cells are brought to before each pulse; both shows what they remember of it.',
  }),
  rows: text({ label: 'Rows', default: '0-7', help: 'all, or numbers and ranges as in 0-7,12.' }),
  columns: text({ label: 'Columns', default: 'all', help: 'Likewise.' }),
  tile: count({ label: 'Tile', default: 0, min: 0, max: 65_535 }),
  halfWidth: quantity({
    label: 'Target half-width',
    unit: '',
    default: 0.02,
    min: 1e-5,
    max: 0.5,
    help: 'Of the 95 % interval of every point; points beyond it get more trials.',
  }),
  pStep: quantity({
    label: 'Largest step of p',
    unit: '',
    default: 0.15,
    min: 0.01,
    max: 1,
    help: 'Between neighbouring widths (half of it across one half); larger steps are halved.',
  }),
  refinements: count({
    label: 'Refinements',
    default: 4,
    min: 0,
    max: 20,
    help: 'How often an interval of widths may be halved.',
  }),
  trialsMin: count({
    label: 'Least trials of a point',
    default: 512,
    min: 1,
    max: 1e9,
    help: 'Rounded up to whole shots of all chosen cells.',
  }),
  trialsMax: count({ label: 'Most trials of a point', default: 20_000, min: 1, max: 1e9 }),
  budget: count({ label: 'Trials in all', default: 2_000_000, min: 1, max: 1e12 }),
  spreadShots: count({
    label: 'Shots for the cell spread',
    default: 0,
    min: 0,
    max: 1_000_000,
    help: 'Of each cell, at one more pulse; 0 leaves it out.',
  }),
  spreadWidth: quantity({
    label: 'Pulse width for the cell spread',
    unit: 's',
    default: 0,
    min: 0,
    max: 1,
    help: '0 takes the flattest fair pulse of the map, or the one nearest to one half.',
  }),
  spreadVoltage: quantity({ label: 'Amplitude for the cell spread', unit: 'V', default: 0, min: -10, max: 10 }),
});

type Context = ExperimentContext<z.output<typeof params>>;
type Events<T = void> = AsyncGenerator<ExperimentEvent, T, undefined>;

/** Fair pulses that a result names. */
const MOST_NAMED = 10;

export const switchingProbability = defineExperiment({
  id: 'switching-probability',
  title: 'Switching probability',
  summary:
    'Maps the probability that a pulse switches a cell over its width and amplitude, with 95 % intervals, and spends its shots where they tell most.',
  params,
  views: [
    {
      kind: 'line',
      id: 'probability',
      title: 'Switching probability',
      table: 'points',
      x: { column: 'width_s', label: 'Pulse width', unit: 's' },
      y: [{ column: 'p', label: 'Switching probability' }],
    },
    {
      kind: 'heatmap',
      id: 'map',
      title: 'Switching probability',
      table: 'map',
      x: { column: 'width_s', label: 'Pulse width', unit: 's' },
      y: { column: 'voltage_V', label: 'Amplitude', unit: 'V' },
      value: { column: 'p', label: 'Switching probability' },
    },
    {
      kind: 'line',
      id: 'memory',
      title: 'Memory of the start',
      table: 'memory',
      x: { column: 'width_s', label: 'Pulse width', unit: 's' },
      y: [{ column: 'memory', label: 'Memory' }],
    },
    {
      kind: 'histogram',
      id: 'spread',
      title: 'Switching probability of single cells',
      table: 'cells',
      value: { column: 'p', label: 'Switching probability' },
    },
    {
      kind: 'scatter',
      id: 'columns',
      title: 'Switching probability of the columns',
      table: 'columns',
      x: { column: 'col', label: 'Column' },
      y: [{ column: 'p', label: 'Switching probability' }],
    },
  ],
  async *run(ctx) {
    const source = yield* findCells(ctx);
    const map = yield* measureMap(ctx, source);
    const fair = yield* tellFindings(ctx, map);
    if (ctx.params.spreadShots > 0) yield* measureSpread(ctx, source, map.points, fair);
  },
});

async function* findCells(ctx: Context): Events<ShotSource> {
  const { board, params: p, signal } = ctx;
  const { rows, cols } = board.identity.geometry;
  await ctx.phase('check cells');
  await ctx.setDrive({ ...(await board.getState(signal)).drive, amplitudeV: 0 });
  const source = await ShotSource.find(board, {
    rows: selectLines('rows', p.rows, rows),
    columns: selectLines('columns', p.columns, cols),
    tile: p.tile,
    signal,
  });
  yield {
    type: 'note',
    text:
      `${source.cells} cells take part` +
      (source.excluded > 0 ? `; ${source.excluded} do not follow and have no part in it` : ''),
  };
  if (board.identity.kind !== 'real')
    yield {
      type: 'note',
      text: `the board is ${board.identity.kind}: its outcomes are pseudo-random draws of a model`,
    };
  return source;
}

async function* measureMap(ctx: Context, source: ShotSource): Events<AdaptiveMap> {
  const { board, params: p, signal } = ctx;
  const { limits } = board;
  const widthStepS = limits.pulseWidthS.step;
  const map = new AdaptiveMap({
    ...p,
    widthsS: axisPoints({
      name: 'width',
      from: p.widthFrom,
      to: p.widthTo,
      points: p.widthPoints,
      scale: p.widthScale,
      step: widthStepS,
    }),
    voltagesV: axisPoints({
      name: 'voltage',
      from: p.voltageFrom,
      to: p.voltageTo,
      points: p.voltagePoints,
      scale: 'linear',
      step: 1e-6,
    }),
    starts: p.start === 'both' ? ['p', 'ap'] : [p.start],
    allows: (voltageV, widthS) => allowsPulse(limits, voltageV, widthS),
    cells: source.cells,
    widthStepS,
  });
  if (map.leftOut > 0)
    yield { type: 'note', text: `${map.leftOut} pulses of the grid are beyond the limits of the board and left out` };
  await ctx.phase('map');
  const { drive } = await board.getState(signal);
  let pulse = '';
  for (let round = 0, tasks = map.nextRound(); tasks.length > 0; round += 1, tasks = map.nextRound()) {
    for (const task of tasks) {
      const { voltageV, widthS, start, shots } = task;
      if (pulse !== `${voltageV} ${widthS}`) {
        await ctx.setDrive({ ...drive, amplitudeV: voltageV, pulseWidthS: widthS });
        pulse = `${voltageV} ${widthS}`;
      }
      const counts = await source.countByCell(start, shots);
      const switched = counts.reduce((sum, each) => sum + each, 0);
      const point = map.add(task, shots * source.cells, switched);
      yield { type: 'row', table: 'measurements', values: { round, ...pointRow(point) } };
      yield {
        type: 'progress',
        done: map.spent,
        total: map.forecast,
        unit: 'trials',
        note: round === 0 ? 'coarse grid' : `round ${round}`,
      };
    }
  }
  return map;
}

async function* tellFindings({ params: p }: Context, map: AdaptiveMap): Events<readonly FairPoint[]> {
  const { points } = map;
  for (const point of points) yield { type: 'row', table: 'points', values: pointRow(point) };
  const memory = memoryOf(points);
  for (const { widthS, voltageV, memory: value, lower, upper } of memory) {
    yield {
      type: 'row',
      table: 'memory',
      values: { width_s: widthS, voltage_V: voltageV, memory: value, lower, upper },
    };
  }
  const fair = fairPointsOf(points);
  const memoryAt = (point: FairPoint): number | null =>
    memory.find(({ widthS, voltageV }) => widthS === point.widthS && voltageV === point.voltageV)?.memory ?? null;
  if (!map.reached) {
    const text = `not every point reached the half-width of ${p.halfWidth}: raise the budget or the most trials of a point`;
    yield { type: 'note', text };
  }
  yield {
    type: 'result',
    values: {
      points: points.length,
      trials: map.spent,
      leftOutPulses: map.leftOut,
      targetReached: map.reached,
      largestHalfWidth: Math.max(...points.map(halfWidthOf)),
      halfWidths: halfWidthsOf(points),
      fairPulses: fair.slice(0, MOST_NAMED).map((point) => ({ ...point, memory: memoryAt(point) })),
      flattestFairPulse: fair[0] === undefined ? null : { ...fair[0], memory: memoryAt(fair[0]) },
    },
  };
  return fair;
}

async function* measureSpread(
  ctx: Context,
  source: ShotSource,
  points: readonly MapPoint[],
  fair: readonly FairPoint[],
): Events {
  const { board, params: p, signal } = ctx;
  const nearest = [...points].sort(
    (a, b) => Math.abs(a.switched / a.trials - 0.5) - Math.abs(b.switched / b.trials - 0.5),
  )[0]!;
  const { widthS, voltageV } =
    p.spreadWidth > 0 ? { widthS: p.spreadWidth, voltageV: p.spreadVoltage } : (fair[0] ?? nearest);
  await ctx.phase('cell spread');
  const drive = { ...(await board.getState(signal)).drive, amplitudeV: voltageV, pulseWidthS: widthS };
  const actual = await ctx.setDrive(drive);
  const start = p.start === 'ap' ? 'ap' : 'p';
  const shots = p.spreadShots;
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
    const at = `${formatSi(actual.amplitudeV, 'V')}, ${formatSi(actual.pulseWidthS, 's')}`;
    yield { type: 'note', text: `at ${at} all cells did the same: nothing can be said of their spread` };
    return;
  }
  for (const { p: share, cells, expected, lower, upper } of spreadHistogram(switched, spread)) {
    yield { type: 'row', table: 'spread', values: { p: share, cells, expected, lower, upper } };
  }
  yield {
    type: 'result',
    values: { cellSpread: { widthS: actual.pulseWidthS, voltageV: actual.amplitudeV, start, ...spread } },
  };
}

function pointRow(point: MapPoint): Record<string, Cell> {
  return { width_s: point.widthS, voltage_V: point.voltageV, start: point.start, ...countRow(point) };
}

function countRow(counts: { readonly trials: number; readonly switched: number }): Record<string, Cell> {
  const { trials, switched } = counts;
  const [lower, upper] = intervalOf(counts);
  return { trials, switched, p: switched / trials, lower, upper };
}
