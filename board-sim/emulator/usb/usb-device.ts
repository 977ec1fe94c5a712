/** The RP2040's USB controller in device mode. */
import { BasePeripheral, type RP2040 } from 'rp2040js';
import { USB_DPRAM_BYTES } from '../chip/memory-map.js';
import { EndpointBuffers, pipeName, type Answer, type PipeIndex } from './endpoint-buffers.js';
import * as reg from './usb-registers.js';

const { USB_REGISTER } = reg;

/** What the controller tells the bus. */
export interface DeviceEvents {
  /** The pull-up appears or goes. */
  attachChanged(attached: boolean): void;
  /** A pipe that refused a token may have an answer now. */
  armed(pipe: PipeIndex): void;
  /** The firmware asks the host to resume the bus. */
  remoteWakeup(): void;
  fault(message: string): void;
}

/**
 * Replaces the controller of rp2040js, which has no bus: here the firmware's buffers wait for the host's tokens. Host mode, isochronous
 * endpoints and the interrupts for NAK, STALL and bit errors are not modelled.
 *
 * A SETUP leaves armed buffers of endpoint 0 alone: firmware that forgets to take them back would send stale data on silicon too (unverified).
 */
export class UsbDevice extends BasePeripheral {
  readonly buffers: EndpointBuffers;
  readonly #chip: RP2040;
  readonly #events: DeviceEvents;
  #addrEndp = 0;
  #mainCtrl = 0;
  #sieCtrl = 0;
  #sieStatus = 0;
  #buffStatus = 0;
  #shouldHandle = 0;
  #abort = 0;
  #abortDone = 0;
  #stallArm = 0;
  #muxing = 0;
  #pwr = 0;
  #frame = 0;
  #sof = false;
  #inte = 0;
  #intf = 0;
  #attached = false;

  constructor(chip: RP2040, events: DeviceEvents) {
    super(chip, 'USB');
    this.#chip = chip;
    this.#events = events;
    this.buffers = new EndpointBuffers(chip, (message) => events.fault(message));
  }

  /** Address to which the controller answers. */
  get address(): number {
    return this.#addrEndp & 0x7f;
  }

  get attached(): boolean {
    return this.#attached;
  }

  override readUint32(offset: number): number {
    switch (offset) {
      case USB_REGISTER.addrEndp:
        return this.#addrEndp;
      case USB_REGISTER.mainCtrl:
        return this.#mainCtrl;
      case USB_REGISTER.sofRd:
        this.#sof = false;
        this.#updateInterrupt();
        return this.#frame;
      case USB_REGISTER.sieCtrl:
        return this.#sieCtrl;
      case USB_REGISTER.sieStatus:
        return this.#sieStatus;
      case USB_REGISTER.buffStatus:
        return this.#buffStatus;
      case USB_REGISTER.cpuShouldHandle:
        return this.#shouldHandle;
      case USB_REGISTER.epAbort:
        return this.#abort;
      case USB_REGISTER.epAbortDone:
        return this.#abortDone;
      case USB_REGISTER.epStallArm:
        return this.#stallArm;
      case USB_REGISTER.epStatusStallNak:
        return 0;
      case USB_REGISTER.usbMuxing:
        return this.#muxing;
      case USB_REGISTER.usbPwr:
        return this.#pwr;
      case USB_REGISTER.intr:
        return this.#intr;
      case USB_REGISTER.inte:
        return this.#inte;
      case USB_REGISTER.intf:
        return this.#intf;
      case USB_REGISTER.ints:
        return (this.#intr & this.#inte) | this.#intf;
      default:
        return super.readUint32(offset);
    }
  }

  override writeUint32(offset: number, value: number): void {
    const clear = this.rawWriteValue;
    switch (offset) {
      case USB_REGISTER.addrEndp:
        this.#addrEndp = value & 0x0f007f;
        break;
      case USB_REGISTER.mainCtrl:
        if ((value & reg.MAIN_CTRL_HOST) !== 0)
          this.#events.fault('the USB controller is put into host mode, which is not modelled');
        this.#mainCtrl = value;
        break;
      case USB_REGISTER.sieCtrl:
        this.#sieCtrl = value & ~reg.SIE_CTRL_RESUME;
        if ((value & reg.SIE_CTRL_RESUME) !== 0) this.#events.remoteWakeup();
        break;
      case USB_REGISTER.sieStatus:
        this.#sieStatus &= ~(clear & reg.SIE_WRITE_CLEAR);
        break;
      case USB_REGISTER.buffStatus:
        this.#buffStatus &= ~clear;
        break;
      case USB_REGISTER.epAbort:
        this.#abort = value;
        this.#updateAborts();
        break;
      case USB_REGISTER.epAbortDone:
        this.#abortDone &= ~clear;
        break;
      case USB_REGISTER.epStallArm:
        this.#stallArm = value & 3;
        for (const pipe of [0, 1]) this.#events.armed(pipe);
        break;
      case USB_REGISTER.epStatusStallNak:
        break;
      case USB_REGISTER.usbMuxing:
        this.#muxing = value;
        break;
      case USB_REGISTER.usbPwr:
        this.#pwr = value;
        break;
      case USB_REGISTER.inte:
        this.#inte = value & 0xfffff;
        break;
      case USB_REGISTER.intf:
        this.#intf = value & 0xfffff;
        break;
      default:
        super.writeUint32(offset, value);
    }
    this.#updateAttachment();
    this.#updateInterrupt();
  }

  /** The chip calls this after each store into the controller's memory. */
  DPRAMUpdated(offset: number, _value: number): void {
    if (offset < reg.BUFFER_CONTROL_BASE || offset >= reg.BUFFER_CONTROL_END) return;
    const pipe = (offset - reg.BUFFER_CONTROL_BASE) >> 2;
    if (this.buffers.stored(pipe, (this.#abort & (1 << pipe)) !== 0)) this.#events.armed(pipe);
  }

  /** The block is held in reset: registers fall to their reset values, the memory stays. */
  reset(): void {
    this.#addrEndp = this.#mainCtrl = this.#sieCtrl = this.#sieStatus = this.#buffStatus = this.#shouldHandle = 0;
    this.#abort = this.#abortDone = this.#stallArm = this.#muxing = this.#pwr = this.#inte = this.#intf = 0;
    this.#sof = false;
    this.buffers.reset();
    this.#updateAttachment();
    this.#updateInterrupt();
  }

  /** The host resets the bus. The address is the firmware's to clear. */
  busReset(): void {
    this.#sieStatus |= reg.SIE_BUS_RESET | reg.SIE_CONNECTED;
    this.#sieStatus &= ~reg.SIE_SUSPENDED;
    this.#updateInterrupt();
  }

  startOfFrame(frame: number): void {
    this.#frame = frame & 0x7ff;
    this.#sof = true;
    this.#updateInterrupt();
  }

  suspend(): void {
    this.#sieStatus |= reg.SIE_SUSPENDED;
    this.#updateInterrupt();
  }

  resume(): void {
    this.#sieStatus = (this.#sieStatus & ~reg.SIE_SUSPENDED) | reg.SIE_RESUME;
    this.#updateInterrupt();
  }

  /** A SETUP packet has come: it is always taken, and ends a stall of endpoint 0. */
  setup(packet: Uint8Array): void {
    this.#chip.usbDPRAM.set(packet, 0);
    this.#stallArm = 0;
    this.#sieStatus |= reg.SIE_SETUP_REC;
    this.#updateInterrupt();
  }

  /** What the pipe says to a token. A transaction that finds it ready must be ended with {@link finish}. */
  token(pipe: PipeIndex): Answer {
    if ((this.#abort & (1 << pipe)) !== 0) return { kind: 'nak' };
    const answer = this.buffers.answer(pipe, this.#sieCtrl, (this.#stallArm & (1 << (pipe & 1))) !== 0);
    if (answer.kind === 'ready') this.buffers.inFlight = pipe;
    return answer;
  }

  /** The data of an IN buffer. */
  data(answer: Answer & { kind: 'ready' }): Uint8Array {
    return this.#chip.usbDPRAM.slice(answer.address, answer.address + answer.length);
  }

  /** The transaction is over; `received` are the bytes of an OUT. */
  finish(pipe: PipeIndex, answer: Answer & { kind: 'ready' }, received?: Uint8Array): void {
    this.buffers.inFlight = undefined;
    if (received !== undefined) {
      if (received.length > answer.length)
        this.#events.fault(`${received.length} bytes come for ${pipeName(pipe)}, whose buffer takes ${answer.length}`);
      if (answer.address + received.length > USB_DPRAM_BYTES)
        this.#events.fault(`${pipeName(pipe)} has its buffer beyond the memory`);
      this.#chip.usbDPRAM.set(received, answer.address);
    }
    const length = received === undefined ? answer.length : received.length;
    const { interrupt, half, last } = this.buffers.complete(pipe, answer.half, length, this.#sieCtrl);
    if (interrupt) {
      this.#buffStatus |= 1 << pipe;
      this.#shouldHandle = (this.#shouldHandle & ~(1 << pipe)) | (half << pipe);
    }
    if (last) this.#sieStatus |= reg.SIE_TRANS_COMPLETE;
    this.#updateAborts();
    this.#updateInterrupt();
  }

  /** The host's data came with the wrong DATA0/DATA1: it is not taken. */
  sequenceError(): void {
    this.buffers.inFlight = undefined;
    this.#sieStatus |= reg.SIE_DATA_SEQ_ERROR;
    this.#updateAborts();
    this.#updateInterrupt();
  }

  get #intr(): number {
    const status = this.#sieStatus;
    const when = (condition: number, bit: number): number => (condition !== 0 ? bit : 0);
    return (
      when(this.#buffStatus, reg.INT_BUFF_STATUS) |
      when(status & reg.SIE_TRANS_COMPLETE, reg.INT_TRANS_COMPLETE) |
      when(status & reg.SIE_DATA_SEQ_ERROR, reg.INT_DATA_SEQ) |
      when(status & reg.SIE_VBUS_DETECTED, reg.INT_VBUS) |
      when(status & reg.SIE_BUS_RESET, reg.INT_BUS_RESET) |
      when(status & reg.SIE_CONNECTED, reg.INT_CONNECT) |
      when(status & reg.SIE_SUSPENDED, reg.INT_SUSPEND) |
      when(status & reg.SIE_RESUME, reg.INT_RESUME) |
      when(status & reg.SIE_SETUP_REC, reg.INT_SETUP_REQ) |
      when(this.#abortDone, reg.INT_ABORT_DONE) |
      (this.#sof ? reg.INT_SOF : 0)
    );
  }

  #updateInterrupt(): void {
    this.#chip.setInterrupt(reg.USB_IRQ, ((this.#intr & this.#inte) | this.#intf) !== 0);
  }

  /** An abort is done as soon as no transaction of the pipe is on the wire. */
  #updateAborts(): void {
    const { inFlight } = this.buffers;
    this.#abortDone |= this.#abort & ~(inFlight === undefined ? 0 : 1 << inFlight);
  }

  #updateAttachment(): void {
    const powered = (this.#pwr & reg.PWR_VBUS_OVERRIDE) !== 0 && (this.#pwr & reg.PWR_VBUS_DETECT) !== 0;
    this.#sieStatus = powered ? this.#sieStatus | reg.SIE_VBUS_DETECTED : this.#sieStatus & ~reg.SIE_VBUS_DETECTED;
    const muxed = reg.MUXING_TO_PHY | reg.MUXING_SOFTCON;
    const attached =
      powered &&
      (this.#mainCtrl & reg.MAIN_CTRL_ENABLE) !== 0 &&
      (this.#sieCtrl & reg.SIE_CTRL_PULLUP) !== 0 &&
      (this.#muxing & muxed) === muxed;
    if (attached === this.#attached) return;
    this.#attached = attached;
    this.#events.attachChanged(attached);
  }
}
