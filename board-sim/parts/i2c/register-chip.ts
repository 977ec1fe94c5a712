import { type I2cChip } from './i2c-bus.js';

/** Registers behind a pointer byte, highest byte first. */
export interface RegisterSet {
  /** Bytes of a register. */
  size(register: number): number;
  read(register: number, nanos: number): bigint;
  write(register: number, value: number, nanos: number): void;
  /** The register after this one in a longer transfer; itself where the pointer stays. */
  next(register: number): number;
}

/** The I²C side of a chip with registers: a write sets the pointer and then registers, a read starts at the pointer. */
export class RegisterChip implements I2cChip {
  readonly #registers: RegisterSet;
  #pointer = 0;
  /** Place in the register that is being moved; −1 = the pointer comes next. */
  #place = 0;
  #value = 0n;

  constructor(registers: RegisterSet) {
    this.#registers = registers;
  }

  start(read: boolean): boolean {
    this.#place = read ? 0 : -1;
    return true;
  }

  write(byte: number, nanos: number): boolean {
    if (this.#place < 0) {
      this.#pointer = byte;
      this.#place = 0;
      return true;
    }
    this.#value = this.#place === 0 ? BigInt(byte) : (this.#value << 8n) | BigInt(byte);
    if (++this.#place >= this.#registers.size(this.#pointer)) {
      this.#registers.write(this.#pointer, Number(this.#value), nanos);
      this.#advance();
    }
    return true;
  }

  read(nanos: number): number {
    const size = this.#registers.size(this.#pointer);
    // All bytes of one reading belong together.
    if (this.#place <= 0) {
      this.#value = this.#registers.read(this.#pointer, nanos);
      this.#place = 0;
    }
    const byte = Number((this.#value >> BigInt(8 * (size - 1 - this.#place))) & 0xffn);
    if (++this.#place >= size) this.#advance();
    return byte;
  }

  stop(): void {
    this.#place = 0;
  }

  #advance(): void {
    this.#place = 0;
    this.#pointer = this.#registers.next(this.#pointer);
  }
}
