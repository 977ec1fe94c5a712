/** A device driver in TypeScript, which works the USB controller as a firmware does: by its registers, from its interrupt. */
import type { Machine } from '../machine.js';
import { Thumb, flashWith, startClocks } from './thumb.js';
import { Machine as Chip } from '../machine.js';

const USB = 0x50110000;
const SET = 0x2000;
const CLEAR = 0x3000;
const DPRAM = 0x50100000;
const BUFF_STATUS = USB + 0x58;
const SIE_STATUS = USB + 0x50;
/** Three cycles of clk_usb, generously. */
const ARMING_NANOS = 100;

/** A machine that has started its clocks and the controller's block, and then sleeps. */
export function usbMachine(strict = true): Machine {
  const machine = new Chip({ flash: flashWith(startClocks(new Thumb(), 1 << 24).halt()), strict });
  machine.run({ maxNanos: 3e6 });
  return machine;
}

/** What a control request is answered with: bytes, nothing (an OUT is taken), or a stall. */
export type ControlAnswer = Uint8Array | 'ok' | 'stall';

/** A driver with one bulk pair, endpoint 1. */
export class UsbDriver {
  readonly machine: Machine;
  readonly received: Uint8Array[] = [];
  readonly requests: Uint8Array[] = [];
  readonly events: string[] = [];
  /** Data of control OUT requests. */
  readonly controlData: Uint8Array[] = [];
  answer: (setup: Uint8Array) => ControlAnswer = () => 'ok';
  /** Called when a buffer of endpoint 1 IN has gone. */
  onSent: () => void = () => undefined;
  /** Called when one of endpoint 1 OUT has come; true arms the next at once. */
  onReceived: (data: Uint8Array) => boolean = () => true;
  readonly #double: boolean;
  #in1 = 0;
  #out1 = 0;
  #inHalf = 0;
  #outHalf = 0;
  #ep0In = 1;
  #reply: Uint8Array | undefined;
  #address: number | undefined;
  #outLeft = 0;

  constructor(machine: Machine, options: { double?: boolean; pullUp?: boolean } = {}) {
    this.machine = machine;
    this.#double = options.double ?? false;
    const { chip } = machine;
    const line = chip.core.setInterrupt.bind(chip.core);
    let serving = false;
    chip.core.setInterrupt = (irq, value) => {
      line(irq, value);
      if (irq !== 5 || !value || serving) return;
      // A firmware gets to its handler a moment later.
      serving = true;
      machine.clock
        .createAlarm(() => {
          serving = false;
          this.#interrupt();
        })
        .schedule(500);
    };
    this.write(USB + 0x74, 9);
    this.write(USB + 0x78, 0xc);
    this.write(USB + 0x40, 1);
    this.write(USB + 0x4c, 1 << 29);
    this.write(USB + 0x90, 0x1f010);
    if (options.pullUp !== false) this.pullUp(true);
  }

  pullUp(on: boolean): void {
    this.write(USB + (on ? SET : CLEAR) + 0x4c, 1 << 16);
  }

  write(address: number, value: number): void {
    this.machine.chip.writeUint32(address, value);
  }

  read(address: number): number {
    return this.machine.chip.readUint32(address);
  }

  /** Arms a buffer in two steps, as the datasheet wants it. */
  arm(pipe: number, half: number, state: number): void {
    const address = DPRAM + 0x80 + 4 * pipe;
    const put = (value: number): void => {
      const mask = 0xffff << (16 * half);
      this.write(address, ((this.read(address) & ~mask) | (value << (16 * half))) >>> 0);
    };
    put(state);
    this.machine.clock.createAlarm(() => put(state | 0x400)).schedule(ARMING_NANOS);
  }

  /** Queues a packet on endpoint 1 IN. */
  send(data: Uint8Array): void {
    const half = this.#double ? this.#inHalf : 0;
    this.#inHalf ^= 1;
    this.machine.chip.usbDPRAM.set(data, 0x180 + 64 * half);
    this.arm(2, half, 0x8000 | (this.#in1 << 13) | data.length);
    this.#in1 ^= 1;
  }

  /** Makes room on endpoint 1 OUT. */
  takeNext(): void {
    const half = this.#double ? this.#outHalf : 0;
    this.#outHalf ^= 1;
    this.arm(3, half, (this.#out1 << 13) | 64);
    this.#out1 ^= 1;
  }

  /** Refuses everything on a pipe. */
  stall(pipe: number): void {
    this.write(DPRAM + 0x80 + 4 * pipe, 0x800);
  }

  /** Puts the pair to work from DATA0. */
  configure(): void {
    const bits = (1 << 31) | (this.#double ? 1 << 30 : 0) | (1 << 29) | (2 << 26);
    this.#in1 = this.#out1 = this.#inHalf = this.#outHalf = 0;
    this.write(DPRAM + 0x08, (bits | 0x180) >>> 0);
    this.write(DPRAM + 0x0c, (bits | 0x200) >>> 0);
    for (const pipe of [2, 3]) this.write(DPRAM + 0x80 + 4 * pipe, 0);
    this.takeNext();
    if (this.#double) this.takeNext();
  }

  #interrupt(): void {
    const status = this.read(USB + 0x98);
    if ((status & (1 << 12)) !== 0) {
      this.write(SIE_STATUS, 1 << 19);
      this.events.push('reset');
      this.write(USB, 0);
    }
    if ((status & (1 << 14)) !== 0) {
      this.write(SIE_STATUS, 1 << 4);
      this.events.push('suspend');
    }
    if ((status & (1 << 15)) !== 0) {
      this.write(SIE_STATUS, 1 << 11);
      this.events.push('resume');
    }
    if ((status & (1 << 13)) !== 0) this.write(SIE_STATUS, 1 << 16);
    if ((status & (1 << 16)) !== 0) {
      this.write(SIE_STATUS, 1 << 17);
      this.#setup();
    }
    if ((status & (1 << 4)) !== 0) {
      const done = this.read(BUFF_STATUS);
      this.write(BUFF_STATUS, done);
      if ((done & 1) !== 0) this.#ep0Sent();
      if ((done & 2) !== 0) this.#ep0Received();
      if ((done & 4) !== 0) this.onSent();
      if ((done & 8) !== 0) this.#bulkReceived();
    }
    if (this.read(USB + 0x98) !== 0) this.machine.clock.createAlarm(() => this.#interrupt()).schedule(500);
  }

  #setup(): void {
    const setup = this.machine.chip.usbDPRAM.slice(0, 8);
    this.requests.push(setup);
    this.#ep0In = 1;
    this.write(DPRAM + 0x80, 0);
    this.write(DPRAM + 0x84, 0);
    const answer = this.answer(setup);
    const length = setup[6]! | (setup[7]! << 8);
    if (answer === 'stall') {
      this.write(USB + 0x68, 3);
      this.stall(0);
      this.stall(1);
    } else if ((setup[0]! & 0x80) !== 0) {
      this.#reply = answer === 'ok' ? new Uint8Array(0) : answer.subarray(0, length);
      this.#ep0Next();
    } else if (length > 0) {
      this.#outLeft = length;
      this.arm(1, 0, 0x2000 | 64);
    } else {
      if (setup[0] === 0 && setup[1] === 5) this.#address = setup[2]!;
      if (setup[0] === 0 && setup[1] === 9) this.configure();
      this.arm(0, 0, 0xa000);
    }
  }

  #ep0Next(): void {
    const chunk = this.#reply!.subarray(0, 64);
    this.#reply = this.#reply!.subarray(chunk.length);
    this.machine.chip.usbDPRAM.set(chunk, 0x100);
    this.arm(0, 0, 0x8000 | (this.#ep0In << 13) | chunk.length);
    this.#ep0In ^= 1;
    // The host's empty packet may come at any time.
    if (this.read(DPRAM + 0x84) === 0) this.arm(1, 0, 0x2000 | 64);
  }

  #ep0Sent(): void {
    if (this.#address !== undefined) {
      this.write(USB, this.#address);
      this.#address = undefined;
    }
    if (this.#reply !== undefined && this.#reply.length > 0) this.#ep0Next();
  }

  #ep0Received(): void {
    const length = this.read(DPRAM + 0x84) & 0x3ff;
    if (this.#outLeft === 0) return;
    this.controlData.push(this.machine.chip.usbDPRAM.slice(0x100, 0x100 + length));
    this.#outLeft -= length;
    this.arm(0, 0, 0xa000);
  }

  #bulkReceived(): void {
    for (const half of this.#double ? [0, 1] : [0]) {
      const state = (this.read(DPRAM + 0x8c) >>> (16 * half)) & 0xffff;
      if ((state & 0x8000) === 0) continue;
      const data = this.machine.chip.usbDPRAM.slice(0x200 + 64 * half, 0x200 + 64 * half + (state & 0x3ff));
      this.received.push(data);
      if (this.onReceived(data)) this.takeNext();
    }
  }
}
