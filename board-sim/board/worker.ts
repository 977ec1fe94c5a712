/** Entry of the thread that a simulated board lives in: the options come as `workerData`, bytes over the parent's port. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveOnPort } from '../../proto/index.js';
import { createSimulatedBoard, type SimulatedBoardOptions } from './simulated-board.js';

if (parentPort === null) throw new Error('this module is the entry of a worker thread');
const port = parentPort;
const board = createSimulatedBoard(workerData as SimulatedBoardOptions);
board.onHangUp(() => process.exit(0));
serveOnPort(board, {
  postMessage: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
  on: (event, listener) => port.on(event, listener),
});
