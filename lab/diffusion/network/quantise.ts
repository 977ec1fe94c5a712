import type { Layout } from './shape.js';
import { weightLevels } from './shape.js';

/** Quantised weights of one matrix: integers of balanced ternary levels, and the scale of every output column. */
export interface QuantisedMatrix {
  readonly rows: number;
  readonly cols: number;
  /** Levels, row-major, between -(3^trits - 1)/2 and (3^trits - 1)/2. */
  readonly levels: Int8Array;
  /** Weight of one level, per column. */
  readonly scale: Float32Array;
}

/**
 * Best step of a uniform quantiser for a normal density, in units of its standard deviation, by number of ternary digits
 * (3, 9, 27 levels; minimum mean square error, found by numerical search in quantise.test.ts).
 */
export const STEP_PER_SIGMA: Readonly<Record<number, number>> = { 1: 1.224, 2: 0.534, 3: 0.2182 };

/** Quantises a matrix column by column: scale = STEP_PER_SIGMA x rms of the column. */
export function quantiseMatrix(weights: Float32Array, rows: number, cols: number, trits: number): QuantisedMatrix {
  const top = weightLevels(trits);
  const perSigma = STEP_PER_SIGMA[trits];
  if (perSigma === undefined) throw new RangeError(`trits is ${trits}; it must be 1, 2 or 3`);
  const levels = new Int8Array(rows * cols);
  const scale = new Float32Array(cols);
  for (let c = 0; c < cols; c++) {
    let sum = 0;
    for (let i = c; i < rows * cols; i += cols) sum += (weights[i] ?? 0) ** 2;
    scale[c] = Math.max(perSigma * Math.sqrt(sum / rows), 1e-8);
  }
  for (let r = 0, i = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++, i++) {
      levels[i] = Math.max(-top, Math.min(top, Math.round((weights[i] ?? 0) / (scale[c] ?? 1))));
    }
  }
  return { rows, cols, levels, scale };
}

/**
 * Writes into `out` the parameters that a forward pass sees: matrices that stand on an array are replaced by their
 * quantised values, optionally shaken by `noise` (a standard normal source) times `spread` levels, which is what the
 * static spread of the cells does to a weight. Everything else is copied.
 */
export function effectiveParameters(
  layout: Layout,
  parameters: Float32Array,
  out: Float32Array,
  trits: number,
  spread = 0,
  noise: () => number = () => 0,
): void {
  out.set(parameters);
  for (const slot of layout.slots) {
    if (!slot.onArray) continue;
    const source = parameters.subarray(slot.offset, slot.offset + slot.rows * slot.cols);
    const { levels, scale } = quantiseMatrix(source, slot.rows, slot.cols, trits);
    for (let r = 0, i = 0; r < slot.rows; r++) {
      for (let c = 0; c < slot.cols; c++, i++) {
        const shaken = spread > 0 ? (levels[i] ?? 0) + spread * noise() : (levels[i] ?? 0);
        out[slot.offset + i] = shaken * (scale[c] ?? 0);
      }
    }
  }
}

/** The balanced ternary digits of a level, least significant first: 4 = 1 + 1·3, 2 = -1 + 1·3. */
export function balancedTernary(level: number, trits: number): number[] {
  const digits: number[] = [];
  let rest = level;
  for (let i = 0; i < trits; i++) {
    const digit = ((((rest + 1) % 3) + 3) % 3) - 1;
    digits.push(digit);
    rest = (rest - digit) / 3;
  }
  if (rest !== 0) throw new RangeError(`level ${level} needs more than ${trits} ternary digits`);
  return digits;
}
