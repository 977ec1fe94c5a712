/** The buffers of the endpoints in the controller's memory: who may use which, and when. */
import type { RP2040 } from 'rp2040js';
import {
  BUFFER_AVAILABLE,
  BUFFER_CONTROL_BASE,
  BUFFER_DATA1,
  BUFFER_FULL,
  BUFFER_LAST,
  BUFFER_LENGTH_MASK,
  BUFFER_PITCH,
  BUFFER_SELECT_RESET,
  BUFFER_STALL,
  EP0_BUFFER,
  EP_ADDRESS_MASK,
  EP_DOUBLE,
  EP_ENABLE,
  EP_INT_PER_BUFFER,
  EP_INT_PER_PAIR,
  SIE_CTRL_EP0_DOUBLE,
  SIE_CTRL_EP0_INT_1BUF,
} from './usb-registers.js';

/** 2 × endpoint + (1 for OUT): the bit of BUFF_STATUS, and the place of the control words. */
export type PipeIndex = number;

/** What an endpoint says to a token. `none`: it is not enabled, nobody answers. */
export type Answer =
  | { readonly kind: 'none' | 'nak' | 'stall' }
  | {
      readonly kind: 'ready';
      readonly half: 0 | 1;
      readonly data1: boolean;
      readonly address: number;
      readonly length: number;
    };

/** What the end of a transaction means for the firmware. */
export interface Completion {
  /** Set the endpoint's bit in BUFF_STATUS. */
  readonly interrupt: boolean;
  readonly half: 0 | 1;
  readonly last: boolean;
}

/**
 * Time between the store that writes a buffer control word and the one that sets AVAILABLE in it: three cycles of clk_usb, because the
 * controller reads the word in its own clock domain (RP2040 datasheet, section 4.1.2.5.1).
 */
const ARMING_NANOS = (3 * 1e9) / 48e6;

/** Control words and data of all endpoints. */
export class EndpointBuffers {
  readonly #chip: RP2040;
  readonly #fault: (message: string) => void;
  /** Control words as they were before the last store. */
  readonly #shadow = new Uint32Array(32);
  readonly #changedAt = new Float64Array(64).fill(-Infinity);
  /** Which half of a double buffer is next. */
  readonly #next = new Uint8Array(32);
  /** The pipe of the transaction on the wire; its words must not be touched. */
  inFlight: PipeIndex | undefined;

  constructor(chip: RP2040, fault: (message: string) => void) {
    this.#chip = chip;
    this.#fault = fault;
  }

  /** Whether a store into this control word leaves the pipe with something to say to a token that it would have refused before. */
  stored(pipe: PipeIndex, aborting: boolean): boolean {
    const word = this.#word(pipe);
    const before = this.#shadow[pipe]!;
    const nanos = this.#chip.clock.nanos;
    let news = false;
    for (const half of [0, 1] as const) {
      const now = (word >>> (16 * half)) & 0xffff;
      const old = (before >>> (16 * half)) & 0xffff;
      if (now === old) continue;
      const name = `buffer control of ${pipeName(pipe)}${half === 1 ? ', second half' : ''}`;
      const arming = (now & ~old & BUFFER_AVAILABLE) !== 0;
      if (arming) {
        if ((now ^ old) !== BUFFER_AVAILABLE)
          this.#fault(`the ${name} gets AVAILABLE and the rest in one store; silicon may see them in the wrong order`);
        if (nanos - this.#changedAt[2 * pipe + half]! < ARMING_NANOS)
          this.#fault(`the ${name} gets AVAILABLE less than three USB clock cycles after the rest`);
      } else if ((old & BUFFER_AVAILABLE) !== 0) {
        if ((now & BUFFER_AVAILABLE) !== 0) this.#fault(`the ${name} is changed while the controller owns it`);
        else if (this.inFlight === pipe && !aborting)
          this.#fault(`the ${name} is taken away from the controller during a transaction, without EP_ABORT`);
      }
      if ((now & BUFFER_SELECT_RESET) !== 0) this.#next[pipe] = 0;
      this.#changedAt[2 * pipe + half] = nanos;
      news ||= arming || (now & ~old & BUFFER_STALL) !== 0;
    }
    this.#shadow[pipe] = word;
    return news;
  }

  /** What the pipe says to a token now. */
  answer(pipe: PipeIndex, sieCtrl: number, stallArmed: boolean): Answer {
    const endpoint = pipe >> 1;
    const out = (pipe & 1) === 1;
    const control = this.#control(pipe, sieCtrl);
    if ((control & EP_ENABLE) === 0) return { kind: 'none' };
    const half = (control & EP_DOUBLE) !== 0 && this.#next[pipe] === 1 ? 1 : 0;
    const state = (this.#word(pipe) >>> (16 * half)) & 0xffff;
    if ((state & BUFFER_STALL) !== 0 && (endpoint !== 0 || stallArmed)) return { kind: 'stall' };
    if ((state & BUFFER_AVAILABLE) === 0) return { kind: 'nak' };
    // An IN buffer is sent when it is full, an OUT buffer filled when it is empty.
    if (((state & BUFFER_FULL) !== 0) === out) return { kind: 'nak' };
    const base = endpoint === 0 ? EP0_BUFFER : control & EP_ADDRESS_MASK;
    return {
      kind: 'ready',
      half,
      data1: (state & BUFFER_DATA1) !== 0,
      address: base + half * BUFFER_PITCH,
      length: state & BUFFER_LENGTH_MASK,
    };
  }

  /** Ends a transaction that found the buffer `half` ready; `length` bytes went over the wire. */
  complete(pipe: PipeIndex, half: 0 | 1, length: number, sieCtrl: number): Completion {
    const control = this.#control(pipe, sieCtrl);
    const word = this.#word(pipe);
    let state = (word >>> (16 * half)) & 0xffff;
    const last = (state & BUFFER_LAST) !== 0;
    state &= ~(BUFFER_AVAILABLE | BUFFER_FULL | BUFFER_LENGTH_MASK);
    state |= length | ((pipe & 1) === 1 ? BUFFER_FULL : 0);
    const mask = 0xffff << (16 * half);
    const after = ((word & ~mask) | (state << (16 * half))) >>> 0;
    this.#chip.usbDPRAMView.setUint32(BUFFER_CONTROL_BASE + 4 * pipe, after, true);
    this.#shadow[pipe] = after;
    this.#changedAt[2 * pipe + half] = -Infinity;
    if ((control & EP_DOUBLE) !== 0) this.#next[pipe] = 1 - half;
    const perPair = (control & EP_INT_PER_PAIR) !== 0 && (half === 1 || last);
    return { interrupt: (control & EP_INT_PER_BUFFER) !== 0 || perPair, half, last };
  }

  /** The controller comes out of reset. */
  reset(): void {
    this.#next.fill(0);
    this.inFlight = undefined;
  }

  #word(pipe: PipeIndex): number {
    return this.#chip.usbDPRAMView.getUint32(BUFFER_CONTROL_BASE + 4 * pipe, true);
  }

  /** The endpoint control word; endpoint 0 has its own in SIE_CTRL. */
  #control(pipe: PipeIndex, sieCtrl: number): number {
    if (pipe >= 2) return this.#chip.usbDPRAMView.getUint32(4 * pipe, true);
    const double = (sieCtrl & SIE_CTRL_EP0_DOUBLE) !== 0 ? EP_DOUBLE : 0;
    return EP_ENABLE | double | ((sieCtrl & SIE_CTRL_EP0_INT_1BUF) !== 0 ? EP_INT_PER_BUFFER : 0);
  }
}

/** `EP1 IN`. */
export const pipeName = (pipe: PipeIndex): string => `EP${pipe >> 1} ${(pipe & 1) === 1 ? 'OUT' : 'IN'}`;
