import type { StsOutcomes } from './assess-sts.js';
import { STS_TESTS, type StsTestId } from './test-names.js';

/** One p-value of a stream. */
export interface PValue {
  readonly test: StsTestId;
  /** Which of the test's p-values: a template, a state, `forward` or `reverse`, `1` or `2`; empty for the only one. */
  readonly part: string;
  readonly p: number;
}

/** All p-values of a stream in a row; tests that do not apply give none. */
export function pValues(outcomes: StsOutcomes): PValue[] {
  return STS_TESTS.flatMap((test) => {
    const p = outcomes[test]?.p ?? null;
    if (p === null) return [];
    if (typeof p === 'number') return [{ test, part: '', p }];
    const parts = Array.isArray(p) ? p.map((value: number, k) => [String(k + 1), value] as const) : entriesInOrder(p);
    return parts.map(([part, value]) => ({ test, part, p: value }));
  });
}

/** Keys that look like array indices come first in an object, whatever the order in which they were set: states and templates go by value here. */
function entriesInOrder(values: object): (readonly [string, number])[] {
  const entries = Object.entries(values as Readonly<Record<string, number>>);
  return entries.sort(([a], [b]) => Number(a) - Number(b) || 0);
}

/** p-values of a stream by the names that `spindrift assess sts --json` has; null where a test does not apply. */
export interface StsTable {
  readonly frequency: number | null;
  readonly blockFrequency: number | null;
  readonly cusumForward: number | null;
  readonly cusumReverse: number | null;
  readonly runs: number | null;
  readonly longestRun: number | null;
  readonly rank: number | null;
  readonly dft: number | null;
  readonly nonOverlapping: Readonly<Record<string, number>> | null;
  readonly overlapping: number | null;
  readonly universal: number | null;
  readonly approximateEntropy: number | null;
  readonly randomExcursions: Readonly<Record<string, number>> | null;
  readonly randomExcursionsVariant: Readonly<Record<string, number>> | null;
  readonly serial: readonly [number, number] | null;
  readonly linearComplexity: number | null;
}

/** The table of a stream whose outcomes are all there or, where a test was not run, null. */
export function stsTable(outcomes: StsOutcomes): StsTable {
  const p = <T extends StsTestId>(test: T) => outcomes[test]?.p ?? null;
  const cusum = p('cusum');
  return {
    frequency: p('frequency'),
    blockFrequency: p('blockFrequency'),
    cusumForward: cusum?.forward ?? null,
    cusumReverse: cusum?.reverse ?? null,
    runs: p('runs'),
    longestRun: p('longestRun'),
    rank: p('rank'),
    dft: p('dft'),
    nonOverlapping: p('nonOverlapping'),
    overlapping: p('overlapping'),
    universal: p('universal'),
    approximateEntropy: p('approximateEntropy'),
    randomExcursions: p('randomExcursions'),
    randomExcursionsVariant: p('randomExcursionsVariant'),
    serial: p('serial'),
    linearComplexity: p('linearComplexity'),
  };
}
