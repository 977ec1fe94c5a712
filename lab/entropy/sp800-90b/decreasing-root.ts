/**
 * Where a decreasing function takes a value, to the last bits: by false position with the Illinois rule, halving where that is slow.
 * @param low below the root
 * @param high above the root; the function need not be finite there
 */
export function decreasingRoot(f: (x: number) => number, value: number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a) - value, f(b) - value];
  let side = 0;
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2;
    if (middle <= a || middle >= b) break;
    const secant = b - (fb * (b - a)) / (fb - fa);
    // Every third step halves, so that no shape of the function can stall the search.
    const x = i % 3 === 2 || !(secant > a && secant < b) ? middle : secant;
    const fx = f(x) - value;
    if (fx === 0) return x;
    if (fx > 0) {
      [a, fa] = [x, fx];
      if (side === 1 && Number.isFinite(fb)) fb /= 2;
      side = 1;
    } else {
      [b, fb] = [x, fx];
      if (side === -1) fa /= 2;
      side = -1;
    }
    if (b - a <= 4e-16 * b) break;
  }
  return (a + b) / 2;
}
