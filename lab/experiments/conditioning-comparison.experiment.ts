import { z } from 'zod';
import { unpackLsbFirst } from '../entropy/bit-order.js';
import { assessNonIid } from '../entropy/sp800-90b/index.js';
import { assessSts, bitsFromBytes, pValues } from '../entropy/sp800-22/index.js';
import { bitSourceFields, bitSourceTexts, chooseRows, layoutOf, setPulse } from './bits/bit-params.js';
import { comparisonPage, COMPARISON_VIEWS } from './bits/comparison-views.js';
import { comparisonTable, judgedRow, type Judged } from './bits/judged-bits.js';
import { pseudoRandomNote, readBits } from './bits/read-bits.js';
import { counterBits, rawBitsFor, treat, TREATMENTS, type TreatedBits, type TreatmentPlan } from './bits/treatments.js';
import { defineExperiment, type ExperimentContext } from './define-experiment.js';
import type { ExperimentEvent } from './events.js';
import { count, flag, quantity } from './params.js';
import { RunTimes } from './run-times.js';

const params = z.object({
  bits: count({
    label: 'Bits judged',
    default: 500_000,
    min: 50_000,
    max: 10_000_000,
    help: 'Of each source after each treatment.',
  }),
  minEntropy: quantity({
    label: 'Claimed min-entropy',
    unit: '',
    default: 0.8,
    min: 0.05,
    max: 1,
    help: 'Bits a raw bit: SHA-256 takes 320 bits of it for each digest.',
  }),
  controller: flag({ label: 'Controller', default: false, help: 'Lets the board hold the mean.' }),
  ...bitSourceFields,
});

type Context = ExperimentContext<z.output<typeof params>>;
type Events<T = void> = AsyncGenerator<ExperimentEvent, T, undefined>;

/** Raw bits that the most demanding treatment takes. */
function rawBitsOf({ bits, minEntropy }: z.output<typeof params>, columns: number): number {
  return Math.max(...TREATMENTS.map((treatment) => rawBitsFor(bits, treatment, { columns, minEntropy })));
}

export const conditioningComparison = defineExperiment({
  id: 'conditioning-comparison',
  title: 'Raw, debiased, conditioned',
  summary:
    'Judges the bits of a board, and of a counter, raw, debiased and hashed by the same tests, side by side: what passes after SHA-256 says nothing of the source.',
  params,
  views: COMPARISON_VIEWS,
  texts: {
    de: {
      title: 'Roh, entzerrt, konditioniert',
      summary:
        'Beurteilt die Bits eines Boards und die eines Zählers roh, entzerrt und gehasht mit denselben Tests nebeneinander: Was nach SHA-256 besteht, sagt nichts über die Quelle.',
      params: {
        bits: ['Beurteilte Bits', 'Von jeder Quelle nach jeder Behandlung.'],
        minEntropy: ['Behauptete Min-Entropie', 'Bits je Rohbit: SHA-256 nimmt davon 320 Bits für jeden Hashwert.'],
        controller: ['Regler', 'Lässt das Board den Mittelwert halten.'],
        ...bitSourceTexts,
      },
      views: { 'all-p-values': 'p-Werte von SP 800-22' },
      labels: { 'p-value': 'p-Wert', Bits: 'Bits' },
    },
  },
  work: (p, array) => ({ amount: rawBitsOf(p, layoutOf(p, array).columns), unit: 'bits' }),
  async *run(ctx) {
    const { board, params: p, signal } = ctx;
    const times = await RunTimes.start(ctx);
    const rows = chooseRows(board, p);
    const plan: TreatmentPlan = { columns: board.identity.geometry.cols, minEntropy: p.minEntropy };
    yield* pseudoRandomNote(board);
    await setPulse(ctx, p);
    await ctx.phase('read bits');
    const raw = rawBitsOf(p, plan.columns);
    const read = yield* readBits(board, { rows, bits: raw, controller: p.controller, signal });
    await ctx.phase('judge');
    const judged: Judged[] = [];
    const sources = [
      ['board', read],
      ['counter', counterBits(raw)],
    ] as const;
    const total = sources.length * TREATMENTS.length;
    for (const [source, bits] of sources)
      for (const treatment of TREATMENTS) {
        const found = await judge(ctx, { source, treatment }, treat(bits, treatment, plan));
        judged.push(found);
        yield { type: 'row', table: 'judged', values: judgedRow(found) };
        for (const { test, part, p: value } of found.pValues)
          yield {
            type: 'row',
            table: 'p-values',
            values: { source, treatment, label: `${source}, ${treatment}`, test, part, p: value },
          };
        yield { type: 'progress', done: judged.length, total, unit: 'kinds of bits', note: `${source}, ${treatment}` };
      }
    const subtitle = `${board.identity.kind} board ${board.uri}, and a counter; at most ${p.bits} bits each`;
    yield { type: 'figure', name: 'p-values', figure: comparisonPage(judged, subtitle) };
    await ctx.run.writeFile('comparison.md', comparisonTable(judged, { kind: board.identity.kind, uri: board.uri }));
    yield* conclusion(judged);
    yield await times.result();
  },
});

async function judge(
  { params: p, signal }: Context,
  { source, treatment }: Pick<Judged, 'source' | 'treatment'>,
  treated: TreatedBits,
): Promise<Judged> {
  const bits = Math.min(p.bits, treated.bits);
  // Too few are left to judge where a source hardly changes: von Neumann gives nothing for equal bits.
  if (bits < LEAST_BITS) return { source, treatment, bits, ones: NaN, assessment: undefined, pValues: [] };
  const samples = unpackLsbFirst(treated.bytes, bits, new Uint8Array(new SharedArrayBuffer(bits)));
  const assessment = await assessNonIid(samples, 1, { signal });
  const sts = await assessSts(bitsFromBytes(treated.bytes, 'lsb', bits), { signal });
  const ones = samples.reduce((sum, bit) => sum + bit, 0);
  return { source, treatment, bits, ones, assessment, pValues: sts.streams.flatMap(pValues) };
}

/** Fewer bits than these are not judged. */
const LEAST_BITS = 10_000;

async function* conclusion(judged: readonly Judged[]): Events {
  const low = (source: string, treatment: string) => {
    const found = judged.find((each) => each.source === source && each.treatment === treatment);
    const all = found?.pValues ?? [];
    return { run: all.length, below: all.filter(({ p }) => p < 0.01).length };
  };
  const [rawCounter, hashedCounter] = [low('counter', 'raw'), low('counter', 'sha-256')];
  yield {
    type: 'note',
    text: `a counter, which has no entropy at all: raw, ${rawCounter.below} of ${rawCounter.run} p-values are below 0.01; after SHA-256 ${hashedCounter.below} of ${hashedCounter.run}. Tests of conditioned bits say nothing of a source`,
  };
  yield { type: 'note', text: 'comparison.md in the run folder has the table' };
  const values = judged.map(({ source, treatment, bits, assessment }) => ({
    source,
    treatment,
    bits,
    pValues: low(source, treatment).run,
    pValuesBelow: low(source, treatment).below,
    minEntropy: assessment?.minEntropy ?? null,
  }));
  yield { type: 'result', values: { judged: values } };
}
