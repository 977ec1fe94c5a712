/** Boards on USB, for `openBoard` and `listBoards`. */
import type { MessagePort } from 'node:worker_threads';
import { BoardNotFoundError, type Clock } from '../../../../base/index.js';
import type { BoardListing } from '../../list-boards.js';
import type { BoardSource } from '../../watch-boards.js';
import type { UsbBoardSpec } from '../../uri.js';
import type { Transport, TransportHandlers } from '../transport.js';
import { chooseDevice, usbUriOf } from './choose-device.js';
import { holdersOf, holdersText } from './holders.js';
import { libusbTransport } from './in-thread.js';
import { listLibusb } from './libusb-list.js';
import { loadLibusb } from './libusb.js';
import { RemoteTransport } from './remote-transport.js';
import { deviceNode, scanSysfs, type UsbDeviceInfo } from './sysfs.js';
import { STALE_LIST, type OpenRequest } from './thread-messages.js';
import { freshUsbThread, onUsbChange, usbThread, type UsbThread } from './usb-threads.js';

/** Worker threads load compiled modules only; from the sources libusb runs in this thread. */
export const COMPILED = !import.meta.url.endsWith('.ts');

/** The devices that are plugged in. Linux shows them to everybody; elsewhere libusb is asked. */
export async function usbDevices(): Promise<readonly UsbDeviceInfo[]> {
  if (process.platform === 'linux') return scanSysfs();
  return COMPILED ? usbThread().list() : listLibusb(await loadLibusb());
}

/**
 * A transport to a board on USB. Its name is the URI by which the board is found again.
 * @throws BoardNotFoundError if there is none, or several and the spec does not say which
 */
export async function usbTransport(
  spec: UsbBoardSpec,
  options: { readonly inThread?: boolean | undefined; readonly clock?: Clock | undefined } = {},
): Promise<Transport> {
  const devices = await usbDevices();
  const chosen = chooseDevice(spec, devices);
  const name = usbUriOf(chosen, devices);
  const { bus, address, path } = chosen;
  const request: OpenRequest = { name, bus, address, path };
  return options.inThread || !COMPILED ? libusbTransport(request) : new ThreadTransport(request, options.clock);
}

/** A transport in the thread that drives USB; in a fresh one if that does not know the device. */
class ThreadTransport implements Transport {
  readonly name: string;
  readonly #request: OpenRequest;
  readonly #clock: Clock | undefined;
  #remote: RemoteTransport;

  constructor(request: OpenRequest, clock: Clock | undefined) {
    this.name = request.name;
    this.#request = request;
    this.#clock = clock;
    this.#remote = this.#through(() => usbThread());
  }

  async open(handlers: TransportHandlers, signal?: AbortSignal): Promise<void> {
    try {
      await this.#remote.open(handlers, signal);
    } catch (error) {
      if (!(error instanceof BoardNotFoundError) || error.code !== STALE_LIST) throw error;
      this.#remote = this.#through(() => freshUsbThread());
      await this.#remote.open(handlers, signal);
    }
  }

  send(bytes: Uint8Array): boolean {
    return this.#remote.send(bytes);
  }

  ref(): void {
    this.#remote.ref();
  }

  unref(): void {
    this.#remote.unref();
  }

  close(): Promise<void> {
    return this.#remote.close();
  }

  #through(next: () => UsbThread): RemoteTransport {
    let thread: UsbThread | undefined;
    const connect = (): Promise<MessagePort> => {
      thread = next();
      return Promise.resolve(thread.open(this.#request));
    };
    return new RemoteTransport(this.name, connect, this.#clock, () => thread?.failure);
  }
}

/** The boards on USB as a list shows them. What they are is a guess from their product text, which Hello confirms or not. */
export async function usbListings(): Promise<BoardListing[]> {
  const devices = await usbDevices();
  return Promise.all(devices.map((device) => listing(device, devices)));
}

/** The boards on USB and their changes. */
export const usbSource: BoardSource = {
  boards: async () => {
    const devices = await usbDevices();
    const entries = devices.map(async (device) => {
      const { path, address, serial } = device;
      return [`${path} ${address} ${serial}`, await listing(device, devices)] as const;
    });
    return new Map(await Promise.all(entries));
  },
  // From the sources there is no thread, and looking now and then does.
  onChange: (fn) => (COMPILED ? onUsbChange(fn) : () => undefined),
};

/** One board of a list. */
async function listing(device: UsbDeviceInfo, devices: readonly UsbDeviceInfo[]): Promise<BoardListing> {
  const { serial, product, release, path, access, driver } = device;
  const busy = driver === undefined ? undefined : await holder(device, driver);
  return {
    uri: usbUriOf(device, devices),
    kind: product.endsWith('simulator') ? 'simulated' : product.endsWith('emulator') ? 'emulated' : 'real',
    name: product,
    serial,
    firmware: release,
    port: path,
    state: access === 'denied' || access === 'missing' ? 'no permission' : busy === undefined ? 'ready' : 'busy',
    ...(busy === undefined ? {} : { holder: busy }),
  };
}

async function holder({ bus, address }: UsbDeviceInfo, driver: string): Promise<string> {
  if (driver !== 'usbfs') return `the kernel driver ${driver}`;
  return holdersText(await holdersOf(deviceNode(bus, address))) ?? 'another program';
}
