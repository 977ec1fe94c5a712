import { parentPort, workerData } from 'node:worker_threads';
import type { ShardSetup, ShardStep } from './shard.js';
import { ShardTrainer } from './shard.js';

/** What the trainer hands to a worker: set-ups of its shards and the memory shared with it. */
export interface WorkerSetup {
  readonly shards: readonly ShardSetup[];
  readonly parameters: Float32Array;
  readonly gradients: readonly Float32Array[];
}

const setup = workerData as WorkerSetup;
const trainers = setup.shards.map((s) => new ShardTrainer(s));

parentPort?.on('message', (step: ShardStep) => {
  const losses = trainers.map((trainer, i) => {
    const gradient = setup.gradients[i];
    if (gradient === undefined) throw new RangeError(`shard ${i} has no gradient memory`);
    return trainer.gradient(setup.parameters, step, gradient);
  });
  parentPort?.postMessage(losses);
});
