import type { TileDone, TileProducts } from '../mapping/product.js';
import { multiplyLayer } from '../mapping/product.js';
import type { ArraySize, LayerPlan } from '../mapping/tiles.js';
import { planLayer } from '../mapping/tiles.js';
import { quantiseMatrix } from '../network/quantise.js';
import type { Layout, Quantisation } from '../network/shape.js';
import { activationLevels, modulationSize, tokenCount, windowSize } from '../network/shape.js';
import { fold, unfold } from '../patches.js';
import { HostNetwork } from './host-network.js';
import type { Denoiser } from './sampler.js';

/** Largest batch that one prediction takes: bounds the host's memory. */
export const MAXIMUM_BATCH = 256;

/**
 * The network with every product of its blocks formed by an array. Weights stay where they are: a tile is programmed once a
 * prediction, and all positions of all images pass it. The host quantises, rectifies, modulates and adds.
 */
export class ArrayDenoiser implements Denoiser {
  readonly plans: ReadonlyMap<string, LayerPlan>;
  /** Images that have passed the network, counted once a prediction. */
  evaluations = 0;
  readonly #layout: Layout;
  readonly #host: HostNetwork;
  readonly #levels: number;
  readonly #products: TileProducts;
  readonly #onTile: TileDone | undefined;

  constructor(
    layout: Layout,
    parameters: Float32Array,
    quantisation: Quantisation,
    array: ArraySize,
    products: TileProducts,
    onTile?: TileDone,
  ) {
    this.#layout = layout;
    this.#host = new HostNetwork(layout, parameters);
    this.#levels = activationLevels(quantisation.activationBits);
    this.#products = products;
    this.#onTile = onTile;
    this.plans = planNetwork(layout, parameters, quantisation.trits, array);
  }

  async predict(x: Float32Array, labels: Uint8Array, t: number, signal?: AbortSignal): Promise<Float32Array> {
    const { shape } = this.#layout;
    const images = labels.length;
    this.evaluations += images;
    const pixels = shape.side ** 2;
    const token = tokenCount(shape) * windowSize(shape);
    const windows = new Float32Array(images * token);
    for (let i = 0; i < images; i++) unfold(x.subarray(i * pixels, (i + 1) * pixels), shape, windows, i * token);
    const modulation = this.#host.modulation(t);
    const stream = this.#host.stem(windows, images);
    for (let b = 0; b < shape.blocks; b++) {
      await this.#mixTokens(b, stream, labels, modulation, signal);
      await this.#mixChannels(b, stream, labels, modulation, signal);
    }
    const active = this.#modulate(stream, labels, modulation, shape.blocks * 6);
    for (let i = 0; i < active.length; i++) active[i] = Math.max(0, active[i]!);
    const outputs = this.#host.head(active, images);
    const out = new Float32Array(x.length);
    for (let i = 0; i < images; i++) fold(outputs, shape, out.subarray(i * pixels, (i + 1) * pixels), i * token);
    return out;
  }

  async #mixTokens(
    b: number,
    stream: Float32Array,
    labels: Uint8Array,
    modulation: Float32Array,
    signal?: AbortSignal,
  ): Promise<void> {
    const { channels } = this.#layout.shape;
    const tokens = tokenCount(this.#layout.shape);
    const step = this.#host.step(b, 0);
    const active = this.#modulate(stream, labels, modulation, b * 6);
    // A vector of the array is one channel of one image, over all tokens.
    const inputs = new Uint8Array(active.length);
    for (let i = 0, at = 0; i < labels.length; i++) {
      for (let c = 0; c < channels; c++) {
        for (let k = 0; k < tokens; k++) inputs[at++] = this.#quantise(active[(i * tokens + k) * channels + c]!, step);
      }
    }
    const { out, scale, hiddenStep } = await this.#twoLayers(b, 'token', inputs, signal);
    const size = modulationSize(this.#layout.shape);
    for (let i = 0, at = 0; i < labels.length; i++) {
      const gate = labels[i]! * size + (b * 6 + 2) * channels;
      for (let c = 0; c < channels; c++) {
        const g = modulation[gate + c]! * hiddenStep;
        for (let k = 0; k < tokens; k++, at++) {
          const place = (i * tokens + k) * channels + c;
          stream[place] = stream[place]! + g * scale[k]! * out[at]!;
        }
      }
    }
  }

  async #mixChannels(
    b: number,
    stream: Float32Array,
    labels: Uint8Array,
    modulation: Float32Array,
    signal?: AbortSignal,
  ): Promise<void> {
    const { channels } = this.#layout.shape;
    const tokens = tokenCount(this.#layout.shape);
    const step = this.#host.step(b, 2);
    const active = this.#modulate(stream, labels, modulation, b * 6 + 3);
    const inputs = new Uint8Array(active.length);
    for (let i = 0; i < inputs.length; i++) inputs[i] = this.#quantise(active[i]!, step);
    const { out, scale, hiddenStep } = await this.#twoLayers(b, 'channel', inputs, signal);
    const size = modulationSize(this.#layout.shape);
    for (let i = 0, at = 0; i < labels.length; i++) {
      const gate = labels[i]! * size + (b * 6 + 5) * channels;
      for (let k = 0; k < tokens; k++) {
        for (let c = 0; c < channels; c++, at++) {
          const g = modulation[gate + c]! * hiddenStep * scale[c]!;
          stream[at] = stream[at]! + g * out[at]!;
        }
      }
    }
  }

  /** Both matrices of half a block, with the quantised rectifier between them. */
  async #twoLayers(b: number, half: 'token' | 'channel', inputs: Uint8Array, signal?: AbortSignal) {
    const [step, hiddenStep] = (half === 'token' ? [0, 1] : [2, 3]).map((index) => this.#host.step(b, index));
    const first = `block${b}.${half}In`;
    const second = `block${b}.${half}Out`;
    const hidden = await this.#layer(first, inputs, signal);
    const middle = this.#rectify(
      hidden,
      this.#plan(first),
      this.#host.view(`block${b}.${half}Bias`),
      step!,
      hiddenStep!,
    );
    const out = await this.#layer(second, middle, signal);
    return { out, scale: this.#plan(second).scale, hiddenStep: hiddenStep! };
  }

  #layer(name: string, inputs: Uint8Array, signal?: AbortSignal): Promise<Float32Array> {
    const options = { ...(signal && { signal }), ...(this.#onTile && { onTile: this.#onTile }) };
    return multiplyLayer(this.#products, this.#plan(name), inputs, options);
  }

  #plan(name: string): LayerPlan {
    const plan = this.plans.get(name);
    if (plan === undefined) throw new RangeError(`no plan for ${name}`);
    return plan;
  }

  /** x (1 + scale) + shift, scale and shift being parts `part` and `part + 1` of each image's modulation. */
  #modulate(stream: Float32Array, labels: Uint8Array, modulation: Float32Array, part: number): Float32Array {
    const { channels } = this.#layout.shape;
    const tokens = tokenCount(this.#layout.shape);
    const size = modulationSize(this.#layout.shape);
    const out = new Float32Array(stream.length);
    for (let i = 0, at = 0; i < labels.length; i++) {
      const scale = labels[i]! * size + part * channels;
      for (let k = 0; k < tokens; k++) {
        for (let c = 0; c < channels; c++, at++) {
          out[at] = stream[at]! * (1 + modulation[scale + c]!) + modulation[scale + channels + c]!;
        }
      }
    }
    return out;
  }

  #rectify(sums: Float32Array, plan: LayerPlan, bias: Float32Array, step: number, nextStep: number): Uint8Array {
    const { outs, scale } = plan;
    const out = new Uint8Array(sums.length);
    for (let v = 0; v < sums.length; v += outs) {
      for (let o = 0; o < outs; o++) {
        out[v + o] = this.#quantise(sums[v + o]! * step * scale[o]! + bias[o]!, nextStep);
      }
    }
    return out;
  }

  /** Level of a rectified activation; ties go to the even level, as in the training kernel. */
  #quantise(u: number, step: number): number {
    const z = u / step;
    if (!(z > 0)) return 0;
    if (z >= this.#levels) return this.#levels;
    const down = z | 0;
    const rest = z - down;
    return rest > 0.5 || (rest === 0.5 && (down & 1) === 1) ? down + 1 : down;
  }
}

/** Plans of all matrices that stand on an array, by name, in the order in which they are used. */
export function planNetwork(
  layout: Layout,
  parameters: Float32Array,
  trits: number,
  array: ArraySize,
): ReadonlyMap<string, LayerPlan> {
  const plans = new Map<string, LayerPlan>();
  for (const { name, rows, cols, onArray } of layout.slots) {
    if (!onArray) continue;
    plans.set(name, planLayer(quantiseMatrix(layout.view(parameters, name), rows, cols, trits), trits, array));
  }
  return plans;
}
