/** The two bulk pipes of a device that is a byte stream: what the host has queued, and what the board has to say. */
import { USB_FULL_SPEED_PACKET_BYTES as PACKET_BYTES } from '../../proto/usb.js';
import type { TransferDone, TransferStatus } from './virtual-device.js';

const NOTHING = new Uint8Array(0);

/** Bytes in order, taken off in other pieces than they came. */
export class ByteQueue {
  readonly #chunks: Uint8Array[] = [];
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Puts bytes behind the others; they are kept, not copied. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }

  /** Moves the oldest bytes into `to`, which they must fill. */
  take(to: Uint8Array): void {
    for (let at = 0; at < to.length;) {
      const first = this.#chunks[0]!;
      const part = first.subarray(this.#head, this.#head + to.length - at);
      to.set(part, at);
      at += part.length;
      this.#head += part.length;
      if (this.#head < first.length) break;
      this.#chunks.shift();
      this.#head = 0;
    }
    this.#length -= to.length;
  }

  clear(): void {
    this.#chunks.length = 0;
    this.#head = 0;
    this.#length = 0;
  }
}

interface Transfer {
  readonly id: number;
  readonly data: Uint8Array;
  readonly done: TransferDone;
  actual: number;
}

/** Transfers of one direction, the oldest first. */
export class TransferQueue {
  readonly #queue: Transfer[] = [];

  get length(): number {
    return this.#queue.length;
  }

  /** @param data OUT: the bytes. IN: room for them. */
  push(id: number, data: Uint8Array, done: TransferDone): void {
    this.#queue.push({ id, data, done, actual: 0 });
  }

  /** What the oldest has still to send, or room for; undefined without one. */
  get rest(): Uint8Array | undefined {
    const first = this.#queue[0];
    return first?.data.subarray(first.actual);
  }

  /** So many bytes of the oldest have gone over the wire. */
  moved(bytes: number): void {
    this.#queue[0]!.actual += bytes;
  }

  /** Ends the oldest. */
  end(status: TransferStatus, isIn: boolean): void {
    const first = this.#queue.shift();
    first?.done({ status, data: isIn ? first.data.subarray(0, first.actual) : NOTHING, actual: first.actual });
  }

  /** Ends all that are here now. */
  endAll(status: TransferStatus, isIn: boolean): void {
    for (let left = this.#queue.length; left > 0; left--) this.end(status, isIn);
  }

  /** Ends one out of its turn. False if it is not here. */
  cancel(id: number, isIn: boolean): boolean {
    const at = this.#queue.findIndex((transfer) => transfer.id === id);
    const [transfer] = at < 0 ? [] : this.#queue.splice(at, 1);
    if (transfer === undefined) return false;
    const { data, actual, done } = transfer;
    done({ status: 'cancelled', data: isIn ? data.subarray(0, actual) : NOTHING, actual });
    return true;
  }
}

/** Packets that so many bytes need; none at all need an empty one. */
export const packetsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / PACKET_BYTES));
