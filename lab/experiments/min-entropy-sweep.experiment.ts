import { z } from 'zod';
import { wilsonInterval } from '../../base/index.js';
import type { DriveSettings } from '../../firmware-host/host/index.js';
import { unpackLsbFirst } from '../entropy/bit-order.js';
import { assessNonIid } from '../entropy/sp800-90b/index.js';
import { bitSourceFields, bitSourceTexts, chooseRows } from './bits/bit-params.js';
import { pseudoRandomNote, readBits } from './bits/read-bits.js';
import { pointRow, sweepFindings, type SweepPoint } from './bits/sweep-points.js';
import { SWEEP_VIEWS, sweepPage } from './bits/sweep-views.js';
import { defineExperiment, type ExperimentContext, type PlannedArray } from './define-experiment.js';
import type { ExperimentEvent } from './events.js';
import { selectLines } from './line-selection.js';
import { count, flag, text } from './params.js';
import { parseQuantityList } from './quantity-list.js';
import { RunTimes } from './run-times.js';
import { allowsPulse } from './switching/pulse-axes.js';

const { rows, tile } = bitSourceFields;

const params = z.object({
  widths: text({
    label: 'Pulse widths',
    default: '2ns,3ns,4ns,5ns,7ns,10ns,30ns',
    help: 'Quantities separated by commas.',
  }),
  amplitudes: text({ label: 'Amplitudes', default: '1.6V', help: 'Likewise; the sign counts.' }),
  xorStages: text({
    label: 'Depths of XOR',
    default: '0-3',
    help: 'Times that the board folds pairs of columns: numbers and ranges from 0 to 3.',
  }),
  bits: count({
    label: 'Bits of a point',
    default: 300_000,
    min: 10_000,
    max: 16_000_000,
    help: 'After XOR. SP 800-90B asks for 1,000,000; fewer make every estimate lower.',
  }),
  controller: flag({ label: 'Controller', default: false, help: 'Lets the board hold the mean.' }),
  rows,
  tile,
});

type Context = ExperimentContext<z.output<typeof params>>;
type Events<T = void> = AsyncGenerator<ExperimentEvent, T, undefined>;

/** A point before it is measured. */
interface Task {
  readonly widthS: number;
  readonly amplitudeV: number;
  readonly stages: number;
}

export const minEntropySweep = defineExperiment({
  id: 'min-entropy-sweep',
  title: 'Min-entropy against the pulse',
  summary:
    'Assesses raw and folded bits by the ten estimators of SP 800-90B (in its style, no validation) at each pulse width, amplitude and depth of XOR.',
  params,
  views: SWEEP_VIEWS,
  texts: {
    de: {
      title: 'Min-Entropie über dem Puls',
      summary:
        'Beurteilt rohe und gefaltete Bits bei jeder Pulsbreite, Amplitude und XOR-Tiefe mit den zehn Schätzern von SP 800-90B (nach deren Art, keine Validierung).',
      params: {
        widths: ['Pulsbreiten', 'Größen, durch Kommas getrennt.'],
        amplitudes: ['Amplituden', 'Ebenso; das Vorzeichen zählt.'],
        xorStages: ['XOR-Tiefen', 'Wie oft das Board Paare von Spalten faltet: Nummern und Bereiche von 0 bis 3.'],
        bits: [
          'Bits eines Punkts',
          'Nach XOR. SP 800-90B verlangt 1.000.000; mit weniger wird jede Schätzung kleiner.',
        ],
        controller: ['Regler', 'Lässt das Board den Mittelwert halten.'],
        rows: bitSourceTexts.rows,
        tile: bitSourceTexts.tile,
      },
      views: {
        'min-entropy': 'Geschätzte Min-Entropie eines Bits',
        'min-entropy-per-raw-bit': 'Min-Entropie, die von jedem Rohbit bleibt',
        'share-of-ones': 'Anteil der Einsen',
      },
      labels: {
        'Pulse width': 'Pulsbreite',
        'Min-entropy a bit': 'Min-Entropie je Bit',
        'Min-entropy a raw bit': 'Min-Entropie je Rohbit',
        'Share of ones': 'Anteil der Einsen',
        'Amplitude and folding': 'Amplitude und Faltung',
      },
    },
  },
  work: (p, array) => ({ amount: tasksOf(p, array).tasks.length * p.bits, unit: 'bits' }),
  async *run(ctx) {
    const { board, params: p, signal } = ctx;
    const times = await RunTimes.start(ctx);
    const { drive } = await board.getState(signal);
    const { tasks, leftOut } = tasksOf(p, { ...board.identity.geometry, limits: board.limits });
    const chosen = chooseRows(board, p);
    yield* pseudoRandomNote(board);
    yield* remarks(ctx, leftOut);
    const points: SweepPoint[] = [];
    let set = '';
    let inForce: DriveSettings = drive;
    for (const [k, task] of tasks.entries()) {
      const { widthS, amplitudeV, stages } = task;
      const pulse = `${widthS} ${amplitudeV}`;
      if (pulse !== set) inForce = await ctx.setDrive({ ...drive, pulseWidthS: widthS, amplitudeV });
      set = pulse;
      const note = `point ${k + 1} of ${tasks.length}`;
      await ctx.phase(note);
      const { bits, controller } = p;
      const plan = { rows: chosen, bits, controller, xorStages: stages, signal, note };
      const read = yield* readBits(board, { ...plan, before: k * bits, total: tasks.length * bits });
      const shared = new Uint8Array(new SharedArrayBuffer(bits));
      const assessment = await assessNonIid(unpackLsbFirst(read.bytes, bits, shared), 1, { signal });
      const ones = shared.reduce((sum, bit) => sum + bit, 0);
      const { arrayTemperatureK } = await board.readTelemetry(signal);
      const point: SweepPoint = {
        widthS: inForce.pulseWidthS,
        amplitudeV: inForce.amplitudeV,
        stages,
        temperatureK: arrayTemperatureK ?? NaN,
        p: ones / bits,
        pInterval: wilsonInterval(ones, bits),
        assessment,
      };
      points.push(point);
      yield { type: 'row', table: 'points', values: pointRow(point) };
      const subtitle = `${board.identity.kind} board ${board.uri}; ${bits} bits a point`;
      yield { type: 'figure', name: 'estimators', figure: sweepPage(points, subtitle) };
    }
    yield { type: 'result', values: { points: points.length, leftOut, ...sweepFindings(points) } };
    yield await times.result();
  },
});

/** The points, as far as the board can do them; all of them while nobody knows its limits. */
function tasksOf(p: Context['params'], { cols, limits }: PlannedArray): { tasks: Task[]; leftOut: number } {
  const widths = parseQuantityList('widths', p.widths, { unit: 's', min: 1e-12, max: 1 });
  const amplitudes = parseQuantityList('amplitudes', p.amplitudes, { unit: 'V', min: -10, max: 10 });
  const depths = selectLines('xorStages', p.xorStages, 4).lines;
  const pulses = amplitudes.flatMap((amplitudeV) => widths.map((widthS) => ({ amplitudeV, widthS })));
  const allowed = pulses.filter(
    ({ amplitudeV, widthS }) => limits === undefined || allowsPulse(limits, amplitudeV, widthS),
  );
  if (allowed.length === 0)
    throw new RangeError('parameters widths, amplitudes: the board gives none of these pulses; see: spindrift info');
  const foldable = depths.filter((stages) => cols % 2 ** stages === 0);
  if (foldable.length === 0) throw new RangeError(`parameter xorStages: ${cols} columns cannot be folded that often`);
  const tasks = allowed.flatMap((pulse) => foldable.map((stages) => ({ ...pulse, stages })));
  return { tasks, leftOut: pulses.length * depths.length - tasks.length };
}

async function* remarks({ board, params: p }: Context, leftOut: number): Events {
  const texts = [
    ...(leftOut > 0 ? [`${leftOut} points are beyond what the board can do and left out`] : []),
    'the temperature cannot be set over the wire: it is recorded with each point, and swept by repeating the run',
    ...(board.identity.kind === 'simulated'
      ? [
          'on a simulated board (?ambient=60) it acts on the thermometer and on how long states are kept, not on switching: its table is of one temperature',
        ]
      : []),
    ...(p.bits < 1_000_000
      ? [`${p.bits} bits a point: fair coin flips would not assess to 1 bit, and to less than with 1,000,000`]
      : []),
  ];
  for (const text of texts) yield { type: 'note', text };
}
