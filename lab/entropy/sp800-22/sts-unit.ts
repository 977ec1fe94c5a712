import { STS_BATTERY } from './battery.js';
import { type StsTestId } from './test-names.js';
import { sliceBits } from './bit-sequence.js';
import { KernelCounts } from './kernel-counts.js';
import type { StsParameters } from './options.js';
import type { Outcome } from './outcome.js';

/** What the units of a battery share. */
export interface StsSetup {
  /** Streams one after the other, the first bit in the most significant place; in shared memory. */
  readonly bytes: Uint8Array;
  /** Bits of a stream. */
  readonly length: number;
  readonly streams: number;
  readonly tests: readonly StsTestId[];
  readonly parameters: StsParameters;
}

/** One test of one stream. Units follow each other test by test, then stream by stream. */
export function stsUnit({ bytes, length, streams, tests, parameters }: StsSetup, unit: number): Outcome<unknown> {
  const stream = Math.floor(unit / tests.length);
  const whole = { bytes, length: length * streams };
  const counts = new KernelCounts(sliceBits(whole, stream * length, length));
  return STS_BATTERY[tests[unit % tests.length]!](counts, parameters);
}
