/** A chip on an I²C bus, or a bus of them. Times are board time, ns. */
export interface I2cTarget {
  /** A start or repeated start with an address. @returns whether somebody acknowledges */
  start(address: number, read: boolean, nanos: number): boolean;
  /** @returns whether the byte is acknowledged */
  write(byte: number, nanos: number): boolean;
  read(nanos: number): number;
  stop(nanos: number): void;
}

/** A chip at one address. */
export interface I2cChip {
  start(read: boolean, nanos: number): boolean;
  write(byte: number, nanos: number): boolean;
  read(nanos: number): number;
  stop(nanos: number): void;
}

/** What may be wrong with a bus. */
export interface I2cFaults {
  /** Chips that acknowledge nothing. */
  readonly silent?: readonly number[];
}

/** All chips of a bus, by address. */
export class I2cBus implements I2cTarget {
  /** Somebody holds SDA low: nobody is heard. */
  stuck = false;
  readonly #chips = new Map<number, I2cChip>();
  readonly #silent: Set<number>;
  readonly #before: (nanos: number) => void;
  #current: I2cChip | undefined;

  /** @param before called at each start: lets lazily kept models catch up */
  constructor(faults: I2cFaults = {}, before: (nanos: number) => void = () => undefined) {
    this.#silent = new Set(faults.silent);
    this.#before = before;
  }

  attach(address: number, chip: I2cChip): void {
    this.#chips.set(address, chip);
  }

  /** A chip falls silent, or is heard again. */
  silence(address: number, silent: boolean): void {
    if (silent) this.#silent.add(address);
    else this.#silent.delete(address);
  }

  start(address: number, read: boolean, nanos: number): boolean {
    this.#before(nanos);
    const chip = this.stuck || this.#silent.has(address) ? undefined : this.#chips.get(address);
    // A repeated start to another chip leaves the first without a stop, as on the wires.
    this.#current = chip?.start(read, nanos) === true ? chip : undefined;
    return this.#current !== undefined;
  }

  write(byte: number, nanos: number): boolean {
    return !this.stuck && this.#current?.write(byte & 0xff, nanos) === true;
  }

  read(nanos: number): number {
    if (this.stuck) return 0;
    return this.#current?.read(nanos) ?? 0xff;
  }

  stop(nanos: number): void {
    // Every chip sees a stop: a write cycle of the memory begins with it.
    if (!this.stuck) for (const chip of new Set(this.#chips.values())) chip.stop(nanos);
    this.#current = undefined;
  }
}
