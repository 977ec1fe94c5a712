import { parentPort, workerData } from 'node:worker_threads';
import type { Unit, UnitKinds, WorkerAnswer, WorkerSetup } from './run-units.js';

/**
 * Makes this thread compute units of `kinds`, one after the other as their numbers come in. Called once, by the module that `unitRunner` starts.
 * @throws Error in a thread that no `unitRunner` started
 */
export function serveUnits(kinds: UnitKinds): void {
  const port = parentPort;
  if (port === null) throw new Error('this module is the entry of a worker thread');
  const { kind, setup } = workerData as WorkerSetup;
  const unit = kinds[kind] as Unit<unknown, unknown>;
  const answer = (message: WorkerAnswer): void => port.postMessage(message);
  port.on('message', (index: number) => {
    void compute(index);
  });
  const compute = async (index: number): Promise<void> => {
    const result = await unit(setup, index, (fraction) => answer({ index, fraction }));
    answer({ index, result });
  };
}
