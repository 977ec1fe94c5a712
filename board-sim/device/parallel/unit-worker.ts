/** Entry of the threads of `run-units.ts`: computes the units whose numbers come in. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerSetup } from './run-units.js';
import { type Setup, type UnitKind, unitKinds } from './unit-kinds.js';

if (parentPort === null) throw new Error('this module is the entry of a worker thread');
const port = parentPort;
const { kind, setup } = workerData as WorkerSetup;
const work = unitKinds[kind] as (setup: Setup<UnitKind>, index: number) => unknown;
port.on('message', (index: number) => port.postMessage({ index, result: work(setup, index) }));
