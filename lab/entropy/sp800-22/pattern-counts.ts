/** Counts of the patterns one bit shorter, around the end: each begins two of the longer ones. */
export function shorterPatterns(patterns: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: patterns.length / 2 }, (_, i) => patterns[2 * i]! + patterns[2 * i + 1]!);
}
