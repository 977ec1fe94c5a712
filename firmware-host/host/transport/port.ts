/** The way to a board stand-in that lives in a worker thread: transferred ArrayBuffers over its port. */
import { PortPipe, type PortLike } from '../../../proto/index.js';
import { BoardLostError, abortError } from '../../../base/index.js';
import type { Transport, TransportHandlers } from './transport.js';

/** A port that can also be ended. */
export interface ClosablePort extends PortLike {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close' | 'exit', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  ref?(): void;
  /** Lets the process end although the other side lives. */
  unref?(): void;
}

/** How a port transport starts and ends the other side. */
export interface PortTransportOptions {
  /** What to call it in messages. */
  readonly name: string;
  /** Makes the port; for a worker, starts it. */
  readonly start: () => ClosablePort;
  /** Ends the other side for good (for a worker: terminate). */
  readonly stop: () => Promise<unknown>;
}

/** Connects to a board stand-in behind a port. */
export class PortTransport implements Transport {
  readonly name: string;
  readonly #options: PortTransportOptions;
  #port: ClosablePort | undefined;
  #pipe: PortPipe | undefined;
  #closing = false;

  constructor(options: PortTransportOptions) {
    this.name = options.name;
    this.#options = options;
  }

  async open(handlers: TransportHandlers, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw abortError(signal.reason);
    const port = this.#options.start();
    this.#port = port;
    const lost = (cause?: Error): void => {
      if (this.#closing) return;
      this.#closing = true;
      this.#pipe?.close();
      handlers.onClose(
        new BoardLostError(`${this.name}: the board's thread ended${cause ? `: ${cause.message}` : ''}`, {
          nextStep: 'open the board again',
          ...(cause ? { cause } : {}),
        }),
      );
    };
    port.on('error', lost);
    port.on('exit', () => lost());
    port.on('close', () => lost());
    this.#pipe = new PortPipe(port, handlers.onData.bind(handlers), handlers.onDrain.bind(handlers));
  }

  send(bytes: Uint8Array): boolean {
    return this.#closing || (this.#pipe?.send(bytes) ?? true);
  }

  ref(): void {
    this.#port?.ref?.();
  }

  unref(): void {
    this.#port?.unref?.();
  }

  async close(): Promise<void> {
    const port = this.#port;
    if (!port) return;
    this.#port = undefined;
    this.#closing = true;
    this.#pipe?.close();
    port.postMessage('close');
    await this.#options.stop();
  }
}
