/** Entry of the thread of {@link EchoDevice}. */
import { parentPort } from 'node:worker_threads';
import { serveOnPort } from '../../proto/index.js';
import { EchoDevice } from './echo-device.js';

if (!parentPort) throw new Error('this module is the entry of a worker thread');
const port = parentPort;
serveOnPort(new EchoDevice(), {
  postMessage: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
  on: (event, listener) => port.on(event, listener),
});
