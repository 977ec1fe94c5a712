/** Entry of the backend process: a child of the browser shell's server, or a utility process of Electron. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { WebSocketServer } from 'ws';
import { messagePortTransport, webSocketTransport } from '../rpc/index.js';
import { Backend } from './backend.js';
import type { FromBackend, ToBackend } from './messages.js';

/** A utility process's port to its parent, as Electron has it. */
interface ParentPort {
  postMessage(message: FromBackend): void;
  on(
    event: 'message',
    listener: (event: { data: ToBackend; ports: Parameters<typeof messagePortTransport>[0][] }) => void,
  ): void;
}

/** Frames are small, but for files that are brought in. */
const LARGEST_FRAME = 64 * 1024 * 1024;

const { values } = parseArgs({
  options: { runs: { type: 'string' }, 'runs-given': { type: 'boolean' }, config: { type: 'string' } },
});
if (values.runs === undefined || values.config === undefined) throw new Error('--runs and --config are missing');

const parent = (process as { parentPort?: ParentPort }).parentPort;
const tell = (message: FromBackend): void => {
  if (parent !== undefined) parent.postMessage(message);
  else process.send?.(message);
};

const backend = await Backend.start({
  runsDir: values.runs,
  runsDirGiven: values['runs-given'] === true,
  configDir: values.config,
  logSink: process.stderr,
});
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: LARGEST_FRAME });

let active = 0;
backend.context.hub.runChanges.on(() => {
  if (backend.activeRuns === active) return;
  active = backend.activeRuns;
  tell({ type: 'runs', active });
});

let ending: Promise<void> | undefined;
/** Ends once, however often it is asked for. */
const end = (): void => {
  ending ??= backend.end().finally(() => process.exit(0));
};

const hear = (message: ToBackend, socket?: Socket, port?: Parameters<typeof messagePortTransport>[0]): void => {
  switch (message.type) {
    case 'socket':
      if (socket === undefined) return;
      sockets.handleUpgrade(
        { method: 'GET', url: message.url, headers: message.headers, socket } as unknown as IncomingMessage,
        socket,
        Buffer.from(message.head, 'base64'),
        (webSocket) => void backend.connect(webSocketTransport(webSocket)),
      );
      break;
    case 'ping':
      tell({ type: 'pong', id: message.id });
      break;
    case 'port':
      if (port !== undefined) backend.connect(messagePortTransport(port));
      break;
    case 'shell':
      backend.context.shell.publish(message.window, message.event);
      break;
    case 'stop':
      end();
      break;
  }
};

if (parent === undefined) {
  process.on('message', (message, handle) => hear(message as ToBackend, handle as Socket | undefined));
  // A shell that vanished takes its backend along, in good order.
  process.on('disconnect', end);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
} else {
  parent.on('message', ({ data, ports }) => hear(data, undefined, ports[0]));
}
tell({ type: 'ready' });
