import { checkNumber } from '../../../base/index.js';

/** Sizes of a mixer denoiser; everything that the parameters' layout, training and the mapping to tiles follow from. */
export interface NetworkShape {
  /** Image height and width in pixels. */
  readonly side: number;
  /** Tokens lie `patch` pixels apart. */
  readonly patch: number;
  /** A token sees, and paints, a window of `window` x `window` pixels around its patch. */
  readonly window: number;
  /** Width of the residual stream, per token. */
  readonly channels: number;
  /** Hidden width of the layers that mix tokens. */
  readonly tokenHidden: number;
  /** Hidden width of the layers that mix channels. */
  readonly channelHidden: number;
  readonly blocks: number;
  /** Width of the embedding of time and label (host only). */
  readonly condition: number;
  /** Labels that generation can be asked for; the embedding holds one row more, for "no label". */
  readonly classes: number;
}

/** How products are quantised so that an array can form them. */
export interface Quantisation {
  /** Ternary cell pairs per weight; a weight has the levels -(3^n - 1)/2 ... (3^n - 1)/2. */
  readonly trits: number;
  /** Bits of an activation, applied to the rows one plane after the other. */
  readonly activationBits: number;
}

/** Highest level of a weight made of `trits` balanced ternary digits. */
export function weightLevels(trits: number): number {
  return (3 ** trits - 1) / 2;
}

/** Highest level of an activation. */
export function activationLevels(bits: number): number {
  return 2 ** bits - 1;
}

/** Tokens of an image. */
export function tokenCount(shape: NetworkShape): number {
  return (shape.side / shape.patch) ** 2;
}

/** Pixels in one token's window. */
export function windowSize(shape: NetworkShape): number {
  return shape.window ** 2;
}

/** Modulation values of one image: scale, shift and gate of both halves of every block, scale and shift of the head. */
export function modulationSize(shape: NetworkShape): number {
  return (shape.blocks * 6 + 2) * shape.channels;
}

/** @throws RangeError naming the field that does not fit */
export function checkShape(shape: NetworkShape): NetworkShape {
  checkNumber('side', shape.side, { min: 4, max: 256, integer: true });
  checkNumber('patch', shape.patch, { min: 1, max: shape.side, integer: true });
  if (shape.side % shape.patch !== 0) {
    throw new RangeError(`patch ${shape.patch} does not divide the image side ${shape.side}`);
  }
  checkNumber('window', shape.window, { min: shape.patch, max: shape.side, integer: true });
  if ((shape.window - shape.patch) % 2 !== 0) {
    throw new RangeError(`window ${shape.window} cannot be centred on a patch of ${shape.patch}`);
  }
  for (const field of ['channels', 'tokenHidden', 'channelHidden', 'condition'] as const) {
    checkNumber(field, shape[field], { min: 8, max: 4096, integer: true });
    if (shape[field] % 8 !== 0) throw new RangeError(`${field} is ${shape[field]}; it must be a multiple of 8`);
  }
  checkNumber('blocks', shape.blocks, { min: 1, max: 64, integer: true });
  checkNumber('classes', shape.classes, { min: 1, max: 1000, integer: true });
  return shape;
}

/** One named matrix in the flat parameter vector, row-major, input index first: y = x W. */
export interface Slot {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  readonly offset: number;
  /** True where an array forms the products. */
  readonly onArray: boolean;
  /** Weight decay applies to matrices, not to biases, steps and embeddings. */
  readonly decay: boolean;
  /** Standard deviation of the initial values. */
  readonly spread: number;
  /** Mean of the initial values. */
  readonly mean: number;
}

/** Positions of all parameters of a shape in one flat Float32Array; slots start at multiples of four. */
export class Layout {
  readonly slots: readonly Slot[];
  readonly size: number;
  readonly #byName = new Map<string, Slot>();

  constructor(readonly shape: NetworkShape) {
    checkShape(shape);
    const slots: Slot[] = [];
    let offset = 0;
    const add = (name: string, rows: number, cols: number, spread: number, more: Partial<Slot> = {}): void => {
      const slot: Slot = { name, rows, cols, offset, onArray: false, decay: false, spread, mean: 0, ...more };
      slots.push(slot);
      this.#byName.set(name, slot);
      offset += Math.ceil((rows * cols) / 4) * 4;
    };
    const { channels, tokenHidden, channelHidden, condition, classes, blocks } = shape;
    const tokens = tokenCount(shape);
    const pixels = windowSize(shape);
    const he = (inputs: number): number => Math.sqrt(2 / inputs);
    add('stem.weight', pixels, channels, Math.sqrt(1 / pixels), { decay: true });
    add('stem.position', tokens, channels, 0.02);
    add('time.weight', condition, condition, he(condition), { decay: true });
    add('time.bias', 1, condition, 0);
    add('label.embedding', classes + 1, condition, 0.5);
    add('condition.weight', condition, condition, he(condition), { decay: true });
    add('condition.bias', 1, condition, 0);
    add('modulation.weight', condition, modulationSize(shape), 0.02, { decay: true });
    add('modulation.bias', 1, modulationSize(shape), 0);
    for (let b = 0; b < blocks; b++) {
      const array = { onArray: true, decay: true };
      add(`block${b}.tokenIn`, tokens, tokenHidden, he(tokens), array);
      add(`block${b}.tokenOut`, tokenHidden, tokens, he(tokenHidden), array);
      add(`block${b}.channelIn`, channels, channelHidden, he(channels), array);
      add(`block${b}.channelOut`, channelHidden, channels, he(channelHidden), array);
      add(`block${b}.tokenBias`, 1, tokenHidden, 0);
      add(`block${b}.channelBias`, 1, channelHidden, 0);
      // Logarithms of the four activation steps: a step stays positive whatever the optimiser does.
      add(`block${b}.logStep`, 1, 4, 0, { mean: Math.log(0.2) });
    }
    add('head.weight', channels, pixels, 0.02, { decay: true });
    add('head.bias', 1, pixels, 0);
    this.slots = slots;
    this.size = offset;
  }

  /** @throws RangeError for an unknown name */
  slot(name: string): Slot {
    const slot = this.#byName.get(name);
    if (slot === undefined) throw new RangeError(`no parameter ${name} in this network`);
    return slot;
  }

  /** The numbers of a slot in a flat vector (a view). */
  view(parameters: Float32Array, name: string): Float32Array {
    const { offset, rows, cols } = this.slot(name);
    return parameters.subarray(offset, offset + rows * cols);
  }

  /** Multiply-accumulates of one image and one step: on arrays, and on the host. */
  macs(): { readonly array: number; readonly host: number } {
    const { channels, tokenHidden, channelHidden, blocks } = this.shape;
    const tokens = tokenCount(this.shape);
    const array = blocks * (2 * tokens * tokenHidden * channels + 2 * tokens * channels * channelHidden);
    const host = 2 * tokens * windowSize(this.shape) * channels;
    return { array, host };
  }
}
