/** Channels of one converter. */
export const ADC_CHANNELS = 16;
/** Commands of the ADS7953 (from memory of the data sheet): carry on, and auto mode from channel 0 in the 0 … 2.5 V range. */
export const ADC_CARRY_ON = 0x0000;
export const ADC_AUTO_FROM_0 = 0x2c00;
const FRAME_BITS = 16;
const MODE_SHIFT = 12;
const MODE = { carryOn: 0, manual: 1, auto: 2 } as const;
const PROGRAM = 1 << 11;
const RESTART = 1 << 10;
const DOUBLE_RANGE = 1 << 6;

/** A channel as it is converted: code 0 … 4095 in the 0 … 2.5 V range. */
export type Convert = (channel: number, nanos: number) => number;

/**
 * ADS7953 as the scans use it. A frame runs from the fall of ADC_CS to its rise, 16 clocks; bits go out highest first, the first with the
 * fall of ADC_CS, the others with each fall of the clock; commands are taken at its rise. A channel that a frame asks for is sampled at the
 * start of the frame after the next and comes with that one: two frames late.
 */
export class Ads7953 {
  readonly #convert: Convert;
  #cs: 0 | 1 = 1;
  #count = 0;
  #command = 0;
  #out = 0;
  #auto = false;
  #doubled = false;
  /** Channel asked for in the last frame, and in the one before: the one that is sampled next. */
  #asked = 0;
  #pending = 0;

  constructor(convert: Convert) {
    this.#convert = convert;
  }

  /** Level of the data output while selected. */
  get bit(): 0 | 1 {
    return ((this.#out >>> (FRAME_BITS - 1)) & 1) as 0 | 1;
  }

  select(level: 0 | 1, nanos: number): void {
    if (level === this.#cs) return;
    this.#cs = level;
    if (level === 0) {
      const channel = this.#pending;
      const code = this.#convert(channel, nanos);
      this.#out = (channel << MODE_SHIFT) | (this.#doubled ? code >> 1 : code);
      this.#count = this.#command = 0;
    } else if (this.#count >= FRAME_BITS) this.#finish();
  }

  /** The clock rises: a bit of the command. */
  rise(mosi: 0 | 1): void {
    if (this.#cs === 1 || this.#count >= FRAME_BITS) return;
    this.#command = (this.#command << 1) | mosi;
    this.#count++;
  }

  /** The clock falls: the next bit of the result. */
  fall(): void {
    if (this.#cs === 0) this.#out = (this.#out << 1) & 0xffff;
  }

  /** Power-up: manual mode, channel 0. */
  powerUp(): void {
    this.#auto = this.#doubled = false;
    this.#asked = this.#pending = this.#count = this.#out = 0;
    this.#cs = 1;
  }

  #finish(): void {
    const command = this.#command;
    const mode = command >>> MODE_SHIFT;
    const programs = (command & PROGRAM) !== 0;
    let next = this.#auto ? (this.#asked + 1) % ADC_CHANNELS : this.#asked;
    if (mode === MODE.manual) {
      this.#auto = false;
      if (programs) next = (command >>> 7) & 0xf;
    } else if (mode === MODE.auto) {
      this.#auto = true;
      if ((command & RESTART) !== 0) next = 0;
    }
    if (mode !== MODE.carryOn && programs) this.#doubled = (command & DOUBLE_RANGE) !== 0;
    this.#pending = this.#asked;
    this.#asked = next;
  }
}
