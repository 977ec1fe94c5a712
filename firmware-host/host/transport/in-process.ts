/** The way to a board stand-in that lives in this thread: two queues. */
import type { DeviceEndpoint } from '../../../proto/index.js';
import { BoardLostError, abortError } from '../../../base/index.js';
import type { Transport, TransportHandlers } from './transport.js';

/** Bytes in a queue at which its sender is told to hold. */
const HIGH_WATER = 2 * 1024 * 1024;
/** Bytes handed over in one turn of the event loop, so that timers and other boards get theirs. */
const TURN_BYTES = 4 * 1024 * 1024;

/** One direction: bytes go in at any time and come out in a turn of their own, never inside the sender's call. */
class Lane {
  readonly #deliver: (bytes: Uint8Array) => void;
  readonly #onDrain: () => void;
  #queue: Uint8Array[] = [];
  #head = 0;
  #bytes = 0;
  #scheduled = false;
  #held = false;
  #closed = false;

  constructor(deliver: (bytes: Uint8Array) => void, onDrain: () => void) {
    this.#deliver = deliver;
    this.#onDrain = onDrain;
  }

  send(bytes: Uint8Array): boolean {
    if (this.#closed) return true;
    this.#queue.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes >= HIGH_WATER) this.#held = true;
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => this.#turn());
    }
    return !this.#held;
  }

  close(): void {
    this.#closed = true;
    this.#queue = [];
  }

  #turn(): void {
    let given = 0;
    while (this.#head < this.#queue.length && given < TURN_BYTES) {
      const bytes = this.#queue[this.#head++]!;
      this.#bytes -= bytes.length;
      given += bytes.length;
      this.#deliver(bytes);
    }
    if (this.#head < this.#queue.length) {
      setImmediate(() => this.#turn());
    } else {
      this.#queue.length = 0;
      this.#head = 0;
      this.#scheduled = false;
    }
    if (this.#held && this.#bytes < HIGH_WATER / 2) {
      this.#held = false;
      this.#onDrain();
    }
  }
}

/** Connects to a {@link DeviceEndpoint} in this thread. Bytes never arrive inside the call that sent them. */
export class InProcessTransport implements Transport {
  readonly name: string;
  readonly #endpoint: DeviceEndpoint;
  #toDevice: Lane | undefined;
  #toHost: Lane | undefined;

  constructor(endpoint: DeviceEndpoint, name = 'in-process') {
    this.#endpoint = endpoint;
    this.name = name;
  }

  async open(handlers: TransportHandlers, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw abortError(signal.reason);
    const endpoint = this.#endpoint;
    this.#toDevice = new Lane((bytes) => endpoint.receive(bytes), handlers.onDrain.bind(handlers));
    const toHost = new Lane(handlers.onData.bind(handlers), () => endpoint.drained?.());
    this.#toHost = toHost;
    endpoint.onSend((bytes) => toHost.send(bytes));
    endpoint.onHangUp?.((reason) => {
      if (!this.#toHost) return;
      this.#stop();
      handlers.onClose(
        new BoardLostError(`${this.name}: the board closed the link: ${reason}`, { nextStep: 'open the board again' }),
      );
    });
  }

  send(bytes: Uint8Array): boolean {
    return this.#toDevice?.send(bytes) ?? true;
  }

  async close(): Promise<void> {
    if (!this.#toHost) return;
    this.#stop();
    this.#endpoint.close();
  }

  #stop(): void {
    this.#toDevice?.close();
    this.#toHost?.close();
    this.#toDevice = this.#toHost = undefined;
  }
}
