import { type RegisterSet } from './register-chip.js';

export const Ads1015Register = { conversion: 0, config: 1 } as const;
/** From memory: AIN0 − AIN1, ±2.048 V, single shots at 1600 a second, comparator off. */
const CONFIG_RESET = 0x8583;
const START = 1 << 15;
const SINGLE = 1 << 8;
const RATES = [128, 250, 490, 920, 1600, 2400, 3300, 3300] as const;
const SPANS_V = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256] as const;
/** Positive and negative input of each setting of the multiplexer; undefined = ground. */
const INPUTS = [
  [0, 1],
  [0, 3],
  [1, 3],
  [2, 3],
  [0, undefined],
  [1, undefined],
  [2, undefined],
  [3, undefined],
] as const;

/** ADS1015: four analog lines of the aux header, 12 bits left-aligned. Its comparator is not modelled. */
export class Ads1015 implements RegisterSet {
  /** Voltages at A0 … A3. */
  readonly inputsV = new Float64Array(4);
  #config = CONFIG_RESET;
  #result = 0;
  #readyAt = -Infinity;
  #converting = false;

  size(): number {
    return 2;
  }

  read(register: number, nanos: number): bigint {
    if (register === Ads1015Register.conversion) {
      this.#finish(nanos);
      return BigInt(this.#result & 0xffff);
    }
    if (register !== Ads1015Register.config) return 0n;
    this.#finish(nanos);
    return BigInt((this.#config & ~START) | (this.#converting ? 0 : START));
  }

  write(register: number, value: number, nanos: number): void {
    if (register !== Ads1015Register.config) return;
    this.#config = value;
    if ((value & START) === 0 && (value & SINGLE) !== 0) return;
    this.#converting = true;
    this.#readyAt = nanos + 1e9 / RATES[(value >>> 5) & 7]!;
  }

  next(register: number): number {
    return register;
  }

  powerUp(): void {
    this.#config = CONFIG_RESET;
    this.#result = 0;
    this.#converting = false;
  }

  #finish(nanos: number): void {
    if (!this.#converting || nanos < this.#readyAt) return;
    const [plus, minus] = INPUTS[(this.#config >>> 12) & 7]!;
    const volts = this.inputsV[plus]! - (minus === undefined ? 0 : this.inputsV[minus]!);
    const span = SPANS_V[(this.#config >>> 9) & 7]!;
    this.#result = Math.max(-2048, Math.min(2047, Math.round((volts / span) * 2048))) << 4;
    this.#converting = (this.#config & SINGLE) === 0; // continuous mode goes on
  }
}
