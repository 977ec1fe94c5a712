/** A `USBDevice` whose every promise the test settles by hand. */
import type {
  WebUsb,
  WebUsbDevice,
  WebUsbEvent,
  WebUsbInResult,
  WebUsbOutResult,
} from '../transport/web-usb/web-usb-types.js';

/** A call that waits for its end. */
export interface Waiting<T> {
  resolve(result: T): void;
  /** Rejects with a DOMException of this name. */
  refuse(name: string): void;
}

/** Calls that are no transfers succeed at once, unless `refusals` names them. */
export class ScriptedWebUsbDevice implements WebUsbDevice {
  readonly vendorId = 0x1209;
  readonly productId = 0x0001;
  readonly serialNumber: string | null;
  opened = false;
  configuration: object | null = {};
  /** Name of the exception with which a call rejects. */
  readonly refusals = new Map<string, string>();
  readonly calls: string[] = [];
  /** Requests to endpoint 0 are not answered. */
  silent = false;
  /** IN transfers in the order in which they were queued; the test may settle them in any. */
  readonly ins: Waiting<WebUsbInResult>[] = [];
  readonly outs: (Waiting<WebUsbOutResult> & { readonly bytes: Uint8Array })[] = [];

  constructor(serialNumber: string | null = 'S1') {
    this.serialNumber = serialNumber;
  }

  async open(): Promise<void> {
    this.#called('open');
    this.opened = true;
  }
  async close(): Promise<void> {
    this.#called('close');
    this.opened = false;
  }
  async selectConfiguration(value: number): Promise<void> {
    this.#called(`selectConfiguration ${value}`);
    this.configuration = {};
  }
  async claimInterface(number: number): Promise<void> {
    this.#called(`claimInterface ${number}`);
  }
  async controlTransferOut(setup: { request: number }): Promise<WebUsbOutResult> {
    this.#called(`request ${setup.request}`);
    if (this.silent) await new Promise(() => undefined);
    return { status: this.refusals.has('stall') ? 'stall' : 'ok', bytesWritten: 0 };
  }
  async clearHalt(direction: 'in' | 'out', endpoint: number): Promise<void> {
    this.#called(`clearHalt ${direction} ${endpoint}`);
    if (this.silent) await new Promise(() => undefined);
  }
  transferIn(endpoint: number, length: number): Promise<WebUsbInResult> {
    this.#called(`in ${endpoint} ${length}`);
    return new Promise((resolve, reject) => this.ins.push({ resolve, refuse: (name) => reject(exception(name)) }));
  }
  transferOut(endpoint: number, bytes: Uint8Array<ArrayBuffer>): Promise<WebUsbOutResult> {
    this.#called(`out ${endpoint} ${bytes.length}`);
    return new Promise((resolve, reject) =>
      this.outs.push({ bytes, resolve, refuse: (name) => reject(exception(name)) }),
    );
  }

  #called(call: string): void {
    this.calls.push(call);
    const name = this.refusals.get(call.split(' ')[0]!);
    if (name) throw exception(name);
  }
}

/** A `navigator.usb` that only tells. */
export class ScriptedWebUsb implements WebUsb {
  devices: WebUsbDevice[] = [];
  /** What `requestDevice` rejects with; without it the first device is chosen. */
  refusal: Error | undefined;
  readonly #listeners = {
    connect: new Set<(e: WebUsbEvent) => void>(),
    disconnect: new Set<(e: WebUsbEvent) => void>(),
  };

  async getDevices(): Promise<WebUsbDevice[]> {
    if (this.refusal) throw this.refusal;
    return this.devices;
  }
  async requestDevice(): Promise<WebUsbDevice> {
    if (this.refusal) throw this.refusal;
    return this.devices[0]!;
  }
  addEventListener(type: 'connect' | 'disconnect', listener: (event: WebUsbEvent) => void): void {
    this.#listeners[type].add(listener);
  }
  removeEventListener(type: 'connect' | 'disconnect', listener: (event: WebUsbEvent) => void): void {
    this.#listeners[type].delete(listener);
  }
  tell(type: 'connect' | 'disconnect', device: WebUsbDevice): void {
    for (const listener of [...this.#listeners[type]]) listener({ device });
  }
  get listeners(): number {
    return this.#listeners.connect.size + this.#listeners.disconnect.size;
  }
}

/** A DOMException. */
export const exception = (name: string, message = 'scripted'): Error => new DOMException(message, name);
/** An IN result. */
export const received = (bytes: readonly number[], status: 'ok' | 'stall' | 'babble' = 'ok'): WebUsbInResult => ({
  status,
  data: new DataView(Uint8Array.from(bytes).buffer),
});
