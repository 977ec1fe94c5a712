import { z } from 'zod';
import { RandomStream } from '../../base/index.js';
import { distributionOf } from './cell-states.js';
import { defineExperiment, type ExperimentContext } from './define-experiment.js';
import type { ExperimentEvent } from './events.js';
import { macLinearityDe } from './mac-linearity.texts.js';
import { bendsOf, effectiveBits, fitPair, type PairFit } from './mac/pair-fit.js';
import { count } from './params.js';
import { RunTimes } from './run-times.js';

const params = z.object({
  patterns: count({
    label: 'Weight patterns',
    default: 8,
    min: 1,
    max: 100,
    help: 'Each writes all cells anew with random weights −1, 0 and +1.',
  }),
  vectors: count({ label: 'Vectors', default: 32, min: 4, max: 1000, help: 'Random inputs for each pattern.' }),
  inputBits: count({ label: 'Bits of an input', default: 4, min: 1, max: 8 }),
  repeats: count({ label: 'Repeats', default: 1, min: 1, max: 255, help: 'Conversions averaged for each plane.' }),
  verifyPasses: count({
    label: 'Verify passes',
    default: 2,
    min: 0,
    max: 15,
    help: 'Times that each cell is read back and written again if wrong.',
  }),
  seed: count({ label: 'Seed', default: 1, min: 0, help: 'Of weights and inputs.' }),
});

type Params = z.output<typeof params>;
type Context = ExperimentContext<Params>;

/** Cells of a weight: the current through a pair is that of its first column less that of its second. */
const CELLS = { '-1': [1, 0], 0: [1, 1], 1: [0, 1] } as const;
type Weight = -1 | 0 | 1;
/** Parts of the range in which bends are averaged. */
const PARTS = 16;

const IDEAL = { column: 'ideal', label: 'Ideal product' } as const;

/** All products of one pair. */
interface Pair {
  readonly ideal: number[];
  readonly codes: number[];
}

export const macLinearity = defineExperiment({
  id: 'mac-linearity',
  title: 'Products of the array',
  summary:
    'Multiplies random vectors by random weights on the array and holds the products against exact ones: gain and offset of every pair of columns, what is left, effective bits, and where each pair bends. Writes all cells anew.',
  params,
  views: [
    {
      kind: 'scatter',
      id: 'measured-against-ideal',
      title: 'Measured products against ideal ones',
      table: 'products',
      x: IDEAL,
      y: [
        { column: 'measured', label: 'measured' },
        { column: 'ideal', label: 'ideal', draw: 'line', provenance: 'modelled' },
      ],
      yLabel: 'Product',
    },
    {
      kind: 'histogram',
      id: 'residuals',
      title: 'What the line of each pair leaves',
      table: 'products',
      value: { column: 'residual', label: 'Measured − ideal product' },
      references: [{ axis: 'x', value: 0 }],
    },
    {
      kind: 'heatmap',
      id: 'bends',
      title: 'Bends of the pairs',
      table: 'bends',
      x: { column: 'pair', label: 'Pair of columns' },
      y: IDEAL,
      value: { column: 'residual', label: 'Mean of measured − ideal' },
      colors: 'diverging',
      center: 0,
    },
    {
      kind: 'scatter',
      id: 'gains',
      title: 'Gain of the pairs',
      table: 'pairs',
      x: { column: 'pair', label: 'Pair of columns' },
      y: [{ column: 'gain_codes', label: 'Codes a unit' }],
    },
  ],
  texts: { de: macLinearityDe },
  work: ({ patterns, vectors }) => ({ amount: patterns * vectors, unit: 'vectors' }),
  async *run(ctx) {
    const times = await RunTimes.start(ctx);
    const { kind } = ctx.board.identity;
    if (kind === 'simulated' || kind === 'emulated')
      yield { type: 'note', text: `the board is ${kind}: its products are those of a model` };
    const { pairs, clipped } = yield* multiplyAll(ctx);
    yield* findings(ctx, pairs, clipped);
    yield await times.result();
  },
});

async function* multiplyAll(
  ctx: Context,
): AsyncGenerator<ExperimentEvent, { readonly pairs: readonly Pair[]; readonly clipped: number }, undefined> {
  const { board, params: p, signal } = ctx;
  const { rows, cols } = board.identity.geometry;
  const random = RandomStream.from(p.seed, 'mac-linearity');
  const pairs = Array.from({ length: Math.floor(cols / 2) }, (): Pair => ({ ideal: [], codes: [] }));
  const window = { tile: 0, rowFirst: 0, rows, colFirst: 0, cols: 2 * pairs.length };
  let [failed, clipped] = [0, 0];
  await ctx.phase('products');
  for (let pattern = 0; pattern < p.patterns; pattern += 1) {
    const weights = Array.from({ length: rows * pairs.length }, () => (random.integer(3) - 1) as Weight);
    const cells = Uint8Array.from(weights.flatMap((weight) => CELLS[weight]));
    const inputs = Uint8Array.from({ length: p.vectors * rows }, () => random.integer(2 ** p.inputBits));
    failed += (await board.programTile({ ...window, cells, verifyPasses: p.verifyPasses, signal })).cellsFailed;
    const products = await board.multiply({
      ...window,
      inputBits: p.inputBits,
      columnMode: 'differential',
      inputs,
      repeats: p.repeats,
      signal,
    });
    clipped += products.clipped;
    for (let vector = 0; vector < p.vectors; vector += 1) {
      for (const [j, pair] of pairs.entries()) {
        let ideal = 0;
        for (let row = 0; row < rows; row += 1)
          ideal += inputs[vector * rows + row]! * weights[row * pairs.length + j]!;
        pair.ideal.push(ideal);
        pair.codes.push(products.results[vector * pairs.length + j]! * 2 ** products.shift);
      }
    }
    yield { type: 'progress', done: (pattern + 1) * p.vectors, total: p.patterns * p.vectors, unit: 'vectors' };
  }
  if (failed > 0) yield { type: 'note', text: `${failed} cells were still wrong after the last pass of writing` };
  return { pairs, clipped };
}

function* findings({ board, params: p }: Context, pairs: readonly Pair[], clipped: number): Generator<ExperimentEvent> {
  const fits = pairs.map(fitPair);
  const good = fits.flatMap((fit, j) => (fit === undefined ? [] : [{ j, fit, ideal: pairs[j]!.ideal }]));
  const { rows } = board.identity.geometry;
  const range = 2 * rows * (2 ** p.inputBits - 1);
  yield* productRows(good);
  let [low, high, products] = [Infinity, -Infinity, 0];
  for (const { ideal } of good) {
    for (const value of ideal) [low, high] = [Math.min(low, value), Math.max(high, value)];
    products += ideal.length;
  }
  const edges = Array.from({ length: PARTS + 1 }, (_, k) => low + ((high - low) * k) / PARTS);
  for (const { j, fit, ideal } of good) {
    const { gain, offset, residual } = fit;
    const values = { pair: j, gain_codes: gain, offset_codes: offset, residual, bits: effectiveBits(range, residual) };
    yield { type: 'row', table: 'pairs', values };
    for (const bend of bendsOf(ideal, fit.measured, edges))
      yield { type: 'row', table: 'bends', values: { pair: j, ...bend } };
  }
  const gains = distributionOf(good.map(({ fit }) => fit.gain));
  const rms = Math.sqrt(good.reduce((sum, { fit }) => sum + fit.residual ** 2, 0) / good.length);
  yield {
    type: 'result',
    values: {
      pairs: good.length,
      pairsWithoutGain: pairs.length - good.length,
      products,
      fullRange: range,
      codesPerUnit: gains.mean,
      gainSpread: gains.standardDeviation === null ? null : gains.standardDeviation / Math.abs(gains.mean!),
      residualUnits: good.length === 0 ? null : rms,
      effectiveBits: good.length === 0 ? null : effectiveBits(range, rms),
      clippedConversions: clipped,
    },
  };
}

/** Products in the order of their ideal value, so that what is drawn of them is in order too. */
function* productRows(
  good: readonly { readonly j: number; readonly fit: PairFit; readonly ideal: readonly number[] }[],
): Generator<ExperimentEvent> {
  const products = good.flatMap(({ j, fit, ideal }) =>
    ideal.map((value, i) => ({ pair: j, ideal: value, measured: fit.measured[i]! })),
  );
  for (const { pair, ideal, measured } of products.sort((a, b) => a.ideal - b.ideal))
    yield { type: 'row', table: 'products', values: { pair, ideal, measured, residual: measured - ideal } };
}
