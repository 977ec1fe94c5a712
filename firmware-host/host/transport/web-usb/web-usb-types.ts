/**
 * The part of WebUSB (https://wicg.github.io/webusb) that is used, as types of our own: those of the DOM must not leak into code that also runs in Node.
 * `test/web` holds them against the real ones.
 */

/** How a transfer ended that came to an end by itself. */
export type WebUsbTransferStatus = 'ok' | 'stall' | 'babble';

/** What came of an IN transfer. */
export interface WebUsbInResult {
  readonly status: WebUsbTransferStatus;
  readonly data?: DataView | undefined;
}

/** What came of an OUT transfer. */
export interface WebUsbOutResult {
  readonly status: WebUsbTransferStatus;
  readonly bytesWritten: number;
}

/** A request to endpoint 0. */
export interface WebUsbSetup {
  readonly requestType: 'standard' | 'class' | 'vendor';
  readonly recipient: 'device' | 'interface' | 'endpoint' | 'other';
  readonly request: number;
  readonly value: number;
  readonly index: number;
}

/** A device that the user has let the page use: a `USBDevice`. */
export interface WebUsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName?: string | null | undefined;
  readonly serialNumber?: string | null | undefined;
  readonly opened: boolean;
  /** Null while no configuration is selected. */
  readonly configuration: object | null;
  open(): Promise<void>;
  close(): Promise<void>;
  selectConfiguration(value: number): Promise<void>;
  claimInterface(number: number): Promise<void>;
  controlTransferOut(setup: WebUsbSetup): Promise<WebUsbOutResult>;
  clearHalt(direction: 'in' | 'out', endpoint: number): Promise<void>;
  transferIn(endpoint: number, length: number): Promise<WebUsbInResult>;
  transferOut(endpoint: number, data: Uint8Array<ArrayBuffer>): Promise<WebUsbOutResult>;
}

/** A device came or went. */
export interface WebUsbEvent {
  readonly device: WebUsbDevice;
}

/** `navigator.usb`. */
export interface WebUsb {
  getDevices(): Promise<WebUsbDevice[]>;
  requestDevice(options: { filters: { vendorId: number; productId: number }[] }): Promise<WebUsbDevice>;
  addEventListener(type: 'connect' | 'disconnect', listener: (event: WebUsbEvent) => void): void;
  removeEventListener(type: 'connect' | 'disconnect', listener: (event: WebUsbEvent) => void): void;
}
