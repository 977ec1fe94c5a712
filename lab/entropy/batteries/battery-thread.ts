/** Entry of the thread of one assessment; see `start-battery.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { packError } from '../../../base/index.js';
import type { BatteryRequest } from './batteries.js';
import { runBattery } from './run-battery.js';
import type { BatteryAnswer } from './start-battery.js';

const tell = (answer: BatteryAnswer): void => parentPort?.postMessage(answer);
runBattery(workerData as BatteryRequest, { onProgress: (done, total) => tell({ done, total }) }).then(
  (result) => tell({ result }),
  (error: unknown) => tell({ error: packError(error) }),
);
