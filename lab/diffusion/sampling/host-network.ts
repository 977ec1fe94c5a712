import type { Layout } from '../network/shape.js';
import { modulationSize, windowSize, tokenCount } from '../network/shape.js';
import { timeFeatures } from '../schedule.js';
import { TensorEngine, type Tensor } from '../tensor/engine.js';
import { matrix, multiply as multiplyMatrices } from '../tensor/matrix.js';

/** Images that pass the kernels together. */
const CHUNK = 32;

/**
 * The parts of the network that stay on the host, in float: first and last matrix, and the embedding of time and label.
 * They see signed numbers, and are about 1 % of the multiply-accumulates.
 */
export class HostNetwork {
  readonly #layout: Layout;
  readonly #parameters: Float32Array;
  readonly #engine: TensorEngine;
  readonly #memory: { readonly from: Tensor; readonly weight: Tensor; readonly to: Tensor };

  constructor(layout: Layout, parameters: Float32Array) {
    this.#layout = layout;
    this.#parameters = parameters;
    const { channels } = layout.shape;
    const pixels = windowSize(layout.shape);
    const widest = CHUNK * tokenCount(layout.shape) * Math.max(channels, pixels);
    this.#engine = new TensorEngine(2 * widest + channels * pixels + 64);
    const take = (n: number): Tensor => this.#engine.allocate(n);
    this.#memory = { from: take(widest), weight: take(channels * pixels), to: take(widest) };
  }

  view(name: string): Float32Array {
    return this.#layout.view(this.#parameters, name);
  }

  /** Step of quantiser `index` of a block. */
  step(block: number, index: number): number {
    return Math.exp(this.view(`block${block}.logStep`)[index] ?? 0);
  }

  /** Scales, shifts and gates of every label, and of none, at time t: (classes + 1) x modulationSize. */
  modulation(t: number): Float32Array {
    const { condition, classes } = this.#layout.shape;
    const size = modulationSize(this.#layout.shape);
    const time = new Float32Array(condition);
    timeFeatures(t, condition, time);
    const fromTime = multiply(time, this.view('time.weight'), condition, condition);
    const out = new Float32Array((classes + 1) * size);
    for (let label = 0; label <= classes; label++) {
      const embedding = this.view('label.embedding').subarray(label * condition, (label + 1) * condition);
      const first = fromTime.map((u, i) => Math.max(0, u + (embedding[i] ?? 0) + (this.view('time.bias')[i] ?? 0)));
      const second = multiply(first, this.view('condition.weight'), condition, condition).map((u, i) =>
        Math.max(0, u + (this.view('condition.bias')[i] ?? 0)),
      );
      const row = multiply(second, this.view('modulation.weight'), condition, size);
      const bias = this.view('modulation.bias');
      for (let i = 0; i < size; i++) out[label * size + i] = (row[i] ?? 0) + (bias[i] ?? 0);
    }
    return out;
  }

  /** Windows (images x tokens x pixels) to the residual stream (images x tokens x channels). */
  stem(windows: Float32Array, images: number): Float32Array {
    const { channels } = this.#layout.shape;
    return this.#affine(
      windows,
      images,
      windowSize(this.#layout.shape),
      channels,
      'stem.weight',
      this.view('stem.position'),
    );
  }

  /** Activations before the last matrix (images x tokens x channels) to output windows. */
  head(active: Float32Array, images: number): Float32Array {
    const { channels } = this.#layout.shape;
    return this.#affine(
      active,
      images,
      channels,
      windowSize(this.#layout.shape),
      'head.weight',
      this.view('head.bias'),
    );
  }

  /** x (rows x inputs) times a matrix, plus `start`, which repeats down the rows; on the kernels, a few images at a time. */
  #affine(
    x: Float32Array,
    images: number,
    inputs: number,
    outputs: number,
    name: string,
    start: Float32Array,
  ): Float32Array {
    const tokens = tokenCount(this.#layout.shape);
    const out = new Float32Array(images * tokens * outputs);
    const { from, weight, to } = this.#memory;
    weight.data.set(this.view(name));
    for (let first = 0; first < images; first += CHUNK) {
      const rows = Math.min(CHUNK, images - first) * tokens;
      from.data.set(x.subarray(first * tokens * inputs, (first * tokens + rows) * inputs));
      for (let at = 0; at < rows * outputs; at += start.length) to.data.set(start, at);
      const product = matrix(to.at, rows, outputs);
      multiplyMatrices(
        this.#engine.kernels,
        matrix(from.at, rows, inputs),
        matrix(weight.at, inputs, outputs),
        product,
        'add',
      );
      out.set(to.data.subarray(0, rows * outputs), first * tokens * outputs);
    }
    return out;
  }
}

function multiply(x: Float32Array, w: Float32Array, inputs: number, outputs: number): Float32Array {
  const out = new Float32Array(outputs);
  for (let i = 0; i < inputs; i++) {
    for (let o = 0, at = i * outputs; o < outputs; o++, at++) out[o]! += x[i]! * w[at]!;
  }
  return out;
}
