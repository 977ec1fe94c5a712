import { chiSquareTail, type Interval } from '../../../base/index.js';
import type { StsOutcomes } from './assess-sts.js';
import type { StsTestId } from './test-names.js';
import { pValues } from './p-values.js';

/** Streams below which neither verdict means anything. */
export const LEAST_STREAMS = 55;
/** Below this p-values of a test are not uniform [SP 800-22 4.2.2]. */
const LEAST_UNIFORMITY = 1e-4;
const BINS = 10;

/** What many streams say of one test. */
export interface SecondLevelRow {
  readonly test: StsTestId;
  /** Which of the test's p-values; empty for the only one. */
  readonly part: string;
  /** Streams that the test applied to. */
  readonly streams: number;
  /** Streams with p ≥ alpha. */
  readonly passed: number;
  /** Where `passed / streams` of a good source is: (1 − α) ± 3 √((1 − α)α/m) [4.2.1]. */
  readonly expected: Interval;
  /** p-values in tenths of 0 … 1. */
  readonly bins: readonly number[];
  /** χ² of the bins against equal ones, its tail. */
  readonly uniformity: number;
  /** Whether the proportion is within the interval; null with fewer than {@link LEAST_STREAMS} streams. */
  readonly proportionPassed: boolean | null;
  /** Whether uniformity is at least 1e-4; null with fewer than {@link LEAST_STREAMS} streams. */
  readonly uniformityPassed: boolean | null;
}

/** Second level: proportion and uniformity of each test's p-values over streams, in the order of the tests. */
export function secondLevel(streams: readonly StsOutcomes[], alpha: number): SecondLevelRow[] {
  const rows = new Map<string, { readonly test: StsTestId; readonly part: string; readonly values: number[] }>();
  for (const stream of streams)
    for (const { test, part, p } of pValues(stream)) {
      const key = `${test} ${part}`;
      const row = rows.get(key) ?? { test, part, values: [] };
      row.values.push(p);
      rows.set(key, row);
    }
  return [...rows.values()].map(({ test, part, values }) => ({ test, part, ...judge(values, alpha) }));
}

function judge(values: readonly number[], alpha: number): Omit<SecondLevelRow, 'test' | 'part'> {
  const m = values.length;
  const passed = values.filter((p) => p >= alpha).length;
  const spread = 3 * Math.sqrt(((1 - alpha) * alpha) / m);
  const expected: Interval = [1 - alpha - spread, Math.min(1, 1 - alpha + spread)];
  const bins = new Array<number>(BINS).fill(0);
  for (const p of values) bins[Math.min(BINS - 1, Math.floor(p * BINS))]!++;
  const uniformity = chiSquareTail(
    bins.reduce((sum, count) => sum + (count - m / BINS) ** 2 / (m / BINS), 0),
    BINS - 1,
  );
  const enough = m >= LEAST_STREAMS;
  return {
    streams: m,
    passed,
    expected,
    bins,
    uniformity,
    proportionPassed: enough ? passed / m >= expected[0] && passed / m <= expected[1] : null,
    uniformityPassed: enough ? uniformity >= LEAST_UNIFORMITY : null,
  };
}
