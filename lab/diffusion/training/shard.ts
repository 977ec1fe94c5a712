import { RandomStream } from '../../../base/index.js';
import { MixerPass } from '../network/mixer-pass.js';
import type { NetworkShape } from '../network/shape.js';
import { Layout, tokenCount, windowSize } from '../network/shape.js';
import { fold, unfold } from '../patches.js';
import { noiseLevel, timeFeatures } from '../schedule.js';

/** Images of one pass: small enough that a layer's activations stay in the second-level cache. */
export const MICRO_BATCH = 16;

/** What a shard needs beside the parameters; plain data, so that it crosses to a worker. */
export interface ShardSetup {
  readonly shape: NetworkShape;
  readonly seed: number;
  readonly shard: number;
  /** Images of this shard per step; a multiple of MICRO_BATCH. */
  readonly images: number;
  /** Training images, one byte a pixel, and their labels. */
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

/** One step of a training, as a shard needs to know it. */
export interface ShardStep {
  readonly step: number;
  /** Activation bits, 0 = unquantised. */
  readonly bits: number;
  /** Probability that an image's label is left out. */
  readonly labelDropout: number;
}

/**
 * Computes the gradient of one shard of a batch. What it draws depends on (seed, step, shard) alone, so a run gives the
 * same parameters on any number of workers.
 *
 * The network learns v = alpha noise - sigma x_0 (Salimans and Ho, ICLR 2022) with a plain mean square error.
 */
export class ShardTrainer {
  readonly layout: Layout;
  readonly #passes = new Map<number, MixerPass>();
  readonly #noise: Float32Array;
  /** v of every image of a pass. */
  readonly #target: Float32Array;

  constructor(readonly setup: ShardSetup) {
    this.layout = new Layout(setup.shape);
    this.#noise = new Float32Array(setup.shape.side ** 2);
    this.#target = new Float32Array(MICRO_BATCH * setup.shape.side ** 2);
  }

  /**
   * Writes the gradient, summed over the shard's images and averaged over an image's pixels, into `gradient`.
   * @param parameters what the forward pass multiplies with
   * @returns summed loss of the shard's images
   */
  gradient(parameters: Float32Array, { step, bits, labelDropout }: ShardStep, gradient: Float32Array): number {
    const pass = this.#pass(bits);
    pass.load(parameters);
    const random = RandomStream.from(this.setup.seed, 'batch', step, this.setup.shard);
    let loss = 0;
    for (let done = 0; done < this.setup.images; done += MICRO_BATCH) {
      this.#fill(pass, random, done);
      if (labelDropout > 0)
        this.#dropLabels(pass, RandomStream.from(this.setup.seed, 'label', step, this.setup.shard, done), labelDropout);
      pass.forward();
      loss += this.#squaredError(pass);
      pass.backward();
    }
    pass.finishGradients();
    gradient.set(pass.gradients);
    return loss;
  }

  /** Activation ranges of every block on one micro-batch, unquantised: the first values of the quantisers' ranges. */
  activationRanges(parameters: Float32Array): number[][] {
    const pass = this.#pass(0);
    pass.load(parameters);
    this.#fill(pass, RandomStream.from(this.setup.seed, 'ranges'), 0);
    pass.forward();
    return Array.from({ length: this.setup.shape.blocks }, (_, b) => pass.activationRanges(b));
  }

  #pass(bits: number): MixerPass {
    let pass = this.#passes.get(bits);
    if (pass === undefined) {
      pass = new MixerPass(this.layout, MICRO_BATCH, bits);
      this.#passes.set(bits, pass);
    }
    return pass;
  }

  /** Draws images, times (stratified over the shard) and noise. */
  #fill(pass: MixerPass, random: RandomStream, done: number): void {
    const { pixels, labels, images, shape } = this.setup;
    const { side, condition } = shape;
    const size = side * side;
    const windows = tokenCount(shape) * windowSize(shape);
    const noised = this.#noise;
    const target = this.#target;
    for (let i = 0; i < MICRO_BATCH; i++) {
      const index = random.integer(labels.length);
      const t = (done + i + random.uniform()) / images;
      const { alpha, sigma } = noiseLevel(t);
      for (let p = 0; p < size; p++) {
        const clean = (pixels[index * size + p] ?? 0) / 127.5 - 1;
        const noise = random.gaussian();
        noised[p] = alpha * clean + sigma * noise;
        target[i * size + p] = alpha * noise - sigma * clean;
      }
      unfold(noised, shape, pass.input.data, i * windows);
      timeFeatures(t, condition, pass.time, i * condition);
      pass.labels[i] = labels[index] ?? 0;
    }
  }

  #dropLabels(pass: MixerPass, random: RandomStream, share: number): void {
    for (let i = 0; i < MICRO_BATCH; i++) {
      if (random.uniform() < share) pass.labels[i] = this.setup.shape.classes;
    }
  }

  /** Sum over the images of the mean square error of v; its gradient goes to the pass. */
  #squaredError(pass: MixerPass): number {
    const { shape } = this.setup;
    const size = shape.side ** 2;
    const windows = tokenCount(shape) * windowSize(shape);
    const image = this.#noise;
    let sum = 0;
    for (let i = 0; i < MICRO_BATCH; i++) {
      fold(pass.output.data, shape, image, i * windows);
      for (let p = 0; p < size; p++) {
        const difference = (image[p] ?? 0) - (this.#target[i * size + p] ?? 0);
        sum += difference * difference;
        image[p] = (2 * difference) / size;
      }
      unfold(image, shape, pass.outputGradient.data, i * windows);
    }
    return sum / size;
  }
}
