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

/** A host that has just left may be noticed a moment after the next one has come: that one may wait so long. */
const CHANGE_OVER_MS = 500;

/** Serves a board to one host at a time; a second one is closed unless the first leaves at once. The board lives on between connections. */
export function serveTcp(board: SimulatedBoard, address: ServeAddress): Promise<ServedBoard> {
  const door = new Door(board);
  const server = createServer({ noDelay: true, pauseOnConnect: true }, (socket) => door.knock(socket));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listening = (): void => {
      server.off('error', reject);
      resolve({
        uri: uriOf(server.address(), address),
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            door.close();
          }),
      });
    };
    if ('path' in address) server.listen(address.path, listening);
    else server.listen(address.port, address.host ?? '127.0.0.1', listening);
  });
}

/** Lets one host at a time in. */
class Door {
  readonly #board: SimulatedBoard;
  #host: Socket | undefined;
  #next: { readonly socket: Socket; readonly timer: NodeJS.Timeout } | undefined;

  constructor(board: SimulatedBoard) {
    this.#board = board;
  }

  knock(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    if (this.#host === undefined) this.#enter(socket);
    else if (this.#next !== undefined) socket.destroy();
    else {
      const timer = setTimeout(() => {
        this.#next = undefined;
        socket.destroy();
      }, CHANGE_OVER_MS);
      this.#next = { socket, timer };
      socket.once('close', () => {
        if (this.#next?.socket !== socket) return;
        clearTimeout(timer);
        this.#next = undefined;
      });
    }
  }

  close(): void {
    clearTimeout(this.#next?.timer);
    this.#next?.socket.destroy();
    this.#next = undefined;
    this.#host?.destroy();
  }

  #enter(socket: Socket): void {
    const board = this.#board;
    this.#host = socket;
    board.onSend((bytes) => (socket.destroyed ? true : socket.write(bytes)));
    board.onHangUp(() => socket.destroy());
    socket.on('data', (bytes) => board.receive(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)));
    socket.on('drain', () => board.drained?.());
    socket.on('close', () => {
      this.#host = undefined;
      board.close();
      const next = this.#next;
      if (next === undefined) return;
      this.#next = undefined;
      clearTimeout(next.timer);
      this.#enter(next.socket);
    });
    socket.resume();
  }
}

function uriOf(bound: AddressInfo | string | null, wanted: ServeAddress): string {
  if ('path' in wanted) return `unix:${wanted.path}`;
  const { address, port, family } = bound as AddressInfo;
  return family === 'IPv6' ? `tcp://[${address}]:${port}` : `tcp://${address}:${port}`;
}
