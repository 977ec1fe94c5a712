/** The part of npm `usb` (libusb) that is used, as types of our own: so that tests can stand in for it, and the rest of the program does not load it. */
import { UnsupportedError } from '../../../../base/index.js';

/** What the library throws or passes on: `errno` is a LIBUSB_ERROR_* (negative) or LIBUSB_TRANSFER_* (positive). */
export type LibusbError = Error & { readonly errno?: number };
export type LibusbCallback = (error?: LibusbError) => void;

/** A transfer that can be submitted again and again; its callback is called once each time. */
export interface LibusbTransfer {
  submit(buffer: Buffer): unknown;
  cancel(): boolean;
}

export interface LibusbEndpoint {
  makeTransfer(
    timeoutMs: number,
    callback: (error: LibusbError | undefined, buffer: Buffer, actual: number) => void,
  ): LibusbTransfer;
  clearHalt(callback: LibusbCallback): void;
}

export interface LibusbInterface {
  claim(): void;
  release(callback: LibusbCallback): void;
  endpoint(address: number): LibusbEndpoint | undefined;
}

export interface LibusbDevice {
  readonly busNumber: number;
  readonly deviceAddress: number;
  readonly portNumbers: readonly number[] | undefined;
  readonly deviceDescriptor: {
    readonly idVendor: number;
    readonly idProduct: number;
    readonly bcdDevice: number;
    readonly iProduct: number;
    readonly iSerialNumber: number;
  };
  readonly configDescriptor: object | undefined;
  /** Of control transfers, ms. */
  timeout: number;
  open(): void;
  close(): void;
  interface(number: number): LibusbInterface;
  setConfiguration(value: number, callback: LibusbCallback): void;
  controlTransfer(
    type: number,
    request: number,
    value: number,
    index: number,
    data: Buffer,
    callback: LibusbCallback,
  ): void;
  getStringDescriptor(index: number, callback: (error?: LibusbError, text?: string) => void): void;
}

export interface Libusb {
  getDeviceList(): LibusbDevice[];
  readonly usb: {
    on(event: 'attach' | 'detach', listener: () => void): unknown;
    removeListener(event: 'attach' | 'detach', listener: () => void): unknown;
    unrefHotplugEvents(): void;
  };
}

/**
 * Loads the library.
 * @throws UnsupportedError with the reason if it does not load here.
 */
export async function loadLibusb(): Promise<Libusb> {
  const loaded = await import('usb').catch((cause: unknown) => {
    throw unusable(cause instanceof Error ? cause.message : String(cause), cause);
  });
  if (loaded.usb.INIT_ERROR) throw unusable(`libusb does not start (error ${loaded.usb.INIT_ERROR})`);
  return {
    getDeviceList: () => loaded.getDeviceList(),
    usb: loaded.usb,
  };
}

function unusable(reason: string, cause?: unknown): UnsupportedError {
  return new UnsupportedError(`this program cannot use USB here: ${reason.split('\n')[0]}`, {
    nextStep: 'on Linux install libudev1 and libstdc++6; spindrift doctor looks for what is missing',
    ...(cause === undefined ? {} : { cause }),
  });
}
