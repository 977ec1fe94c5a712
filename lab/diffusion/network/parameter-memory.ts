import type { Tensor, TensorEngine } from '../tensor/engine.js';
import { matrix, type Matrix } from '../tensor/matrix.js';
import type { Layout } from './shape.js';

/** Parameters, their gradients and the transposes that a backward pass needs, in an engine's memory. */
export class ParameterMemory {
  readonly values: Tensor;
  readonly gradients: Tensor;
  readonly #layout: Layout;
  readonly #engine: TensorEngine;
  readonly #transposes = new Map<string, Tensor>();

  /** @param transposes names of the matrices whose transpose is kept; none for inference */
  constructor(layout: Layout, engine: TensorEngine, training: boolean, transposes: readonly string[]) {
    this.#layout = layout;
    this.#engine = engine;
    this.values = engine.allocate(layout.size);
    this.gradients = training ? engine.allocate(layout.size) : this.values;
    for (const name of transposes) {
      const { rows, cols } = layout.slot(name);
      this.#transposes.set(name, engine.allocate(rows * cols));
    }
  }

  /** Takes new parameters and clears the gradients. */
  load(parameters: Float32Array): void {
    this.values.data.set(parameters);
    if (this.gradients !== this.values) this.gradients.data.fill(0);
    for (const [name, t] of this.#transposes) {
      const { rows, cols } = this.#layout.slot(name);
      this.#engine.kernels.transpose(rows, cols, this.at(name), t.at);
    }
  }

  /** Byte offset of a parameter. */
  at(name: string): number {
    return this.values.at + this.#layout.slot(name).offset * 4;
  }

  /** Byte offset of a parameter's gradient. */
  gradientAt(name: string): number {
    return this.gradients.at + this.#layout.slot(name).offset * 4;
  }

  matrix(name: string): Matrix {
    const { rows, cols } = this.#layout.slot(name);
    return matrix(this.at(name), rows, cols);
  }

  gradient(name: string): Matrix {
    const { rows, cols } = this.#layout.slot(name);
    return matrix(this.gradientAt(name), rows, cols);
  }

  /** The transpose as a row-major matrix. @throws RangeError when it was not asked for */
  transpose(name: string): Matrix {
    const t = this.#transposes.get(name);
    if (t === undefined) throw new RangeError(`the transpose of ${name} is not kept`);
    const { rows, cols } = this.#layout.slot(name);
    return matrix(t.at, cols, rows);
  }

  /** The numbers of a parameter (a view). */
  view(name: string): Float32Array {
    return this.#layout.view(this.values.data, name);
  }

  /** The numbers of a parameter's gradient (a view). */
  gradientView(name: string): Float32Array {
    return this.#layout.view(this.gradients.data, name);
  }
}
