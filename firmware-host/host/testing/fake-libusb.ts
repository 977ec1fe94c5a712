/** A stand-in for a device of npm `usb`, with the manners of version 2.18.0 that hurt. */
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT, USB_PRODUCT_ID, USB_VENDOR_ID } from '../../../proto/usb.js';
import type {
  LibusbCallback,
  LibusbDevice,
  LibusbEndpoint,
  LibusbError,
  LibusbInterface,
  LibusbTransfer,
} from '../transport/usb/libusb.js';

export const ERRNO = {
  ACCESS: -3,
  NO_DEVICE: -4,
  BUSY: -6,
  PIPE: -9,
  TRANSFER_ERROR: 1,
  CANCELLED: 3,
  STALL: 4,
  TRANSFER_NO_DEVICE: 5,
} as const;

/** What the library throws. */
export function libusbError(errno: number): LibusbError {
  return Object.assign(new Error(`LIBUSB_${errno}`), { errno });
}

type Done = (error: LibusbError | undefined, buffer: Buffer, actual: number) => void;

class FakeTransfer implements LibusbTransfer {
  buffer: Buffer | undefined;
  readonly #device: FakeUsbDevice;
  readonly #address: number;
  readonly #done: Done;

  constructor(device: FakeUsbDevice, address: number, done: Done) {
    this.#device = device;
    this.#address = address;
    this.#done = done;
  }

  submit(buffer: Buffer): void {
    if (this.buffer) throw new Error('Transfer is already active');
    if (!this.#device.opened) throw new Error('Device is not open');
    if (this.#device.gone || this.#device.refuseSubmit) throw libusbError(ERRNO.NO_DEVICE);
    this.buffer = buffer;
    this.#device.pipe(this.#address).push(this);
    this.#device.submitted(this.#address);
  }

  cancel(): boolean {
    if (this.#device.gone) throw libusbError(ERRNO.NO_DEVICE);
    if (!this.buffer) return false;
    this.finish(libusbError(ERRNO.CANCELLED), 0);
    return true;
  }

  /** Comes back, as the library does it: later, and what the callback throws is lost. */
  finish(error: LibusbError | undefined, actual: number): void {
    const pipe = this.#device.pipe(this.#address);
    const at = pipe.indexOf(this);
    if (at < 0) return;
    pipe.splice(at, 1);
    this.#device.later(() => {
      const buffer = this.buffer!;
      this.buffer = undefined;
      this.#device.pending--;
      try {
        this.#done(error, buffer, actual);
      } catch (thrown) {
        this.#device.swallowed.push(thrown);
      }
    });
    // The library counts a transfer as pending until its callback.
    this.#device.pending++;
  }
}

/** One board's device as the library shows it. */
export class FakeUsbDevice implements LibusbDevice {
  readonly portNumbers = [1];
  readonly deviceDescriptor = {
    idVendor: USB_VENDOR_ID,
    idProduct: USB_PRODUCT_ID,
    bcdDevice: 0x0100,
    iProduct: 2,
    iSerialNumber: 3,
  };
  configDescriptor: object | undefined = {};
  timeout = 1000;
  /** What was called, in order. */
  readonly log: string[] = [];
  /** Bytes that the device took, one array a transfer. */
  readonly taken: Uint8Array[] = [];
  /** What callbacks threw, which the library turns into a warning. */
  readonly swallowed: unknown[] = [];
  opened = false;
  gone = false;
  /** Makes submit() throw although nothing came back with an error. */
  refuseSubmit = false;
  /** True: OUT transfers are not taken until {@link take}. */
  holdOut = false;
  /** Errors to throw or pass on, by name of the call: `open`, `claim`, `request`, `clearHalt`, `release`. */
  readonly failures = new Map<string, number>();
  /** Calls that never come back. */
  readonly silent = new Set<string>();
  pending = 0;
  readonly #pipes = new Map<number, FakeTransfer[]>();
  readonly #waiting: Uint8Array[] = [];

  constructor(
    readonly busNumber = 1,
    readonly deviceAddress = 2,
  ) {}

  pipe(address: number): FakeTransfer[] {
    let pipe = this.#pipes.get(address);
    if (!pipe) this.#pipes.set(address, (pipe = []));
    return pipe;
  }

  /** Transfers that the host has queued for reading. */
  get readsQueued(): number {
    return this.pipe(USB_ENDPOINT_IN).length;
  }

  /** Arrays that the device could not send yet. */
  get unsent(): number {
    return this.#waiting.length;
  }

  later(fn: () => void): void {
    setImmediate(fn);
  }

  // The library's face.

  open(): void {
    this.#call('open');
    this.opened = true;
  }

  close(): void {
    const underWay = this.pending + [...this.#pipes.values()].reduce((sum, { length }) => sum + length, 0);
    if (underWay > 0) throw new Error("Can't close device with a pending request");
    this.log.push('close');
    this.opened = false;
  }

  interface(): LibusbInterface {
    return {
      claim: () => this.#call('claim'),
      release: (done) => this.#answer('release', done),
      endpoint: (address) => this.#endpoint(address),
    };
  }

  setConfiguration(value: number, done: LibusbCallback): void {
    this.configDescriptor = {};
    this.#answer(`configuration ${value}`, done);
  }

  controlTransfer(type: number, request: number, _v: number, _i: number, _d: Buffer, done: LibusbCallback): void {
    this.#answer(type === 0x40 ? `request ${request}` : `control ${type}`, done, 'request');
  }

  getStringDescriptor(index: number, done: (error?: LibusbError, text?: string) => void): void {
    this.later(() => done(undefined, index === 3 ? 'SERIAL' : 'Spindrift board'));
  }

  // The script's face.

  /** The device sends bytes: one transfer ends with them, now or when one is queued. */
  send(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.submitted(USB_ENDPOINT_IN);
  }

  /** Takes the OUT transfer that is held. */
  take(): void {
    for (const transfer of [...this.pipe(USB_ENDPOINT_OUT)]) this.#take(transfer);
  }

  /** The pipe halts: the first transfer ends with a stall after `bytes`, the others are taken back. */
  stall(address: number, bytes: Uint8Array = new Uint8Array(0)): void {
    this.failPipe(address, ERRNO.STALL, bytes);
  }

  failPipe(address: number, errno: number, bytes: Uint8Array = new Uint8Array(0)): void {
    const [first] = this.pipe(address);
    if (!first) return;
    first.buffer!.set(bytes);
    first.finish(libusbError(errno), bytes.length);
  }

  /** The cable is pulled: every transfer under way ends as gone, the first with what had arrived; the rest of the face throws. */
  unplug(bytes: Uint8Array = new Uint8Array(0)): void {
    this.gone = true;
    for (const address of [USB_ENDPOINT_IN, USB_ENDPOINT_OUT]) {
      let had = address === USB_ENDPOINT_IN ? bytes : new Uint8Array(0);
      for (const transfer of [...this.pipe(address)]) {
        transfer.buffer!.set(had);
        transfer.finish(libusbError(ERRNO.TRANSFER_NO_DEVICE), had.length);
        had = new Uint8Array(0);
      }
    }
  }

  /** A transfer that the library never gives back. */
  loseTransfer(address: number): void {
    this.pipe(address).shift();
  }

  submitted(address: number): void {
    if (address === USB_ENDPOINT_OUT) {
      if (!this.holdOut) for (const transfer of [...this.pipe(address)]) this.#take(transfer);
      return;
    }
    for (;;) {
      const [transfer] = this.pipe(USB_ENDPOINT_IN);
      if (!transfer || this.#waiting.length === 0) return;
      const bytes = this.#waiting.shift()!;
      transfer.buffer!.set(bytes);
      transfer.finish(undefined, bytes.length);
    }
  }

  #take(transfer: FakeTransfer): void {
    this.taken.push(Uint8Array.from(transfer.buffer!));
    transfer.finish(undefined, transfer.buffer!.length);
  }

  #endpoint(address: number): LibusbEndpoint {
    return {
      makeTransfer: (_timeout, done) => new FakeTransfer(this, address, done),
      clearHalt: (done) => this.#answer(`clearHalt ${address === USB_ENDPOINT_IN ? 'in' : 'out'}`, done, 'clearHalt'),
    };
  }

  #failure(key: string): LibusbError | undefined {
    const errno = this.gone ? ERRNO.NO_DEVICE : this.failures.get(key);
    return errno === undefined ? undefined : libusbError(errno);
  }

  #call(what: string): void {
    this.log.push(what);
    const failure = this.#failure(what);
    if (failure) throw failure;
  }

  #answer(what: string, done: LibusbCallback, key = what): void {
    this.log.push(what);
    if (this.silent.has(key)) return;
    this.pending++;
    this.later(() => {
      this.pending--;
      done(this.#failure(key));
    });
  }
}
