import { chiSquareTail } from '../../../base/index.js';

/** What a test of one sequence gives. `P` is the shape of its p-values. */
export interface Outcome<P = number> {
  /** Null where the test does not apply: never 0 or 1 instead. */
  readonly p: P | null;
  /** Why it does not apply. */
  readonly reason?: string;
  /** Why its p-values are to be taken with care. */
  readonly warning?: string;
  /** What was counted, and the statistics made of it. */
  readonly details: Readonly<Record<string, number | readonly number[]>>;
}

/** A test that does not apply. */
export function notApplicable(reason: string, details: Outcome['details'] = {}): Outcome<never> {
  return { p: null, reason, details };
}

/** Fewest counts that a class of a χ² test should expect; a usual rule. */
const FEWEST_EXPECTED = 5;

/** What a χ² test of counts in classes gives. */
export interface ChiSquare {
  readonly p: number;
  readonly chiSquare: number;
  /** Set where a class expects too few counts for the χ² distribution to hold. */
  readonly warning?: string;
}

/**
 * χ² of counts against class probabilities, Σ (ν − Nπ)²/(Nπ), and its tail with one degree of freedom less than classes.
 * @param counts of each class
 * @param probabilities of each class
 */
export function chiSquareOf(counts: ArrayLike<number>, probabilities: readonly number[]): ChiSquare {
  const total = Array.from(counts).reduce((sum, count) => sum + count, 0);
  const chiSquare = probabilities.reduce((sum, p, k) => sum + (counts[k]! - total * p) ** 2 / (total * p), 0);
  const fewest = total * Math.min(...probabilities);
  return {
    p: chiSquareTail(chiSquare, probabilities.length - 1),
    chiSquare,
    ...(fewest < FEWEST_EXPECTED
      ? {
          warning: `too few blocks: the rarest class expects ${fewest.toPrecision(2)} of them, ${FEWEST_EXPECTED} are needed`,
        }
      : {}),
  };
}

/** The warning of a χ² test, if it has one. */
export function warned({ warning }: ChiSquare): { readonly warning?: string } {
  return warning === undefined ? {} : { warning };
}

/** How many values fall into each class: those up to `first`, first + 1, …, and those of first + classes − 1 or more. */
export function classCounts(values: Iterable<number>, first: number, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const value of values) counts[Math.min(Math.max(value - first, 0), classes - 1)]!++;
  return counts;
}
