/** A board's device through libusb. */
import { systemClock, type Clock } from '../../../../base/index.js';
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT, USB_INTERFACE } from '../../../../proto/usb.js';
import { libusbFailure } from './libusb-failure.js';
import { LibusbReader } from './libusb-reader.js';
import type { LibusbCallback, LibusbDevice, LibusbEndpoint, LibusbInterface, LibusbTransfer } from './libusb.js';
import { UsbFailure, type UsbPort, type UsbReader } from './usb-port.js';

/** A vendor request to the device, to it (USB 2.0, table 9-2). */
const VENDOR_OUT = 0x40;
/** Time for a control transfer, ms. */
const CONTROL_MS = 2000;
const CONFIGURATION = 1;
/** Seconds between attempts to close, and how often: a request that has just ended may still be counted as pending. */
const CLOSE_AGAIN_S = 0.05;
const CLOSE_ATTEMPTS = 20;

/** The library gives the same object for the same device, and would let two of us share it. */
const inUse = new WeakSet<LibusbDevice>();

/** {@link UsbPort} on npm `usb`. */
export class LibusbPort implements UsbPort {
  readonly name: string;
  readonly #device: LibusbDevice;
  readonly #clock: Clock;
  #interface: LibusbInterface | undefined;
  #in: LibusbEndpoint | undefined;
  #out: LibusbEndpoint | undefined;
  #reader: LibusbReader | undefined;
  #readingEnded: Promise<void> = Promise.resolve();
  #writing: LibusbTransfer | undefined;
  #written: Promise<void> = Promise.resolve();
  #opened = false;
  #closing: Promise<void> | undefined;

  constructor(device: LibusbDevice, name: string, clock: Clock = systemClock) {
    this.#device = device;
    this.name = name;
    this.#clock = clock;
  }

  async open(): Promise<void> {
    const device = this.#device;
    if (inUse.has(device)) throw new UsbFailure('busy', 'this program has it open already');
    inUse.add(device);
    this.#opened = true;
    try {
      device.open();
      device.timeout = CONTROL_MS;
      if (!device.configDescriptor) await called((done) => device.setConfiguration(CONFIGURATION, done));
      const found = device.interface(USB_INTERFACE);
      found.claim();
      this.#interface = found;
      this.#in = found.endpoint(USB_ENDPOINT_IN);
      this.#out = found.endpoint(USB_ENDPOINT_OUT);
      if (!this.#in || !this.#out) throw new UsbFailure('other', 'it has not the pipes of a board');
    } catch (error) {
      await this.close();
      throw libusbFailure(error);
    }
  }

  request(request: number): Promise<void> {
    return called((done) => this.#device.controlTransfer(VENDOR_OUT, request, 0, 0, Buffer.alloc(0), done));
  }

  clearHalt(direction: 'in' | 'out'): Promise<void> {
    const endpoint = direction === 'in' ? this.#in : this.#out;
    if (!endpoint) return Promise.reject(notOpen());
    return called((done) => endpoint.clearHalt(done));
  }

  read(reader: UsbReader): void {
    const endpoint = this.#in;
    if (!endpoint || this.#closing) {
      queueMicrotask(() => reader.onEnd(notOpen()));
      return;
    }
    this.#readingEnded = new Promise((resolve) => {
      const { onData, onEnd } = { onData: reader.onData.bind(reader), onEnd: reader.onEnd.bind(reader) };
      const watched: UsbReader = {
        onData,
        onEnd: (cause) => {
          resolve();
          onEnd(cause);
        },
      };
      this.#reader = new LibusbReader(endpoint, watched, this.#clock);
    });
  }

  setPaused(paused: boolean): void {
    this.#reader?.setPaused(paused);
  }

  stopReading(): void {
    this.#reader?.stop();
  }

  async write(bytes: Uint8Array): Promise<void> {
    const endpoint = this.#out;
    if (!endpoint || this.#closing) throw notOpen();
    if (this.#writing) throw new UsbFailure('other', 'a write is under way');
    const written = new Promise<void>((resolve, reject) => {
      // No time-out: a board that is busy lets us wait, and close() takes the transfer back.
      const transfer = endpoint.makeTransfer(0, (error, _, actual) => {
        this.#writing = undefined;
        if (error) reject(libusbFailure(error));
        else if (actual < bytes.length)
          reject(new UsbFailure('other', `the board took ${actual} of ${bytes.length} bytes`));
        else resolve();
      });
      try {
        transfer.submit(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
        this.#writing = transfer;
      } catch (error) {
        reject(libusbFailure(error));
      }
    });
    this.#written = written.catch(() => undefined);
    await written;
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    if (!this.#opened) return;
    this.#reader?.stop();
    try {
      this.#writing?.cancel();
    } catch {
      // It is on its way back by itself.
    }
    // Releasing fails while transfers are under way, and closing throws.
    await Promise.all([this.#readingEnded, this.#written]);
    const claimed = this.#interface;
    if (claimed) await called((done) => claimed.release(done)).catch(() => undefined);
    for (let attempt = 0; attempt < CLOSE_ATTEMPTS; attempt++) {
      try {
        this.#device.close();
        break;
      } catch {
        await this.#clock.sleep(CLOSE_AGAIN_S);
      }
    }
    inUse.delete(this.#device);
  }
}

function notOpen(): UsbFailure {
  return new UsbFailure('cancelled', 'the device is not open');
}

/** Calls with a callback at the end; what is thrown at once rejects as well. */
function called(call: (done: LibusbCallback) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    try {
      call((error) => {
        if (error) reject(libusbFailure(error));
        else resolve();
      });
    } catch (error) {
      reject(libusbFailure(error));
    }
  });
}
