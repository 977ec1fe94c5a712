/** A USB host with one full-speed device: the face that transports and a USB/IP server use. */
import { BoardLostError, DeviceError } from '../../../base/index.js';
import type { MachineClock } from '../chip/machine-clock.js';
import { ControlPipe } from './control-pipe.js';
import { BulkPipe, type TransferDone } from './transfer.js';
import { UsbBus, type BusCounters, type BusState } from './usb-bus.js';
import type { UsbDevice } from './usb-device.js';

export type UsbDirection = 'in' | 'out';

/** Standard requests that the host itself must understand, by bmRequestType and bRequest. */
const SET_ADDRESS = 0x0005;
const CLEAR_ENDPOINT_FEATURE = 0x0201;
const SET_CONFIGURATION = 0x0009;
const SET_INTERFACE = 0x010b;
/** A device has this long to take its new address (USB 2.0, section 9.2.6.3). */
const ADDRESS_NANOS = 2e6;
const ENDPOINTS = 16;

/**
 * Queues transfers for the machine's device. Nothing here makes time pass: results come while the machine runs, through callbacks.
 */
export class UsbHost {
  readonly #device: UsbDevice;
  readonly #control = new ControlPipe();
  /** By 2 × endpoint + (1 for OUT); those of endpoint 0 are not used. */
  readonly #bulk = Array.from({ length: 2 * ENDPOINTS }, (_, k) => new BulkPipe(k));
  /** Pipes that have ever had work: the bus asks no others. */
  readonly #used: (ControlPipe | BulkPipe)[] = [this.#control];
  readonly #bus: UsbBus;
  readonly #stateListeners: ((state: BusState) => void)[] = [];
  #address = 0;
  #nextId = 1;

  constructor(clock: MachineClock, device: UsbDevice, fault: (message: string) => void) {
    this.#device = device;
    this.#bus = new UsbBus({
      clock,
      device,
      pipes: this.#used,
      address: () => this.#address,
      onState: (state) => this.#stateChanged(state),
      fault,
    });
  }

  get state(): BusState {
    return this.#bus.state;
  }

  /** Address that the device has been given; 0 after a reset. */
  get address(): number {
    return this.#address;
  }

  get counters(): Readonly<BusCounters> {
    return this.#bus.counters;
  }

  /** Tells of every change of the wire. */
  onState(listener: (state: BusState) => void): void {
    this.#stateListeners.push(listener);
  }

  /** Tells when the device leaves. */
  onDetach(listener: () => void): void {
    this.onState((state) => {
      if (state === 'detached') listener();
    });
  }

  /** Resets the device: it is at address 0 and not configured afterwards, and everything queued ends as gone. */
  reset(): void {
    this.#bus.reset();
  }

  /** Lets the device sleep: no frames. */
  suspend(): void {
    this.#bus.suspend();
  }

  /** Wakes it, which takes 20 ms. */
  resume(): void {
    this.#bus.resume();
  }

  /**
   * A request to endpoint 0.
   * @param setup eight bytes
   * @param data what follows an OUT request
   * @returns an id for {@link cancel}
   */
  submitControl(setup: Uint8Array, data: Uint8Array, done: TransferDone): number {
    const id = this.#nextId++;
    const request = Uint8Array.from(setup);
    this.#control.submit(id, request, Uint8Array.from(data), (result) => {
      if (result.status === 'ok') this.#understand(request);
      done(result);
    });
    this.#work(this.#control);
    return id;
  }

  /**
   * A request to endpoint 0, as a promise that settles while the machine runs.
   * @throws BoardLostError if the device leaves, DeviceError if it refuses
   */
  control(setup: Uint8Array, data: Uint8Array = new Uint8Array(0)): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.submitControl(setup, data, ({ status, data: reply }) => {
        if (status === 'ok') resolve(reply);
        else if (status === 'gone') reject(new BoardLostError('the device has left the bus'));
        else
          reject(
            new DeviceError(`the device answered a control request with: ${status}`, {
              code: `USB_${status.toUpperCase()}`,
            }),
          );
      });
    });
  }

  /**
   * A bulk transfer. An IN ends with a short packet or when `length` bytes have come; `done` is called once, while the machine runs.
   * @param endpoint 1 to 15
   * @returns an id for {@link cancel}
   */
  submit(endpoint: number, direction: UsbDirection, work: Uint8Array | number, done: TransferDone): number {
    if (!Number.isInteger(endpoint) || endpoint < 1 || endpoint >= ENDPOINTS)
      throw new RangeError(`endpoint must be a whole number from 1 to ${ENDPOINTS - 1}, got ${endpoint}`);
    if ((direction === 'in') !== (typeof work === 'number'))
      throw new TypeError('an IN transfer takes a length, an OUT transfer bytes');
    const id = this.#nextId++;
    const pipe = this.#bulk[2 * endpoint + (direction === 'out' ? 1 : 0)]!;
    pipe.submit(id, work, done);
    if (!this.#used.includes(pipe)) this.#used.push(pipe);
    this.#work(pipe);
    return id;
  }

  /** Takes back a transfer: `done` is told 'cancelled', with what had come. False if it has ended already. */
  cancel(id: number): boolean {
    return this.#control.cancel(id) || this.#bulk.some((pipe) => pipe.cancel(id));
  }

  /** For the controller: the pull-up. */
  attachChanged(attached: boolean): void {
    this.#bus.attachChanged(attached);
  }

  /** For the controller: a buffer was armed. */
  armed(pipe: number): void {
    this.#bus.armed(pipe < 2 ? this.#control : this.#bulk[pipe]!);
  }

  /** For the controller: the device wants to be woken. */
  remoteWakeup(): void {
    this.#bus.resume();
  }

  #work(pipe: ControlPipe | BulkPipe): void {
    // There is nobody to whom it could be sent, now or later.
    if (this.#bus.state === 'detached') pipe.drop('gone');
    else this.#bus.kick();
  }

  #stateChanged(state: BusState): void {
    if (state === 'detached' || state === 'resetting') {
      this.#address = 0;
      for (const pipe of this.#used) {
        pipe.drop('gone');
        pipe.refused = false;
      }
      this.#resetToggles();
    }
    for (const listener of [...this.#stateListeners]) listener(state);
  }

  /** What a host does to itself when the device has agreed. */
  #understand(setup: Uint8Array): void {
    const [value, index] = [setup[2]! | (setup[3]! << 8), setup[4]!];
    switch ((setup[0]! << 8) | setup[1]!) {
      case SET_ADDRESS:
        this.#address = value & 0x7f;
        this.#bus.hold(ADDRESS_NANOS);
        return;
      case CLEAR_ENDPOINT_FEATURE:
        this.#bulk[2 * (index & 0xf) + ((index & 0x80) !== 0 ? 0 : 1)]!.resetToggle();
        return;
      case SET_CONFIGURATION:
      case SET_INTERFACE:
        this.#resetToggles();
    }
  }

  #resetToggles(): void {
    for (const pipe of this.#bulk) pipe.resetToggle();
  }

  /** The device's own address register, for tests and diagnostics. */
  get deviceAddress(): number {
    return this.#device.address;
  }
}
