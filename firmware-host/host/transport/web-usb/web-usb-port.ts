/** A board's device over WebUSB: Chromium and what is made of it. */
import { systemClock, type Clock } from '../../../../base/index.js';
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT, USB_INTERFACE } from '../../../../proto/index.js';
import { UsbFailure, type UsbPort, type UsbReader } from '../usb/usb-port.js';
import { statusFailure, webUsbFailure, type WebUsbCall } from './web-usb-failure.js';
import { WebUsbReading } from './web-usb-reading.js';
import { pageUsb } from './page-usb.js';
import type { WebUsb, WebUsbDevice, WebUsbEvent } from './web-usb-types.js';

/** The board has one. */
const CONFIGURATION = 1;

/** What a port may be given. */
export interface WebUsbPortOptions {
  /** Who tells that a device went; default: the page's `navigator.usb`. */
  readonly usb?: WebUsb | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * The endpoint calls over a `USBDevice`. WebUSB cannot take back a transfer: only closing the device does, and so {@link stopReading} closes it, once
 * the write that is under way has gone.
 */
export class WebUsbPort implements UsbPort {
  readonly name: string;
  readonly #device: WebUsbDevice;
  readonly #usb: WebUsb | undefined;
  readonly #clock: Clock;
  readonly #onDisconnect = (event: WebUsbEvent): void => {
    if (event.device === this.#device) this.#lost(new UsbFailure('gone', 'the device was unplugged'));
  };
  #opened = false;
  #reading: WebUsbReading | undefined;
  #paused = false;
  #giveUp: ((failure: UsbFailure) => void) | undefined;
  #writing: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(device: WebUsbDevice, options: WebUsbPortOptions = {}) {
    this.#device = device;
    this.#usb = options.usb ?? pageUsb();
    this.#clock = options.clock ?? systemClock;
    this.name = webUsbName(device);
  }

  async open(): Promise<void> {
    const device = this.#device;
    // A page that claims an interface twice is told that all is well, and two readers would share one stream.
    if (device.opened) throw new UsbFailure('busy', 'this page has the device open already');
    await called('open', device.open());
    try {
      if (device.configuration === null) await called('claim', device.selectConfiguration(CONFIGURATION));
      await called('claim', device.claimInterface(USB_INTERFACE));
    } catch (error) {
      await device.close().catch(() => undefined);
      throw error;
    }
    this.#opened = true;
    this.#usb?.addEventListener('disconnect', this.#onDisconnect);
  }

  async request(request: number): Promise<void> {
    const setup = { requestType: 'vendor', recipient: 'device', request, value: 0, index: 0 } as const;
    const { status } = await called('transfer', this.#device.controlTransferOut(setup));
    if (status !== 'ok') throw statusFailure(status);
  }

  clearHalt(direction: 'in' | 'out'): Promise<void> {
    const endpoint = (direction === 'in' ? USB_ENDPOINT_IN : USB_ENDPOINT_OUT) & 0x0f;
    return called('clearHalt', this.#device.clearHalt(direction, endpoint));
  }

  read(reader: UsbReader): void {
    this.#reading = new WebUsbReading(
      { device: this.#device, reader, clock: this.#clock, abort: () => this.#abort() },
      this.#paused,
    );
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#reading?.setPaused(paused);
  }

  stopReading(): void {
    const reading = this.#reading;
    if (!reading || reading.over) return;
    const underWay = reading.stop();
    if (underWay) void this.#writing.then(() => this.#abort()).then(() => reading.end());
  }

  write(bytes: Uint8Array): Promise<void> {
    const sent = new Promise<void>((resolve, reject) => {
      this.#giveUp = reject;
      // WebUSB takes no shared memory; frames are in none.
      this.#device.transferOut(USB_ENDPOINT_OUT, bytes as Uint8Array<ArrayBuffer>).then(
        ({ status, bytesWritten }) => {
          if (status !== 'ok') reject(statusFailure(status));
          else if (bytesWritten !== bytes.length)
            reject(new UsbFailure('other', `the device took ${bytesWritten} of ${bytes.length} bytes`));
          else resolve();
        },
        (error: unknown) => reject(webUsbFailure('transfer', error)),
      );
    });
    this.#writing = sent.catch(() => undefined);
    return sent;
  }

  async close(): Promise<void> {
    this.#usb?.removeEventListener('disconnect', this.#onDisconnect);
    this.#reading?.stop();
    this.#giveUp?.(new UsbFailure('cancelled', 'the device was closed'));
    await this.#abort();
    this.#reading?.end();
  }

  #lost(failure: UsbFailure): void {
    this.#giveUp?.(failure);
    this.#reading?.end(failure);
  }

  /**
   * Closes the device, which releases the interface and ends every transfer. A device that is gone refuses, and has none. One that we have not opened is
   * somebody else's.
   */
  async #abort(): Promise<void> {
    if (!this.#opened) return;
    this.#closing ??= this.#device.close().catch(() => undefined);
    await this.#closing;
  }
}

/** What a device is called: by its serial number, which stays when it is plugged in again. */
export function webUsbName(device: WebUsbDevice): string {
  return `usb:${device.serialNumber || 'UNPROVISIONED'}`;
}

async function called<T>(call: WebUsbCall, result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw webUsbFailure(call, error);
  }
}
