/** Entry of the thread that a virtual USB device lives in: what to make comes as `workerData`, requests over the parent's port. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveDeviceOnPort } from './device-port.js';
import { virtualDevice, type VirtualBoardSpec } from './virtual-board.js';

if (parentPort === null) throw new Error('this module is the entry of a worker thread');
const port = parentPort;
serveDeviceOnPort(await virtualDevice(workerData as VirtualBoardSpec), {
  postMessage: (message) => port.postMessage(message),
  on: (event, listener) => port.on(event, listener),
});
