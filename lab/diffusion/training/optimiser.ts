import type { Layout } from '../network/shape.js';
import type { Tensor } from '../tensor/engine.js';
import { TensorEngine } from '../tensor/engine.js';

/** Settings of AdamW that stay the same through a run. */
export interface OptimiserOptions {
  readonly weightDecay: number;
  /** Largest norm of a gradient; a longer one is shortened to it. */
  readonly clip: number;
  /** Share of the moving average that a step keeps, once it has run in. */
  readonly average: number;
}

const BETA1 = 0.9;
const BETA2 = 0.99;
const EPSILON = 1e-8;

/** AdamW over a flat parameter vector, with decay on matrices only and an exponential moving average of the parameters. */
export class Optimiser {
  readonly #engine: TensorEngine;
  readonly #parameters: Tensor;
  readonly #gradient: Tensor;
  readonly #first: Tensor;
  readonly #second: Tensor;
  readonly #average: Tensor;
  #steps = 0;

  constructor(
    readonly layout: Layout,
    initial: Float32Array,
    readonly options: OptimiserOptions,
  ) {
    this.#engine = new TensorEngine(layout.size * 5 + 64);
    const take = (): Tensor => this.#engine.allocate(layout.size);
    this.#parameters = take();
    this.#gradient = take();
    this.#first = take();
    this.#second = take();
    this.#average = take();
    this.#parameters.data.set(initial);
    this.#average.data.set(initial);
  }

  /** Everything that later steps depend on, as one vector: parameters, average, both moments. */
  state(): { readonly steps: number; readonly values: Float32Array } {
    const tensors = [this.#parameters, this.#average, this.#first, this.#second];
    const values = new Float32Array(this.layout.size * tensors.length);
    tensors.forEach((t, i) => {
      values.set(t.data, i * this.layout.size);
    });
    return { steps: this.#steps, values };
  }

  /** Goes on from a state. @throws RangeError when it belongs to another network */
  restore(state: { readonly steps: number; readonly values: Float32Array }): void {
    const { size } = this.layout;
    if (state.values.length !== size * 4) {
      throw new RangeError(`training state holds ${state.values.length} numbers; this network needs ${size * 4}`);
    }
    this.#steps = state.steps;
    [this.#parameters, this.#average, this.#first, this.#second].forEach((t, i) => {
      t.data.set(state.values.subarray(i * size, (i + 1) * size));
    });
  }

  /** Current parameters (a view that steps change). */
  get parameters(): Float32Array {
    return this.#parameters.data;
  }

  /** Moving average of the parameters (a view that steps change). */
  get average(): Float32Array {
    return this.#average.data;
  }

  /**
   * Sums the shards' gradients in their order, averages over `images`, clips, and steps.
   * @returns the norm of the averaged gradient before clipping
   */
  step(gradients: readonly Float32Array[], images: number, rate: number): number {
    const sum = this.#gradient.data;
    sum.fill(0);
    let squares = 0;
    for (let i = 0; i < sum.length; i++) {
      let g = 0;
      for (const shard of gradients) g += shard[i] ?? 0;
      sum[i] = g;
      squares += g * g;
    }
    const norm = Math.sqrt(squares) / images;
    const scale = Math.min(1, this.options.clip / norm) / images;
    this.#steps++;
    const corrected = rate / (1 - BETA1 ** this.#steps);
    const second = 1 / (1 - BETA2 ** this.#steps);
    const keep = Math.min(this.options.average, (1 + this.#steps) / (10 + this.#steps));
    for (const slot of this.layout.slots) {
      const at = slot.offset * 4;
      const count = Math.ceil((slot.rows * slot.cols) / 4) * 4;
      const decay = slot.decay ? rate * this.options.weightDecay : 0;
      const tensors = [this.#parameters, this.#gradient, this.#first, this.#second, this.#average].map(
        (t) => t.at + at,
      );
      const [w = 0, g = 0, m = 0, v = 0, a = 0] = tensors;
      this.#engine.kernels.adamw(count, w, g, m, v, a, corrected, second, BETA1, BETA2, EPSILON, decay, scale, keep);
    }
    return norm;
  }
}
