/** What a host asks of an endpoint, and what comes of it. */

/**
 * `stall`: the endpoint refused. `gone`: the device left, or the bus was reset. `cancelled`: by the host. `overflow`: a packet was longer than
 * what the host had room for. `silent`: the device did not answer at all.
 */
export type TransferStatus = 'ok' | 'stall' | 'gone' | 'cancelled' | 'overflow' | 'silent';

/** The end of a transfer. */
export interface TransferResult {
  readonly status: TransferStatus;
  /** IN: what came, also if it ended badly. OUT: empty. */
  readonly data: Uint8Array;
  /** Bytes that went over the wire. */
  readonly actual: number;
}

export type TransferDone = (result: TransferResult) => void;

/** One packet of the host's side. */
export interface Transaction {
  readonly kind: 'setup' | 'in' | 'out';
  readonly pipe: number;
  readonly data1: boolean;
  /** OUT and SETUP: the bytes. */
  readonly data: Uint8Array;
}

/** How the device answered. */
export type Handshake =
  { readonly kind: 'ack'; readonly data: Uint8Array } | { readonly kind: 'nak' | 'stall' | 'silent' };

/** Full speed, bulk and this device's endpoint 0: bytes of a full packet. */
export const PACKET_BYTES = 64;

/** A queue of work for one endpoint, seen from the bus. */
export interface Pipe {
  /** Bulk, or endpoint 0. */
  readonly bulk: boolean;
  /** The next packet, if there is one. */
  next(): Transaction | undefined;
  /** What became of it. */
  done(handshake: Handshake): void;
  /** Ends everything that is queued. */
  drop(status: TransferStatus): void;
  /** The device has refused the last packet and nothing has happened since that would change its mind. */
  refused: boolean;
  /** Its packet is on the wire; kept by the bus. */
  onWire: boolean;
}

const NOTHING = new Uint8Array(0);

/** Joins packets. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

interface Queued {
  readonly id: number;
  /** OUT: the bytes. IN: undefined. */
  readonly data: Uint8Array | undefined;
  readonly length: number;
  readonly done: TransferDone;
  readonly chunks: Uint8Array[];
  actual: number;
  cancelled: boolean;
}

/** A bulk endpoint of one direction. */
export class BulkPipe implements Pipe {
  readonly bulk = true;
  readonly #pipe: number;
  readonly #queue: Queued[] = [];
  #data1 = false;
  refused = false;
  onWire = false;

  /** @param pipe 2 × endpoint + (1 for OUT) */
  constructor(pipe: number) {
    this.#pipe = pipe;
  }

  submit(id: number, work: Uint8Array | number, done: TransferDone): void {
    const [data, length] = typeof work === 'number' ? [undefined, work] : [work, work.length];
    this.#queue.push({ id, data, length, done, chunks: [], actual: 0, cancelled: false });
  }

  /** Takes a transfer out of the queue; a packet that is on the wire is let through first. False if it is not here. */
  cancel(id: number): boolean {
    const at = this.#queue.findIndex((queued) => queued.id === id);
    const queued = this.#queue[at];
    if (queued === undefined) return false;
    if (at === 0 && this.onWire) queued.cancelled = true;
    else this.#end(at, 'cancelled');
    return true;
  }

  /** The next packet is DATA0: after configuration and after a halt is cleared. */
  resetToggle(): void {
    this.#data1 = false;
  }

  next(): Transaction | undefined {
    const first = this.#queue[0];
    if (first === undefined) return undefined;
    const { data, actual } = first;
    const packet = data === undefined ? NOTHING : data.subarray(actual, actual + PACKET_BYTES);
    return { kind: data === undefined ? 'in' : 'out', pipe: this.#pipe, data1: this.#data1, data: packet };
  }

  done(handshake: Handshake): void {
    const first = this.#queue[0];
    if (first === undefined) return;
    if (handshake.kind === 'ack') {
      this.#data1 = !this.#data1;
      this.#took(first, handshake.data);
    } else if (handshake.kind !== 'nak') this.#end(0, handshake.kind);
    if (first.cancelled && this.#queue[0] === first) this.#end(0, 'cancelled');
  }

  drop(status: TransferStatus): void {
    for (const { id } of [...this.#queue])
      this.#end(
        this.#queue.findIndex((queued) => queued.id === id),
        status,
      );
  }

  #took(first: Queued, data: Uint8Array): void {
    if (first.data !== undefined) {
      first.actual += Math.min(PACKET_BYTES, first.length - first.actual);
      if (first.actual >= first.length) this.#end(0, 'ok');
      return;
    }
    const room = first.length - first.actual;
    first.chunks.push(data.length > room ? data.subarray(0, room) : data);
    first.actual += Math.min(room, data.length);
    if (data.length > room) this.#end(0, 'overflow');
    else if (data.length < PACKET_BYTES || first.actual >= first.length) this.#end(0, 'ok');
  }

  #end(at: number, status: TransferStatus): void {
    const [queued] = this.#queue.splice(at, 1);
    queued?.done({ status, data: joined(queued.chunks), actual: queued.actual });
  }
}
