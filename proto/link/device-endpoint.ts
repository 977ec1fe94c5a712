/** The device end of a byte pipe, and how to serve one over a MessagePort. */
import { FRAME_HEADER_BYTES, MAX_PAYLOAD_BYTES } from '../frame.js';
import type { SendBytes } from './frame-writer.js';

/** A board stand-in as the transports see it: bytes in, bytes out. */
export interface DeviceEndpoint {
  /** Takes bytes from the host, cut anywhere. The array is the endpoint's only during the call: copy to keep. */
  receive(bytes: Uint8Array): void;
  /** Says where the device's bytes go. Ownership of each array passes on. `false` from `fn` = hold data blocks until {@link drained}. */
  onSend(fn: SendBytes): void;
  /** The pipe that answered `false` can take more again. */
  drained?(): void;
  /** Says whom to tell when the device closes the link by itself. */
  onHangUp?(fn: (reason: string) => void): void;
  /** The host is gone: end the session, go to the safe state, free everything. */
  close(): void;
}

/** The part of a MessagePort (or worker) that is used; Node's `MessagePort`, `Worker` and `parentPort` all have it. */
export interface PortLike {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close' | 'exit', listener: () => void): unknown;
}

/** More than this unread by the other side, and a sender is told to hold. */
const HIGH_WATER = 32 * (MAX_PAYLOAD_BYTES + FRAME_HEADER_BYTES);
/** Reading is reported in steps of this part of it. */
const ACK_PART = 8;

/** How a {@link PortPipe} differs from the usual. */
export interface PortPipeOptions {
  /** Bytes unread by the other side at which a sender is told to hold; both ends must have the same. */
  readonly highWater?: number;
}

/**
 * One end of a byte pipe over a port. Bytes travel as transferred ArrayBuffers, which a port would queue without bound; so the reader reports
 * what it has read (a number), and the sender is told to hold beyond a high-water mark.
 */
export class PortPipe {
  readonly #port: PortLike;
  readonly #onBytes: (bytes: Uint8Array) => boolean | void;
  readonly #onDrain: () => void;
  readonly #highWater: number;
  #unread = 0;
  #held = false;
  #unreported = 0;
  #blocked = false;
  #closed = false;

  /**
   * @param onBytes takes what arrives. If it returns false, what it took counts as unread until {@link taken} is called, and the sender is held back in the end.
   */
  constructor(
    port: PortLike,
    onBytes: (bytes: Uint8Array) => boolean | void,
    onDrain: () => void,
    options: PortPipeOptions = {},
  ) {
    this.#port = port;
    this.#onBytes = onBytes;
    this.#onDrain = onDrain;
    this.#highWater = options.highWater ?? HIGH_WATER;
    port.on('message', (message) => this.#message(message));
  }

  /** The reader that answered false has room again. */
  taken(): void {
    this.#blocked = false;
    this.#report();
  }

  /** Sends bytes; an array that fills its own buffer is transferred and must not be used again. False = hold until drained. */
  send(bytes: Uint8Array): boolean {
    if (this.#closed) return true;
    const own =
      bytes.byteOffset === 0 && bytes.length === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
    // A slice of a pool would take the whole pool along: copy it.
    const buffer = own ? bytes.buffer : Uint8Array.from(bytes).buffer;
    this.#unread += buffer.byteLength;
    this.#port.postMessage(buffer, [buffer]);
    if (this.#unread >= this.#highWater) this.#held = true;
    return !this.#held;
  }

  /** Nothing is sent or delivered any more. */
  close(): void {
    this.#closed = true;
  }

  #message(message: unknown): void {
    if (this.#closed) return;
    if (typeof message === 'number') {
      this.#unread -= message;
      if (this.#held && this.#unread <= this.#highWater / 2) {
        this.#held = false;
        this.#onDrain();
      }
    } else if (message instanceof ArrayBuffer) {
      this.#unreported += message.byteLength;
      if (this.#onBytes(new Uint8Array(message)) === false) this.#blocked = true;
      this.#report();
    }
  }

  #report(): void {
    if (this.#closed || this.#blocked || this.#unreported < this.#highWater / ACK_PART) return;
    this.#port.postMessage(this.#unreported);
    this.#unreported = 0;
  }
}

/** Serves an endpoint on a port until the port closes or the message `'close'` arrives; for the worker of a simulated board. */
export function serveOnPort(endpoint: DeviceEndpoint, port: PortLike): void {
  let open = true;
  const pipe = new PortPipe(
    port,
    (bytes) => endpoint.receive(bytes),
    () => endpoint.drained?.(),
  );
  const end = (): void => {
    if (!open) return;
    open = false;
    pipe.close();
    endpoint.close();
  };
  endpoint.onSend((bytes) => pipe.send(bytes));
  port.on('message', (message) => {
    if (message === 'close') end();
  });
  port.on('close', end);
}
