import { type I2cChip } from '../i2c/i2c-bus.js';

/** A small memory on the bus: bytes behind a pointer that goes on by itself and round at the end. The first byte of a write sets it. */
export class RegisterMemory implements I2cChip {
  readonly bytes: Uint8Array;
  #pointer = 0;
  #pointed = false;

  /** @param size 1 to 256 bytes */
  constructor(size = 256) {
    this.bytes = new Uint8Array(size);
  }

  start(read: boolean): boolean {
    this.#pointed = read;
    return true;
  }

  write(byte: number): boolean {
    if (this.#pointed) this.bytes[this.#step()] = byte;
    else this.#pointer = byte % this.bytes.length;
    this.#pointed = true;
    return true;
  }

  read(): number {
    return this.bytes[this.#step()]!;
  }

  stop(): void {
    // Everything has been written byte by byte.
  }

  #step(): number {
    const at = this.#pointer;
    this.#pointer = (at + 1) % this.bytes.length;
    return at;
  }
}
