/** Entry of a session's thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { messagePortTransport } from '../../rpc/index.js';
import { serveSession } from './serve-session.js';
import type { SessionSetup } from './session-context.js';

if (parentPort === null) throw new Error('this module is the entry of a worker thread');
serveSession(messagePortTransport(parentPort), workerData as SessionSetup);
