/** Symbols of a data set. */
export interface Alphabet {
  /** The values that occur, rising. */
  readonly values: readonly number[];
  /** How often each value 0 to 255 occurs. */
  readonly counts: Float64Array;
}

/** Counts the values of samples. */
export function alphabetOf(samples: Uint8Array): Alphabet {
  const counts = new Float64Array(256);
  for (const value of samples) counts[value] = counts[value]! + 1;
  return { values: Array.from(counts.keys()).filter((value) => counts[value]! > 0), counts };
}

/**
 * Proportions of the values that occur, in rising order of values. Summed as repeated addition of 1/L, as NIST's tool does: which of two equal
 * expectations comes first in a χ² test hangs on the last bit.
 */
export function proportionsOf({ values, counts }: Alphabet, length: number): number[] {
  const part = 1 / length;
  return values.map((value) => {
    let sum = 0;
    for (let i = counts[value]!; i > 0; i--) sum += part;
    return sum;
  });
}

/** Median: of an even number of samples the mean of the two in the middle. */
export function medianOf({ values, counts }: Alphabet, length: number): number {
  const at = (rank: number): number => {
    let passed = 0;
    for (const value of values) {
      passed += counts[value]!;
      if (rank < passed) return value;
    }
    return NaN;
  };
  return (at(Math.floor((length - 1) / 2)) + at(Math.floor(length / 2))) / 2;
}
