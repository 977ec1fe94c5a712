/** The IN transfers that are kept queued. */
import type { Clock } from '../../../../base/index.js';
import { USB_ENDPOINT_IN } from '../../../../proto/index.js';
import { UsbFailure, type UsbReader } from '../usb/usb-port.js';
import { statusFailure, webUsbFailure } from './web-usb-failure.js';
import type { WebUsbDevice, WebUsbInResult } from './web-usb-types.js';

/**
 * Bytes of a transfer: whole packets at every speed, and full after 14 ms at the 1.2 MB/s of full speed. A longer one would hold data back; bursts end
 * short and so complete theirs at once.
 */
const TRANSFER_BYTES = 16_384;
/**
 * Transfers queued: 110 ms at full speed. So long the thread of the page may be busy, with drawing or with collecting garbage, before the device has to
 * wait. (It does wait: nothing is lost.)
 */
const TRANSFERS = 8;
/** A transfer that failed brings the others back at once, as a rule. */
const GRACE_S = 0.5;

interface Slot {
  outcome?: WebUsbInResult | UsbFailure;
}

/** What reading needs of its port. */
export interface WebUsbReadingOptions {
  readonly device: WebUsbDevice;
  readonly reader: UsbReader;
  readonly clock: Clock;
  /** Ends the transfers that are under way; resolves when they cannot bring anything any more. */
  readonly abort: () => Promise<void>;
}

/** One reader's transfers, in the order in which they were queued, whatever the order in which their promises settle. */
export class WebUsbReading {
  readonly #options: WebUsbReadingOptions;
  readonly #queue: Slot[] = [];
  #paused: boolean;
  #stopped = false;
  #cause: UsbFailure | undefined;
  #over = false;

  constructor(options: WebUsbReadingOptions, paused: boolean) {
    this.#options = options;
    this.#paused = paused;
    this.#advance();
  }

  get over(): boolean {
    return this.#over;
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#advance();
  }

  /** Delivers nothing any more. Reading ends when the transfers are back. @returns whether there are any. */
  stop(): boolean {
    this.#stopped = true;
    this.#advance();
    return !this.#over;
  }

  /** Ends reading now: transfers that are still under way cannot bring anything. */
  end(cause?: UsbFailure): void {
    if (this.#over) return;
    this.#over = true;
    this.#options.reader.onEnd(this.#stopped ? undefined : (this.#cause ?? cause));
  }

  #advance(): void {
    if (this.#over) return;
    for (let first = this.#queue[0]; first?.outcome; first = this.#queue[0]) {
      this.#queue.shift();
      this.#take(first.outcome);
    }
    const ending = this.#stopped || this.#cause !== undefined;
    if (ending && this.#queue.length === 0) this.end();
    else if (!ending && !this.#paused) while (this.#queue.length < TRANSFERS) this.#submit();
  }

  #take(outcome: WebUsbInResult | UsbFailure): void {
    if (this.#stopped || this.#cause) return;
    if (outcome instanceof UsbFailure) this.#fail(outcome);
    else {
      const { status, data } = outcome;
      // A zero-length packet, which ends a burst of full ones, is an empty result.
      if (data !== undefined && data.byteLength > 0)
        this.#options.reader.onData(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
      if (status !== 'ok') this.#fail(statusFailure(status));
    }
  }

  #fail(cause: UsbFailure): void {
    this.#cause = cause;
    if (this.#queue.length === 0) return;
    const { clock, abort } = this.#options;
    clock.setTimer(GRACE_S, () => {
      if (!this.#over) void abort().then(() => this.end());
    });
  }

  #submit(): void {
    const slot: Slot = {};
    this.#queue.push(slot);
    const settle = (outcome: WebUsbInResult | UsbFailure): void => {
      slot.outcome = outcome;
      this.#advance();
    };
    this.#options.device
      .transferIn(USB_ENDPOINT_IN & 0x0f, TRANSFER_BYTES)
      .then(settle, (error: unknown) => settle(webUsbFailure('transfer', error)));
  }
}
