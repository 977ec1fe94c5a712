import { type RegisterSet } from '../i2c/register-chip.js';

const TEMPERATURE = 0;
const CONFIG = 1;
const LIMIT_LOW = 2;
const LIMIT_HIGH = 3;
/** From memory: continuous conversions, four a second, 12 bits. */
const CONFIG_RESET = 0x60a0;
const EXTENDED = 1 << 4;
/** Celsius for one code. */
const LSB_C = 1 / 16;

/** TMP102, a thermometer that people put on the header; limits and alert are kept and do nothing. Registers from memory. */
export class Tmp102 implements RegisterSet {
  /** Temperature of its surroundings, °C. */
  celsius: number;
  #config = CONFIG_RESET;
  #low = 0x4b00;
  #high = 0x5000;

  constructor(celsius = 25) {
    this.celsius = celsius;
  }

  size(): number {
    return 2;
  }

  read(register: number): bigint {
    switch (register & 3) {
      case TEMPERATURE:
        return BigInt(this.#temperature());
      case CONFIG:
        return BigInt(this.#config);
      case LIMIT_LOW:
        return BigInt(this.#low);
      default:
        return BigInt(this.#high);
    }
  }

  write(register: number, value: number): void {
    if (register === CONFIG) this.#config = value;
    else if (register === LIMIT_LOW) this.#low = value;
    else if (register === LIMIT_HIGH) this.#high = value;
  }

  next(register: number): number {
    return register;
  }

  /** Left-aligned two's complement: 12 bits, or 13 with the lowest bit set. */
  #temperature(): number {
    const code = Math.round(this.celsius / LSB_C);
    if ((this.#config & EXTENDED) !== 0) return ((Math.max(-4096, Math.min(4095, code)) << 3) | 1) & 0xffff;
    return (Math.max(-2048, Math.min(2047, code)) << 4) & 0xffff;
  }
}
