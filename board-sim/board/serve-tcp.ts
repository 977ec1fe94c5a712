import { createServer, type AddressInfo, type Socket } from 'node:net';
import { type SimulatedBoard } from './simulated-board.js';

/** Where to listen: a TCP port (0 = any free one) on loopback unless said otherwise, or the path of a Unix socket. */
export type ServeAddress = { readonly host?: string; readonly port: number } | { readonly path: string };

/** A board behind a socket. */
export interface ServedBoard {
  /** How to open it: `tcp://host:port` or `unix:path`. */
  readonly uri: string;
  /** Closes connection and socket. */
  close(): Promise<void>;
}

/** Serves a board to one host at a time; further connections are closed at once. The board lives on between connections. */
export function serveTcp(board: SimulatedBoard, address: ServeAddress): Promise<ServedBoard> {
  let host: Socket | undefined;
  const server = createServer({ noDelay: true }, (socket) => {
    if (host !== undefined) {
      socket.destroy();
      return;
    }
    host = socket;
    board.onSend((bytes) => (socket.destroyed ? true : socket.write(bytes)));
    board.onHangUp(() => socket.destroy());
    socket.on('data', (bytes) => board.receive(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)));
    socket.on('drain', () => board.drained?.());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      host = undefined;
      board.close();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listening = (): void => {
      server.off('error', reject);
      resolve({ uri: uriOf(server.address(), address), close: () => closeServer() });
    };
    const closeServer = (): Promise<void> =>
      new Promise((done) => {
        server.close(() => done());
        host?.destroy();
      });
    if ('path' in address) server.listen(address.path, listening);
    else server.listen(address.port, address.host ?? '127.0.0.1', listening);
  });
}

function uriOf(bound: AddressInfo | string | null, wanted: ServeAddress): string {
  if ('path' in wanted) return `unix:${wanted.path}`;
  const { address, port, family } = bound as AddressInfo;
  return family === 'IPv6' ? `tcp://[${address}]:${port}` : `tcp://${address}:${port}`;
}
