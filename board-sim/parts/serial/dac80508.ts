/** Registers of the DAC80508 (from memory of the data sheet). */
export const DacRegister = { id: 1, config: 3, gain: 4, trigger: 5, broadcast: 6, data: 8 } as const;
/** What TRIGGER takes for a soft reset. */
export const DAC_SOFT_RESET = 0xa;
export const DAC_CHANNELS = 8;
/** Full scale of a channel, V; 16 bits. */
export const DAC_SPAN_V = 2.5;
/** Output at a code of mid-scale: the virtual ground of the read-out. */
export const VMID_V = DAC_SPAN_V / 2;
/**
 * Code of every channel after power-up. A choice: the mid-scale version of the part, with which an unset board reads at 0 V, has no coil
 * current, and its comparators sit at the virtual ground.
 */
export const DAC_RESET_CODE = 0x8000;
/** Time constant of an output, ns: 0.005 % after 10 µs. From memory: the data sheet says 5 to 10 µs. */
const SETTLING_NS = 1000;
/** After so many time constants an output is where it goes. */
const SETTLED_AFTER = 20;
/** Supply of the converter: no output goes higher. */
const SUPPLY_V = 3.3;

/** What each of the board's channels does. */
export const DacChannel = { vAmp: 0, vRead: 1, vThreshold: 2, coil: 3, aux0: 5, aux1: 6, calibration: 7 } as const;

/** A frame that writes a channel: 24 bits, bit 23 clear, register in 19–16, data in 15–0. */
export function dacFrame(channel: number, code: number): number {
  return ((DacRegister.data + channel) << 16) | code;
}

/** What may be wrong with a converter. */
export interface DacFaults {
  /** V, the same for all channels. */
  readonly offsetV?: number;
  /** Relative. */
  readonly gain?: number;
  /** Channels that stay at their reset value. */
  readonly stuck?: readonly number[];
}

/** DAC80508: eight 16-bit outputs, 24-bit frames taken when DAC_CS rises. There is no way to read it back on this board. */
export class Dac80508 {
  readonly #faults: DacFaults;
  readonly #codes = new Uint16Array(DAC_CHANNELS).fill(DAC_RESET_CODE);
  readonly #from = new Float64Array(DAC_CHANNELS);
  readonly #to = new Float64Array(DAC_CHANNELS);
  readonly #since = new Float64Array(DAC_CHANNELS).fill(-Infinity);
  #gain = 0;
  #cs: 0 | 1 = 1;
  #bits = 0;
  #frame = 0;

  constructor(faults: DacFaults = {}) {
    this.#faults = faults;
    for (let channel = 0; channel < DAC_CHANNELS; channel++)
      this.#from[channel] = this.#to[channel] = this.#target(channel);
  }

  /** Bits taken since DAC_CS fell. */
  get bits(): number {
    return this.#bits;
  }

  clock(word: number, bits: number): void {
    if (this.#cs === 1) return;
    this.#bits += bits;
    this.#frame = ((this.#frame << bits) | word) & 0xffffff;
  }

  /** @returns the channel that has been set, 'all', or undefined for none: a frame of another length than 24 bits does nothing */
  select(level: 0 | 1, nanos: number): number | 'all' | undefined {
    const before = this.#cs;
    this.#cs = level;
    if (level === before) return undefined;
    if (level === 0) {
      this.#bits = this.#frame = 0;
      return undefined;
    }
    return this.#bits === 24 ? this.#take(this.#frame, nanos) : undefined;
  }

  /** Output of a channel, V. */
  volts(channel: number, nanos: number): number {
    const to = this.#to[channel]!;
    const age = (nanos - this.#since[channel]!) / SETTLING_NS;
    if (age > SETTLED_AFTER) return to;
    return to + (this.#from[channel]! - to) * Math.exp(-Math.max(0, age));
  }

  /** Where a channel goes, V. */
  settledVolts(channel: number): number {
    return this.#to[channel]!;
  }

  /** Whether a channel has arrived. */
  settled(channel: number, nanos: number): boolean {
    return nanos - this.#since[channel]! > SETTLED_AFTER * SETTLING_NS;
  }

  /** Power-up. */
  powerUp(nanos: number): void {
    this.#cs = 1;
    this.#reset(nanos);
  }

  #take(frame: number, nanos: number): number | 'all' | undefined {
    if ((frame & 0x800000) !== 0) return undefined; // a read; nobody listens
    const register = (frame >>> 16) & 0xf;
    const data = frame & 0xffff;
    if (register >= DacRegister.data) {
      this.#set(register - DacRegister.data, data, nanos);
      return register - DacRegister.data;
    }
    if (register === DacRegister.broadcast) for (let k = 0; k < DAC_CHANNELS; k++) this.#set(k, data, nanos);
    else if (register === DacRegister.trigger && (data & 0xf) === DAC_SOFT_RESET) this.#reset(nanos);
    else if (register === DacRegister.gain) {
      this.#gain = data;
      for (let k = 0; k < DAC_CHANNELS; k++) this.#move(k, nanos);
    } else return undefined;
    return 'all';
  }

  #reset(nanos: number): void {
    this.#gain = 0;
    for (let k = 0; k < DAC_CHANNELS; k++) this.#set(k, DAC_RESET_CODE, nanos);
  }

  #set(channel: number, code: number, nanos: number): void {
    if (this.#faults.stuck?.includes(channel) === true) return;
    this.#codes[channel] = code;
    this.#move(channel, nanos);
  }

  #move(channel: number, nanos: number): void {
    this.#from[channel] = this.volts(channel, nanos);
    this.#to[channel] = this.#target(channel);
    this.#since[channel] = nanos;
  }

  #target(channel: number): number {
    const { offsetV = 0, gain = 0 } = this.#faults;
    const doubled = (this.#gain >>> channel) & 1;
    const halved = (this.#gain >>> 8) & 1;
    const volts = ((this.#codes[channel]! * DAC_SPAN_V) / 0x10000) * 2 ** (doubled - halved) * (1 + gain) + offsetV;
    return Math.max(0, Math.min(SUPPLY_V, volts));
  }
}
