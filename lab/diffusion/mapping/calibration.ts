import { RandomStream } from '../../../base/index.js';
import type { Board } from '../../../firmware-host/host/index.js';
import { ANTIPARALLEL, PARALLEL } from './tiles.js';

/** What one unit of product (activation level 1 x ternary digit 1) reads as, per pair of columns. */
export interface PairGains {
  /** Converter codes a unit, one per pair of columns. */
  readonly codesPerUnit: Float32Array;
  /** Standard deviation of the gains over the pairs, relative to their mean. */
  readonly spread: number;
  /** Converter codes of one pair's residual noise and cell spread, root mean square, in the calibration's products. */
  readonly residualCodes: number;
}

const VECTORS = 256;

/**
 * Measures the gain of every pair of columns on the board itself: all pairs are programmed to +1, then to -1, and read with
 * the same random inputs; a least-squares line through the origin gives each pair's gain, and the mean of both signs
 * removes what is common to them. Uses nothing but the wire, so it works on any board.
 */
export async function calibratePairs(
  board: Board,
  inputBits: number,
  options: { verifyPasses: number; seed: number; signal?: AbortSignal },
): Promise<PairGains> {
  const { rows, cols } = board.identity.geometry;
  const pairs = Math.floor(cols / 2);
  const inputs = randomInputs(rows, inputBits, options.seed);
  const signal = options.signal ? { signal: options.signal } : {};
  const gains = new Float32Array(pairs);
  let squares = 0;
  for (const sign of [1, -1]) {
    const cells = new Uint8Array(rows * pairs * 2);
    for (let i = 0; i < cells.length; i++) cells[i] = (i % 2 === 0) === sign > 0 ? PARALLEL : ANTIPARALLEL;
    await board.programTile({
      tile: 0,
      rowFirst: 0,
      rows,
      colFirst: 0,
      cols: pairs * 2,
      cells,
      verifyPasses: options.verifyPasses,
      ...signal,
    });
    const { results, shift } = await board.multiply({
      tile: 0,
      inputBits,
      columnMode: 'differential',
      rows,
      cols: pairs * 2,
      inputs,
      ...signal,
    });
    const unit = sign * 2 ** shift;
    const fitted = fitThroughOrigin(inputs, rows, results, pairs, unit);
    for (let p = 0; p < pairs; p++) gains[p] = (gains[p] ?? 0) + (fitted.gains[p] ?? 0) / 2;
    squares += fitted.meanSquare / 2;
  }
  const mean = gains.reduce((a, b) => a + b, 0) / pairs;
  const variance = gains.reduce((a, g) => a + (g - mean) ** 2, 0) / pairs;
  return { codesPerUnit: gains, spread: Math.sqrt(variance) / Math.abs(mean), residualCodes: Math.sqrt(squares) };
}

function randomInputs(rows: number, bits: number, seed: number): Uint8Array {
  const random = RandomStream.from(seed, 'calibration');
  return Uint8Array.from({ length: VECTORS * rows }, () => random.integer(2 ** bits));
}

function fitThroughOrigin(
  inputs: Uint8Array,
  rows: number,
  results: Int16Array,
  pairs: number,
  unit: number,
): { gains: Float32Array; meanSquare: number } {
  const sums = Array.from({ length: VECTORS }, (_, v) =>
    inputs.subarray(v * rows, (v + 1) * rows).reduce((a, b) => a + b, 0),
  );
  const norm = sums.reduce((a, s) => a + s * s, 0);
  const gains = new Float32Array(pairs);
  let squares = 0;
  for (let p = 0; p < pairs; p++) {
    let product = 0;
    for (let v = 0; v < VECTORS; v++) product += (sums[v] ?? 0) * (results[v * pairs + p] ?? 0) * unit;
    const gain = product / norm;
    gains[p] = gain;
    for (let v = 0; v < VECTORS; v++) squares += ((results[v * pairs + p] ?? 0) * unit - gain * (sums[v] ?? 0)) ** 2;
  }
  return { gains, meanSquare: squares / (pairs * VECTORS) };
}
