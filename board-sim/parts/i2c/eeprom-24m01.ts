import { type I2cChip } from './i2c-bus.js';

/** Size of the memory, of the half at each address, and of a page, bytes. */
export const EEPROM_BYTES = 131_072;
export const EEPROM_HALF = 65_536;
export const EEPROM_PAGE = 256;
/** A write cycle, ns. From memory: 5 ms at most. */
export const EEPROM_WRITE_NS = 5e6;
/** What an erased byte reads. */
const ERASED = 0xff;

interface WriteCycle {
  readonly address: number;
  readonly bytes: Uint8Array;
  /** Bytes of the page that are written. */
  readonly touched: Uint8Array;
  readonly startNs: number;
}

/**
 * EEPROM of 1 Mbit, as two halves of 64 KiB at two addresses. A write fills a page buffer, which wraps inside its page; the stop starts a
 * cycle of 5 ms in which nothing is acknowledged. When the power goes in it, the page is torn: bytes up to where the cycle had got are new,
 * the rest of those written are erased. All of it from memory of the data sheet.
 */
export class Eeprom24m01 {
  readonly #data: Uint8Array;
  /** Write cycles of each page since the part was new. */
  readonly #wear = new Uint32Array(EEPROM_BYTES / EEPROM_PAGE);
  #cycle: WriteCycle | undefined;
  #address = 0;
  #addressBytes = 0;
  #buffer: { readonly bytes: Uint8Array; readonly touched: Uint8Array; page: number; place: number } | undefined;

  /** @param image contents; all erased without one */
  constructor(image?: Uint8Array) {
    if (image !== undefined && image.length > EEPROM_BYTES)
      throw new RangeError(`an EEPROM image has at most ${EEPROM_BYTES} bytes, got ${image.length}`);
    this.#data = new Uint8Array(EEPROM_BYTES).fill(ERASED);
    if (image !== undefined) this.#data.set(image);
  }

  /** A copy of the contents, finished writes included. */
  image(nanos: number): Uint8Array {
    this.#finish(nanos);
    return this.#data.slice();
  }

  /** Write cycles of the page that holds an address. */
  wearAt(address: number): number {
    return this.#wear[Math.floor(address / EEPROM_PAGE)]!;
  }

  /** The chip at the address of a half. */
  half(number: 0 | 1): I2cChip {
    return {
      start: (read, nanos) => this.#start(number, read, nanos),
      write: (byte) => this.#write(byte),
      read: () => this.#read(),
      stop: (nanos) => this.#stop(nanos),
    };
  }

  /** The supply goes, and comes back. */
  powerCut(nanos: number): void {
    this.#finish(nanos);
    const cycle = this.#cycle;
    this.#cycle = this.#buffer = undefined;
    this.#address = this.#addressBytes = 0;
    if (cycle === undefined) return;
    const written = Math.floor(((nanos - cycle.startNs) / EEPROM_WRITE_NS) * EEPROM_PAGE);
    for (let k = 0; k < EEPROM_PAGE; k++)
      if (cycle.touched[k] === 1) this.#data[cycle.address + k] = k < written ? cycle.bytes[k]! : ERASED;
  }

  #start(half: 0 | 1, read: boolean, nanos: number): boolean {
    this.#finish(nanos);
    if (this.#cycle !== undefined) return false;
    this.#buffer = undefined; // a write that no stop has ended is none
    if (read) this.#address = half * EEPROM_HALF + (this.#address % EEPROM_HALF);
    else {
      this.#address = half * EEPROM_HALF;
      this.#addressBytes = 0;
    }
    return true;
  }

  #write(byte: number): boolean {
    if (this.#addressBytes < 2) {
      this.#address += byte << (8 * (1 - this.#addressBytes++));
      return true;
    }
    this.#buffer ??= {
      bytes: new Uint8Array(EEPROM_PAGE),
      touched: new Uint8Array(EEPROM_PAGE),
      page: this.#address - (this.#address % EEPROM_PAGE),
      place: this.#address % EEPROM_PAGE,
    };
    const buffer = this.#buffer;
    buffer.bytes[buffer.place] = byte;
    buffer.touched[buffer.place] = 1;
    buffer.place = (buffer.place + 1) % EEPROM_PAGE;
    this.#address = buffer.page + buffer.place;
    return true;
  }

  #read(): number {
    const byte = this.#data[this.#address]!;
    this.#address = (this.#address + 1) % EEPROM_BYTES;
    return byte;
  }

  #stop(nanos: number): void {
    const buffer = this.#buffer;
    if (buffer === undefined) return;
    this.#buffer = undefined;
    this.#cycle = { address: buffer.page, bytes: buffer.bytes, touched: buffer.touched, startNs: nanos };
  }

  #finish(nanos: number): void {
    const cycle = this.#cycle;
    if (cycle === undefined || nanos - cycle.startNs < EEPROM_WRITE_NS) return;
    for (let k = 0; k < EEPROM_PAGE; k++) if (cycle.touched[k] === 1) this.#data[cycle.address + k] = cycle.bytes[k]!;
    this.#wear[cycle.address / EEPROM_PAGE]!++;
    this.#cycle = undefined;
  }
}
