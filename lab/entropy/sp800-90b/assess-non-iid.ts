import type { ParallelOptions } from '../../../base/parallel/run-units.js';
import { runUnits } from '../parallel/run-units.js';
import { concludeAssessment, type NonIidAssessment, type NonIidOptions, planAssessment } from './assessment.js';
import { nonIidUnit } from './non-iid-unit.js';

/** A sequence of fewer symbols is assessed before a thread would have started. */
const THREAD_FROM = 200_000;
/** For fewer a second thread costs more processor time to start than it saves time. */
const THREADS_FROM = 2_000_000;

/**
 * Assesses raw samples by the ten estimators of SP 800-90B 6.3 for sources that are not IID, on worker threads.
 *
 * Memory: the samples and, for more than two values, the bit string once for all threads; besides, each estimator that is at work has its own
 * copy and tables: 9¼ bytes a symbol for the tuples (up to 12 more for each symbol of the longest repeat), less than 45 MB for MultiMMC, and
 * for LZ78Y up to 46 bytes for each pair of prefix and symbol that it meets. Time is linear in the samples whatever they are.
 *
 * @param samples one a byte in the low bits, in the order of their production; in a SharedArrayBuffer they are not copied
 * @param bits width of a sample, 1 to 8
 * @throws RangeError for a wrong width, a sample that is wider, a claim above the width, fewer than 2 samples or more than 128 million bits;
 * the signal's reason
 */
export async function assessNonIid(
  samples: Uint8Array,
  bits: number,
  options: NonIidOptions & ParallelOptions = {},
): Promise<NonIidAssessment> {
  const { submitter, conditioned, z, ...parallel } = options;
  const plan = planAssessment(shared(samples), bits, {
    submitter,
    conditioned,
    ...(z === undefined ? {} : { z }),
  });
  const symbols = Math.max(0, ...Object.values(plan.sequences).map((sequence) => sequence.symbols.length));
  const { sequences, jobs } = plan;
  const results = await runUnits('nonIid', { sequences, jobs, z: plan.z }, jobs.length, {
    ...(symbols < THREADS_FROM ? { workers: 1 } : {}),
    ...parallel,
    ...(symbols < THREAD_FROM ? { workers: 0 } : {}),
  });
  return concludeAssessment(plan, results);
}

/** As {@link assessNonIid} at once, in this thread: for some ten thousand samples. */
export function estimateMinEntropy(samples: Uint8Array, bits: number, options: NonIidOptions = {}): NonIidAssessment {
  const plan = planAssessment(samples, bits, options);
  return concludeAssessment(
    plan,
    plan.jobs.map((_, index) => nonIidUnit(plan, index)),
  );
}

function shared(samples: Uint8Array): Uint8Array {
  if (!(samples instanceof Uint8Array) || samples.buffer instanceof SharedArrayBuffer) return samples;
  const copy = new Uint8Array(new SharedArrayBuffer(samples.length));
  copy.set(samples);
  return copy;
}
