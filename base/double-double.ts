/**
 * Sums to about 106 bits as an unevaluated pair of doubles, high + low with |low| ≤ half a unit in the last place of high (T. J. Dekker,
 * Numer. Math. 18 (1971) 224–242; D. E. Knuth, TAOCP 2, 4.2.2 theorem B for the error of an addition).
 *
 * Pairs stand in typed arrays, so that a million of them cost no objects. Where a sum is no longer finite, its low half is 0.
 */

/** 2^27 + 1: parts a double into two halves whose products are exact. */
const SPLITTER = 134_217_729;

/** Adds the pair (high, low) to the pair at `at` of an array. */
export function addPair(data: Float64Array, at: number, high: number, low: number): void {
  const before = data[at]!;
  const sum = before + high;
  const shadow = sum - before;
  const rest = before - (sum - shadow) + (high - shadow) + (data[at + 1]! + low);
  const total = sum + rest;
  data[at] = Number.isFinite(total) ? total : sum;
  data[at + 1] = Number.isFinite(total) ? rest - (total - sum) : 0;
}

/** Adds the exact square of a number to the pair at `at`. Exact below 1e150; beyond, the square is rounded or infinite as in doubles. */
export function addSquare(data: Float64Array, at: number, value: number): void {
  const square = value * value;
  const scaled = SPLITTER * value;
  const top = scaled - (scaled - value);
  const bottom = value - top;
  const error = top * top - square + 2 * top * bottom + bottom * bottom;
  addPair(data, at, square, Number.isFinite(error) ? error : 0);
}

/** The product of two pairs, rounded to a pair. */
export function multiplyPairs(aHigh: number, aLow: number, bHigh: number, bLow: number): readonly [number, number] {
  const high = aHigh * bHigh;
  const [aTop, aBottom] = split(aHigh);
  const [bTop, bBottom] = split(bHigh);
  const error = aTop * bTop - high + aTop * bBottom + aBottom * bTop + aBottom * bBottom;
  const rest = error + aHigh * bLow + aLow * bHigh;
  const total = high + rest;
  return [total, rest - (total - high)];
}

function split(value: number): readonly [number, number] {
  const scaled = SPLITTER * value;
  const top = scaled - (scaled - value);
  return [top, value - top];
}
