import { Worker } from 'node:worker_threads';
import { abortError, unpackError, type PackedError } from '../../../base/index.js';
import type { ParallelOptions } from '../../../base/parallel/run-units.js';
import type { BatteryRequest, BatteryResult } from './batteries.js';
import { runBattery } from './run-battery.js';

/** What the thread of an assessment tells. */
export type BatteryAnswer =
  | { readonly done: number; readonly total: number }
  | { readonly result: BatteryResult }
  | { readonly error: PackedError };

/**
 * As {@link runBattery}, on a thread of its own, so that whoever waits can do other things: reading the file and the batteries that know no units of
 * work would hold this one up. From TypeScript sources it runs in this thread.
 */
export async function startBattery(
  request: BatteryRequest,
  options: Pick<ParallelOptions, 'signal' | 'onProgress'> = {},
): Promise<BatteryResult> {
  const { signal, onProgress } = options;
  if (import.meta.url.endsWith('.ts')) return runBattery(request, options);
  if (signal?.aborted === true) throw abortError(signal.reason);
  const thread = new Worker(new URL('./battery-thread.js', import.meta.url), { workerData: request });
  let stop = (): void => undefined;
  try {
    return await new Promise<BatteryResult>((resolve, reject) => {
      stop = () => reject(abortError(signal?.reason));
      signal?.addEventListener('abort', stop, { once: true });
      thread.on('error', reject);
      thread.on('message', (answer: BatteryAnswer) => {
        if ('result' in answer) resolve(answer.result);
        else if ('error' in answer) reject(unpackError(answer.error));
        else onProgress?.(answer.done, answer.total);
      });
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await thread.terminate();
  }
}
