import { RandomStream } from '../../../base/index.js';
import type { ImageSet } from '../data/mnist.js';
import { effectiveParameters } from '../network/quantise.js';
import type { NetworkShape, Quantisation } from '../network/shape.js';
import { activationLevels, Layout } from '../network/shape.js';
import { Optimiser } from './optimiser.js';
import type { ShardSetup } from './shard.js';
import { MICRO_BATCH, ShardTrainer } from './shard.js';
import { openShardPool } from './shard-pool.js';

/** A training recipe: everything that the resulting parameters depend on, beside the images. */
export interface TrainingRecipe {
  readonly seed: number;
  readonly shape: NetworkShape;
  readonly quantisation: Quantisation;
  /** Steps with float products, then steps with quantised products and shaken weights. */
  readonly floatSteps: number;
  readonly quantisedSteps: number;
  /** Last steps, quantised too, in which a label is left out with probability `labelDropout`: guidance needs that. */
  readonly guidanceSteps: number;
  readonly labelDropout: number;
  /** Images a step, a multiple of shards x MICRO_BATCH. */
  readonly batch: number;
  /** Parts a batch is split into; fixes the order of sums, so part of the recipe. */
  readonly shards: number;
  readonly rate: number;
  /** Learning rate of the quantised phase, relative to `rate`; and of the guidance phase. */
  readonly quantisedRate: number;
  readonly guidanceRate: number;
  readonly warmup: number;
  readonly weightDecay: number;
  readonly clip: number;
  readonly average: number;
  /** Standard deviation, in levels, of the weight noise that stands for the static spread of cells. */
  readonly weightNoise: number;
}

/** State of a running training, after a step. */
export interface TrainingProgress {
  readonly step: number;
  readonly steps: number;
  readonly phase: 'float' | 'quantised' | 'guidance';
  /** Mean loss an image of this step, averaged over the last hundred steps. */
  readonly loss: number;
  readonly gradientNorm: number;
}

/** Trained parameters: the moving average, latent (unquantised) values. */
export interface TrainingResult {
  readonly parameters: Float32Array;
  readonly loss: number;
  readonly steps: number;
}

/** State of a training between two steps; going on from it gives the same result as never having stopped. */
export interface TrainingState {
  readonly step: number;
  readonly loss: number;
  /** Parameters, their moving average and both moments of the optimiser. */
  readonly values: Float32Array;
}

/** Options that do not change the result. */
export interface TrainingOptions {
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TrainingProgress) => void;
  /** Called every `checkpointEvery` steps (1000), and when the training is aborted. */
  readonly onCheckpoint?: (state: TrainingState) => Promise<void>;
  readonly checkpointEvery?: number;
  readonly resume?: TrainingState;
}

/**
 * Trains a denoiser, hardware-aware. Deterministic: the same recipe and images give the same bytes on any number of workers.
 * @throws RangeError for a batch that the shards do not divide; the abort reason when `signal` aborts
 */
export async function trainDenoiser(
  recipe: TrainingRecipe,
  images: ImageSet,
  options: TrainingOptions = {},
): Promise<TrainingResult> {
  const { shape, seed, shards: shardCount, batch } = recipe;
  if (batch % (shardCount * MICRO_BATCH) !== 0) {
    throw new RangeError(`batch is ${batch}; it must be a multiple of ${shardCount} shards x ${MICRO_BATCH} images`);
  }
  const layout = new Layout(shape);
  const pixels = shared(images.images);
  const labels = shared(images.labels);
  const shards = Array.from({ length: shardCount }, (_, shard): ShardSetup => {
    return { shape, seed, shard, images: batch / shardCount, pixels, labels };
  });
  const optimiser = new Optimiser(layout, initialParameters(layout, seed), recipe);
  const pool = openShardPool(shards, layout.size, options.workers ?? 0);
  const guidance = recipe.floatSteps + recipe.quantisedSteps;
  const steps = guidance + recipe.guidanceSteps;
  let smooth = options.resume?.loss ?? NaN;
  const first = options.resume?.step ?? 0;
  if (options.resume !== undefined) optimiser.restore({ steps: first, values: options.resume.values });
  const checkpoint = async (step: number): Promise<void> => {
    await options.onCheckpoint?.({ step, loss: smooth, values: optimiser.state().values });
  };
  const every = options.checkpointEvery ?? 1000;
  try {
    for (let step = first; step < steps; step++) {
      if (options.signal?.aborted) await checkpoint(step);
      options.signal?.throwIfAborted();
      const quantised = step >= recipe.floatSteps;
      if (step === recipe.floatSteps && shards[0] !== undefined) {
        setActivationSteps(layout, optimiser, new ShardTrainer(shards[0]), recipe.quantisation.activationBits);
      }
      if (quantised) {
        const random = RandomStream.from(seed, 'weight-noise', step);
        const noise = (): number => random.gaussian();
        const { trits } = recipe.quantisation;
        effectiveParameters(layout, optimiser.parameters, pool.parameters, trits, recipe.weightNoise, noise);
      } else pool.parameters.set(optimiser.parameters);
      const bits = quantised ? recipe.quantisation.activationBits : 0;
      const labelDropout = step >= guidance ? recipe.labelDropout : 0;
      const losses = await pool.run({ step, bits, labelDropout });
      const loss = losses.reduce((a, b) => a + b, 0) / batch;
      const gradientNorm = optimiser.step(pool.gradients, batch, learningRate(recipe, step));
      smooth = Number.isNaN(smooth) ? loss : smooth + (loss - smooth) / Math.min(step + 1, 100);
      const phase = step >= guidance ? 'guidance' : quantised ? 'quantised' : 'float';
      options.onProgress?.({ step: step + 1, steps, phase, loss: smooth, gradientNorm });
      if ((step + 1) % every === 0 && step + 1 < steps) await checkpoint(step + 1);
    }
  } finally {
    await pool.close();
  }
  return { parameters: Float32Array.from(optimiser.average), loss: smooth, steps };
}

/** Linear warm-up and then a cosine within each phase: the float phase ends where the quantised one starts. */
export function learningRate(recipe: TrainingRecipe, step: number): number {
  const { rate, floatSteps, quantisedSteps, guidanceSteps, quantisedRate, guidanceRate } = recipe;
  const phases = [
    { length: floatSteps, peak: 1, end: quantisedSteps > 0 ? Math.min(1, quantisedRate) : 0.02 },
    { length: quantisedSteps, peak: quantisedRate, end: 0.02 },
    { length: guidanceSteps, peak: guidanceRate, end: 0.02 },
  ];
  let at = step;
  for (const { length, peak, end } of phases) {
    if (at < length) {
      const cosine = end + (1 - end) * 0.5 * (1 + Math.cos((Math.PI * at) / Math.max(1, length)));
      return rate * peak * cosine * Math.min(1, (at + 1) / Math.max(1, recipe.warmup));
    }
    at -= length;
  }
  throw new RangeError(`step ${step} is after the last of the recipe`);
}

function initialParameters(layout: Layout, seed: number): Float32Array {
  const parameters = new Float32Array(layout.size);
  for (const slot of layout.slots) {
    const random = RandomStream.from(seed, 'initial', slot.name);
    for (let i = 0; i < slot.rows * slot.cols; i++) {
      parameters[slot.offset + i] = slot.mean + (slot.spread > 0 ? slot.spread * random.gaussian() : 0);
    }
  }
  return parameters;
}

/** Starts the quantisers' steps at the range that the float network uses. */
function setActivationSteps(layout: Layout, optimiser: Optimiser, shard: ShardTrainer, bits: number): void {
  shard.activationRanges(optimiser.parameters).forEach((maxima, block) => {
    const logs = maxima.map((m) => Math.log(Math.max(m, 1e-3) / activationLevels(bits)));
    for (const vector of [optimiser.parameters, optimiser.average])
      layout.view(vector, `block${block}.logStep`).set(logs);
  });
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
