import { z } from 'zod';
import { formatDuration } from '../../base/index.js';
import {
  ArrayDenoiser,
  beginGeneration,
  BitNoise,
  BoardBits,
  BoardProducts,
  calibratePairs,
  type Denoiser,
  generateImages,
  GenerationRecord,
  type GenerationStep,
  guided,
  type Guidance,
  MAXIMUM_BATCH,
  type NoiseSource,
  requestedLabels,
  writeGeneration,
} from '../diffusion/index.js';
import { StepEnergyMeter, stripMoments } from '../report/index.js';
import { defineExperiment, type ExperimentContext } from './define-experiment.js';
import type { ExperimentEvent } from './events.js';
import { denoiserOf, generationWork, PATH_IMAGES, PATH_MOMENTS, planGeneration } from './generation-work.js';
import { count, flag, quantity, text } from './params.js';

const params = z.object({
  images: count({ label: 'Images', default: 60, min: 1, max: 100_000 }),
  steps: count({
    label: 'Denoising steps',
    help: 'More steps, better images, more energy.',
    default: 30,
    min: 1,
    max: 1000,
  }),
  seed: count({
    label: 'Seed',
    help: 'Of a simulated board that names none, and of the calibration inputs.',
    default: 1,
    min: 0,
  }),
  model: text({ label: 'Model file', help: 'Empty: the one that comes with Spindrift.', default: '' }),
  digits: text({
    label: 'Digits',
    help: 'Labels to generate in turn, separated by commas.',
    default: '0,1,2,3,4,5,6,7,8,9',
  }),
  guidance: quantity({
    label: 'Guidance',
    help: 'How strongly the label steers; 0 = not at all. A guided step passes the array twice.',
    unit: '',
    default: 1,
    min: 0,
    max: 20,
  }),
  guidanceFrom: quantity({
    label: 'Guided from time',
    help: '1 is pure noise, 0 the image.',
    unit: '',
    default: 0.8,
    min: 0,
    max: 1,
  }),
  guidanceTo: quantity({ label: 'Guided to time', unit: '', default: 0.3, min: 0, max: 1 }),
  batch: count({
    label: 'Batch',
    help: 'Images that share one programming of the tiles.',
    default: MAXIMUM_BATCH,
    min: 1,
    max: MAXIMUM_BATCH,
  }),
  xorStages: count({
    label: 'XOR stages',
    help: 'Times that bits of distant cells are folded on the board.',
    default: 1,
    min: 0,
    max: 3,
  }),
  controller: flag({ label: 'Bias controller', default: true }),
  verifyPasses: count({
    label: 'Verify passes',
    help: 'Times that a written cell is read back and written again.',
    default: 8,
    min: 0,
    max: 32,
  }),
});

type Context = ExperimentContext<z.output<typeof params>>;

/** Shortest time between two pictures of the images as they form, seconds; the last step always has one. */
const PICTURE_INTERVAL_S = 0.2;

/** What `run` hands to `conclude`, by run folder. */
const records = new WeakMap<Context['run'], GenerationRecord>();

/** The main job: a diffusion model on the board's own bits and products. */
export const generate = defineExperiment({
  id: 'generate',
  title: 'Generate images',
  summary:
    'Generates images with a diffusion model whose noise is the bits of the board and whose products are formed by its array, and books the energy of every step.',
  params,
  views: [
    { kind: 'image', id: 'grid', title: 'Images', image: 'grid' },
    {
      kind: 'line',
      id: 'board-time',
      title: 'Board time of a step',
      table: 'steps',
      x: { column: 'step', label: 'Step' },
      y: [{ column: 'board_s', label: 'Board time', unit: 's' }],
    },
  ],
  texts: {
    de: {
      title: 'Bilder erzeugen',
      summary:
        'Erzeugt Bilder mit einem Diffusionsmodell, dessen Rauschen die Bits des Boards sind und dessen Produkte sein Array bildet, und bucht die Energie jedes Schritts.',
      params: {
        images: ['Bilder'],
        steps: ['Entrauschungsschritte', 'Mehr Schritte, bessere Bilder, mehr Energie.'],
        seed: ['Startwert', 'Eines simulierten Boards, das keinen nennt, und der Eingaben der Kalibrierung.'],
        model: ['Modelldatei', 'Leer: das mitgelieferte.'],
        digits: ['Ziffern', 'Was der Reihe nach erzeugt wird, durch Kommas getrennt.'],
        guidance: [
          'Führung',
          'Wie stark die Ziffer lenkt; 0 = gar nicht. Ein geführter Schritt geht zweimal durch das Array.',
        ],
        guidanceFrom: ['Geführt ab Zeit', '1 ist reines Rauschen, 0 das Bild.'],
        guidanceTo: ['Geführt bis Zeit'],
        batch: ['Stapel', 'Bilder, für die die Kacheln einmal programmiert werden.'],
        xorStages: ['XOR-Stufen', 'Wie oft Bits entfernter Zellen auf dem Board gefaltet werden.'],
        controller: ['Bias-Regler'],
        verifyPasses: ['Prüfdurchgänge', 'Wie oft eine geschriebene Zelle zurückgelesen und neu geschrieben wird.'],
      },
      views: { grid: 'Bilder', 'board-time': 'Zeit des Boards für einen Schritt' },
      labels: { Step: 'Schritt', 'Board time': 'Zeit des Boards' },
    },
  },
  work: planGeneration,
  run,
  async conclude(ctx, { status, energy }) {
    const record = records.get(ctx.run);
    if (record === undefined) return;
    const { hostMeter } = energy;
    const missing = hostMeter.kind === 'unavailable' ? { hostUnavailable: hostMeter.detail } : {};
    await writeGeneration(ctx.run, ctx.board.identity, record, { status, energy, ...missing });
  },
});

async function* run(ctx: Context): AsyncGenerator<ExperimentEvent, void, undefined> {
  const { board, params: p, signal, clock } = ctx;
  const started = clock.now();
  const model = await denoiserOf(p);
  const { layout, quantisation, parameters } = model;
  const labels = requestedLabels(p.images, p.digits, layout.shape.classes);
  await ctx.setDrive((await board.getState(signal)).drive);

  await ctx.phase('calibrate');
  const bitsPerInput = quantisation.activationBits;
  const gains = await calibratePairs(board, bitsPerInput, { verifyPasses: p.verifyPasses, seed: p.seed, signal });
  const products = new BoardProducts(board, bitsPerInput, gains, p.verifyPasses);
  const array = new ArrayDenoiser(layout, parameters, quantisation, board.identity.geometry, products);
  const bits = new BitNoise(new BoardBits(board, { xorStages: p.xorStages, controller: p.controller }));
  const guidance: Guidance = { weight: p.guidance, from: p.guidanceFrom, to: p.guidanceTo };
  const work = generationWork(model, array.plans, board.identity.geometry, p);
  yield {
    type: 'note',
    text:
      `${work.vectors.toLocaleString('en')} vectors through ${work.programmings.toLocaleString('en')} tile programmings: ` +
      `about ${formatDuration(work.boardTimeS)} on the board as designed`,
  };

  const pixels = layout.shape.side ** 2;
  const state = beginGeneration({ labels, pixels, steps: p.steps });
  const record = new GenerationRecord(model, gains, products.counters, work, state);
  records.set(ctx.run, record);
  const meter = new StepEnergyMeter(ctx.ledger);
  const pictures = new Pictures(record, clock);
  const generating = generateImages(
    {
      labels,
      pixels,
      steps: p.steps,
      batch: p.batch,
      ...phased(ctx, guided(array, guidance, layout.shape.classes), bits),
      pathImages: PATH_IMAGES,
      pathSteps: new Set(stripMoments(p.steps, PATH_MOMENTS)),
      signal,
    },
    state,
  );
  for await (const done of generating) {
    // Naming the next phase books what this step used.
    await ctx.phase('noise');
    const boardSeconds = ctx.accountant.boardTimeS ?? 0;
    const wallSeconds = clock.now() - started;
    record.add(done, {
      wallSeconds,
      boardSeconds,
      bits: bits.bits,
      evaluations: array.evaluations,
      energy: meter.take(),
    });
    yield* stepEvents(record, done);
    yield* pictures.after(done);
  }
  record.seconds = clock.now() - started;
  yield { type: 'result', values: record.results() };
}

/** Denoiser and noise that tell the ledger which of them is at work. */
function phased(ctx: Context, denoiser: Denoiser, noise: NoiseSource): { denoiser: Denoiser; noise: NoiseSource } {
  return {
    denoiser: {
      async predict(...request) {
        await ctx.phase('products');
        return denoiser.predict(...request);
      },
    },
    noise: {
      async draw(...request) {
        await ctx.phase('noise');
        return noise.draw(...request);
      },
    },
  };
}

function* stepEvents(record: GenerationRecord, { batch, step, images }: GenerationStep): Generator<ExperimentEvent> {
  const last = record.steps[record.steps.length - 1];
  if (last === undefined) return;
  const { steps } = record.state;
  yield {
    type: 'row',
    table: 'steps',
    values: {
      step: last.step,
      batch,
      images,
      wall_s: last.wallSeconds,
      board_s: last.boardSeconds,
      bits: last.bits,
      macs: last.macs,
    },
  };
  yield { type: 'metric', values: { bits: record.bits, macs: record.macs, boardSeconds: record.boardSeconds } };
  yield { type: 'progress', ...record.progress, unit: 'image steps', note: `step ${step}/${steps}` };
}

/** Shows images as they form: the sheet of all, and the path of the first ones whenever a moment of it is new. */
class Pictures {
  #lastS = -Infinity;
  #moments = 0;

  constructor(
    readonly record: GenerationRecord,
    readonly clock: Context['clock'],
  ) {}

  *after({ step }: GenerationStep): Generator<ExperimentEvent> {
    const { record, clock } = this;
    const now = clock.now();
    if (step === record.state.steps || now - this.#lastS >= PICTURE_INTERVAL_S) {
      this.#lastS = now;
      yield { type: 'image', name: 'grid', ...record.sheet(1) };
    }
    const moments = record.state.path.length;
    const path = moments > this.#moments ? record.path(1) : undefined;
    this.#moments = moments;
    if (path !== undefined) yield { type: 'image', name: 'path', ...path };
  }
}
