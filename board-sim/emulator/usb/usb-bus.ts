/** The wire between host and controller: attachment, frames, and when each packet goes over it. */
import type { ChipAlarm, MachineClock } from '../chip/machine-clock.js';
import type { Answer } from './endpoint-buffers.js';
import { PACKET_BYTES, type Handshake, type Pipe, type Transaction } from './transfer.js';
import type { UsbDevice } from './usb-device.js';

/** What the wire is doing. */
export type BusState = 'detached' | 'debouncing' | 'resetting' | 'active' | 'suspended' | 'resuming';

/** Packets and refusals since power-on. */
export interface BusCounters {
  frames: number;
  packets: number;
  naks: number;
  stalls: number;
  /** DATA0/DATA1 that was not what the other side expected. */
  toggleErrors: number;
  /** The most bulk packets that a frame carried. */
  mostBulkPerFrame: number;
}

/** Full speed, 12 Mbit/s. */
const NANOS_PER_BYTE = (8 * 1e9) / 12e6;
const FRAME_NANOS = 1e6;
/** Token, data and handshake of a transaction with their synchronisation, checks and turn-around, without the data itself (USB 2.0, table 5-9). */
const OVERHEAD_BYTES = 13;
/** A token and its refusal: the same without a data packet. */
const REFUSAL_BYTES = 8;
/** Start of frame with synchronisation and turn-around. */
const SOF_BYTES = 6;
/** From connection to the first reset; the host lets the contacts settle (USB 2.0, section 7.1.7.3, T_ATTDB). */
const DEBOUNCE_NANOS = 100e6;
const RESET_NANOS = 10e6;
/** Without traffic for so long, a device suspends. */
const IDLE_NANOS = 3e6;
/** A host drives resume for so long. */
const RESUME_NANOS = 20e6;
/** From the store that arms a buffer to the host's next try at it: a guess at a host's polling, which has no rest in between. */
const POLL_NANOS = 1000;

/** Moves packets, one at a time, in frames of a millisecond. */
export class UsbBus {
  readonly counters: BusCounters = {
    frames: 0,
    packets: 0,
    naks: 0,
    stalls: 0,
    toggleErrors: 0,
    mostBulkPerFrame: 0,
  };
  readonly #clock: MachineClock;
  readonly #device: UsbDevice;
  readonly #pipes: readonly Pipe[];
  readonly #address: () => number;
  readonly #onState: (state: BusState) => void;
  readonly #fault: (message: string) => void;
  readonly #stateAlarm: ChipAlarm;
  readonly #idleAlarm: ChipAlarm;
  readonly #frameAlarm: ChipAlarm;
  readonly #endAlarm: ChipAlarm;
  readonly #pollAlarm: ChipAlarm;
  #state: BusState = 'detached';
  #busy = false;
  #afterEnd: () => void = () => undefined;
  #frameEnd = 0;
  #frameNumber = 0;
  #bulkInFrame = 0;
  #turn = 0;
  #holdUntil = 0;

  constructor(options: {
    readonly clock: MachineClock;
    readonly device: UsbDevice;
    /** In the order of their turns; may grow. */
    readonly pipes: readonly Pipe[];
    /** The address to which the host sends. */
    readonly address: () => number;
    readonly onState: (state: BusState) => void;
    readonly fault: (message: string) => void;
  }) {
    const { clock } = options;
    this.#clock = clock;
    this.#device = options.device;
    this.#pipes = options.pipes;
    this.#address = options.address;
    this.#onState = options.onState;
    this.#fault = options.fault;
    this.#stateAlarm = clock.createAlarm(() => this.#stateOver());
    this.#idleAlarm = clock.createAlarm(() => this.#device.suspend());
    this.#frameAlarm = clock.createAlarm(() => this.#beginFrame());
    this.#endAlarm = clock.createAlarm(() => this.#endTransaction());
    this.#pollAlarm = clock.createAlarm(() => this.kick());
  }

  get state(): BusState {
    return this.#state;
  }

  /** The pull-up has appeared or gone. */
  attachChanged(attached: boolean): void {
    this.#quiet();
    if (!attached) {
      this.#idleAlarm.cancel();
      this.#enter('detached');
      return;
    }
    this.#enter('debouncing');
    this.#stateAlarm.schedule(DEBOUNCE_NANOS);
    this.#idleAlarm.schedule(IDLE_NANOS);
  }

  /** The host resets the device. */
  reset(): void {
    if (this.#state === 'detached' || this.#state === 'debouncing') return;
    this.#beginReset();
  }

  /** The host stops its frames; the device notices after 3 ms. */
  suspend(): void {
    if (this.#state !== 'active') return;
    this.#quiet();
    this.#enter('suspended');
    this.#idleAlarm.schedule(IDLE_NANOS);
  }

  /** The host wakes the device. */
  resume(): void {
    if (this.#state !== 'suspended') return;
    this.#idleAlarm.cancel();
    this.#device.resume();
    this.#enter('resuming');
    this.#stateAlarm.schedule(RESUME_NANOS);
  }

  /** No packet before `nanos` from now: a device that takes a new address has 2 ms for it. */
  hold(nanos: number): void {
    this.#holdUntil = this.#clock.nanos + nanos;
    this.#pollAlarm.schedule(nanos);
  }

  /** A pipe may have an answer where it had none. */
  armed(pipe: Pipe): void {
    pipe.refused = false;
    if (this.#state === 'active' && !this.#busy && this.#clock.nanos >= this.#holdUntil)
      this.#pollAlarm.schedule(POLL_NANOS);
  }

  /** Starts a packet if the wire is free and there is one. */
  kick(): void {
    if (this.#state !== 'active' || this.#busy || this.#clock.nanos < this.#holdUntil) return;
    const chosen = this.#choose();
    if (chosen === undefined) return;
    const { pipe, packet } = chosen;
    const longest = OVERHEAD_BYTES + (packet.kind === 'in' ? PACKET_BYTES : packet.data.length);
    // What does not fit into this frame waits for the next: 19 full packets and no more.
    if (this.#clock.nanos + longest * NANOS_PER_BYTE > this.#frameEnd) return;
    this.#begin(pipe, packet);
  }

  /** Round robin; while somebody has not refused yet, those who have are asked again in their turn, which costs time on the wire. */
  #choose(): { pipe: Pipe; packet: Transaction } | undefined {
    const pipes = this.#pipes;
    const packets = pipes.map((pipe) => pipe.next());
    if (!pipes.some((pipe, k) => packets[k] !== undefined && !pipe.refused)) return undefined;
    for (let k = 0; k < pipes.length; k++) {
      const at = (this.#turn + k) % pipes.length;
      const packet = packets[at];
      if (packet === undefined) continue;
      this.#turn = at + 1;
      return { pipe: pipes[at]!, packet };
    }
    return undefined;
  }

  #begin(pipe: Pipe, packet: Transaction): void {
    pipe.onWire = true;
    // A buffer that is armed while its refusal is still on the wire calls for the next token: `armed` must find it refused already.
    pipe.refused = false;
    const device = this.#device;
    const answering = device.address === this.#address();
    if (packet.kind === 'setup') {
      this.#end(OVERHEAD_BYTES + packet.data.length, () => {
        if (answering) device.setup(packet.data);
        this.#settle(pipe, answering ? { kind: 'ack', data: new Uint8Array(0) } : { kind: 'silent' });
      });
      return;
    }
    const answer: Answer = answering ? device.token(packet.pipe) : { kind: 'none' };
    if (answer.kind !== 'ready') {
      pipe.refused = answer.kind === 'nak';
      // A refused OUT has sent its data for nothing.
      const bytes = packet.kind === 'out' ? OVERHEAD_BYTES + packet.data.length : REFUSAL_BYTES;
      this.#end(bytes, () => this.#settle(pipe, { kind: answer.kind === 'none' ? 'silent' : answer.kind }));
      return;
    }
    const data = packet.kind === 'in' ? device.data(answer) : packet.data;
    this.#end(OVERHEAD_BYTES + data.length, () => this.#transferred(pipe, packet, answer, data));
  }

  /** Both sides have had their packet; a wrong DATA0/DATA1 makes the receiver drop it as one that it has seen before. */
  #transferred(pipe: Pipe, packet: Transaction, answer: Answer & { kind: 'ready' }, data: Uint8Array): void {
    const device = this.#device;
    if (data.length > PACKET_BYTES) this.#fault(`the device sends a packet of ${data.length} bytes`);
    if (answer.data1 !== packet.data1) {
      this.counters.toggleErrors++;
      const [sent, wanted] = packet.kind === 'in' ? [answer.data1, packet.data1] : [packet.data1, answer.data1];
      this.#fault(
        `DATA${sent ? 1 : 0} on pipe ${packet.pipe} where DATA${wanted ? 1 : 0} is expected: the packet is lost`,
      );
      if (packet.kind === 'in') device.finish(packet.pipe, answer);
      else device.sequenceError();
      pipe.onWire = false;
      this.kick();
      return;
    }
    if (packet.kind === 'in') device.finish(packet.pipe, answer);
    else device.finish(packet.pipe, answer, data);
    this.#settle(pipe, { kind: 'ack', data });
  }

  #end(bytes: number, then: () => void): void {
    this.#busy = true;
    this.#afterEnd = then;
    this.#endAlarm.schedule(bytes * NANOS_PER_BYTE);
  }

  #endTransaction(): void {
    this.#busy = false;
    this.#afterEnd();
  }

  #settle(pipe: Pipe, handshake: Handshake): void {
    const { counters } = this;
    pipe.onWire = false;
    if (handshake.kind === 'nak') counters.naks++;
    if (handshake.kind === 'stall') counters.stalls++;
    if (handshake.kind === 'ack') {
      counters.packets++;
      if (pipe.bulk) this.#bulkInFrame++;
      counters.mostBulkPerFrame = Math.max(counters.mostBulkPerFrame, this.#bulkInFrame);
    }
    pipe.done(handshake);
    this.kick();
  }

  #beginFrame(): void {
    this.#frameAlarm.schedule(FRAME_NANOS);
    this.#frameEnd = this.#clock.nanos + FRAME_NANOS;
    this.#frameNumber = (this.#frameNumber + 1) & 0x7ff;
    this.#bulkInFrame = 0;
    this.counters.frames++;
    this.#device.startOfFrame(this.#frameNumber);
    this.#pollAlarm.schedule(Math.max(SOF_BYTES * NANOS_PER_BYTE, this.#holdUntil - this.#clock.nanos));
  }

  #beginReset(): void {
    this.#quiet();
    this.#idleAlarm.cancel();
    this.#enter('resetting');
    this.#device.busReset();
    this.#stateAlarm.schedule(RESET_NANOS);
  }

  #stateOver(): void {
    if (this.#state === 'debouncing') this.#beginReset();
    else {
      this.#enter('active');
      this.#beginFrame();
    }
  }

  #quiet(): void {
    for (const alarm of [this.#stateAlarm, this.#frameAlarm, this.#endAlarm, this.#pollAlarm]) alarm.cancel();
    this.#busy = false;
    for (const pipe of this.#pipes) pipe.onWire = false;
    this.#device.buffers.inFlight = undefined;
    this.#holdUntil = 0;
  }

  #enter(state: BusState): void {
    this.#state = state;
    this.#onState(state);
  }
}
