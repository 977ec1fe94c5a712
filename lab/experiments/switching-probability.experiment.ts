import { z } from 'zod';
import type { DriveSettings } from '../../firmware-host/host/index.js';
import { defineExperiment, type ExperimentContext } from './define-experiment.js';
import type { Cell, ExperimentEvent } from './events.js';
import { selectLines } from './line-selection.js';
import { choice, count, quantity, text } from './params.js';
import { RunTimes } from './run-times.js';
import { AdaptiveMap, halfWidthOf, type MapPoint } from './switching/adaptive-map.js';
import { fairPointsOf, halfWidthsOf, memoryOf, type FairPoint } from './switching/map-findings.js';
import { GRID_TABLE, MAP_VIEWS, mapFigure, POINT_TABLE } from './switching/map-views.js';
import { countRow, measureSpread } from './switching/measure-spread.js';
import { allowsPulse, axisPoints } from './switching/pulse-axes.js';
import { ShotSource } from './switching/shot-source.js';
import { switchingProbabilityDe } from './switching-probability.texts.js';

const params = z.object({
  widthFrom: quantity({ label: 'Pulse width from', unit: 's', default: 0.5e-9, min: 1e-12, max: 1 }),
  widthTo: quantity({ label: 'Pulse width to', unit: 's', default: 5e-9, min: 1e-12, max: 1 }),
  widthPoints: count({ label: 'Widths', default: 19, min: 1, max: 1000, help: 'Of the coarse grid.' }),
  widthScale: choice(['linear', 'logarithmic'], { label: 'Spacing of the widths', default: 'linear' }),
  voltageFrom: quantity({ label: 'Amplitude from', unit: 'V', default: 1, min: -10, max: 10 }),
  voltageTo: quantity({ label: 'Amplitude to', unit: 'V', default: 2, min: -10, max: 10 }),
  voltagePoints: count({ label: 'Amplitudes', default: 11, min: 1, max: 1000 }),
  start: choice(['both', 'p', 'ap'], {
    label: 'Start state',
    default: 'both',
    help: 'State that the cells are brought to before each pulse; both shows what they remember of it.',
  }),
  rows: text({ label: 'Rows', default: 'all', help: 'all, or numbers and ranges as in 0-7,12.' }),
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
  budget: count({ label: 'Trials in all', default: 10_000_000, min: 1, max: 1e12 }),
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

/** What an amplitude is told to a board in; its converter rounds it to its own steps, within its limits. */
const MICROVOLT = 1e-6;
/** Fair pulses that a result names. */
const MOST_NAMED = 10;

export const switchingProbability = defineExperiment({
  id: 'switching-probability',
  title: 'Switching probability',
  summary:
    'Maps the probability that a pulse switches a cell over its width and amplitude, with 95 % intervals, and spends its shots where they tell most.',
  params,
  views: MAP_VIEWS,
  texts: { de: switchingProbabilityDe },
  work(p, { rows, cols }) {
    const cells = selectLines('rows', p.rows, rows).lines.length * selectLines('columns', p.columns, cols).lines.length;
    const points = p.widthPoints * p.voltagePoints * (p.start === 'both' ? 2 : 1);
    const trials = Math.min(p.budget, points * Math.ceil(p.trialsMin / cells) * cells);
    return { amount: trials, unit: 'trials', atLeast: true };
  },
  async *run(ctx) {
    const times = await RunTimes.start(ctx);
    const source = yield* findCells(ctx);
    const measured = yield* measureMap(ctx, source);
    const fair = yield* tellFindings(ctx, measured);
    const { spreadShots: shots, start } = ctx.params;
    if (shots > 0) {
      await ctx.phase('cell spread');
      const { widthS, voltageV } = spreadPulse(ctx, measured.points, fair);
      const settings = (await ctx.board.getState(ctx.signal)).drive;
      const drive = await ctx.setDrive({ ...settings, amplitudeV: voltageV, pulseWidthS: widthS });
      yield* measureSpread({ source, drive, start: start === 'ap' ? 'ap' : 'p', shots });
    }
    yield await times.result();
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
      text:
        board.identity.kind === 'replayed'
          ? 'the board is a recording: its outcomes are those that were recorded'
          : `the board is ${board.identity.kind}: its outcomes are pseudo-random draws of a model`,
    };
  return source;
}

/** A map with the pulses as the board made them. */
interface MeasuredMap {
  readonly map: AdaptiveMap;
  readonly points: readonly MapPoint[];
  /** Whether a point belongs to the coarse grid. */
  readonly isCoarse: (point: MapPoint) => boolean;
}

async function* measureMap(ctx: Context, source: ShotSource): Events<MeasuredMap> {
  const { board, params: p, signal } = ctx;
  const { limits } = board;
  const width = { name: 'width', from: p.widthFrom, to: p.widthTo, points: p.widthPoints };
  const voltage = { name: 'voltage', from: p.voltageFrom, to: p.voltageTo, points: p.voltagePoints };
  const map = new AdaptiveMap({
    ...p,
    widthsS: axisPoints({ ...width, scale: p.widthScale, step: limits.pulseWidthS.step }),
    voltagesV: axisPoints({ ...voltage, scale: 'linear', step: MICROVOLT }),
    starts: p.start === 'both' ? ['p', 'ap'] : [p.start],
    allows: (voltageV, widthS) => allowsPulse(limits, voltageV, widthS),
    cells: source.cells,
    widthStepS: limits.pulseWidthS.step,
  });
  if (map.leftOut > 0)
    yield { type: 'note', text: `${map.leftOut} pulses of the grid are beyond the limits of the board and left out` };
  await ctx.phase('map');
  const { drive } = await board.getState(signal);
  const inForce = new Map<string, DriveSettings>();
  const coarse = new Set<string>();
  const settled = (point: MapPoint): MapPoint => {
    const { pulseWidthS, amplitudeV } = inForce.get(pulseOf(point))!;
    return { ...point, widthS: pulseWidthS, voltageV: amplitudeV };
  };
  let last = '';
  for (let round = 0, tasks = map.nextRound(); tasks.length > 0; round += 1, tasks = map.nextRound()) {
    for (const task of tasks) {
      const { voltageV, widthS, start, shots } = task;
      const pulse = pulseOf(task);
      if (pulse !== last)
        inForce.set(pulse, await ctx.setDrive({ ...drive, amplitudeV: voltageV, pulseWidthS: widthS }));
      last = pulse;
      const counts = await source.countByCell(start, shots);
      const switched = counts.reduce((sum, each) => sum + each, 0);
      const point = settled(map.add(task, shots * source.cells, switched));
      if (round === 0) coarse.add(pulseOf(point));
      yield { type: 'row', table: 'measurements', values: { round, start, ...pointRow(point) } };
      if (coarse.has(pulseOf(point))) yield { type: 'row', table: GRID_TABLE[start], values: pointRow(point) };
      yield {
        type: 'progress',
        done: map.spent,
        total: map.forecast,
        unit: 'trials',
        note: round === 0 ? 'coarse grid' : `round ${round}`,
      };
    }
  }
  return { map, points: map.points.map(settled), isCoarse: (point) => coarse.has(pulseOf(point)) };
}

async function* tellFindings(ctx: Context, measured: MeasuredMap): Events<readonly FairPoint[]> {
  const { params: p } = ctx;
  const { map, points, isCoarse } = measured;
  for (const point of points) yield { type: 'row', table: POINT_TABLE[point.start], values: pointRow(point) };
  const memory = memoryOf(points);
  for (const { widthS, voltageV, memory: value, lower, upper } of memory) {
    const values = { width_s: widthS, voltage_V: voltageV, memory: value, lower, upper };
    yield { type: 'row', table: 'memory', values };
  }
  const halfWidths = halfWidthsOf(points);
  for (const start of new Set(points.map((point) => point.start))) {
    const grid = points.filter((point) => point.start === start && isCoarse(point));
    const { uri, identity } = ctx.board;
    const subtitle = `${identity.kind} board ${uri}; rows ${p.rows}, columns ${p.columns}; coarse grid`;
    const figure = mapFigure(start, grid, halfWidths, { subtitle, logarithmic: p.widthScale === 'logarithmic' });
    yield { type: 'figure', name: GRID_TABLE[start], figure };
  }
  const fair = fairPointsOf(points);
  const withMemory = (point: FairPoint) => {
    const same = memory.find(({ widthS, voltageV }) => widthS === point.widthS && voltageV === point.voltageV);
    return { ...point, memory: same?.memory ?? null };
  };
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
      fairWidthS: fair[0]?.widthS ?? null,
      fairVoltageV: fair[0]?.voltageV ?? null,
      fairP: fair[0]?.p ?? null,
      fairSlopePerS: fair[0]?.slopePerS ?? null,
      fairPulses: fair.slice(0, MOST_NAMED).map(withMemory),
      halfWidths,
    },
  };
  return fair;
}

/** The pulse at which the cells' spread is measured: the one asked for, else the flattest fair one, else the one nearest to ½. */
function spreadPulse({ params: p }: Context, points: readonly MapPoint[], fair: readonly FairPoint[]) {
  if (p.spreadWidth > 0) return { widthS: p.spreadWidth, voltageV: p.spreadVoltage };
  const distance = ({ switched, trials }: MapPoint): number => Math.abs(switched / trials - 0.5);
  return fair[0] ?? points.reduce((best, point) => (distance(point) < distance(best) ? point : best));
}

function pulseOf({ voltageV, widthS }: { readonly voltageV: number; readonly widthS: number }): string {
  return `${voltageV} ${widthS}`;
}

function pointRow(point: MapPoint): Record<string, Cell> {
  return { width_s: point.widthS, voltage_V: point.voltageV, ...countRow(point) };
}
