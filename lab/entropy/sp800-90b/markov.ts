import { type Estimate, noEstimate } from './estimate.js';
import type { Sequence } from './samples.js';

/** Length of the strings whose probability is sought. */
const LENGTH = 128;

/** Markov estimate of a bit string (SP 800-90B 6.3.3): the likeliest string of 128 bits under a first-order model. */
export function markov({ symbols }: Sequence): Estimate {
  const { length } = symbols;
  if (length < 2) return noEstimate('it needs 2 bits at least');
  /** Transitions by pair, first bit first. */
  const pairs = [0, 0, 0, 0];
  let before = symbols[0]!;
  for (let i = 1; i < length; i++) {
    const symbol = symbols[i]!;
    const pair = 2 * before + symbol;
    pairs[pair] = pairs[pair]! + 1;
    before = symbol;
  }
  const [n00, n01, n10, n11] = pairs as [number, number, number, number];
  const p0 = (n00 + n01 + (before === 0 ? 1 : 0)) / length;
  const p1 = 1 - p0;
  const share = (part: number, other: number): number => (part === 0 ? 0 : part / (part + other));
  const [p00, p01, p10, p11] = [share(n00, n01), share(n01, n00), share(n10, n11), share(n11, n10)];
  const strings: (readonly (readonly [p: number, times: number])[])[] = [
    [
      [p0, 1],
      [p00, 127],
    ],
    [
      [p0, 1],
      [p01, 64],
      [p10, 63],
    ],
    [
      [p0, 1],
      [p01, 1],
      [p11, 126],
    ],
    [
      [p1, 1],
      [p10, 1],
      [p00, 126],
    ],
    [
      [p1, 1],
      [p10, 64],
      [p01, 63],
    ],
    [
      [p1, 1],
      [p11, 127],
    ],
  ];
  let bits = LENGTH;
  // What cannot happen has no logarithm.
  for (const string of strings)
    if (string.every(([p]) => p > 0))
      bits = Math.min(
        bits,
        string.reduce((sum, [p, times]) => sum - times * Math.log2(p), 0),
      );
  return { minEntropy: Math.max(0, bits / LENGTH), details: { p0, p00, p01, p10, p11, maxProbability: 2 ** -bits } };
}
