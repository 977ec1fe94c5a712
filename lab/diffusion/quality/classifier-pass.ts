import type { Tensor } from '../tensor/engine.js';
import { TensorEngine } from '../tensor/engine.js';
import { type Matrix, matrix, multiply, transposed } from '../tensor/matrix.js';
import { maximumPool, maximumPoolBackward } from './pooling.js';

/**
 * A LeNet-like classifier (LeCun et al., Proc. IEEE 86, 1998) of 28 x 28 images: two convolutions with rectifier and 2 x 2
 * maximum pooling, a layer of 64 features and the classes. Its features are the space in which image sets are compared.
 */
export const CLASSIFIER = {
  side: 28,
  first: 16,
  second: 32,
  features: 64,
  classes: 10,
  kernel: 5,
  secondKernel: 3,
} as const;

interface Slot {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly inputs: number;
}

const {
  side: SIDE,
  first: C1,
  second: C2,
  features: FEATURES,
  classes: CLASSES,
  kernel: K1,
  secondKernel: K2,
} = CLASSIFIER;
const HALF = SIDE / 2;
const QUARTER = SIDE / 4;
const FLAT = QUARTER * QUARTER * C2;

/** Matrices and biases of the classifier in one flat vector. */
export const CLASSIFIER_SLOTS: readonly Slot[] = layout([
  ['conv1.weight', K1 * K1 * C1, K1 * K1],
  ['conv1.bias', C1, 0],
  ['conv2.weight', K2 * K2 * C1 * C2, K2 * K2 * C1],
  ['conv2.bias', C2, 0],
  ['features.weight', FLAT * FEATURES, FLAT],
  ['features.bias', FEATURES, 0],
  // Twelve columns, so that kernels that work on four lanes can add the bias; two are never looked at.
  ['classes.weight', FEATURES * 12, FEATURES],
  ['classes.bias', 12, 0],
]);

const PADDED_CLASSES = 12;

/** Length of the flat parameter vector. */
export const CLASSIFIER_SIZE = CLASSIFIER_SLOTS.reduce((sum, s) => sum + s.length, 0);

/** Forward and backward pass of the classifier over a fixed number of images, in WebAssembly. */
export class ClassifierPass {
  readonly parameters: Tensor;
  readonly gradients: Tensor;
  /** images x 784 pixels in [-1, 1]. */
  readonly input: Tensor;
  /** images x 64, after the rectifier. */
  readonly features: Tensor;
  readonly #engine: TensorEngine;
  readonly #t: Record<
    'p1' | 'u1' | 'a1' | 'm1' | 'p2' | 'u2' | 'a2' | 'm2' | 'u3' | 'logits' | 'scratch' | 'dm1' | 'wt',
    Tensor
  >;
  readonly #from1: Int32Array;
  readonly #from2: Int32Array;

  constructor(readonly images: number) {
    const n = images;
    const p1 = n * SIDE * SIDE * K1 * K1;
    const u1 = n * SIDE * SIDE * C1;
    const p2 = n * HALF * HALF * K2 * K2 * C1;
    const u2 = n * HALF * HALF * C2;
    const scratch = Math.max(u1, p2);
    const total =
      CLASSIFIER_SIZE * 3 +
      p1 +
      u1 * 2 +
      n * HALF * HALF * C1 * 2 +
      p2 +
      u2 * 2 +
      n * FLAT +
      n * (SIDE * SIDE + 160) +
      scratch +
      1024;
    const engine = (this.#engine = new TensorEngine(total));
    const take = (length: number): Tensor => engine.allocate(length);
    this.parameters = take(CLASSIFIER_SIZE);
    this.gradients = take(CLASSIFIER_SIZE);
    this.input = take(n * SIDE * SIDE);
    this.features = take(n * FEATURES);
    this.#t = {
      p1: take(p1),
      u1: take(u1),
      a1: take(u1),
      m1: take(n * HALF * HALF * C1),
      p2: take(p2),
      u2: take(u2),
      a2: take(u2),
      m2: take(n * FLAT),
      u3: take(n * FEATURES),
      logits: take(n * PADDED_CLASSES),
      scratch: take(scratch),
      dm1: take(n * HALF * HALF * C1),
      wt: take(FLAT * FEATURES),
    };
    this.#from1 = new Int32Array(n * HALF * HALF * C1);
    this.#from2 = new Int32Array(n * FLAT);
  }

  /** Class probabilities, images x 10. */
  forward(): Float32Array {
    const { kernels: k } = this.#engine;
    const n = this.images;
    const rows1 = n * SIDE * SIDE;
    const rows2 = n * HALF * HALF;
    const t = this.#t;
    for (let i = 0; i < n; i++) {
      k.patches(
        SIDE,
        SIDE,
        1,
        K1,
        (K1 - 1) / 2,
        this.input.at + i * SIDE * SIDE * 4,
        t.p1.at + i * SIDE * SIDE * K1 * K1 * 4,
      );
    }
    multiply(k, matrix(t.p1.at, rows1, K1 * K1), this.#weight('conv1', K1 * K1), matrix(t.u1.at, rows1, C1));
    k.biasRelu(n * SIDE * SIDE, C1, t.u1.at, this.#at('conv1.bias'), 0, 1, t.a1.at, 0, 0);
    maximumPool(t.a1.data, n, SIDE, C1, t.m1.data, this.#from1);
    const patch = K2 * K2 * C1;
    for (let i = 0; i < n; i++) {
      k.patches(
        HALF,
        HALF,
        C1,
        K2,
        (K2 - 1) / 2,
        t.m1.at + i * HALF * HALF * C1 * 4,
        t.p2.at + i * HALF * HALF * patch * 4,
      );
    }
    multiply(k, matrix(t.p2.at, rows2, patch), this.#weight('conv2', patch), matrix(t.u2.at, rows2, C2));
    k.biasRelu(n * HALF * HALF, C2, t.u2.at, this.#at('conv2.bias'), 0, 1, t.a2.at, 0, 0);
    maximumPool(t.a2.data, n, HALF, C2, t.m2.data, this.#from2);
    multiply(k, matrix(t.m2.at, n, FLAT), this.#weight('features', FLAT), matrix(t.u3.at, n, FEATURES));
    k.biasRelu(n, FEATURES, t.u3.at, this.#at('features.bias'), 0, 1, this.features.at, 0, 0);
    const bias = this.parameters.data.subarray(slot('classes.bias').offset, CLASSIFIER_SIZE);
    for (let i = 0; i < n; i++) t.logits.data.set(bias, i * PADDED_CLASSES);
    const logits = matrix(t.logits.at, n, PADDED_CLASSES);
    multiply(k, matrix(this.features.at, n, FEATURES), this.#weight('classes', FEATURES), logits, 'add');
    return softmax(t.logits.data, n);
  }

  /** Gradient of the mean cross entropy against `labels`, into `gradients`; forward() must have run. */
  backward(probabilities: Float32Array, labels: Uint8Array): void {
    const { kernels: k } = this.#engine;
    const n = this.images;
    const t = this.#t;
    this.gradients.data.fill(0);
    const logits = t.logits.data;
    logits.fill(0);
    for (let i = 0; i < n; i++) {
      for (let c = 0; c < CLASSES; c++) {
        logits[i * PADDED_CLASSES + c] = ((probabilities[i * CLASSES + c] ?? 0) - (labels[i] === c ? 1 : 0)) / n;
      }
    }
    k.sumRows(n, PADDED_CLASSES, t.logits.at, this.#gradAt('classes.bias'));
    const dLogits = matrix(t.logits.at, n, PADDED_CLASSES);
    multiply(k, transposed(matrix(this.features.at, n, FEATURES)), dLogits, this.#gradient('classes', FEATURES), 'add');
    k.transpose(FEATURES, PADDED_CLASSES, this.#at('classes.weight'), t.wt.at);
    const s = t.scratch;
    multiply(k, dLogits, matrix(t.wt.at, PADDED_CLASSES, FEATURES), matrix(s.at, n, FEATURES));
    k.biasReluBackward(
      n,
      FEATURES,
      t.u3.at,
      this.#at('features.bias'),
      0,
      1,
      s.at,
      s.at,
      this.#gradAt('features.bias'),
      0,
      0,
    );
    const dFeatures = matrix(s.at, n, FEATURES);
    multiply(k, transposed(matrix(t.m2.at, n, FLAT)), dFeatures, this.#gradient('features', FLAT), 'add');
    k.transpose(FLAT, FEATURES, this.#at('features.weight'), t.wt.at);
    multiply(k, dFeatures, matrix(t.wt.at, FEATURES, FLAT), matrix(t.m2.at, n, FLAT));
    maximumPoolBackward(t.m2.data, this.#from2, t.a2.data);
    const patch = K2 * K2 * C1;
    const rows2 = n * HALF * HALF;
    k.biasReluBackward(
      rows2,
      C2,
      t.u2.at,
      this.#at('conv2.bias'),
      0,
      1,
      t.a2.at,
      t.a2.at,
      this.#gradAt('conv2.bias'),
      0,
      0,
    );
    const d2 = matrix(t.a2.at, rows2, C2);
    multiply(k, transposed(matrix(t.p2.at, rows2, patch)), d2, this.#gradient('conv2', patch), 'add');
    k.transpose(patch, C2, this.#at('conv2.weight'), t.wt.at);
    multiply(k, d2, matrix(t.wt.at, C2, patch), matrix(s.at, rows2, patch));
    t.dm1.data.fill(0);
    for (let i = 0; i < n; i++) {
      k.patchesBackward(
        HALF,
        HALF,
        C1,
        K2,
        (K2 - 1) / 2,
        s.at + i * HALF * HALF * patch * 4,
        t.dm1.at + i * HALF * HALF * C1 * 4,
      );
    }
    maximumPoolBackward(t.dm1.data, this.#from1, t.a1.data);
    const rows1 = n * SIDE * SIDE;
    k.biasReluBackward(
      rows1,
      C1,
      t.u1.at,
      this.#at('conv1.bias'),
      0,
      1,
      t.a1.at,
      t.a1.at,
      this.#gradAt('conv1.bias'),
      0,
      0,
    );
    const d1 = matrix(t.a1.at, rows1, C1);
    multiply(k, transposed(matrix(t.p1.at, rows1, K1 * K1)), d1, this.#gradient('conv1', K1 * K1), 'add');
  }

  #weight(layer: string, inputs: number): Matrix {
    const { offset, length } = slot(`${layer}.weight`);
    return matrix(this.parameters.at + offset * 4, inputs, length / inputs);
  }

  #gradient(layer: string, inputs: number): Matrix {
    const { offset, length } = slot(`${layer}.weight`);
    return matrix(this.gradients.at + offset * 4, inputs, length / inputs);
  }

  #at(name: string): number {
    return this.parameters.at + slot(name).offset * 4;
  }

  #gradAt(name: string): number {
    return this.gradients.at + slot(name).offset * 4;
  }
}

function layout(entries: readonly (readonly [string, number, number])[]): Slot[] {
  let offset = 0;
  return entries.map(([name, length, inputs]) => {
    const place = { name, offset, length, inputs };
    offset += length;
    return place;
  });
}

function slot(name: string): Slot {
  const found = CLASSIFIER_SLOTS.find((s) => s.name === name);
  if (found === undefined) throw new RangeError(`no parameter ${name} in the classifier`);
  return found;
}

function softmax(logits: Float32Array, n: number): Float32Array {
  const out = new Float32Array(n * CLASSES);
  for (let i = 0; i < n; i++) {
    const row = logits.subarray(i * PADDED_CLASSES, i * PADDED_CLASSES + CLASSES);
    const top = Math.max(...row);
    let sum = 0;
    for (let c = 0; c < CLASSES; c++) sum += Math.exp((row[c] ?? 0) - top);
    for (let c = 0; c < CLASSES; c++) out[i * CLASSES + c] = Math.exp((row[c] ?? 0) - top) / sum;
  }
  return out;
}
