/** The IN transfers that are kept queued. */
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

type Outcome = WebUsbInResult | UsbFailure;

/**
 * One reader's transfers, delivered in the order in which they were queued, whatever the order in which their promises settle. Transfers that are under
 * way when reading ends are left to themselves: WebUSB cannot take them back, and closing the device ends them.
 */
export class WebUsbReading {
  readonly #device: WebUsbDevice;
  readonly #reader: UsbReader;
  readonly #queue: { outcome?: Outcome }[] = [];
  #paused: boolean;
  #over = false;

  constructor(device: WebUsbDevice, reader: UsbReader, paused: boolean) {
    this.#device = device;
    this.#reader = reader;
    this.#paused = paused;
    this.#submit();
  }

  /** Whether reading has ended, and with it the link. */
  get over(): boolean {
    return this.#over;
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#submit();
  }

  /** Nothing is delivered any more. Harmless when it has ended. */
  end(cause?: UsbFailure): void {
    if (this.#over) return;
    this.#over = true;
    this.#reader.onEnd(cause);
  }

  #submit(): void {
    while (!this.#over && !this.#paused && this.#queue.length < TRANSFERS) {
      const slot: { outcome?: Outcome } = {};
      this.#queue.push(slot);
      const settle = (outcome: Outcome): void => {
        slot.outcome = outcome;
        this.#deliver();
      };
      this.#device
        .transferIn(USB_ENDPOINT_IN & 0x0f, TRANSFER_BYTES)
        .then(settle, (error: unknown) => settle(webUsbFailure('transfer', error)));
    }
  }

  #deliver(): void {
    for (let outcome = this.#queue[0]?.outcome; outcome && !this.#over; outcome = this.#queue[0]?.outcome) {
      this.#queue.shift();
      this.#take(outcome);
    }
    this.#submit();
  }

  #take(outcome: Outcome): void {
    if (outcome instanceof UsbFailure) {
      this.end(outcome);
      return;
    }
    const { status, data } = outcome;
    // A zero-length packet, which ends a burst of full ones, is an empty result.
    if (data !== undefined && data.byteLength > 0)
      this.#reader.onData(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    if (status !== 'ok') this.end(statusFailure(status));
  }
}
