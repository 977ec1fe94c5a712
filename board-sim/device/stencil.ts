/** Up to four neighbouring points of an axis with their Lagrange weights. */
export class Stencil {
  first = 0;
  readonly size: number;
  readonly weights: Float64Array;
  readonly #axis: Float64Array;

  constructor(axis: Float64Array) {
    this.#axis = axis;
    this.size = Math.min(4, axis.length);
    this.weights = new Float64Array(this.size);
  }

  /** Aims the stencil at x, which is clamped to the axis. */
  aim(x: number): void {
    const axis = this.#axis;
    const { size, weights } = this;
    const last = axis.length - 1;
    const at = Math.min(Math.max(x, axis[0] as number), axis[last] as number);
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((axis[middle] as number) <= at) low = middle;
      else high = middle;
    }
    // Cell [low, low+1] in the middle of four points, or among three.
    const first = Math.min(Math.max(low - (size === 4 ? 1 : 0), 0), axis.length - size);
    this.first = first;
    for (let i = 0; i < size; i++) {
      const xi = axis[first + i] as number;
      let weight = 1;
      for (let j = 0; j < size; j++) {
        if (j !== i) weight *= (at - (axis[first + j] as number)) / (xi - (axis[first + j] as number));
      }
      weights[i] = weight;
    }
  }
}
