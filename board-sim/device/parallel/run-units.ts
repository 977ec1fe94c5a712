import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkNumber } from '../../../base/index.js';
import { type Result, type Setup, type UnitKind, unitKinds } from './unit-kinds.js';

/** How a job is spread over threads. */
export interface ParallelOptions {
  /** Threads besides this one; 0 works in this one, between turns of its event loop. Default: one for each core. */
  readonly workers?: number;
  /** Stops the job; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each unit. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a worker thread is given at its start. */
export interface WorkerSetup {
  readonly kind: UnitKind;
  readonly setup: Setup<UnitKind>;
}

/** Worker threads load compiled modules only; from the sources a job runs in this thread. */
const COMPILED = !import.meta.url.endsWith('.ts');

/**
 * Computes the units 0 … `count` − 1 of a job. A unit depends on its setup and number alone, so that the results, given in their order,
 * are the same for any number of workers.
 * @throws RangeError for a wrong number of workers; whatever a unit throws
 */
export async function runUnits<K extends UnitKind>(
  kind: K,
  setup: Setup<K>,
  count: number,
  options: ParallelOptions = {},
): Promise<Result<K>[]> {
  const wanted = checkNumber('workers', options.workers ?? availableParallelism(), { min: 0, max: 256, integer: true });
  options.signal?.throwIfAborted();
  const workers = COMPILED ? Math.min(wanted, count) : 0;
  return workers === 0 ? inThread(kind, setup, count, options) : threaded(kind, setup, count, workers, options);
}

async function inThread<K extends UnitKind>(
  kind: K,
  setup: Setup<K>,
  count: number,
  { signal, onProgress }: ParallelOptions,
): Promise<Result<K>[]> {
  const work = unitKinds[kind] as (setup: Setup<K>, index: number) => Result<K>;
  const results: Result<K>[] = [];
  for (let index = 0; index < count; index++) {
    // Lets a Ctrl-C or a timer through.
    await new Promise<void>((resolve) => void setImmediate(resolve));
    signal?.throwIfAborted();
    results.push(work(setup, index));
    onProgress?.(index + 1, count);
  }
  return results;
}

function threaded<K extends UnitKind>(
  kind: K,
  setup: Setup<K>,
  count: number,
  workers: number,
  { signal, onProgress }: ParallelOptions,
): Promise<Result<K>[]> {
  const results = new Array<Result<K>>(count);
  const workerData: WorkerSetup = { kind, setup };
  const threads = Array.from(
    { length: workers },
    () => new Worker(new URL('./unit-worker.js', import.meta.url), { workerData }),
  );
  return new Promise<Result<K>[]>((resolve, reject) => {
    let next = 0;
    let done = 0;
    const abort = (): void => reject(signal?.reason as Error);
    signal?.addEventListener('abort', abort, { once: true });
    for (const thread of threads) {
      const give = (): void => {
        if (next < count) thread.postMessage(next++);
      };
      thread.on('error', reject);
      thread.on('message', ({ index, result }: { index: number; result: Result<K> }) => {
        results[index] = result;
        done++;
        onProgress?.(done, count);
        if (done === count) resolve(results);
        else give();
      });
      give();
    }
  }).finally(() => Promise.all(threads.map((thread) => thread.terminate())));
}
