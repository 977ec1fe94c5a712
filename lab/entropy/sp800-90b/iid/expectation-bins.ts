/** Least expectation of a bin in a χ² test. */
export const LEAST_EXPECTED = 5;

/** Cells of a χ² test, put together so that each bin is expected to hold enough. */
export interface ExpectationBins {
  /** Bin of each cell. */
  readonly binOf: Int32Array;
  /** Expectation of each bin. */
  readonly expected: readonly number[];
}

/**
 * Puts cells into bins (SP 800-90B, 5.2.1 and 5.2.2): cells in order of rising expectation, equal ones in their own order, are put together until a bin
 * expects at least 5; a last bin that does not joins the one before it.
 */
export function expectationBins(cells: Float64Array): ExpectationBins {
  const order = Uint32Array.from(cells.keys()).sort((a, b) => cells[a]! - cells[b]! || a - b);
  const binOf = new Int32Array(cells.length);
  const expected: number[] = [];
  let filling = 0;
  for (const cell of order) {
    binOf[cell] = expected.length;
    filling += cells[cell]!;
    if (filling < LEAST_EXPECTED) continue;
    expected.push(filling);
    filling = 0;
  }
  if (filling > 0) {
    const last = expected.length - 1;
    if (last < 0) expected.push(filling);
    else {
      expected[last] = expected[last]! + filling;
      for (const [cell, bin] of binOf.entries()) if (bin > last) binOf[cell] = last;
    }
  }
  return { binOf, expected };
}
