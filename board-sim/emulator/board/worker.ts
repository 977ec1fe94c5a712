/** Entry of the thread that an emulated board lives in: the options come as `workerData`, bytes over the parent's port. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveOnPort } from '../../../proto/index.js';
import { createEmulatedBoard, type EmulatedBoardOptions } from './emulated-board.js';

if (parentPort === null) throw new Error('this module is the entry of a worker thread');
const port = parentPort;
const board = createEmulatedBoard(workerData as EmulatedBoardOptions);
board.onHangUp((reason) => {
  // The reason reaches the other thread as the error that ended this one, outside of whoever has noticed it.
  setImmediate(() => {
    throw new Error(reason);
  });
});
serveOnPort(board, {
  postMessage: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
  on: (event, listener) => port.on(event, listener),
});
