import type { StsCounts } from './counts.js';
import { chiSquareOf, classCounts, notApplicable, type Outcome, warned } from './outcome.js';
import type { StsConstants } from './options.js';

/** Block length, the longest run of the first class (or less), and the published probabilities of the classes. */
interface LongestRunTable {
  readonly leastBits: number;
  readonly blockBits: number;
  readonly first: number;
  readonly published: readonly number[];
}

/** [SP 800-22 2.4.4, 3.4]; the first that a sequence is long enough for counts. */
const TABLES: readonly LongestRunTable[] = [
  {
    leastBits: 750_000,
    blockBits: 10_000,
    first: 10,
    published: [0.0882, 0.2092, 0.2483, 0.1933, 0.1208, 0.0675, 0.0727],
  },
  {
    leastBits: 6272,
    blockBits: 128,
    first: 4,
    published: [0.1174035788, 0.242955959, 0.249363483, 0.17517706, 0.102701071, 0.112398847],
  },
  { leastBits: 128, blockBits: 8, first: 1, published: [0.21484375, 0.3671875, 0.23046875, 0.1875] },
];

/** Longest run of ones in a block: χ² over classes of it [SP 800-22 2.4]. */
export function longestRun(counts: StsCounts, constants: StsConstants): Outcome {
  const chosen = TABLES.find(({ leastBits }) => counts.length >= leastBits);
  if (chosen === undefined) return notApplicable(`needs 128 bits, got ${counts.length}`);
  const { blockBits, first, published } = chosen;
  const probabilities = constants === 'published' ? published : longestRunClasses(blockBits, first, published.length);
  const blocks = Math.floor(counts.length / blockBits);
  const classes = classCounts(counts.longestRuns(blockBits, blocks), first, published.length);
  const test = chiSquareOf(classes, probabilities);
  return { p: test.p, ...warned(test), details: { chiSquare: test.chiSquare, classes, blockBits } };
}

/**
 * Probabilities that the longest run of ones among fair bits is at most `first`, one more, …, at least `first` + `classes` − 1.
 * @param bits of the block
 */
export function longestRunClasses(bits: number, first: number, classes: number): number[] {
  const within = Array.from({ length: classes - 1 }, (_, k) => noLongerRun(bits, first + k));
  return [...within, 1].map((p, k) => p - (within[k - 1] ?? 0));
}

/**
 * Probability of no run of more than `longest` ones: P(n) = P(n−1) − P(n−2−longest)/2^{longest+2}, since such a run first ends at bit n exactly if
 * a zero before it follows n−2−longest bits without one.
 */
function noLongerRun(bits: number, longest: number): number {
  const p = new Float64Array(bits + 1).fill(1);
  for (let n = longest + 1; n <= bits; n++)
    p[n] = p[n - 1]! - (n === longest + 1 ? 2 ** -n : p[n - 2 - longest]! * 2 ** -(longest + 2));
  return p[bits]!;
}
