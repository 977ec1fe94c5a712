import { MixerPass } from '../network/mixer-pass.js';
import { effectiveParameters } from '../network/quantise.js';
import type { Layout, Quantisation } from '../network/shape.js';
import { tokenCount, windowSize } from '../network/shape.js';
import { fold, unfold } from '../patches.js';
import { timeFeatures } from '../schedule.js';
import type { Denoiser } from './sampler.js';

const BATCH = 32;

/**
 * The network on this machine instead of an array: with float weights and activations, or, given a quantisation, with
 * exactly the integers that an ideal array would form.
 */
export class SoftwareDenoiser implements Denoiser {
  readonly #pass: MixerPass;
  readonly #layout: Layout;
  #out = new Float32Array(0);

  constructor(layout: Layout, parameters: Float32Array, quantisation?: Quantisation) {
    this.#layout = layout;
    this.#pass = new MixerPass(layout, BATCH, quantisation?.activationBits ?? 0, false);
    const effective = Float32Array.from(parameters);
    if (quantisation !== undefined) effectiveParameters(layout, parameters, effective, quantisation.trits);
    this.#pass.load(effective);
  }

  predict(x: Float32Array, labels: Uint8Array, t: number): Promise<Float32Array> {
    const { shape } = this.#layout;
    const pixels = shape.side ** 2;
    const windows = tokenCount(shape) * windowSize(shape);
    if (this.#out.length !== x.length) this.#out = new Float32Array(x.length);
    const pass = this.#pass;
    for (let start = 0; start < labels.length; start += BATCH) {
      const n = Math.min(BATCH, labels.length - start);
      for (let i = 0; i < n; i++) {
        const at = (start + i) * pixels;
        unfold(x.subarray(at, at + pixels), shape, pass.input.data, i * windows);
        timeFeatures(t, shape.condition, pass.time, i * shape.condition);
        pass.labels[i] = labels[start + i] ?? 0;
      }
      pass.forward();
      for (let i = 0; i < n; i++) {
        const at = (start + i) * pixels;
        fold(pass.output.data, shape, this.#out.subarray(at, at + pixels), i * windows);
      }
    }
    return Promise.resolve(this.#out);
  }
}
