import type { Tensor, TensorEngine } from '../tensor/engine.js';
import { matrix, multiply, transposed } from '../tensor/matrix.js';
import type { ParameterMemory } from './parameter-memory.js';
import type { NetworkShape } from './shape.js';
import { activationLevels, modulationSize, tokenCount } from './shape.js';

/** Names of a block's matrices whose transpose its backward pass needs. */
export function blockTransposes(block: number): string[] {
  return [`block${block}.channelIn`, `block${block}.channelOut`];
}

/** What the blocks of a pass share. */
export interface PassContext {
  readonly shape: NetworkShape;
  readonly images: number;
  /** Activation bits; 0 leaves activations unquantised. */
  readonly bits: number;
  readonly engine: TensorEngine;
  readonly memory: ParameterMemory;
  readonly modulation: Tensor;
  readonly modulationGradient: Tensor;
  /** Room for three of the widest intermediate results; used in the backward pass only. */
  readonly scratch: readonly [Tensor, Tensor, Tensor];
}

/** Floats of the intermediate results of one block. */
export function blockFloats(shape: NetworkShape, images: number): number {
  const tokens = tokenCount(shape);
  const { channels, tokenHidden, channelHidden } = shape;
  return images * (5 * tokens * channels + 2 * tokenHidden * channels + 2 * tokens * channelHidden) + 64;
}

/** Forward and backward pass of one block; see MixerPass for what a block is. */
export class BlockPass {
  readonly #c: PassContext;
  readonly #tokens: number;
  readonly #tokenIn: Tensor;
  readonly #tokenHidden: Tensor;
  readonly #tokenActive: Tensor;
  readonly #tokenOut: Tensor;
  readonly #middle: Tensor;
  readonly #channelIn: Tensor;
  readonly #channelHidden: Tensor;
  readonly #channelActive: Tensor;
  readonly #channelOut: Tensor;

  constructor(context: PassContext) {
    const { shape, images, engine } = (this.#c = context);
    const { channels, tokenHidden, channelHidden } = shape;
    const tokens = (this.#tokens = tokenCount(shape));
    const take = (perImage: number): Tensor => engine.allocate(images * perImage);
    this.#tokenIn = take(tokens * channels);
    this.#tokenHidden = take(tokenHidden * channels);
    this.#tokenActive = take(tokenHidden * channels);
    this.#tokenOut = take(tokens * channels);
    this.#middle = take(tokens * channels);
    this.#channelIn = take(tokens * channels);
    this.#channelHidden = take(tokens * channelHidden);
    this.#channelActive = take(tokens * channelHidden);
    this.#channelOut = take(tokens * channels);
  }

  /** out = block(x), both images x tokens x channels; they may be the same tensor. */
  forward(block: number, x: Tensor, out: Tensor): void {
    const { images: n, engine, memory, shape } = this.#c;
    const { kernels: k } = engine;
    const { channels, tokenHidden, channelHidden } = shape;
    const tokens = this.#tokens;
    const stride = modulationSize(shape);
    const m = (part: number): number => this.#part(this.#c.modulation, block, part);
    const levels = this.#levels();
    const step = (index: number): number => this.#step(block, index);

    k.modulate(n, tokens, channels, x.at, m(0), m(1), stride, this.#tokenIn.at, step(0), levels);
    this.#eachImage((i) => {
      const from = this.#image(this.#tokenIn, i, tokens);
      multiply(
        k,
        transposed(memory.matrix(`block${block}.tokenIn`)),
        from,
        this.#image(this.#tokenHidden, i, tokenHidden),
      );
    });
    const bias = memory.at(`block${block}.tokenBias`);
    k.biasRelu(
      n * tokenHidden,
      channels,
      this.#tokenHidden.at,
      bias,
      1,
      tokenHidden,
      this.#tokenActive.at,
      step(1),
      levels,
    );
    this.#eachImage((i) => {
      const from = this.#image(this.#tokenActive, i, tokenHidden);
      multiply(k, transposed(memory.matrix(`block${block}.tokenOut`)), from, this.#image(this.#tokenOut, i, tokens));
    });
    k.gatedAdd(n, tokens, channels, x.at, m(2), stride, this.#tokenOut.at, this.#middle.at);

    k.modulate(n, tokens, channels, this.#middle.at, m(3), m(4), stride, this.#channelIn.at, step(2), levels);
    const rows = n * tokens;
    const narrow = (t: Tensor) => matrix(t.at, rows, channels);
    const wide = (t: Tensor) => matrix(t.at, rows, channelHidden);
    multiply(k, narrow(this.#channelIn), memory.matrix(`block${block}.channelIn`), wide(this.#channelHidden));
    const wideBias = memory.at(`block${block}.channelBias`);
    k.biasRelu(rows, channelHidden, this.#channelHidden.at, wideBias, 0, 1, this.#channelActive.at, step(3), levels);
    multiply(k, wide(this.#channelActive), memory.matrix(`block${block}.channelOut`), narrow(this.#channelOut));
    k.gatedAdd(n, tokens, channels, this.#middle.at, m(5), stride, this.#channelOut.at, out.at);
  }

  /** dx holds the gradient of the output and receives that of the input `x`. */
  backward(block: number, x: Tensor, dx: Tensor): void {
    this.#channelBackward(block, dx);
    this.#tokenBackward(block, x, dx);
  }

  /** Nearly the largest inputs of the four quantisers in the last forward(). */
  activationRanges(): number[] {
    return [this.#tokenIn, this.#tokenActive, this.#channelIn, this.#channelActive].map((t) => quantile(t.data, 0.998));
  }

  #channelBackward(block: number, dx: Tensor): void {
    const { images: n, engine, memory, shape, scratch } = this.#c;
    const { kernels: k } = engine;
    const { channels, channelHidden } = shape;
    const tokens = this.#tokens;
    const rows = n * tokens;
    const stride = modulationSize(shape);
    const m = (part: number): number => this.#part(this.#c.modulation, block, part);
    const d = (part: number): number => this.#part(this.#c.modulationGradient, block, part);
    const [p, q] = scratch;
    const narrow = (t: Tensor) => matrix(t.at, rows, channels);
    const wide = (t: Tensor) => matrix(t.at, rows, channelHidden);
    k.gatedAddBackward(n, tokens, channels, this.#channelOut.at, m(5), stride, dx.at, p.at, d(5));
    multiply(k, transposed(wide(this.#channelActive)), narrow(p), memory.gradient(`block${block}.channelOut`), 'add');
    multiply(k, narrow(p), memory.transpose(`block${block}.channelOut`), wide(q));
    const bias = `block${block}.channelBias`;
    const hidden = this.#channelHidden.at;
    const g3 = k.biasReluBackward(
      rows,
      channelHidden,
      hidden,
      memory.at(bias),
      0,
      1,
      q.at,
      q.at,
      memory.gradientAt(bias),
      this.#step(block, 3),
      this.#levels(),
    );
    this.#addStep(block, 3, g3, tokens * channelHidden);
    multiply(k, transposed(narrow(this.#channelIn)), wide(q), memory.gradient(`block${block}.channelIn`), 'add');
    multiply(k, wide(q), memory.transpose(`block${block}.channelIn`), narrow(p));
    const g2 = k.modulateBackward(
      n,
      tokens,
      channels,
      this.#middle.at,
      m(3),
      m(4),
      stride,
      p.at,
      dx.at,
      d(3),
      d(4),
      this.#step(block, 2),
      this.#levels(),
    );
    this.#addStep(block, 2, g2, tokens * channels);
  }

  #tokenBackward(block: number, x: Tensor, dx: Tensor): void {
    const { images: n, engine, memory, shape, scratch } = this.#c;
    const { kernels: k } = engine;
    const { channels, tokenHidden } = shape;
    const tokens = this.#tokens;
    const stride = modulationSize(shape);
    const m = (part: number): number => this.#part(this.#c.modulation, block, part);
    const d = (part: number): number => this.#part(this.#c.modulationGradient, block, part);
    const [p, q, flip] = scratch;
    const flipped = matrix(flip.at, channels, tokenHidden);
    k.gatedAddBackward(n, tokens, channels, this.#tokenOut.at, m(2), stride, dx.at, p.at, d(2));
    this.#eachImage((i) => {
      const dOut = this.#image(p, i, tokens);
      k.transpose(tokenHidden, channels, this.#image(this.#tokenActive, i, tokenHidden).at, flip.at);
      // The gradient is gathered as tokens x hidden: a row of 49 would not fill the kernel's lanes.
      multiply(k, dOut, flipped, matrix(memory.gradientAt(`block${block}.tokenOut`), tokens, tokenHidden), 'add');
      multiply(k, memory.matrix(`block${block}.tokenOut`), dOut, this.#image(q, i, tokenHidden));
    });
    const bias = `block${block}.tokenBias`;
    const rows = n * tokenHidden;
    const hidden = this.#tokenHidden.at;
    const g1 = k.biasReluBackward(
      rows,
      channels,
      hidden,
      memory.at(bias),
      1,
      tokenHidden,
      q.at,
      q.at,
      memory.gradientAt(bias),
      this.#step(block, 1),
      this.#levels(),
    );
    this.#addStep(block, 1, g1, tokenHidden * channels);
    this.#eachImage((i) => {
      const dHidden = this.#image(q, i, tokenHidden);
      k.transpose(tokenHidden, channels, dHidden.at, flip.at);
      multiply(k, this.#image(this.#tokenIn, i, tokens), flipped, memory.gradient(`block${block}.tokenIn`), 'add');
      multiply(k, memory.matrix(`block${block}.tokenIn`), dHidden, this.#image(p, i, tokens));
    });
    const g0 = k.modulateBackward(
      n,
      tokens,
      channels,
      x.at,
      m(0),
      m(1),
      stride,
      p.at,
      dx.at,
      d(0),
      d(1),
      this.#step(block, 0),
      this.#levels(),
    );
    this.#addStep(block, 0, g0, tokens * channels);
  }

  #eachImage(visit: (image: number) => void): void {
    for (let i = 0; i < this.#c.images; i++) visit(i);
  }

  #image(t: Tensor, image: number, rows: number) {
    const { channels } = this.#c.shape;
    return matrix(t.at + image * rows * channels * 4, rows, channels);
  }

  #part(t: Tensor, block: number, part: number): number {
    return t.at + (block * 6 + part) * this.#c.shape.channels * 4;
  }

  #levels(): number {
    return this.#c.bits > 0 ? activationLevels(this.#c.bits) : 0;
  }

  #step(block: number, index: number): number {
    return this.#c.bits > 0 ? Math.exp(this.#c.memory.view(`block${block}.logStep`)[index] ?? 0) : 0;
  }

  #addStep(block: number, index: number, gradient: number, elements: number): void {
    if (this.#c.bits === 0) return;
    // LSQ's gradient scale keeps the steps' updates in proportion to the weights'.
    const scale = 1 / Math.sqrt(elements * this.#levels());
    const gradients = this.#c.memory.gradientView(`block${block}.logStep`);
    gradients[index] = (gradients[index] ?? 0) + gradient * this.#step(block, index) * scale;
  }
}

function quantile(values: Float32Array, q: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.floor(q * (sorted.length - 1))] ?? 0;
}
