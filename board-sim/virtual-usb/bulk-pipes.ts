/** The two bulk pipes of a device that is a byte stream, packet by packet. */
import { USB_FULL_SPEED_PACKET_BYTES as PACKET_BYTES } from '../../proto/usb.js';
import type { BusPace } from './full-speed-pace.js';
import { ByteQueue, TransferQueue, packetsOf } from './pipe-queues.js';
import type { TransferStatus } from './virtual-device.js';

/** Bytes to the host at which the device is told to hold its data blocks. */
const HIGH_WATER = 32 * 1024;
/** Bytes to the host at which nothing is taken from it any more: each request has an answer. */
const BRIM = 256 * 1024;

export type Direction = 'in' | 'out';

/** What the pipes tell the device behind them. */
export interface BulkPipesHandlers {
  /** Bytes of the host; the array is the receiver's only during the call. */
  onBytes(bytes: Uint8Array): void;
  /** The device may go on with its data blocks. */
  onDrained(): void;
}

/** Transfers of the host on one side, bytes of the device on the other. */
export class BulkPipes {
  readonly in = new TransferQueue();
  readonly out = new TransferQueue();
  readonly #halted = { in: false, out: false };
  readonly #toHost = new ByteQueue();
  readonly #pace: BusPace;
  readonly #handlers: BulkPipesHandlers;
  #held = false;
  /** Bytes have come since packets were last moved: more of the same burst may follow. */
  #growing = false;
  /** The last packet was full, and nothing has followed: an empty one ends the burst. */
  #owesEmpty = false;

  constructor(pace: BusPace, handlers: BulkPipesHandlers) {
    this.#pace = pace;
    this.#handlers = handlers;
  }

  /** Bytes that wait for the host. */
  get waiting(): number {
    return this.#toHost.length;
  }

  /** Whether there is anything that could be moved. */
  get busy(): boolean {
    return (
      (this.in.length > 0 && !this.#halted.in && (this.#toHost.length > 0 || this.#owesEmpty)) ||
      (this.out.length > 0 && !this.#halted.out && this.#toHost.length < BRIM)
    );
  }

  halted(direction: Direction): boolean {
    return this.#halted[direction];
  }

  /** Refuses transfers from now on; what waits for the host is dropped. */
  halt(direction: Direction): void {
    this.#halted[direction] = true;
    if (direction === 'in') this.empty();
  }

  /** Takes transfers again, with nothing waiting. */
  clearHalt(direction: Direction): void {
    this.#halted[direction] = false;
    if (direction === 'in') this.empty();
  }

  /** Bytes for the host, kept and not copied. @returns false = hold data blocks until drained */
  send(bytes: Uint8Array): boolean {
    this.#toHost.push(bytes);
    this.#growing = true;
    if (this.#toHost.length >= HIGH_WATER) this.#held = true;
    return !this.#held;
  }

  /** Drops what waits for the host. */
  empty(): void {
    this.#toHost.clear();
    this.#owesEmpty = false;
    this.#growing = false;
    this.#drained();
  }

  /** Ends every transfer that is here now. */
  endAll(status: TransferStatus): void {
    this.in.endAll(status, true);
    this.out.endAll(status, false);
  }

  /** Moves what the bus has room for. Both directions share it: each gets half, and what the other leaves. */
  move(): void {
    if (this.#halted.in) this.in.endAll('stall', true);
    if (this.#halted.out) this.out.endAll('stall', false);
    const { room } = this.#pace;
    let left = room - this.#moveIn(Math.ceil(room / 2));
    left -= this.#moveOut(left);
    left -= this.#moveIn(left);
    if (Number.isFinite(room)) this.#pace.spend(room - left);
    this.#growing = false;
    this.#drained();
  }

  #drained(): void {
    if (!this.#held || this.#toHost.length >= HIGH_WATER / 2) return;
    this.#held = false;
    this.#handlers.onDrained();
  }

  /** @returns packets used */
  #moveIn(most: number): number {
    let used = 0;
    while (used < most && !this.#halted.in && this.#hasPacket) {
      const { rest } = this.in;
      if (rest === undefined) break;
      const whole = Math.min(this.#toHost.length, rest.length);
      const packets = Math.min(most - used, Math.floor(whole / PACKET_BYTES));
      if (packets === 0) this.#moveLast(rest);
      else this.#moveFull(rest, packets * PACKET_BYTES);
      used += Math.max(1, packets);
    }
    return used;
  }

  /** Whether there is a packet to send: a burst ends short, but only when nothing more comes at once. */
  get #hasPacket(): boolean {
    const there = this.#toHost.length;
    return there >= PACKET_BYTES || ((there > 0 || this.#owesEmpty) && !this.#growing);
  }

  #moveFull(rest: Uint8Array, bytes: number): void {
    this.#toHost.take(rest.subarray(0, bytes));
    this.in.moved(bytes);
    this.#owesEmpty = this.#toHost.length === 0;
    if (bytes === rest.length) this.in.end('ok', true);
  }

  /** A packet that is short or empty, or longer than what is left of the transfer. */
  #moveLast(rest: Uint8Array): void {
    const packet = new Uint8Array(Math.min(this.#toHost.length, PACKET_BYTES));
    this.#toHost.take(packet);
    this.#owesEmpty = packet.length === PACKET_BYTES && this.#toHost.length === 0;
    const fits = packet.subarray(0, rest.length);
    rest.set(fits);
    this.in.moved(fits.length);
    this.in.end(packet.length > rest.length ? 'overflow' : 'ok', true);
  }

  /** @returns packets used */
  #moveOut(most: number): number {
    let used = 0;
    while (used < most && !this.#halted.out && this.#toHost.length < BRIM) {
      const { rest } = this.out;
      if (rest === undefined) break;
      const packets = Math.min(most - used, packetsOf(rest.length));
      const part = rest.subarray(0, packets * PACKET_BYTES);
      this.out.moved(part.length);
      used += packets;
      if (part.length > 0) this.#handlers.onBytes(part);
      if (part.length === rest.length) this.out.end('ok', false);
    }
    return used;
  }
}
