import { z } from 'zod';
import { bitsOfTurn } from '../entropy/statistics/cell-series.js';
import { bitSourceFields, bitSourceTexts, chooseRows, layoutOf, setPulse } from './bits/bit-params.js';
import { driftFindings, followBias, type DriftPlan } from './bits/follow-bias.js';
import { DRIFT_VIEWS, driftPage, type DriftPart } from './bits/drift-views.js';
import { pseudoRandomNote } from './bits/read-bits.js';
import { defineExperiment } from './define-experiment.js';
import { choice, count, quantity } from './params.js';
import { RunTimes } from './run-times.js';

const params = z.object({
  duration: quantity({
    label: 'Duration of each part',
    unit: 's',
    default: 6 * 3600,
    min: 1e-3,
    max: 1e8,
    help: 'Board time. On silicon that is how long it takes; a stand-in is faster.',
  }),
  windows: count({ label: 'Windows of each part', default: 120, min: 8, max: 100_000, help: 'Points of the curves.' }),
  windowTurns: count({
    label: 'Turns of a window',
    default: 1,
    min: 1,
    max: 1 << 16,
    help: 'Turns of all rows, 64 shots each, spread over the time of a window.',
  }),
  controller: choice(['both', 'off', 'on'], {
    label: 'Controller',
    default: 'both',
    help: 'both: first without, then with it, one after the other.',
  }),
  ...bitSourceFields,
});

export const biasDrift = defineExperiment({
  id: 'bias-drift',
  title: 'Bias drift',
  summary:
    'Follows the share of ones over hours of board time, without the board’s controller and with it, and what the controller does meanwhile.',
  params,
  views: DRIFT_VIEWS,
  texts: {
    de: {
      title: 'Drift des Bias',
      summary:
        'Verfolgt den Anteil der Einsen über Stunden der Board-Zeit, ohne den Regler des Boards und mit ihm, und was der Regler dabei tut.',
      params: {
        duration: [
          'Dauer jedes Teils',
          'Zeit des Boards. Auf Silizium dauert es genau so lange; ein simuliertes oder emuliertes Board ist schneller.',
        ],
        windows: ['Fenster jedes Teils', 'Punkte der Kurven.'],
        windowTurns: [
          'Umläufe eines Fensters',
          'Umläufe durch alle Zeilen zu je 64 Schuss, über die Zeit eines Fensters verteilt.',
        ],
        controller: ['Regler', 'both: erst ohne, dann mit ihm, nacheinander.'],
        ...bitSourceTexts,
      },
      views: {
        bias: 'Anteil der Einsen über der Zeit',
        'allan-deviation': 'Allan-Abweichung des Anteils der Einsen',
        knob: 'Feld der Spule, wie das Board es meldet',
        temperature: 'Temperatur des Arrays',
      },
      labels: {
        'Board time, hours': 'Zeit des Boards, Stunden',
        'Share of ones': 'Anteil der Einsen',
        Controller: 'Regler',
        'Averaging time': 'Mittelungszeit',
        measured: 'gemessen',
        'independent bits': 'unabhängige Bits',
        'Allan deviation': 'Allan-Abweichung',
        Field: 'Feld',
        Temperature: 'Temperatur',
      },
    },
  },
  work(p, array) {
    const parts = p.controller === 'both' ? 2 : 1;
    const windowBits = p.windowTurns * bitsOfTurn(layoutOf(p, array));
    return { amount: parts * windowBits * p.windows, unit: 'bits', boardS: parts * p.duration };
  },
  async *run(ctx) {
    const { board, params: p } = ctx;
    const times = await RunTimes.start(ctx);
    const rows = chooseRows(board, p);
    const windowBits = p.windowTurns * bitsOfTurn({ rows: rows.lines, columns: board.identity.geometry.cols });
    const plan: DriftPlan = { rows, windowBits, windows: p.windows, durationS: p.duration };
    yield* pseudoRandomNote(board);
    await setPulse(ctx, p);
    const wanted = p.controller === 'both' ? (['off', 'on'] as const) : [p.controller];
    const total = wanted.length * windowBits * p.windows;
    const parts: DriftPart[] = [];
    for (const [k, controller] of wanted.entries()) {
      await ctx.phase(`controller ${controller}`);
      const before = k * windowBits * p.windows;
      const part = yield* followBias(ctx, plan, { controller, before, total });
      parts.push(part);
      yield { type: 'result', values: prefixed(controller, driftFindings(part)) };
      const subtitle = `${board.identity.kind} board ${board.uri}; ${p.windows} windows of ${windowBits} bits a part`;
      yield { type: 'figure', name: 'drift', figure: driftPage(parts, subtitle) };
    }
    yield { type: 'result', values: { windows: p.windows, windowBits, partSeconds: p.duration } };
    yield await times.result();
  },
});

/** `largestBias` of the part without controller is `offLargestBias`. */
function prefixed(prefix: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = Object.entries(values).map(([name, value]) => [prefix + name[0]!.toUpperCase() + name.slice(1), value]);
  return Object.fromEntries(names) as Record<string, unknown>;
}
