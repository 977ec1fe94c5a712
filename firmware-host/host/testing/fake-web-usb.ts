/**
 * `navigator.usb` over virtual devices, for tests: it keeps the states of the specification and rejects with the exceptions that Chromium raises, in the
 * order in which Chromium on Linux raises them.
 */
import type { VirtualDevice } from '../../../board-sim/virtual-usb/virtual-device.js';
import type { WebUsb, WebUsbDevice, WebUsbEvent } from '../transport/web-usb/web-usb-types.js';
import { FakeWebUsbDevice, readDeviceInfo, refusal, type FakePlug } from './fake-web-usb-device.js';

type Listener = (event: WebUsbEvent) => void;

/** What is plugged into a machine, for all the pages that are open on it. */
export class FakeUsbMachine {
  /** Turns of the event loop after which the browser hears that a device was pulled: it does so by another way than by its transfers. */
  noticeTurns = 1;
  readonly #plugs = new Map<VirtualDevice, FakePlug>();
  readonly #pages: FakeWebUsb[] = [];

  /** A page. It may use what is plugged in if `permitted`, else what its user chooses. */
  page(options: { readonly permitted?: boolean } = {}): FakeWebUsb {
    const page = new FakeWebUsb(options.permitted ?? true, [...this.#plugs.values()]);
    this.#pages.push(page);
    return page;
  }

  /** Plugs a device in: it is enumerated and configured, as Linux does it. */
  async plug(device: VirtualDevice): Promise<void> {
    const plug: FakePlug = { device, info: await readDeviceInfo(device), state: 'in', claimedBy: undefined };
    this.#plugs.set(device, plug);
    const stop = device.onDetach(() => {
      stop();
      this.unplug(device);
    });
    for (const page of this.#pages) page.connected(plug);
  }

  /** Pulls a device: its transfers fail, and later the pages are told. */
  unplug(device: VirtualDevice): void {
    const plug = this.#plugs.get(device);
    if (!plug) return;
    this.#plugs.delete(device);
    plug.state = 'pulled';
    for (const page of this.#pages) page.pulled(plug);
    device.release();
    const notice = (turns: number): void => {
      if (turns > 0) {
        setImmediate(() => notice(turns - 1));
        return;
      }
      plug.state = 'gone';
      for (const page of this.#pages) page.gone(plug);
    };
    notice(this.noticeTurns);
  }
}

/** One page's `navigator.usb`. */
export class FakeWebUsb implements WebUsb {
  /** Whether the page is answering a click. */
  userGesture = true;
  /** What the user chooses from the list; nothing = closes it. */
  choose: (devices: readonly FakeWebUsbDevice[]) => FakeWebUsbDevice | undefined = ([first]) => first;
  readonly #permitted: boolean;
  readonly #devices = new Map<FakePlug, FakeWebUsbDevice>();
  readonly #allowed = new Set<FakePlug>();
  readonly #listeners = { connect: new Set<Listener>(), disconnect: new Set<Listener>() };

  constructor(permitted: boolean, plugs: readonly FakePlug[]) {
    this.#permitted = permitted;
    for (const plug of plugs) this.#add(plug);
  }

  async getDevices(): Promise<FakeWebUsbDevice[]> {
    return [...this.#allowed].map((plug) => this.#devices.get(plug)!);
  }

  async requestDevice(options: { filters: { vendorId: number; productId: number }[] }): Promise<FakeWebUsbDevice> {
    if (!this.userGesture)
      throw refusal('SecurityError', 'Must be handling a user gesture to show a permission request.');
    const shown = [...this.#devices].filter(([{ info }]) =>
      options.filters.some(({ vendorId, productId }) => vendorId === info.vendorId && productId === info.productId),
    );
    const chosen = this.choose(shown.map(([, device]) => device));
    const plug = shown.find(([, device]) => device === chosen)?.[0];
    if (!chosen || !plug) throw refusal('NotFoundError', 'No device selected.');
    this.#allowed.add(plug);
    return chosen;
  }

  addEventListener(type: 'connect' | 'disconnect', listener: Listener): void {
    this.#listeners[type].add(listener);
  }

  removeEventListener(type: 'connect' | 'disconnect', listener: Listener): void {
    this.#listeners[type].delete(listener);
  }

  /** Listeners that are registered, to see that none is left behind. */
  get listeners(): number {
    return this.#listeners.connect.size + this.#listeners.disconnect.size;
  }

  /** @internal */
  connected(plug: FakePlug): void {
    this.#add(plug);
    this.#tell('connect', plug);
  }

  /** @internal */
  pulled(plug: FakePlug): void {
    this.#devices.get(plug)?.pulled();
  }

  /** @internal */
  gone(plug: FakePlug): void {
    this.#devices.get(plug)?.gone();
    this.#tell('disconnect', plug);
    this.#devices.delete(plug);
    this.#allowed.delete(plug);
  }

  #add(plug: FakePlug): void {
    this.#devices.set(plug, new FakeWebUsbDevice(plug));
    if (this.#permitted) this.#allowed.add(plug);
  }

  #tell(type: 'connect' | 'disconnect', plug: FakePlug): void {
    const device: WebUsbDevice | undefined = this.#devices.get(plug);
    if (!device || !this.#allowed.has(plug)) return;
    for (const listener of [...this.#listeners[type]]) listener({ device });
  }
}
