/** The way to a board over TCP or a Unix socket. */
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { BoardLostError, BoardNotFoundError, abortError } from '../../../base/index.js';
import type { Transport, TransportHandlers } from './transport.js';

/** Bytes read at a time, into one buffer per connection. */
const READ_BYTES = 256 * 1024;

/** Time that a peer gets to read what was written before close() gives up on it. */
const CLOSE_MS = 500;

/** Where a socket leads. */
export type SocketAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** Connects to a board over TCP or a Unix socket. */
export class SocketTransport implements Transport {
  readonly name: string;
  readonly #address: SocketAddress;
  #socket: Socket | undefined;
  #closing = false;

  constructor(address: SocketAddress) {
    this.#address = address;
    this.name = 'path' in address ? `unix:${address.path}` : `tcp://${address.host}:${address.port}`;
  }

  open(handlers: TransportHandlers, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(abortError(signal.reason));
        return;
      }
      const onread: NetConnectOpts['onread'] = {
        buffer: Buffer.alloc(READ_BYTES),
        callback: (count, buffer) => {
          handlers.onData(new Uint8Array(buffer.buffer, buffer.byteOffset, count));
          return true;
        },
      };
      const socket = connect({ ...this.#address, onread, noDelay: true });
      this.#socket = socket;
      let failure: Error | undefined;
      const onAbort = (): void => {
        this.#closing = true;
        socket.destroy();
        reject(abortError(signal?.reason));
      };
      const refused = (error: Error): void => {
        signal?.removeEventListener('abort', onAbort);
        reject(this.#notFound(error));
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      socket.once('error', refused);
      socket.once('connect', () => {
        signal?.removeEventListener('abort', onAbort);
        socket.off('error', refused);
        socket.on('error', (error) => (failure = error));
        socket.on('drain', () => handlers.onDrain());
        socket.on('close', () => {
          if (this.#closing) return;
          this.#closing = true;
          handlers.onClose(this.#lost(failure));
        });
        resolve();
      });
    });
  }

  send(bytes: Uint8Array): boolean {
    return this.#closing || (this.#socket?.write(bytes) ?? true);
  }

  ref(): void {
    this.#socket?.ref();
  }

  unref(): void {
    this.#socket?.unref();
  }

  async close(): Promise<void> {
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = undefined;
    this.#closing = true;
    if (socket.destroyed) return;
    // end() flushes what was written (MakeSafe, Cancel) and the peer ends its side in turn: a board that serves one host at a time is then free
    // for the next. A peer that reads no more must not hold us.
    const impatience = setTimeout(() => socket.destroy(), CLOSE_MS);
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.end();
    });
    clearTimeout(impatience);
  }

  #notFound(cause: Error): BoardNotFoundError {
    const unix = 'path' in this.#address;
    return new BoardNotFoundError(`no board answers at ${this.name}: ${cause.message}`, {
      cause,
      nextStep: unix
        ? 'check the path of the socket and that the program serving the board is running'
        : 'check host and port and that the program serving the board is running',
    });
  }

  #lost(cause: Error | undefined): BoardLostError {
    return new BoardLostError(`${this.name}: the connection to the board closed${cause ? `: ${cause.message}` : ''}`, {
      nextStep: 'check the board and open it again',
      ...(cause ? { cause } : {}),
    });
  }
}
