import { type BoardParts } from '../board-parts.js';
import { ADC_AUTO_FROM_0, ADC_CARRY_ON } from '../serial/ads7953.js';
import { DacChannel, VMID_V, dacFrame, DAC_SPAN_V } from '../serial/dac80508.js';
import { delayWord } from '../serial/dual-delay-line.js';
import { type PinName } from '../pins.js';

/** Serial clock periods, ns: 20.83 MHz, and 10.4 MHz for the delay line. */
const SPI_BIT_NS = 48;
const DELAY_BIT_NS = 96;
const I2C_BYTE_NS = 22_500;
const CYCLE_NS = 8;

/** Drives a board's pins as its firmware and its two pin programs do, at their documented times. */
export class PinDriver {
  readonly parts: BoardParts;
  /** Board time, ns. */
  nanos: number;

  constructor(parts: BoardParts, nanos = 0) {
    this.parts = parts;
    this.nanos = nanos;
  }

  set(pin: PinName, level: 0 | 1): void {
    this.parts.setPin(pin, level, this.nanos);
  }

  wait(nanos: number): void {
    this.nanos += nanos;
    this.parts.advance(this.nanos);
  }

  /** A word over a controller in frames of up to 16 bits, highest first. @returns what came in, likewise */
  frames(bus: 0 | 1, words: readonly number[], bits: number, bitNs = SPI_BIT_NS): number[] {
    return words.map((word) => {
      this.nanos += bits * bitNs;
      return this.parts.spi(bus, word, bits, this.nanos);
    });
  }

  dac(channel: number, code: number): void {
    const frame = dacFrame(channel, code);
    this.set('DAC_CS', 0);
    this.frames(1, [frame >>> 12, frame & 0xfff], 12);
    this.set('DAC_CS', 1);
  }

  /** A channel at a voltage. */
  volts(channel: number, volts: number): void {
    this.dac(channel, Math.round((volts * 0x10000) / DAC_SPAN_V));
  }

  delays(codeA: number, codeB: number): void {
    const word = delayWord(codeA, codeB);
    this.frames(1, [word >>> 10, word & 0x3ff], 10, DELAY_BIT_NS);
    this.set('DLY_LOAD', 1);
    this.set('DLY_LOAD', 0);
  }

  /** @returns what came out of the chain, as a mask */
  rows(mask: bigint): bigint {
    this.set('ROW_SYNC', 0);
    const words = [48n, 32n, 16n, 0n].map((at) => Number((mask >> at) & 0xffffn));
    const back = this.frames(0, words, 16);
    this.set('ROW_SYNC', 1);
    return back.reduce((sum, word) => (sum << 16n) | BigInt(word), 0n);
  }

  columns(mask: bigint, ctrl: number): void {
    const all = (BigInt(ctrl) << 64n) | mask;
    const words = [60n, 48n, 36n, 24n, 12n, 0n].map((at) => Number((all >> at) & 0xfffn));
    this.frames(0, words, 12);
    this.set('COL_LATCH', 1);
    this.set('COL_LATCH', 0);
  }

  /** Everything for shots on some rows, as after boot: 1.6 V, reads of 0.1 V. */
  prepare({ rows = 1n, columns = 2n ** 64n - 1n, ctrl = 1, amplitudeV = 1.6, readV = 0.1, belowV = 0.143 } = {}): void {
    this.volts(DacChannel.vAmp, amplitudeV);
    this.volts(DacChannel.vRead, VMID_V + readV);
    this.volts(DacChannel.vThreshold, VMID_V - belowV);
    this.set('ARRAY_EN', 1);
    this.columns(columns, ctrl);
    this.rows(rows);
    this.columns(columns, ctrl);
    this.wait(30_000);
  }

  /**
   * One ticket of the shot program, edge by edge.
   * @param n cycles from A to B
   * @returns its eight bytes, in the order in which they are shifted in
   */
  shot(n: number, relax = 7, settle = 23): Uint8Array {
    const { parts } = this;
    const cycles = (count: number): void => {
      this.nanos += CYCLE_NS * count;
    };
    cycles(2); // pull, out
    this.set('SHLD', 0);
    this.set('PULSE_SEL', 1);
    cycles(3);
    this.set('TRIG_A', 1);
    cycles(n);
    this.set('TRIG_B', 1);
    cycles(n === 0 ? 5 : n === 1 ? 4 : 3);
    this.set('TRIG_A', 0);
    cycles(2);
    this.set('TRIG_B', 0);
    cycles(2 + relax + 1);
    this.set('PULSE_SEL', 0);
    cycles(2 + settle + 1);
    this.set('SHLD', 1);
    cycles(2);
    const bytes = new Uint8Array(8);
    for (let clock = 0; clock < 8; clock++) {
      let byte = 0;
      for (let chain = 0; chain < 8; chain++) byte |= parts.level(`D${chain}` as PinName) << chain;
      bytes[clock] = byte; // in the cycle of the edge: before it has any effect
      this.set('FCLK', 1);
      cycles(2);
      this.set('FCLK', 0);
      cycles(2);
    }
    return bytes;
  }

  /** Scan frames of the converters, clock by clock. @returns the four 16-bit replies of each frame */
  scan(frames = 18, first = ADC_AUTO_FROM_0): number[][] {
    return Array.from({ length: frames }, (_, frame) => {
      const command = frame === 0 ? first : ADC_CARRY_ON;
      const replies = [0, 0, 0, 0];
      this.set('ADC_CS', 1);
      this.nanos += 11 * CYCLE_NS;
      this.set('ADC_CS', 0);
      this.nanos += 2 * CYCLE_NS;
      for (let bit = 15; bit >= 0; bit--) {
        this.set('ADC_MOSI', ((command >>> bit) & 1) as 0 | 1);
        this.nanos += 4 * CYCLE_NS;
        for (let chip = 0; chip < 4; chip++)
          replies[chip] = (replies[chip]! << 1) | this.parts.level(`D${chip}` as PinName);
        this.set('FCLK', 1);
        this.nanos += 4 * CYCLE_NS;
        this.set('FCLK', 0);
      }
      return replies;
    });
  }

  /** Ends a scan: the last frame counts when ADC_CS rises. */
  endScan(): void {
    this.set('ADC_CS', 1);
  }

  /** Writes bytes to a chip of the bus. @returns how many were acknowledged; −1 for a missing address */
  i2cWrite(address: number, bytes: readonly number[], stop = true): number {
    const { i2c } = this.parts;
    this.nanos += I2C_BYTE_NS;
    let count = -1;
    if (i2c.start(address, false, this.nanos)) {
      count = 0;
      for (const byte of bytes) {
        this.nanos += I2C_BYTE_NS;
        if (!i2c.write(byte, this.nanos)) break;
        count++;
      }
    }
    if (stop) i2c.stop(this.nanos);
    return count;
  }

  /** Reads bytes from where a chip's pointer is. @returns undefined for a missing address */
  i2cRead(address: number, count: number): number[] | undefined {
    const { i2c } = this.parts;
    this.nanos += I2C_BYTE_NS;
    if (!i2c.start(address, true, this.nanos)) {
      i2c.stop(this.nanos);
      return undefined;
    }
    const bytes = Array.from({ length: count }, () => {
      this.nanos += I2C_BYTE_NS;
      return i2c.read(this.nanos);
    });
    i2c.stop(this.nanos);
    return bytes;
  }

  /** A register of so many bytes, highest first. */
  register(address: number, register: number, bytes: number): number {
    this.i2cWrite(address, [register], false);
    return (this.i2cRead(address, bytes) ?? []).reduce((sum, byte) => sum * 256 + byte, 0);
  }
}
