// What both double-precision kernels share.

/** Bytes of one f64 array of a block: 32 spins. */
export const BLOCK: usize = 256;
/** Bytes of a row of the table: V at start, middle and end of a step, weights of mz at start and end. */
export const ROW: usize = 40;

// The sum of mz over steps, or of mz times the weights of the table; constant stretches need the end of each step only.
// @ts-ignore: decorator
@inline
export function addToSum(at: usize, before: v128, after: v128, table: usize, ramp: bool): void {
  let sum = v128.load(at);
  if (ramp) {
    sum = f64x2.add(sum, f64x2.mul(before, v128.load64_splat(table, 24)));
    sum = f64x2.add(sum, f64x2.mul(after, v128.load64_splat(table, 32)));
  } else {
    sum = f64x2.add(sum, after);
  }
  v128.store(at, sum);
}
