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

/**
 * Adds numbers `from` to `to` to the pair at `at`, and their exact squares to the pair at `squaresAt`; a NaN is passed over. What rounding leaves
 * is summed beside and joined once at the end (T. Ogita, S. M. Rump, S. Oishi, SIAM J. Sci. Comput. 26 (2005) 1955–1988, algorithm Sum2): as
 * exact as one number after the other, and several times as fast, since no number waits for the one before it to be rounded.
 * @returns how many there were
 */
export function addNumbers(
  data: Float64Array,
  at: number,
  squaresAt: number,
  values: ArrayLike<number>,
  from: number,
  to: number,
): number {
  let [sum, sumLow, squares, squaresLow, count] = [0, 0, 0, 0, 0];
  for (let i = from; i < to; i += 1) {
    const value = values[i]!;
    if (value !== value) continue;
    count += 1;
    const total = sum + value;
    const shadow = total - sum;
    sumLow += sum - (total - shadow) + (value - shadow);
    sum = total;
    const square = value * value;
    const scaled = SPLITTER * value;
    const top = scaled - (scaled - value);
    const bottom = value - top;
    const error = top * top - square + 2 * top * bottom + bottom * bottom;
    const all = squares + square;
    const shade = all - squares;
    squaresLow += squares - (all - shade) + (square - shade) + error;
    squares = all;
  }
  if (Number.isFinite(sum + sumLow) && Number.isFinite(squares + squaresLow)) {
    addPair(data, at, sum, sumLow);
    addPair(data, squaresAt, squares, squaresLow);
    return count;
  }
  // What is too large for this is added as it always was.
  for (let i = from; i < to; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    addPair(data, at, value, 0);
    addSquare(data, squaresAt, value);
  }
  return count;
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
