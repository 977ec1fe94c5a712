import { fitLine } from '../line-fit.js';

/** Products of one pair of columns, in order: what was asked for, and what the converter gave. */
export interface PairProducts {
  /** Σ input · weight, units of one input level on one cell. */
  readonly ideal: readonly number[];
  /** Converter codes. */
  readonly codes: readonly number[];
}

/** The line that turns codes of a pair into units, and what it leaves. */
export interface PairFit {
  /** Codes of one unit. */
  readonly gain: number;
  /** Codes without a product. */
  readonly offset: number;
  /** Measured products, units. */
  readonly measured: readonly number[];
  /** Root mean square of what the line leaves, n − 2 in the denominator, units. */
  readonly residual: number;
}

/** Fits codes = gain · ideal + offset by least squares. @returns undefined where the products do not differ, or the gain is 0 */
export function fitPair({ ideal, codes }: PairProducts): PairFit | undefined {
  if (ideal.every((value) => value === ideal[0])) return undefined;
  const { slope: gain, intercept: offset } = fitLine(
    ideal,
    codes,
    ideal.map(() => 1),
  );
  if (!Number.isFinite(gain) || gain === 0) return undefined;
  const measured = codes.map((code) => (code - offset) / gain);
  const left = measured.reduce((sum, value, i) => sum + (value - ideal[i]!) ** 2, 0);
  return { gain, offset, measured, residual: Math.sqrt(left / Math.max(1, ideal.length - 2)) };
}

/**
 * Bits of a perfect converter over the same range whose rounding error is as large: log2(range / (σ √12)), since rounding to steps of size q leaves
 * q/√12 (W. R. Bennett, "Spectra of quantized signals", 1948).
 */
export function effectiveBits(range: number, residual: number): number {
  return Math.log2(range / (residual * Math.sqrt(12)));
}

/** Mean of what is left of one pair in one part of the range: where the pair bends. */
export interface Bend {
  /** Middle of the part, units. */
  readonly ideal: number;
  readonly residual: number;
  readonly count: number;
}

/** Parts the products of a pair by their ideal value, and averages what is left in each part that has some. */
export function bendsOf(ideal: readonly number[], measured: readonly number[], edges: readonly number[]): Bend[] {
  const parts = Array.from({ length: edges.length - 1 }, () => ({ sum: 0, count: 0 }));
  for (const [i, value] of ideal.entries()) {
    const at = edges.findIndex((edge, k) => k > 0 && (value < edge || k === edges.length - 1)) - 1;
    const part = parts[at]!;
    part.sum += measured[i]! - value;
    part.count += 1;
  }
  return parts.flatMap(({ sum, count }, k) =>
    count === 0 ? [] : [{ ideal: (edges[k]! + edges[k + 1]!) / 2, residual: sum / count, count }],
  );
}
