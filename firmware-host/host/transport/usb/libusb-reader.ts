/** Reading from a bulk pipe with several transfers under way. */
import type { Clock, Timer } from '../../../../base/index.js';
import { libusbFailure } from './libusb-failure.js';
import type { LibusbEndpoint, LibusbError, LibusbTransfer } from './libusb.js';
import type { UsbFailure, UsbReader } from './usb-port.js';

/** Transfers under way and bytes of each: at 1 MB/s one fills in 16 ms, and eight outlast a host that is busy for 100 ms. */
const TRANSFERS = 8;
const TRANSFER_BYTES = 16 * 1024;
/** Less than this is copied out of a transfer's buffer, which is then used again. */
const COPY_BELOW = TRANSFER_BYTES / 2;
/** The library gives every transfer back; should it not, reading ends all the same. */
const IMPATIENCE_S = 2;

interface Slot {
  readonly transfer: LibusbTransfer;
  buffer: Buffer;
}

/**
 * The library's own `startPoll` does the same with the same transfers, but loses count of one when a listener throws or when it cannot be submitted
 * again, so that the end never comes; cannot pause; and drops what an unplugged device sent last.
 */
export class LibusbReader {
  readonly #clock: Clock;
  readonly #reader: UsbReader;
  /** In order of submission, which is the order in which they fill. */
  readonly #underWay: Slot[] = [];
  #parked: Slot[] = [];
  #paused = false;
  #stopped = false;
  #cause: UsbFailure | undefined;
  /** A transfer failed: the order ends there. */
  #broken = false;
  #over = false;
  #impatience: Timer | undefined;

  constructor(endpoint: LibusbEndpoint, reader: UsbReader, clock: Clock) {
    this.#reader = reader;
    this.#clock = clock;
    for (let k = 0; k < TRANSFERS; k++) {
      // No time-out: silence is the link's business.
      const transfer = endpoint.makeTransfer(0, (error, _, actual) => this.#done(slot, error, actual));
      const slot: Slot = { transfer, buffer: Buffer.alloc(TRANSFER_BYTES) };
      this.#parked.push(slot);
    }
    this.#submitParked();
  }

  /** True once {@link UsbReader.onEnd} was or is about to be called. */
  get over(): boolean {
    return this.#over;
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    if (!paused) this.#submitParked();
  }

  /** Takes all transfers back; the end follows when they are. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#takeBack();
  }

  #done(slot: Slot, error: LibusbError | undefined, actual: number): void {
    const first = this.#underWay[0] === slot;
    this.#underWay.splice(this.#underWay.indexOf(slot), 1);
    // What a failing transfer still brought is in order if all before it came whole; what comes after it is not.
    if (actual > 0 && !this.#stopped && !this.#over && !this.#broken && (!error || first)) this.#deliver(slot, actual);
    if (error) this.#broken = true;
    if (error && !this.#stopped) this.#fail(libusbFailure(error));
    this.#parked.push(slot);
    if (this.#stopped || this.#cause) this.#endWhenAllAreBack();
    else if (!this.#paused) this.#submitParked();
  }

  #deliver(slot: Slot, actual: number): void {
    let bytes: Uint8Array;
    if (actual < COPY_BELOW) {
      bytes = Uint8Array.from(slot.buffer.subarray(0, actual));
    } else {
      bytes = new Uint8Array(slot.buffer.buffer, slot.buffer.byteOffset, actual);
      slot.buffer = Buffer.alloc(TRANSFER_BYTES);
    }
    // Never inside the library's callback: what is thrown there is only a warning.
    queueMicrotask(() => this.#reader.onData(bytes));
  }

  #submitParked(): void {
    while (this.#parked.length > 0 && !this.#stopped && !this.#cause) {
      const slot = this.#parked.shift()!;
      try {
        slot.transfer.submit(slot.buffer);
        this.#underWay.push(slot);
      } catch (error) {
        // The device went away between two transfers.
        this.#fail(libusbFailure(error));
        this.#endWhenAllAreBack();
      }
    }
  }

  #fail(cause: UsbFailure): void {
    if (this.#cause) return;
    this.#cause = cause;
    this.#takeBack();
  }

  #takeBack(): void {
    for (const { transfer } of this.#underWay) {
      try {
        transfer.cancel();
      } catch {
        // It is on its way back by itself.
      }
    }
    this.#impatience ??= this.#clock.setTimer(IMPATIENCE_S, () => this.#end());
    this.#endWhenAllAreBack();
  }

  #endWhenAllAreBack(): void {
    if (this.#underWay.length === 0) this.#end();
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#impatience?.cancel();
    const cause = this.#stopped ? undefined : this.#cause;
    queueMicrotask(() => this.#reader.onEnd(cause));
  }
}
