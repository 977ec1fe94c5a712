/** Where the agent of the guest and the tests meet. The rig only introduces them; each session is a connection of its own. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onJson, sendJson } from '../json-lines.js';
import type { Greeting, SessionCall } from '../messages.js';

export interface RigServer {
  readonly port: number;
  /** Resolves when the agent has spoken. */
  readonly agent: Promise<void>;
  close(): void;
}

/** Listens on the loopback. Whoever does not know the token is hung up on. */
export async function startServer(token: string): Promise<RigServer> {
  const sockets = new Set<Socket>();
  let agent: Socket | undefined;
  let arrived: () => void;
  const ready = new Promise<void>((resolve) => (arrived = resolve));
  const server: Server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    onJson(socket, (message) => {
      const greeting = message as Greeting;
      if (greeting.token !== token) {
        socket.destroy();
      } else if (greeting.who === 'agent') {
        agent = socket;
        arrived();
      } else if (agent === undefined || agent.destroyed) {
        socket.destroy();
      } else {
        sendJson(agent, { port: greeting.port } satisfies SessionCall);
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    agent: ready,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
