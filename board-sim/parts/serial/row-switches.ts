import { ShiftChain } from './shift-chain.js';

/** Rows that the board has switches for. */
export const ROW_LINES = 64;

/**
 * Eight ADG714 in a daisy chain: 64 bits, the highest row first. The chain moves while ROW_SYNC is low; the switches follow when it rises
 * (from memory of the data sheet). The end of the chain is ROW_RX.
 */
export class RowSwitches {
  readonly #chain = new ShiftChain(ROW_LINES);
  readonly #slip: number;
  #sync: 0 | 1 = 1;
  #clocks = 0;
  #closed: number[] = [];

  /** @param slip a fault: switches that follow the bit this many places further on */
  constructor(slip = 0) {
    this.#slip = slip;
  }

  /** Rows whose switch is closed, rising. */
  get closed(): readonly number[] {
    return this.#closed;
  }

  /** Clocks since ROW_SYNC fell. */
  get clocks(): number {
    return this.#clocks;
  }

  /** @returns whether the switches have moved */
  sync(level: 0 | 1): boolean {
    const before = this.#sync;
    this.#sync = level;
    if (level === before) return false;
    if (level === 0) {
      this.#clocks = 0;
      return false;
    }
    this.#closed = [];
    for (let row = 0; row < ROW_LINES; row++) {
      const place = row + this.#slip;
      if (place < ROW_LINES && this.#chain.at(place) === 1) this.#closed.push(row);
    }
    return true;
  }

  /** @returns the bits at ROW_RX: what the chain gives out, or its resting end while it is not selected */
  clock(word: number, bits: number): number {
    if (this.#sync === 1) return this.#chain.at(ROW_LINES - 1) === 1 ? 2 ** bits - 1 : 0;
    this.#clocks += bits;
    return this.#chain.shift(word, bits);
  }

  /** Power-up: all switches open. */
  powerUp(): void {
    this.#chain.clear();
    this.#closed = [];
    this.#sync = 1;
  }
}
