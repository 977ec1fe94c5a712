import { checkNumber, type RandomStream } from '../../../base/index.js';
import { type AdcSpec } from './column-adcs.js';

/**
 * Capacitors of a successive-approximation converter, the largest first, in units of the smallest; the last is the terminating unit. Each is
 * made of unit capacitors that differ by `mismatch` (relative, rms): 2^k units together differ by mismatch/√2^k.
 */
export function drawCapacitors(bits: number, mismatch: number, stream: RandomStream): Float64Array {
  checkNumber('bits', bits, { min: 1, max: 14, integer: true });
  checkNumber('mismatch', mismatch, { min: 0, max: 0.5 });
  return Float64Array.from({ length: bits + 1 }, (_, k) => {
    const units = k < bits ? 2 ** (bits - 1 - k) : 1;
    return units + mismatch * Math.sqrt(units) * stream.gaussian();
  });
}

/**
 * Thresholds of a converter that decides bit by bit, the largest first: entry j is the level, in codes, from which on the code is at least
 * j + 1. A bit stays when the level reaches what the capacitors taken so far and its own stand for, less half a code.
 *
 * A later decision cannot take back an earlier one: where the capacitors' levels fall instead of rising, codes are never reached, and
 * neighbouring thresholds coincide. The result never falls.
 */
export function sarThresholds(capacitors: ArrayLike<number>): Float64Array {
  const bits = capacitors.length - 1;
  let total = 0;
  for (let k = 0; k <= bits; k++) total += capacitors[k]!;
  const unit = 2 ** bits / total;
  const thresholds = new Float64Array(2 ** bits - 1);
  let filled = 0; // thresholds that are known: those up to the last code reached
  const descend = (k: number, code: number, level: number, from: number, to: number): void => {
    if (from >= to) return; // no level leads here
    if (k === bits) {
      while (filled < code) thresholds[filled++] = from;
      return;
    }
    const tried = level + capacitors[k]! * unit;
    descend(k + 1, code, level, from, Math.min(to, tried - 0.5));
    descend(k + 1, code + 2 ** (bits - 1 - k), tried, Math.max(from, tried - 0.5), to);
  };
  descend(0, 0, 0, -Infinity, Infinity);
  thresholds.fill(Infinity, filled);
  return thresholds;
}

/**
 * Thresholds for a converter of a coding, as {@link AdcErrors} wants them: with sign and magnitude the magnitude is converted with one bit
 * fewer, so the negative side mirrors the positive one.
 * @param capacitors of `bits` bits for `binary`, of bits − 1 for `signMagnitude`
 */
export function codingThresholds(coding: AdcSpec['coding'], capacitors: ArrayLike<number>): Float64Array {
  const magnitude = sarThresholds(capacitors);
  if (coding === 'binary') return magnitude;
  const n = magnitude.length;
  return Float64Array.from({ length: 2 * n }, (_, j) => (j < n ? -magnitude[n - 1 - j]! : magnitude[j - n]!));
}
