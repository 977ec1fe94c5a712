import { RandomStream, checkNumber } from '../../base/index.js';
import { analogVectorKeys, normalPair } from './normal-pairs.js';

/** Shortest time that is told apart, and the longest; the ratio is a power of two. */
export const TICK_S = 2 ** -12;
export const HORIZON_S = 2 ** 32;
const LEVELS = 44;

/**
 * Independent random walks (Brownian motions), one for each cell, that can be looked at in any order: the value at a time is a function of the
 * seed, the cell and the time, whatever was asked before and however the time was cut into pieces. Means 0, covariance min(s, t).
 *
 * A virtual tree: the value at the horizon is one normal, and each midpoint is the mean of its ends and another normal of a quarter of their
 * distance in variance (Lévy's construction), down to a tick of 2^-12 s. At times that are whole ticks, up to 136 years, the joint distribution is exactly that of a walk;
 * others are rounded to the nearest tick. Every normal is a function of its place in the tree.
 */
export class BrownianTree {
  readonly #cells: number;
  readonly #seed: readonly [number, number];

  constructor(cells: number, seed: number | bigint, ...path: readonly (number | string)[]) {
    this.#cells = checkNumber('cells', cells, { min: 1, integer: true });
    const stream = RandomStream.from(seed, ...path);
    this.#seed = [stream.nextU32() | 0, stream.nextU32() | 0];
  }

  /**
   * Values of all walks at a time, in √s: the standard deviation at t is √t. Takes some milliseconds for 4096 cells.
   * @throws RangeError for a time before 0 or beyond the horizon
   */
  at(timeS: number): Float64Array {
    checkNumber('timeS', timeS, { min: 0, max: HORIZON_S });
    const wanted = Math.round(timeS / TICK_S);
    const low = new Float64Array(this.#cells);
    const high = this.#normals(0, 0, Math.sqrt(HORIZON_S));
    let [from, to] = [0, 2 ** LEVELS];
    if (wanted === 0) return low;
    if (wanted === to) return high;
    for (let level = 1, index = 0; ; level++) {
      const middle = (from + to) / 2;
      const values = this.#normals(level, index, Math.sqrt(((to - from) * TICK_S) / 4));
      for (let cell = 0; cell < this.#cells; cell++) values[cell]! += (low[cell]! + high[cell]!) / 2;
      if (wanted === middle) return values;
      if (wanted < middle) {
        high.set(values);
        to = middle;
        index = 2 * index;
      } else {
        low.set(values);
        from = middle;
        index = 2 * index + 1;
      }
    }
  }

  /** Normals of a node of the tree, all cells. Nodes are numbered without gaps, so that each has a number of its own. */
  #normals(level: number, index: number, sigma: number): Float64Array {
    const node = level === 0 ? 0 : 2 ** (level - 1) + index;
    const keys = analogVectorKeys(this.#seed, node);
    const out = new Float64Array(this.#cells);
    for (let cell = 0; cell < this.#cells; cell += 2) {
      const [first, second] = normalPair(cell >> 1, keys);
      out[cell] = sigma * first;
      if (cell + 1 < this.#cells) out[cell + 1] = sigma * second;
    }
    return out;
  }
}
