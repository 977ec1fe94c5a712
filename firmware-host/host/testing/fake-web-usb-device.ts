/** A `USBDevice` over a virtual one: the states and exceptions of Chromium's (`third_party/blink/renderer/modules/webusb/usb_device.cc`). */
import type { TransferResult, VirtualDevice } from '../../../board-sim/virtual-usb/virtual-device.js';
import type { WebUsbDevice, WebUsbInResult, WebUsbOutResult, WebUsbSetup } from '../transport/web-usb/web-usb-types.js';

/** What a device says of itself. */
export interface FakeDeviceInfo {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly serialNumber: string;
}

/** A device in its socket. */
export interface FakePlug {
  readonly device: VirtualDevice;
  readonly info: FakeDeviceInfo;
  /** `pulled`: out of the socket, and the browser does not know yet. */
  state: 'in' | 'pulled' | 'gone';
  /** The page that has the interface. */
  claimedBy: object | undefined;
}

const NOTHING = new Uint8Array(0);
const REQUEST_TYPES = ['standard', 'class', 'vendor'] as const;
const RECIPIENTS = ['device', 'interface', 'endpoint', 'other'] as const;
const [GET_DESCRIPTOR, SET_CONFIGURATION, CLEAR_FEATURE] = [6, 9, 1];

/** The exception that a call rejects with. */
export const refusal = (name: string, message: string): Error => new DOMException(message, name);

/** Enumerates a device: reads its strings and selects its configuration. */
export async function readDeviceInfo(device: VirtualDevice): Promise<FakeDeviceInfo> {
  const bytes = device.descriptors.device;
  const u16 = (at: number): number => bytes[at]! | (bytes[at + 1]! << 8);
  const text = async (index: number): Promise<string> => {
    const { data } = await control(device, [0x80, GET_DESCRIPTOR, index, 3, 0x09, 0x04, 255, 0]);
    return new TextDecoder('utf-16le').decode(data.subarray(2, data[0]));
  };
  const info = {
    vendorId: u16(8),
    productId: u16(10),
    productName: await text(bytes[15]!),
    serialNumber: await text(bytes[16]!),
  };
  await control(device, [0x00, SET_CONFIGURATION, 1, 0, 0, 0, 0, 0]);
  return info;
}

function control(device: VirtualDevice, setup: readonly number[]): Promise<TransferResult> {
  return new Promise((resolve) => device.submitControl(Uint8Array.from(setup), NOTHING, resolve));
}

/** One page's view of a device. */
export class FakeWebUsbDevice implements WebUsbDevice {
  readonly #plug: FakePlug;
  /** Transfers under way: what takes each back. */
  readonly #underWay = new Set<() => void>();
  #configured = true;
  #changing = false;
  opened = false;
  /** The system does not let the browser open it. */
  denied = false;
  /** What the device was asked, in order. */
  readonly calls: string[] = [];

  constructor(plug: FakePlug) {
    this.#plug = plug;
  }

  get vendorId(): number {
    return this.#plug.info.vendorId;
  }
  get productId(): number {
    return this.#plug.info.productId;
  }
  get productName(): string {
    return this.#plug.info.productName;
  }
  get serialNumber(): string {
    return this.#plug.info.serialNumber;
  }
  get configuration(): object | null {
    return this.#configured ? {} : null;
  }
  /** As after some systems: nobody has selected a configuration. */
  unconfigure(): void {
    this.#configured = false;
  }

  async open(): Promise<void> {
    this.calls.push('open');
    this.#checkStill();
    if (this.opened) return;
    await this.#change(async () => {
      if (this.denied) throw refusal('SecurityError', 'Access denied.');
      this.opened = true;
    });
  }

  async close(): Promise<void> {
    this.calls.push('close');
    this.#checkStill();
    if (!this.opened) return;
    await this.#change(async () => {
      for (const cancel of [...this.#underWay]) cancel();
      await turn();
      this.opened = false;
      this.#release();
    });
  }

  async selectConfiguration(value: number): Promise<void> {
    this.calls.push(`selectConfiguration ${value}`);
    this.#checkOpen(false);
    if (value !== 1) throw refusal('NotFoundError', 'The configuration value provided is not supported by the device.');
    if (this.#configured) return;
    await this.#change(async () => {
      await control(this.#plug.device, [0x00, SET_CONFIGURATION, value, 0, 0, 0, 0, 0]);
      this.#configured = true;
    });
  }

  async claimInterface(number: number): Promise<void> {
    this.calls.push(`claimInterface ${number}`);
    this.#checkOpen();
    if (number !== 0)
      throw refusal(
        'NotFoundError',
        'The interface number provided is not supported by the device in its current configuration.',
      );
    if (this.#claimed) return;
    await this.#change(async () => {
      if (this.#plug.claimedBy) throw refusal('NetworkError', 'Unable to claim interface.');
      this.#plug.claimedBy = this;
    });
  }

  async controlTransferOut(setup: WebUsbSetup): Promise<WebUsbOutResult> {
    this.calls.push(`control ${setup.requestType} ${setup.recipient} ${setup.request}`);
    this.#checkOpen(false);
    const type = (REQUEST_TYPES.indexOf(setup.requestType) << 5) | RECIPIENTS.indexOf(setup.recipient);
    const { request, value, index } = setup;
    const bytes = [type, request, value & 0xff, value >> 8, index & 0xff, index >> 8, 0, 0];
    return this.#under((done) => this.#plug.device.submitControl(Uint8Array.from(bytes), NOTHING, done), outResult(0));
  }

  async clearHalt(direction: 'in' | 'out', endpoint: number): Promise<void> {
    this.calls.push(`clearHalt ${direction} ${endpoint}`);
    this.#checkEndpoint();
    const address = endpoint | (direction === 'in' ? 0x80 : 0);
    const { status } = await control(this.#plug.device, [0x02, CLEAR_FEATURE, 0, 0, address, 0, 0, 0]);
    if (status !== 'ok') throw refusal('NetworkError', 'Unable to clear endpoint.');
  }

  async transferIn(endpoint: number, length: number): Promise<WebUsbInResult> {
    this.#checkEndpoint();
    return this.#under((done) => this.#plug.device.submit(endpoint, 'in', length, done), inResult);
  }

  async transferOut(endpoint: number, data: Uint8Array<ArrayBuffer>): Promise<WebUsbOutResult> {
    this.#checkEndpoint();
    const bytes = Uint8Array.from(data);
    return this.#under((done) => this.#plug.device.submit(endpoint, 'out', bytes, done), outResult(bytes.length));
  }

  /** @internal It is out of its socket: transfers fail. */
  pulled(): void {
    for (const cancel of [...this.#underWay]) cancel();
  }

  /** @internal The browser has learnt that it is gone. */
  gone(): void {
    this.opened = false;
    this.#changing = false;
  }

  get #claimed(): boolean {
    return this.#plug.claimedBy === this;
  }

  /** Queues a transfer, and keeps what takes it back. */
  #under<T>(
    submit: (done: (result: TransferResult) => void) => number,
    settle: (result: TransferResult) => T,
  ): Promise<T> {
    if (this.#plug.state !== 'in') return Promise.reject(transferError());
    return new Promise((resolve, reject) => {
      let cancel = (): void => undefined;
      const id = submit((result) => {
        this.#underWay.delete(cancel);
        try {
          if (this.#plug.state !== 'in') throw transferError();
          resolve(settle(result));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      cancel = () => this.#plug.device.cancel(id);
      this.#underWay.add(cancel);
    });
  }

  async #change(work: () => Promise<void>): Promise<void> {
    this.#changing = true;
    try {
      await turn();
      await work();
    } finally {
      this.#changing = false;
    }
  }

  #release(): void {
    if (this.#claimed) this.#plug.claimedBy = undefined;
  }

  #checkStill(): void {
    if (this.#plug.state === 'gone') throw refusal('NotFoundError', 'The device was disconnected.');
    if (this.#changing)
      throw refusal('InvalidStateError', 'An operation that changes the device state is in progress.');
  }

  #checkOpen(configured = true): void {
    this.#checkStill();
    if (!this.opened) throw refusal('InvalidStateError', 'The device must be opened first.');
    if (configured && !this.#configured)
      throw refusal('InvalidStateError', 'The device must have a configuration selected.');
  }

  #checkEndpoint(): void {
    this.#checkOpen();
    if (!this.#claimed)
      throw refusal(
        'NotFoundError',
        'The specified endpoint is not part of a claimed and selected alternate interface.',
      );
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const transferError = (): Error => refusal('NetworkError', 'A transfer error has occurred.');

function inResult(result: TransferResult): WebUsbInResult {
  const bytes = Uint8Array.from(result.data);
  return { status: statusOf(result), data: new DataView(bytes.buffer) };
}

const outResult =
  (length: number) =>
  (result: TransferResult): WebUsbOutResult => ({
    status: statusOf(result),
    // Chromium reports the length that it was given, whatever the device took.
    bytesWritten: length,
  });

function statusOf({ status }: TransferResult): 'ok' | 'stall' | 'babble' {
  switch (status) {
    case 'ok':
    case 'stall':
      return status;
    case 'overflow':
      return 'babble';
    case 'cancelled':
      throw refusal('AbortError', 'The transfer was cancelled.');
    case 'gone':
    case 'silent':
      throw transferError();
  }
}
