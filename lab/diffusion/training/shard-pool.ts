import { Worker } from 'node:worker_threads';
import type { ShardSetup, ShardStep } from './shard.js';
import { ShardTrainer } from './shard.js';
import type { WorkerSetup } from './shard-worker.js';

/** Computes the gradients of all shards of a step, in workers or in this thread; the result is the same. */
export interface ShardPool {
  /** Effective parameters that the next step uses; to be written before `run`. */
  readonly parameters: Float32Array;
  /** One gradient per shard, filled by `run`. */
  readonly gradients: readonly Float32Array[];
  /** @returns the shards' summed losses */
  run(step: ShardStep): Promise<number[]>;
  close(): Promise<void>;
}

/** A pool over `workers` threads; 0 computes in this thread. @throws RangeError when compiled workers are missing */
export function openShardPool(shards: readonly ShardSetup[], size: number, workers: number): ShardPool {
  return workers === 0 ? inThread(shards, size) : threaded(shards, size, workers);
}

function inThread(shards: readonly ShardSetup[], size: number): ShardPool {
  const trainers = shards.map((s) => new ShardTrainer(s));
  const parameters = new Float32Array(size);
  const gradients = shards.map(() => new Float32Array(size));
  return {
    parameters,
    gradients,
    run: (step) => Promise.resolve(trainers.map((t, i) => t.gradient(parameters, step, gradients[i] ?? parameters))),
    close: () => Promise.resolve(),
  };
}

function threaded(shards: readonly ShardSetup[], size: number, workers: number): ShardPool {
  const parameters = sharedFloats(size);
  const gradients = shards.map(() => sharedFloats(size));
  const count = Math.min(workers, shards.length);
  const threads = Array.from({ length: count }, (_, w) => {
    const mine = shards.map((_, i) => i).filter((i) => i % count === w);
    const workerData: WorkerSetup = {
      shards: mine.map((i) => shards[i]).filter((s) => s !== undefined),
      parameters,
      gradients: mine.map((i) => gradients[i]).filter((g) => g !== undefined),
    };
    return { mine, worker: new Worker(new URL('./shard-worker.js', import.meta.url), { workerData }) };
  });
  return {
    parameters,
    gradients,
    async run(step) {
      const losses: number[] = [];
      await Promise.all(
        threads.map(async ({ mine, worker }) => {
          const answer = await request(worker, step);
          mine.forEach((shard, i) => (losses[shard] = answer[i] ?? NaN));
        }),
      );
      return losses;
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function request(worker: Worker, step: ShardStep): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
    };
    const onMessage = (losses: number[]): void => {
      settle();
      resolve(losses);
    };
    const onError = (error: Error): void => {
      settle();
      reject(error);
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.postMessage(step);
  });
}

function sharedFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(length * 4));
}
