import type { Hash } from 'node:crypto';
import { isAbortError, type Clock } from '../../base/index.js';
import type { Board } from '../../firmware-host/host/index.js';
import { temperatureOf, type BitRecord, type BlockNotes } from './bit-record.js';
import type { ByteSink } from './collect-bits.js';
import { errorOf, marked } from './record-parts.js';

/** How collecting ended. */
export interface Ending {
  /** Why it failed or was stopped; absent if nothing was thrown. */
  readonly failure: { readonly error: unknown } | undefined;
  /** The reader wanted no more. */
  readonly left: boolean;
  /** Whether the array is known to be safe. */
  readonly safe: boolean;
  readonly telemetry: Awaited<ReturnType<Board['readTelemetry']>> | undefined;
  readonly notes: BlockNotes;
  /** Of the output. */
  readonly written: number;
  readonly hash: Hash;
  readonly clock: Clock;
}

type Common = Pick<BitRecord, 'status' | 'notEntropy' | 'mark' | 'temperature' | 'bytes' | 'error'>;

/** Completes a record by how it ended, and closes the sink with it. @returns the record, and what failed, but for an interruption */
export async function concludeRecord<R extends Common>(
  record: R,
  sink: ByteSink<R>,
  { failure, left, safe, telemetry, notes, written, hash, clock }: Ending,
): Promise<{ readonly record: R; readonly error?: unknown }> {
  const interrupted = left || isAbortError(failure?.error);
  const failed = failure !== undefined && !interrupted;
  const final: R = {
    ...record,
    status: failed ? 'failed' : interrupted ? 'interrupted' : 'finished',
    ...marked(record.notEntropy || notes.notEntropy),
    temperature: { ...record.temperature, end: temperatureOf(telemetry) },
    bytes: written,
    sha256: hash.digest('hex'),
    ...notes.parts,
    ended: clock.date().toISOString(),
    safe,
    ...(failed ? { error: errorOf(failure.error) } : {}),
  };
  try {
    await sink.close(final);
  } catch (error) {
    // The first failure is the cause; this one is news only if there was none.
    const cause = failure ?? { error };
    return { record: { ...final, status: 'failed', error: errorOf(cause.error) }, error: cause.error };
  }
  return failed ? { record: final, error: failure.error } : { record: final };
}
