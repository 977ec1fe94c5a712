/** A board's device over WebUSB: Chromium and what is made of it. */
import { systemClock, type Clock } from '../../../../base/index.js';
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT, USB_INTERFACE } from '../../../../proto/index.js';
import { UsbFailure, type UsbPort, type UsbReader } from '../usb/usb-port.js';
import { doubt, trust } from './doubtful.js';
import { handover, hold } from './handover.js';
import { pageUsb } from './page-usb.js';
import { statusFailure, webUsbFailure, type WebUsbCall } from './web-usb-failure.js';
import { WebUsbReading } from './web-usb-reading.js';
import type { WebUsb, WebUsbDevice, WebUsbEvent } from './web-usb-types.js';

/** The board has one. */
const CONFIGURATION = 1;
/** Time for a request to endpoint 0, s: WebUSB itself would wait for ever. */
const REQUEST_S = 2;

/** What a port may be given. */
export interface WebUsbPortOptions {
  /** Who tells that a device went; default: the page's `navigator.usb`. */
  readonly usb?: WebUsb | undefined;
  readonly clock?: Clock | undefined;
}

/** The endpoint calls over a `USBDevice`. */
export class WebUsbPort implements UsbPort {
  readonly name: string;
  readonly #device: WebUsbDevice;
  readonly #usb: WebUsb | undefined;
  readonly #clock: Clock;
  readonly #onDisconnect = (event: WebUsbEvent): void => {
    if (event.device === this.#device) this.#lost(new UsbFailure('gone', 'the device was unplugged'));
  };
  #opened = false;
  #giveBack: () => void = () => undefined;
  #paused = false;
  #reading: WebUsbReading | undefined;
  /** Rejects the write that is under way. */
  #giveUp: (failure: UsbFailure) => void = () => undefined;

  constructor(device: WebUsbDevice, options: WebUsbPortOptions = {}) {
    this.#device = device;
    this.#usb = options.usb ?? pageUsb();
    this.#clock = options.clock ?? systemClock;
    this.name = webUsbName(device);
  }

  async open(): Promise<void> {
    const device = this.#device;
    await handover(device, this.#clock);
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
    trust(device);
    this.#giveBack = hold(device, () => this.#reading?.over ?? false);
    this.#usb?.addEventListener('disconnect', this.#onDisconnect);
  }

  async request(request: number): Promise<void> {
    const setup = { requestType: 'vendor', recipient: 'device', request, value: 0, index: 0 } as const;
    const { status } = await this.#inTime(called('transfer', this.#device.controlTransferOut(setup)));
    if (status !== 'ok') throw statusFailure(status);
  }

  clearHalt(direction: 'in' | 'out'): Promise<void> {
    const endpoint = (direction === 'in' ? USB_ENDPOINT_IN : USB_ENDPOINT_OUT) & 0x0f;
    return this.#inTime(called('clearHalt', this.#device.clearHalt(direction, endpoint)));
  }

  read(reader: UsbReader): void {
    const noting: UsbReader = {
      onData: (bytes) => reader.onData(bytes),
      onEnd: (cause) => {
        if (cause?.kind === 'gone') doubt(this.#device);
        reader.onEnd(cause);
      },
    };
    this.#reading = new WebUsbReading(this.#device, noting, this.#paused);
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#reading?.setPaused(paused);
  }

  /** Ends at once: what is under way is dropped when it comes, and taken back by {@link close}, the only way that WebUSB has. */
  stopReading(): void {
    this.#reading?.end();
  }

  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#giveUp = reject;
      // WebUSB takes no shared memory, and frames are in none.
      this.#device.transferOut(USB_ENDPOINT_OUT, bytes as Uint8Array<ArrayBuffer>).then(
        ({ status, bytesWritten }) => {
          if (status !== 'ok') reject(statusFailure(status));
          else if (bytesWritten === bytes.length) resolve();
          else reject(new UsbFailure('other', `the device took ${bytesWritten} of ${bytes.length} bytes`));
        },
        (error: unknown) => reject(webUsbFailure('transfer', error)),
      );
    });
  }

  async close(): Promise<void> {
    this.#reading?.end();
    this.#giveUp(new UsbFailure('cancelled', 'the device was closed'));
    // One that we have not opened is somebody else's.
    if (!this.#opened) return;
    this.#opened = false;
    this.#usb?.removeEventListener('disconnect', this.#onDisconnect);
    // Releases the interface and ends every transfer. A device that is gone refuses, and has none.
    await this.#device.close().catch(() => undefined);
    this.#giveBack();
  }

  #inTime<T>(result: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = (): void => reject(new UsbFailure('timeout', `no answer within ${REQUEST_S} s`));
      const timer = this.#clock.setTimer(REQUEST_S, late);
      void result.then(resolve, reject).finally(() => timer.cancel());
    });
  }

  #lost(failure: UsbFailure): void {
    this.#giveUp(failure);
    this.#reading?.end(failure);
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
