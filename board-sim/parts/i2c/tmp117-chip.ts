import { Tmp117 } from '../tmp117.js';
import { type RegisterSet } from './register-chip.js';

const TEMPERATURE = 0;
const CONFIG = 1;
const DEVICE = 0x0f;
/** From memory: continuous conversions, averages of 8. */
const CONFIG_RESET = 0x0220;
const DEVICE_ID = 0x0117;
const DATA_READY = 1 << 13;
const SOFT_RESET = 2;

/** The registers of a TMP117. Limits and its own memory are not modelled. */
export class Tmp117Chip implements RegisterSet {
  #thermometer = new Tmp117();
  #config = CONFIG_RESET;

  /** Board time goes on at a temperature, °C. */
  advance(seconds: number, celsius: number): void {
    this.#thermometer.advance(seconds, celsius);
  }

  size(): number {
    return 2;
  }

  read(register: number): bigint {
    if (register === TEMPERATURE) return BigInt(this.#thermometer.read());
    if (register === CONFIG) return BigInt(this.#config | (this.#thermometer.ready ? DATA_READY : 0));
    return register === DEVICE ? BigInt(DEVICE_ID) : 0n;
  }

  write(register: number, value: number): void {
    if (register !== CONFIG) return;
    if ((value & SOFT_RESET) !== 0) this.powerUp();
    else this.#config = value & 0x0ffc;
  }

  next(register: number): number {
    return register;
  }

  powerUp(): void {
    this.#thermometer = new Tmp117();
    this.#config = CONFIG_RESET;
  }
}
