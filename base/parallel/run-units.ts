import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkNumber } from '../check.js';

/** How a job is spread over threads. */
export interface ParallelOptions {
  /** Threads besides this one; 0 works in this one, between turns of its event loop. Default: one for each core. */
  readonly workers?: number;
  /** Stops the job, in the midst of a unit where threads work; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each unit, and within one where it tells how far it is; `done` is a whole number only after a unit. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Computes one unit of a job. `tell` takes the part of this unit that is done, 0 to 1. */
export type Unit<Setup, Result> = (
  setup: Setup,
  index: number,
  tell: (fraction: number) => void,
) => Result | Promise<Result>;

/** Units by name: what a worker's module can compute. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a parameter's place: `never` would not infer, `unknown` not accept
export type UnitKinds = Readonly<Record<string, Unit<any, any>>>;
/** What a kind of unit is set up with. */
export type SetupOf<K extends UnitKinds, N extends keyof K> = Parameters<K[N]>[0];
/** What a kind of unit results in. */
export type ResultOf<K extends UnitKinds, N extends keyof K> = Awaited<ReturnType<K[N]>>;

/** What a worker thread is given at its start. */
export interface WorkerSetup {
  readonly kind: string;
  readonly setup: unknown;
}

/** What a worker thread answers. */
export type WorkerAnswer =
  { readonly index: number; readonly result: unknown } | { readonly index: number; readonly fraction: number };

/**
 * Makes the function that computes the units 0 … `count` − 1 of a job. A unit depends on its setup and number alone, so that the results, given in
 * their order, are the same for any number of workers. Setups are copied to every thread: large ones belong into a SharedArrayBuffer.
 * @param kinds what can be computed
 * @param worker compiled module that calls `serveUnits` with the same kinds; from TypeScript sources a job runs in this thread
 * @returns a function that throws RangeError for a wrong number of workers, the signal's reason, and whatever a unit throws
 */
export function unitRunner<K extends UnitKinds>(kinds: K, worker: URL) {
  return async <N extends keyof K & string>(
    kind: N,
    setup: SetupOf<K, N>,
    count: number,
    options: ParallelOptions = {},
  ): Promise<ResultOf<K, N>[]> => {
    const wanted = checkNumber('workers', options.workers ?? availableParallelism(), {
      min: 0,
      max: 256,
      integer: true,
    });
    options.signal?.throwIfAborted();
    const workers = worker.pathname.endsWith('.ts') ? 0 : Math.min(wanted, count);
    return workers === 0
      ? inThread(kinds[kind] as Unit<SetupOf<K, N>, ResultOf<K, N>>, setup, count, options)
      : threaded<ResultOf<K, N>>(worker, { kind, setup }, count, workers, options);
  };
}

async function inThread<Setup, Result>(
  unit: Unit<Setup, Result>,
  setup: Setup,
  count: number,
  { signal, onProgress }: ParallelOptions,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < count; index++) {
    // Lets a Ctrl-C or a timer through.
    await new Promise<void>((resolve) => void setImmediate(resolve));
    signal?.throwIfAborted();
    results.push(await unit(setup, index, (fraction) => onProgress?.(index + fraction, count)));
    onProgress?.(index + 1, count);
  }
  return results;
}

function threaded<Result>(
  module: URL,
  workerData: WorkerSetup,
  count: number,
  workers: number,
  { signal, onProgress }: ParallelOptions,
): Promise<Result[]> {
  const results = new Array<Result>(count);
  const threads = Array.from({ length: workers }, () => new Worker(module, { workerData }));
  let leave = (): void => undefined;
  return new Promise<Result[]>((resolve, reject) => {
    let next = 0;
    let done = 0;
    /** Parts of units that are being computed. */
    const parts = new Map<number, number>();
    const tell = (): void =>
      onProgress?.(
        [...parts.values()].reduce((sum, part) => sum + part, done),
        count,
      );
    const stop = (): void => reject(signal?.reason as Error);
    signal?.addEventListener('abort', stop, { once: true });
    // A signal may outlive many jobs.
    leave = () => signal?.removeEventListener('abort', stop);
    for (const thread of threads) {
      const give = (): void => {
        if (next < count) thread.postMessage(next++);
      };
      thread.on('error', reject);
      thread.on('message', (answer: WorkerAnswer) => {
        if ('fraction' in answer) {
          parts.set(answer.index, answer.fraction);
          tell();
          return;
        }
        parts.delete(answer.index);
        results[answer.index] = answer.result as Result;
        done++;
        tell();
        if (done === count) resolve(results);
        else give();
      });
      give();
    }
  }).finally(() => {
    leave();
    return Promise.all(threads.map((thread) => thread.terminate()));
  });
}
