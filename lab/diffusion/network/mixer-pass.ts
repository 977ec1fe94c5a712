import type { Tensor } from '../tensor/engine.js';
import { TensorEngine } from '../tensor/engine.js';
import { matrix, multiply, transposed } from '../tensor/matrix.js';
import { blockFloats, BlockPass, blockTransposes } from './block-pass.js';
import { CONDITION_TRANSPOSES, conditionFloats, ConditionPass } from './condition-pass.js';
import { ParameterMemory } from './parameter-memory.js';
import type { Layout } from './shape.js';
import { modulationSize, tokenCount, windowSize } from './shape.js';

/**
 * Forward and backward pass of the mixer denoiser over a fixed number of images, in WebAssembly.
 *
 * Tokens are windows of the image. A block first mixes tokens, then channels; each half is
 * x + gate * W2 Q(W1 Q(x (1 + scale) + shift) + bias), Q a rectifier that quantises to 2^bits - 1 levels of a learned step,
 * and scale, shift and gate come from the embedding of time and label. There is no normalisation over a batch or a token:
 * what the host does on line stays element by element. (Mixer: Tolstikhin et al., NeurIPS 2021; modulation: Peebles and
 * Xie, ICCV 2023; learned steps: Esser et al., ICLR 2020.)
 */
export class MixerPass {
  /** Input windows, images x tokens x window pixels. */
  readonly input: Tensor;
  /** Output windows, same shape. */
  readonly output: Tensor;
  /** d loss / d output, to be filled in before backward(). */
  readonly outputGradient: Tensor;
  readonly #engine: TensorEngine;
  readonly #memory: ParameterMemory;
  readonly #condition: ConditionPass;
  readonly #blocks: BlockPass[] = [];
  /** The residual stream before each block, and after the last; inference keeps one. */
  readonly #streams: Tensor[] = [];
  readonly #headIn: Tensor;
  readonly #dx: Tensor;
  readonly #scratch: Tensor;

  /**
   * @param images images a pass
   * @param bits activation bits, 0 for unquantised activations
   * @param training false leaves out the gradients and keeps one block's intermediate results
   */
  constructor(
    readonly layout: Layout,
    readonly images: number,
    readonly bits: number,
    readonly training = true,
  ) {
    const { shape } = layout;
    const tokens = tokenCount(shape);
    const stream = images * tokens * shape.channels;
    const wide = images * Math.max(shape.tokenHidden * shape.channels, tokens * shape.channelHidden);
    const copies = training ? shape.blocks : 1;
    const patches = images * tokens * windowSize(shape);
    this.#engine = new TensorEngine(
      layout.size * (training ? 3 : 1) +
        (blockFloats(shape, images) + stream) * copies +
        stream * 4 +
        wide * 3 +
        patches * 3 +
        conditionFloats(shape, images) +
        1024,
    );
    const take = (n: number): Tensor => this.#engine.allocate(n);
    const names = [
      'head.weight',
      ...CONDITION_TRANSPOSES,
      ...Array.from({ length: shape.blocks }, (_, b) => blockTransposes(b)).flat(),
    ];
    this.#memory = new ParameterMemory(layout, this.#engine, training, training ? names : []);
    this.input = take(patches);
    this.output = take(patches);
    this.outputGradient = training ? take(patches) : this.output;
    this.#condition = new ConditionPass(shape, images, this.#engine, this.#memory);
    this.#headIn = take(stream);
    this.#dx = training ? take(stream) : this.#headIn;
    this.#scratch = training ? take(wide) : this.#headIn;
    const scratch = [
      this.#scratch,
      training ? take(wide) : this.#headIn,
      training ? take(wide) : this.#headIn,
    ] as const;
    const { modulation, modulationGradient } = this.#condition;
    const context = {
      shape,
      images,
      bits,
      engine: this.#engine,
      memory: this.#memory,
      modulation,
      modulationGradient,
      scratch,
    };
    for (let b = 0; b < copies; b++) {
      this.#streams.push(take(stream));
      this.#blocks.push(new BlockPass(context));
    }
    if (training) this.#streams.push(take(stream));
  }

  /** Sinusoidal time features, images x condition. */
  get time(): Float32Array {
    return this.#condition.time.data;
  }

  get labels(): Int32Array {
    return this.#condition.labels;
  }

  /** Sum of the gradients since load(). */
  get gradients(): Float32Array {
    return this.#memory.gradients.data;
  }

  /** Loads the parameters that the next passes use, and clears the gradients. */
  load(parameters: Float32Array): void {
    this.#memory.load(parameters);
  }

  /** Computes `output` from `input`, `time` and `labels`. */
  forward(): void {
    const { kernels: k } = this.#engine;
    const { channels, blocks } = this.layout.shape;
    const tokens = tokenCount(this.layout.shape);
    const pixels = windowSize(this.layout.shape);
    const rows = this.images * tokens;
    this.#condition.forward();
    const first = this.#stream(0);
    const position = this.#memory.view('stem.position');
    for (let i = 0; i < this.images; i++) first.data.set(position, i * position.length);
    multiply(
      k,
      matrix(this.input.at, rows, pixels),
      this.#memory.matrix('stem.weight'),
      matrix(first.at, rows, channels),
      'add',
    );
    for (let b = 0; b < blocks; b++) this.#block(b).forward(b, this.#stream(b), this.#stream(b + 1));
    const [scale, shift] = this.#head(this.#condition.modulation);
    const stride = modulationSize(this.layout.shape);
    k.modulate(this.images, tokens, channels, this.#stream(blocks).at, scale, shift, stride, this.#headIn.at, 0, 0);
    const bias = this.#memory.view('head.bias');
    for (let r = 0; r < rows; r++) this.output.data.set(bias, r * pixels);
    multiply(
      k,
      matrix(this.#headIn.at, rows, channels),
      this.#memory.matrix('head.weight'),
      matrix(this.output.at, rows, pixels),
      'add',
    );
  }

  /** Adds d loss / d parameters to `gradients`, given `outputGradient` and the state that forward() left. */
  backward(): void {
    const { kernels: k } = this.#engine;
    const { channels, blocks } = this.layout.shape;
    const tokens = tokenCount(this.layout.shape);
    const pixels = windowSize(this.layout.shape);
    const rows = this.images * tokens;
    const [dx, p, memory] = [this.#dx, this.#scratch, this.#memory];
    const dm = this.#condition.modulationGradient;
    dm.data.fill(0);
    dx.data.fill(0);

    const dOut = matrix(this.outputGradient.at, rows, pixels);
    k.sumRows(rows, pixels, dOut.at, memory.gradientAt('head.bias'));
    multiply(k, transposed(matrix(this.#headIn.at, rows, channels)), dOut, memory.gradient('head.weight'), 'add');
    multiply(k, dOut, memory.transpose('head.weight'), matrix(p.at, rows, channels));
    const [scale, shift] = this.#head(this.#condition.modulation);
    const [dScale, dShift] = this.#head(dm);
    const stride = modulationSize(this.layout.shape);
    const last = this.#stream(blocks).at;
    k.modulateBackward(this.images, tokens, channels, last, scale, shift, stride, p.at, dx.at, dScale, dShift, 0, 0);
    for (let b = blocks - 1; b >= 0; b--) this.#block(b).backward(b, this.#stream(b), dx);

    const dStem = matrix(dx.at, rows, channels);
    multiply(k, transposed(matrix(this.input.at, rows, pixels)), dStem, memory.gradient('stem.weight'), 'add');
    const dPosition = memory.gradientAt('stem.position');
    for (let i = 0; i < this.images; i++) k.sumRows(1, tokens * channels, dx.at + i * tokens * channels * 4, dPosition);
    this.#condition.backward();
  }

  /** Puts the gradients that were gathered transposed into their own order; call once, after the last backward(). */
  finishGradients(): void {
    const { blocks, tokenHidden } = this.layout.shape;
    const tokens = tokenCount(this.layout.shape);
    for (let b = 0; b < blocks; b++) {
      const gradient = this.#memory.gradientView(`block${b}.tokenOut`);
      const gathered = Float32Array.from(gradient);
      for (let h = 0; h < tokenHidden; h++) {
        for (let k = 0; k < tokens; k++) gradient[h * tokens + k] = gathered[k * tokenHidden + h] ?? 0;
      }
    }
  }

  /** Nearly the largest activations of a block's four quantisers in the last forward(): their first ranges. */
  activationRanges(block: number): number[] {
    return this.#block(block).activationRanges();
  }

  #block(b: number): BlockPass {
    return this.#blocks[this.training ? b : 0]!;
  }

  #stream(b: number): Tensor {
    return this.#streams[this.training ? b : 0]!;
  }

  #head(t: Tensor): readonly [number, number] {
    const { channels, blocks } = this.layout.shape;
    const at = t.at + blocks * 6 * channels * 4;
    return [at, at + channels * 4];
  }
}
