/** Endpoint 0 of the board's USB device: the decisions of `firmware-host/firmware/hal/usb-control.c`, which a test compares with the firmware's. */
import { USB_ENDPOINT_IN, USB_ENDPOINT_OUT, USB_LINK_RESET, USB_VENDOR_MICROSOFT } from '../../proto/usb.js';
import { boardDescriptor, microsoftSet, type DeviceTexts } from './board-descriptors.js';

/** What a request may do to the pipes. */
export interface ControlledPipes {
  halted(endpoint: number): boolean;
  setHalt(endpoint: number): void;
  clearHalt(endpoint: number): void;
  /** Drops both queues, ends the session. */
  linkReset(): void;
  /** The pipes are there, with DATA0 and without halts, or are not. */
  configure(on: boolean): void;
}

const DEVICE_TO_HOST = 0x80;
const MICROSOFT_SET_INDEX = 7;
const MAX_ADDRESS = 127;
const NOTHING = new Uint8Array(0);

/** bmRequestType and bRequest in one number. */
const GET_STATUS = { device: 0x8000, interface: 0x8100, endpoint: 0x8200 } as const;
const CLEAR_ENDPOINT_FEATURE = 0x0201;
const SET_ENDPOINT_FEATURE = 0x0203;
const SET_ADDRESS = 0x0005;
const GET_DESCRIPTOR = 0x8006;
const GET_CONFIGURATION = 0x8008;
const SET_CONFIGURATION = 0x0009;
const GET_INTERFACE = 0x810a;
const SET_INTERFACE = 0x010b;
const MICROSOFT = 0xc000 | USB_VENDOR_MICROSOFT;
const LINK_RESET = 0x4000 | USB_LINK_RESET;

/** Answers requests, and remembers the configuration. */
export class BoardControl {
  readonly #texts: DeviceTexts;
  readonly #pipes: ControlledPipes;
  #configuration = 0;

  constructor(texts: DeviceTexts, pipes: ControlledPipes) {
    this.#texts = texts;
    this.#pipes = pipes;
  }

  /** Whether the pipes are in use. */
  get configured(): boolean {
    return this.#configuration !== 0;
  }

  /** As after a reset of the bus. */
  reset(): void {
    this.#configuration = 0;
  }

  /**
   * Carries out a request.
   * @param setup eight bytes
   * @returns the data of an IN request, cut to what was asked for, empty for an OUT; undefined = refused (STALL)
   */
  request(setup: Uint8Array): Uint8Array | undefined {
    const u16 = (at: number): number => setup[at]! | (setup[at + 1]! << 8);
    const [code, value, index, length] = [(setup[0]! << 8) | setup[1]!, u16(2), u16(4), u16(6)];
    if ((setup[0]! & DEVICE_TO_HOST) !== 0) return this.#in(code, value, index)?.subarray(0, length);
    // No request of ours carries data.
    return length === 0 && this.#out(code, value, index) ? NOTHING : undefined;
  }

  #in(code: number, value: number, index: number): Uint8Array | undefined {
    const { configured } = this;
    switch (code) {
      case MICROSOFT:
        return index === MICROSOFT_SET_INDEX ? microsoftSet : undefined;
      case GET_DESCRIPTOR:
        return boardDescriptor(value, this.#texts);
      case GET_CONFIGURATION:
        return Uint8Array.of(this.#configuration);
      case GET_STATUS.device:
        return Uint8Array.of(0, 0);
      case GET_STATUS.interface:
        return configured && index === 0 ? Uint8Array.of(0, 0) : undefined;
      case GET_STATUS.endpoint:
        if ((index & 0x7f) === 0) return Uint8Array.of(0, 0);
        return this.#isBulk(index) ? Uint8Array.of(this.#pipes.halted(index) ? 1 : 0, 0) : undefined;
      case GET_INTERFACE:
        return configured && index === 0 ? Uint8Array.of(0) : undefined;
      default:
        return undefined;
    }
  }

  /** @returns whether it was done */
  #out(code: number, value: number, index: number): boolean {
    const pipes = this.#pipes;
    switch (code) {
      case LINK_RESET:
        pipes.linkReset();
        return true;
      case SET_ADDRESS:
        return value <= MAX_ADDRESS;
      case SET_CONFIGURATION:
        if (value > 1) return false;
        this.#configuration = value;
        pipes.configure(value !== 0);
        return true;
      case SET_INTERFACE:
        if (!this.configured || value !== 0 || index !== 0) return false;
        pipes.clearHalt(USB_ENDPOINT_IN);
        pipes.clearHalt(USB_ENDPOINT_OUT);
        return true;
      case CLEAR_ENDPOINT_FEATURE:
        if (value !== 0 || !this.#isBulk(index)) return false;
        pipes.clearHalt(index);
        return true;
      case SET_ENDPOINT_FEATURE:
        if (value !== 0 || !this.#isBulk(index)) return false;
        pipes.setHalt(index);
        return true;
      default:
        return false;
    }
  }

  #isBulk(index: number): boolean {
    return this.configured && (index === USB_ENDPOINT_IN || index === USB_ENDPOINT_OUT);
  }
}
