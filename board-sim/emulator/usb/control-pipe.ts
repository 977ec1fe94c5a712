/** Endpoint 0: SETUP, data, status (USB 2.0, section 8.5.3). */
import {
  PACKET_BYTES,
  joined,
  type Handshake,
  type Pipe,
  type Transaction,
  type TransferDone,
  type TransferStatus,
} from './transfer.js';

const DIRECTION_IN = 0x80;
const EP0_IN = 0;
const EP0_OUT = 1;
const NOTHING = new Uint8Array(0);

interface Request {
  readonly id: number;
  readonly setup: Uint8Array;
  readonly out: Uint8Array;
  /** Data comes from the device; a request without data counts as OUT, whatever its direction bit says (USB 2.0, section 8.5.3). */
  readonly isIn: boolean;
  readonly length: number;
  readonly done: TransferDone;
  readonly chunks: Uint8Array[];
  stage: 'setup' | 'data' | 'status';
  data1: boolean;
  actual: number;
  cancelled: boolean;
}

/** Requests to endpoint 0, one after the other. */
export class ControlPipe implements Pipe {
  readonly bulk = false;
  readonly #queue: Request[] = [];
  refused = false;
  onWire = false;

  /**
   * @param setup eight bytes
   * @param out what follows an OUT request, as many bytes as wLength says
   */
  submit(id: number, setup: Uint8Array, out: Uint8Array, done: TransferDone): void {
    if (setup.length !== 8) throw new RangeError(`setup must have 8 bytes, got ${setup.length}`);
    const length = setup[6]! | (setup[7]! << 8);
    const isIn = (setup[0]! & DIRECTION_IN) !== 0 && length > 0;
    if (!isIn && out.length !== length)
      throw new RangeError(`data must have the ${length} bytes that the setup packet says, got ${out.length}`);
    const state = { chunks: [], stage: 'setup', data1: false, actual: 0, cancelled: false } as const;
    this.#queue.push({ id, setup, out, isIn, length, done, ...state, chunks: [] });
  }

  /** Gives up a request; the next SETUP ends it for the device. False if it is not here. */
  cancel(id: number): boolean {
    const at = this.#queue.findIndex((request) => request.id === id);
    const request = this.#queue[at];
    if (request === undefined) return false;
    if (at === 0 && this.onWire) request.cancelled = true;
    else this.#end(at, 'cancelled');
    this.refused = false;
    return true;
  }

  next(): Transaction | undefined {
    const first = this.#queue[0];
    if (first === undefined) return undefined;
    const { stage, data1, isIn } = first;
    if (stage === 'setup') return { kind: 'setup', pipe: EP0_OUT, data1: false, data: first.setup };
    // The status stage runs against the data, and is DATA1 always.
    if (isIn === (stage === 'data')) return { kind: 'in', pipe: EP0_IN, data1, data: NOTHING };
    const data = stage === 'data' ? first.out.subarray(first.actual, first.actual + PACKET_BYTES) : NOTHING;
    return { kind: 'out', pipe: EP0_OUT, data1, data };
  }

  done(handshake: Handshake): void {
    const first = this.#queue[0];
    if (first === undefined) return;
    if (first.cancelled) {
      this.#end(0, 'cancelled');
      return;
    }
    if (handshake.kind === 'nak') return;
    if (handshake.kind !== 'ack') {
      this.#end(0, handshake.kind);
      return;
    }
    switch (first.stage) {
      case 'setup':
        first.stage = first.length > 0 ? 'data' : 'status';
        first.data1 = true;
        return;
      case 'data':
        this.#took(first, handshake.data);
        return;
      case 'status':
        this.#end(0, 'ok');
    }
  }

  drop(status: TransferStatus): void {
    for (const { id } of [...this.#queue])
      this.#end(
        this.#queue.findIndex((queued) => queued.id === id),
        status,
      );
  }

  #took(first: Request, data: Uint8Array): void {
    first.data1 = !first.data1;
    let over: boolean;
    if (first.isIn) {
      const room = first.length - first.actual;
      if (data.length > room) {
        this.#end(0, 'overflow');
        return;
      }
      first.chunks.push(data);
      first.actual += data.length;
      over = data.length < PACKET_BYTES || first.actual >= first.length;
    } else {
      first.actual += Math.min(PACKET_BYTES, first.length - first.actual);
      over = first.actual >= first.length;
    }
    if (!over) return;
    first.stage = 'status';
    first.data1 = true;
  }

  #end(at: number, status: TransferStatus): void {
    const [request] = this.#queue.splice(at, 1);
    request?.done({ status, data: joined(request.chunks), actual: request.actual });
  }
}
