import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { WebSocket, WebSocketServer } from 'ws';
import { rpcConformance } from './testing/conformance.js';
import { inProcessPair } from './transport/in-process.js';
import { messagePortTransport } from './transport/message-port.js';
import { webSocketTransport } from './transport/web-socket.js';

rpcConformance('one program', () => {
  const [calling, serving] = inProcessPair();
  return { calling, serving, close: () => undefined };
});

rpcConformance('a message port', () => {
  const { port1, port2 } = new MessageChannel();
  return {
    calling: messagePortTransport(port1),
    serving: messagePortTransport(port2),
    close: () => {
      port1.close();
      port2.close();
    },
  };
});

rpcConformance('a web socket', async () => {
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false, maxPayload: 1 << 26 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    perMessageDeflate: false,
  });
  const [served] = (await once(sockets, 'connection')) as [WebSocket];
  return {
    calling: webSocketTransport(socket),
    serving: webSocketTransport(served),
    close: async () => {
      socket.terminate();
      served.terminate();
      sockets.close();
      server.close();
      await once(server, 'close');
    },
  };
});
