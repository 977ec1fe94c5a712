/** `navigator.usb` of a page under test: every call goes to the virtual machine in Node. */
import type {
  WebUsb,
  WebUsbDevice,
  WebUsbEvent,
  WebUsbInResult,
  WebUsbOutResult,
  WebUsbSetup,
} from '../../firmware-host/host/web.js';
import type { BridgeCall, BridgeReply, BridgedDevice } from './bridge.js';

declare global {
  interface Window {
    /** Put there by the test. */
    usbBridge(call: BridgeCall): Promise<BridgeReply>;
  }
}

async function call(message: BridgeCall): Promise<BridgeReply> {
  const reply = await window.usbBridge(message);
  if (reply.exception) throw new DOMException(reply.exception[1], reply.exception[0]);
  return reply;
}

class BridgedUsbDevice implements WebUsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly serialNumber: string;
  readonly configuration = {};
  readonly #id: number;
  opened = false;

  constructor(device: BridgedDevice) {
    this.#id = device.id;
    this.vendorId = device.vendorId;
    this.productId = device.productId;
    this.productName = device.productName;
    this.serialNumber = device.serialNumber;
  }

  async open(): Promise<void> {
    await call({ call: 'open', id: this.#id });
    this.opened = true;
  }
  async close(): Promise<void> {
    await call({ call: 'close', id: this.#id });
    this.opened = false;
  }
  async selectConfiguration(number: number): Promise<void> {
    await call({ call: 'selectConfiguration', id: this.#id, number });
  }
  async claimInterface(number: number): Promise<void> {
    await call({ call: 'claimInterface', id: this.#id, number });
  }
  async clearHalt(direction: 'in' | 'out', number: number): Promise<void> {
    await call({ call: 'clearHalt', id: this.#id, direction, number });
  }
  async controlTransferOut(setup: WebUsbSetup): Promise<WebUsbOutResult> {
    return outResult(await call({ call: 'controlTransferOut', id: this.#id, setup }));
  }
  async transferIn(number: number, length: number): Promise<WebUsbInResult> {
    const { status, data } = await call({ call: 'transferIn', id: this.#id, number, length });
    return new USBInTransferResult(status!, new DataView(bytesOf(data!).buffer));
  }
  async transferOut(number: number, data: Uint8Array<ArrayBuffer>): Promise<WebUsbOutResult> {
    return outResult(await call({ call: 'transferOut', id: this.#id, number, data: textOf(data) }));
  }
}

/** The page's own results are those of the browser, as far as it lets a page make them. */
const outResult = ({ status, bytesWritten }: BridgeReply): WebUsbOutResult =>
  new USBOutTransferResult(status!, bytesWritten);

/** The bridge; the test calls {@link tell} when something was plugged in or pulled. */
export class BridgedUsb implements WebUsb {
  readonly #known = new Map<number, BridgedUsbDevice>();
  readonly #listeners = {
    connect: new Set<(event: WebUsbEvent) => void>(),
    disconnect: new Set<(event: WebUsbEvent) => void>(),
  };

  async getDevices(): Promise<WebUsbDevice[]> {
    const { devices } = await call({ call: 'getDevices' });
    return devices!.map((device) => this.#deviceOf(device));
  }
  async requestDevice(): Promise<WebUsbDevice> {
    const { devices } = await call({ call: 'requestDevice' });
    return this.#deviceOf(devices![0]!);
  }
  addEventListener(type: 'connect' | 'disconnect', listener: (event: WebUsbEvent) => void): void {
    this.#listeners[type].add(listener);
  }
  removeEventListener(type: 'connect' | 'disconnect', listener: (event: WebUsbEvent) => void): void {
    this.#listeners[type].delete(listener);
  }

  tell(type: 'connect' | 'disconnect', bridged: BridgedDevice): void {
    const device = this.#deviceOf(bridged);
    for (const listener of [...this.#listeners[type]]) listener({ device });
  }

  #deviceOf(bridged: BridgedDevice): BridgedUsbDevice {
    const device = this.#known.get(bridged.id) ?? new BridgedUsbDevice(bridged);
    this.#known.set(bridged.id, device);
    return device;
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
