import type { Tensor, TensorEngine } from '../tensor/engine.js';
import { matrix, multiply, transposed } from '../tensor/matrix.js';
import type { ParameterMemory } from './parameter-memory.js';
import type { NetworkShape } from './shape.js';
import { modulationSize } from './shape.js';

/** Matrices of the embedding whose transpose its backward pass needs. */
export const CONDITION_TRANSPOSES = ['condition.weight', 'modulation.weight'] as const;

/** Floats that a pass over `images` images allocates. */
export function conditionFloats(shape: NetworkShape, images: number): number {
  return images * (shape.condition * 6 + modulationSize(shape) * 2) + 64;
}

/** From time features and labels to every image's scales, shifts and gates: two small layers and one wide one. */
export class ConditionPass {
  /** Sinusoidal time features, images x condition. */
  readonly time: Tensor;
  readonly labels: Int32Array;
  /** images x modulationSize. */
  readonly modulation: Tensor;
  readonly modulationGradient: Tensor;
  readonly #u1: Tensor;
  readonly #a1: Tensor;
  readonly #u2: Tensor;
  readonly #a2: Tensor;
  readonly #scratch: Tensor;

  constructor(
    readonly shape: NetworkShape,
    readonly images: number,
    readonly engine: TensorEngine,
    readonly memory: ParameterMemory,
  ) {
    const narrow = (): Tensor => engine.allocate(images * shape.condition);
    this.time = narrow();
    this.labels = new Int32Array(images);
    this.#u1 = narrow();
    this.#a1 = narrow();
    this.#u2 = narrow();
    this.#a2 = narrow();
    this.#scratch = narrow();
    this.modulation = engine.allocate(images * modulationSize(shape));
    this.modulationGradient = engine.allocate(images * modulationSize(shape));
  }

  forward(): void {
    const { kernels: k } = this.engine;
    const { condition } = this.shape;
    const { images: n, memory } = this;
    const embedding = memory.view('label.embedding');
    for (let i = 0; i < n; i++) {
      const label = this.labels[i] ?? 0;
      this.#u1.data.set(embedding.subarray(label * condition, (label + 1) * condition), i * condition);
    }
    const narrow = (t: Tensor) => matrix(t.at, n, condition);
    multiply(k, narrow(this.time), memory.matrix('time.weight'), narrow(this.#u1), 'add');
    k.biasRelu(n, condition, this.#u1.at, memory.at('time.bias'), 0, 1, this.#a1.at, 0, 0);
    multiply(k, narrow(this.#a1), memory.matrix('condition.weight'), narrow(this.#u2));
    k.biasRelu(n, condition, this.#u2.at, memory.at('condition.bias'), 0, 1, this.#a2.at, 0, 0);
    const bias = memory.view('modulation.bias');
    for (let i = 0; i < n; i++) this.modulation.data.set(bias, i * bias.length);
    const wide = matrix(this.modulation.at, n, bias.length);
    multiply(k, narrow(this.#a2), memory.matrix('modulation.weight'), wide, 'add');
  }

  /** Adds to the gradients, given `modulationGradient`. */
  backward(): void {
    const { kernels: k } = this.engine;
    const { condition } = this.shape;
    const { images: n, memory } = this;
    const narrow = (t: Tensor) => matrix(t.at, n, condition);
    const size = modulationSize(this.shape);
    const wide = matrix(this.modulationGradient.at, n, size);
    k.sumRows(n, size, wide.at, memory.gradientAt('modulation.bias'));
    multiply(k, transposed(narrow(this.#a2)), wide, memory.gradient('modulation.weight'), 'add');
    const d2 = this.#scratch;
    multiply(k, wide, memory.transpose('modulation.weight'), narrow(d2));
    k.biasReluBackward(
      n,
      condition,
      this.#u2.at,
      memory.at('condition.bias'),
      0,
      1,
      d2.at,
      d2.at,
      memory.gradientAt('condition.bias'),
      0,
      0,
    );
    multiply(k, transposed(narrow(this.#a1)), narrow(d2), memory.gradient('condition.weight'), 'add');
    const d1 = this.#u2;
    multiply(k, narrow(d2), memory.transpose('condition.weight'), narrow(d1));
    k.biasReluBackward(
      n,
      condition,
      this.#u1.at,
      memory.at('time.bias'),
      0,
      1,
      d1.at,
      d1.at,
      memory.gradientAt('time.bias'),
      0,
      0,
    );
    multiply(k, transposed(narrow(this.time)), narrow(d1), memory.gradient('time.weight'), 'add');
    const embedding = memory.gradientAt('label.embedding');
    for (let i = 0; i < n; i++) {
      k.sumRows(1, condition, d1.at + i * condition * 4, embedding + (this.labels[i] ?? 0) * condition * 4);
    }
  }
}
