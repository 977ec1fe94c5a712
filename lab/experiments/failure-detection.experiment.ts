import { z } from 'zod';
import { UnsupportedError } from '../../base/index.js';
import {
  DEFAULT_LINES,
  formatSimUri,
  openBoard,
  parseBoardUri,
  type SimulatedBoardSpec,
} from '../../firmware-host/host/index.js';
import { bitsOfTurn } from '../entropy/statistics/cell-series.js';
import { failureCasesOf, placeOf, type FailureCase } from '../entropy/failures/failure-cases.js';
import { watchFailure, type Watched } from '../entropy/failures/watch-failure.js';
import { DETECTION_VIEWS, detectionFigure } from './bits/detection-views.js';
import { pseudoRandomNote } from './bits/read-bits.js';
import { detectionTable, summaryOf, type WatchedRun } from './bits/detection-summary.js';
import { defineExperiment, type ExperimentContext } from './define-experiment.js';
import type { ExperimentEvent } from './events.js';
import { choice, count, quantity, text } from './params.js';
import { RunTimes } from './run-times.js';

const params = z.object({
  failures: text({
    label: 'Failures',
    default: 'all',
    help: 'all, or some by name, separated by commas, as in stuck-row,magnet.',
  }),
  controller: choice(['off', 'on', 'both'], {
    label: 'Controller',
    default: 'off',
    help: 'Whether the board holds the mean meanwhile; both: each board once without and once with it.',
  }),
  seeds: count({ label: 'Seeds', default: 2, min: 1, max: 1000, help: 'Boards that each failure happens to.' }),
  firstSeed: count({ label: 'First seed', default: 1, min: 0, max: 1e9 }),
  minEntropy: quantity({
    label: 'Claimed min-entropy',
    unit: '',
    default: 0.8,
    min: 0.05,
    max: 1,
    help: 'Bits a bit that the source claims; the tests’ limits follow from it.',
  }),
  onset: count({
    label: 'Bits before the failure',
    default: 1 << 20,
    min: 0,
    max: 1e12,
    help: 'Rounded up to whole turns of the rows.',
  }),
  limit: count({
    label: 'Bits after the failure',
    default: 1 << 21,
    min: 1024,
    max: 1e12,
    help: 'What has not been noticed by then counts as unseen.',
  }),
  rows: count({ label: 'Rows of the boards', default: 16, min: 1, max: 256, help: 'Fewer rows make a turn shorter.' }),
});

type Context = ExperimentContext<z.output<typeof params>>;

export const failureDetection = defineExperiment({
  id: 'failure-detection',
  title: 'Failure detection',
  summary:
    'Lets simulated boards fail while their bits are read (cells, lines, a magnet, the supply) and tells how many bits each test lets pass before it says so.',
  params,
  views: DETECTION_VIEWS,
  texts: {
    de: {
      title: 'Ausfälle erkennen',
      summary:
        'Lässt simulierte Boards ausfallen, während ihre Bits gelesen werden (Zellen, Leitungen, ein Magnet, die Versorgung), und sagt, wie viele Bits jeder Test durchlässt, bevor er es meldet.',
      params: {
        failures: ['Ausfälle', 'all, oder einige mit Namen, durch Kommas getrennt, wie stuck-row,magnet.'],
        controller: [
          'Regler',
          'Ob das Board dabei den Mittelwert hält; both: jedes Board einmal ohne und einmal mit ihm.',
        ],
        seeds: ['Startwerte', 'Boards, denen jeder Ausfall geschieht.'],
        firstSeed: ['Erster Startwert'],
        minEntropy: [
          'Behauptete Min-Entropie',
          'Bits je Bit, die die Quelle behauptet; daraus folgen die Grenzen der Tests.',
        ],
        onset: ['Bits vor dem Ausfall', 'Aufgerundet auf ganze Umläufe durch die Zeilen.'],
        limit: ['Bits nach dem Ausfall', 'Was bis dahin nicht bemerkt ist, gilt als nicht erkannt.'],
        rows: ['Zeilen der Boards', 'Mit weniger Zeilen ist ein Umlauf kürzer.'],
      },
      views: { latencies: 'Bits bis zum Alarm, alle Ausfälle zusammen' },
      labels: { 'Bits since the failure': 'Bits seit dem Ausfall', Test: 'Test' },
    },
  },
  work(p, { cols }) {
    const controllers = p.controller === 'both' ? 2 : 1;
    const boards = failureCasesOf('failures', p.failures).length * controllers * p.seeds;
    return { amount: boards * (onsetOf(p, cols) + p.limit), unit: 'bits' };
  },
  async *run(ctx) {
    const { params: p } = ctx;
    const times = await RunTimes.start(ctx);
    const spec = simulated(ctx.board.uri);
    const { cols = DEFAULT_LINES } = spec;
    const cases = failureCasesOf('failures', p.failures);
    const onset = onsetOf(p, cols);
    const controllers = p.controller === 'both' ? (['off', 'on'] as const) : [p.controller];
    yield* pseudoRandomNote(ctx.board);
    yield* remarks(ctx, cols);
    await ctx.phase('watch');
    const runs: WatchedRun[] = [];
    const total = cases.length * controllers.length * p.seeds * (onset + p.limit);
    for (const failure of cases)
      for (const controller of controllers)
        for (let k = 0; k < p.seeds; k++) {
          const run = { failure, controller, seed: p.firstSeed + k };
          const watched = yield* watchOne(ctx, { ...spec, rows: p.rows, cols }, run, {
            onset,
            before: runs.length * (onset + p.limit),
            total,
          });
          runs.push({ ...run, watched });
          for (const [watcher, latency] of Object.entries(watched.latency)) {
            const values = { failure: failure.id, controller, seed: run.seed, test: watcher };
            yield {
              type: 'row',
              table: 'latencies',
              values: { ...values, seen: latency !== null, bits: latency ?? NaN },
            };
          }
        }
    const summary = summaryOf(runs);
    for (const values of summary) yield { type: 'row', table: 'summary', values };
    const subtitle = `sim:${spec.scenario}, ${p.rows} rows, ${cols} columns, seeds ${p.firstSeed} to ${p.firstSeed + p.seeds - 1}; claimed ${p.minEntropy} bit a bit; limit ${p.limit} bits`;
    for (const controller of controllers) {
      const figure = detectionFigure(runs, controller, p.limit, subtitle);
      yield { type: 'figure', name: `detection-controller-${controller}`, figure };
    }
    await ctx.run.writeFile('detection.md', detectionTable(runs, subtitle));
    yield { type: 'note', text: 'detection.md in the run folder has the table of medians and 90th percentiles' };
    yield {
      type: 'result',
      values: {
        boards: runs.length,
        onsetBits: onset,
        limitBits: p.limit,
        falseAlarms: runs.reduce((sum, { watched }) => sum + watched.falseAlarms.length, 0),
        ...unseen(runs),
      },
    };
    yield await times.result();
  },
});

/** Bits before the failure: whole turns of the rows. */
function onsetOf({ rows, onset }: z.output<typeof params>, columns: number): number {
  const turn = bitsOfTurn({ rows: Array.from({ length: rows }, (_, k) => k), columns });
  return Math.ceil(onset / turn) * turn;
}

/** @throws UnsupportedError for a board that cannot be broken on purpose */
function simulated(uri: string): SimulatedBoardSpec {
  const parsed = parseBoardUri(uri);
  if (parsed.scheme === 'sim') return parsed;
  throw new UnsupportedError(`${uri} cannot be broken on purpose: this study needs a simulated board`, {
    nextStep: 'Take sim:typical, or another simulated board. To watch a board as it is, run bit-statistics.',
  });
}

function* remarks({ params: p }: Context, cols: number): Generator<ExperimentEvent> {
  yield {
    type: 'note',
    text: 'the study opens boards of its own, one for each failure and seed; their energy is not in this run’s account',
  };
  if (cols % 64 !== 0)
    yield { type: 'note', text: `single cells are followed only where columns are a multiple of 64; here are ${cols}` };
  if (p.limit < p.rows * cols * 2048)
    yield {
      type: 'note',
      text: `the monobit test of single cells needs ${p.rows * cols * 1024} bits a window: a limit of ${p.limit} holds less than two`,
    };
}

async function* watchOne(
  ctx: Context,
  spec: SimulatedBoardSpec & { readonly rows: number; readonly cols: number },
  { failure, controller, seed }: { readonly failure: FailureCase; readonly controller: string; readonly seed: number },
  { onset, before, total }: { readonly onset: number; readonly before: number; readonly total: number },
): AsyncGenerator<ExperimentEvent, Watched> {
  const { params: p, signal } = ctx;
  const fault = failure.fault(placeOf(seed, spec.rows, spec.cols));
  // What the run's own board suffers is not this study's: its faults stay away.
  const { faults: _own, ...drawn } = spec;
  const uri = `${formatSimUri({ ...drawn, seed })}&fault=${fault}@${onset}`;
  const board = await openBoard(uri, { signal });
  try {
    const { minEntropy, limit } = p;
    const watched = await watchFailure(board, { onset, limit, minEntropy, controller: controller === 'on', signal });
    const note = `${failure.id}, controller ${controller}, seed ${seed}`;
    yield { type: 'progress', done: before + onset + limit, total, unit: 'bits', note };
    return watched;
  } finally {
    await board.close();
  }
}

/** Failures that no test noticed within the limit. */
function unseen(runs: readonly WatchedRun[]): Record<string, unknown> {
  const passed = runs.filter(({ watched }) => Object.values(watched.latency).every((bits) => bits === null));
  return {
    unseenByAll: passed.map(({ failure, controller, seed }) => `${failure.id}, controller ${controller}, seed ${seed}`),
  };
}
