import { checkNumber, checkOneOf } from '../../../base/index.js';
import { type ParallelOptions, runUnits } from '../parallel/run-units.js';
import { type StsShapes } from './battery.js';
import { STS_TESTS, type StsTestId } from './test-names.js';
import { type BitSequence, MOST_BITS } from './bit-sequence.js';
import { type StsParameters, stsParameters } from './options.js';
import type { Outcome } from './outcome.js';
import { pValues } from './p-values.js';
import { type SecondLevelRow, secondLevel } from './second-level.js';

/** Fewest bits of a stream; the standard wants that many of its simplest test. */
export const LEAST_BITS = 100;

/** What is tested, how, and on how many threads. */
export interface StsOptions extends Partial<StsParameters>, ParallelOptions {
  /** How many streams the bits are cut into; default 1. */
  readonly streams?: number;
  /** Bits of a stream, {@link LEAST_BITS} to {@link MOST_BITS}; default: as many as there are. Bits that are left over are not looked at. */
  readonly length?: number;
  /** Tests to run; default all fifteen. */
  readonly tests?: readonly StsTestId[];
  /** Significance: a p-value below it is low. Default .01, the standard's. */
  readonly alpha?: number;
}

/** What the tests say of one stream; a test that was not asked for is absent. */
export type StsOutcomes = { readonly [T in StsTestId]?: Outcome<StsShapes[T]> };

/** What the battery says. */
export interface StsAssessment {
  /** Bits of a stream. */
  readonly length: number;
  readonly alpha: number;
  readonly parameters: StsParameters;
  /** Stream by stream. */
  readonly streams: readonly StsOutcomes[];
  /** p-values of all streams. */
  readonly pValues: {
    /** How many tests gave. */
    readonly run: number;
    /** How many of them are below alpha. */
    readonly below: number;
    /** How many are to be expected there of good streams: run · alpha. */
    readonly expectedBelow: number;
  };
  /** Proportion of passing streams and uniformity of p-values, for several streams. */
  readonly secondLevel?: readonly SecondLevelRow[];
}

/**
 * The statistical test suite of SP 800-22 rev. 1a, on worker threads.
 *
 * A p-value is the probability that a fair coin gives a statistic at least as odd. Low ones speak against fair independent bits; high ones speak for
 * nothing: a counter that was hashed passes everything.
 * @param bits one sequence, or several streams one after the other
 * @throws RangeError, TypeError for an option out of range, or fewer bits than asked for; the signal's reason
 */
export async function assessSts(bits: BitSequence, options: StsOptions = {}): Promise<StsAssessment> {
  const {
    streams: count = 1,
    tests = STS_TESTS,
    alpha = 0.01,
    workers,
    signal,
    onProgress,
    length,
    ...given
  } = options;
  checkNumber('streams', count, { min: 1, max: 1e6, integer: true });
  checkNumber('alpha', alpha, { min: 1e-6, max: 0.5 });
  for (const test of tests) checkOneOf('tests', test, STS_TESTS);
  const each = checkNumber('length', length ?? Math.floor(bits.length / count), {
    min: LEAST_BITS,
    max: Math.min(MOST_BITS, Math.floor(bits.length / count)),
    integer: true,
  });
  const parameters = stsParameters(given);
  const setup = { bytes: shared(bits.bytes), length: each, streams: count, tests, parameters };
  const outcomes = await runUnits('sts', setup, count * tests.length, {
    ...(workers === undefined ? {} : { workers }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const streams = Array.from({ length: count }, (_, stream) =>
    Object.fromEntries(tests.map((test, t) => [test, outcomes[stream * tests.length + t]!])),
  ) as StsOutcomes[];
  const all = streams.flatMap(pValues);
  return {
    length: each,
    alpha,
    parameters,
    streams,
    pValues: {
      run: all.length,
      below: all.filter(({ p }) => p < alpha).length,
      expectedBelow: all.length * alpha,
    },
    ...(count > 1 ? { secondLevel: secondLevel(streams, alpha) } : {}),
  };
}

/** The bytes in memory that threads share; a copy unless they are there already. */
function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
