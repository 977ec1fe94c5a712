import { checkNumber } from './check.js';
import { chiSquareTail } from './gamma-functions.js';

/**
 * The value that a χ² of so many degrees of freedom exceeds with a probability: the inverse of `chiSquareTail`, by bisection to double precision.
 *
 * @param tail probability above it, between 0 and 1, both excluded
 * @param degrees of freedom, at least 1; need not be whole
 * @throws RangeError for values out of range
 */
export function chiSquareQuantile(tail: number, degrees: number): number {
  checkNumber('tail', tail, { min: Number.MIN_VALUE, max: 1 - Number.EPSILON / 2 });
  checkNumber('degrees', degrees, { min: 1 });
  let low = 0;
  let high = Math.max(1, 2 * degrees);
  while (chiSquareTail(high, degrees) > tail) high *= 2;
  for (let k = 0; k < 200 && high - low > Number.EPSILON * high; k++) {
    const middle = (low + high) / 2;
    if (chiSquareTail(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
