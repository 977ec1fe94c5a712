/** Why a walk of `bits` steps has too few returns to 0 for the two excursion tests, or undefined if it has enough: max(.005√n, 500) [2.14.4]. */
export function tooFewCycles(cycles: number, bits: number): string | undefined {
  const least = Math.max(0.005 * Math.sqrt(bits), 500);
  return cycles < least ? `the walk has ${cycles} cycles, ${Math.ceil(least)} are needed` : undefined;
}
