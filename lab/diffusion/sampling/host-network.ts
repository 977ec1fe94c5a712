import type { Layout } from '../network/shape.js';
import { modulationSize, windowSize, tokenCount } from '../network/shape.js';
import { timeFeatures } from '../schedule.js';

/**
 * The parts of the network that stay on the host, in float: first and last matrix, and the embedding of time and label.
 * They see signed numbers, and are about 1 % of the multiply-accumulates.
 */
export class HostNetwork {
  readonly #layout: Layout;
  readonly #parameters: Float32Array;

  constructor(layout: Layout, parameters: Float32Array) {
    this.#layout = layout;
    this.#parameters = parameters;
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
    const tokens = tokenCount(this.#layout.shape);
    const pixels = windowSize(this.#layout.shape);
    const out = new Float32Array(images * tokens * channels);
    const position = this.view('stem.position');
    for (let i = 0; i < images; i++) out.set(position, i * position.length);
    accumulate(windows, this.view('stem.weight'), images * tokens, pixels, channels, out);
    return out;
  }

  /** Activations before the last matrix (images x tokens x channels) to output windows. */
  head(active: Float32Array, images: number): Float32Array {
    const { channels } = this.#layout.shape;
    const tokens = tokenCount(this.#layout.shape);
    const pixels = windowSize(this.#layout.shape);
    const out = new Float32Array(images * tokens * pixels);
    const bias = this.view('head.bias');
    for (let r = 0; r < images * tokens; r++) out.set(bias, r * pixels);
    accumulate(active, this.view('head.weight'), images * tokens, channels, pixels, out);
    return out;
  }
}

function multiply(x: Float32Array, w: Float32Array, inputs: number, outputs: number): Float32Array {
  const out = new Float32Array(outputs);
  accumulate(x, w, 1, inputs, outputs, out);
  return out;
}

/** out (rows x outputs) += x (rows x inputs) w (inputs x outputs). */
function accumulate(
  x: Float32Array,
  w: Float32Array,
  rows: number,
  inputs: number,
  outputs: number,
  out: Float32Array,
): void {
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < inputs; i++) {
      const value = x[r * inputs + i] ?? 0;
      if (value === 0) continue;
      for (let o = 0, at = r * outputs, from = i * outputs; o < outputs; o++, at++, from++) {
        out[at] = (out[at] ?? 0) + value * (w[from] ?? 0);
      }
    }
  }
}
